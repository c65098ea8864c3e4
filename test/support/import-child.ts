/*
 * A process that imports Olist's leads and deals in small batches and says on its standard output, after each that is
 * stored, how many rows were new and how many known. Made to be killed. Arguments: workspace id, rows per batch.
 */
import { openDatabase } from '@leadstage/prisma';
import { importOlist } from './olist.js';

const [workspaceId = '', batchRows = ''] = process.argv.slice(2);
const database = await openDatabase({ url: process.env.DATABASE_URL, dataDir: process.env.LEADSTAGE_DATA_DIR });
for (const name of ['leads', 'deals'] as const) {
  const onProgress = ({ rows }: { rows: number }) => process.stdout.write(`${name} ${rows}\n`);
  const { created, updated, unchanged } = await importOlist(database, workspaceId, name, {
    batchRows: Number(batchRows),
    onProgress,
  });
  process.stdout.write(`${name} done: ${created} ${updated} ${unchanged}\n`);
}
await database.close();
