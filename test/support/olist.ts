import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, inWorkspace } from '@leadstage/prisma';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import { type ImportOptions, importCsv, loadMapping } from '../../packages/api/src/ingest/index.js';
import { loadWorkspace } from '../../packages/api/src/query/workspace-state.js';

/** Real leads, which are not part of this project: beside the checkout, where they are. */
const folder = fileURLToPath(new URL('../../../shared/data/olist/', import.meta.url));

export const hasOlist = existsSync(folder);
/** Where the data must be there, a test that misses it fails instead of skipping. */
export const mustHaveOlist = process.env.LEADSTAGE_REQUIRE_SHARED === '1';

export const OLIST_WORKSPACE = { timeZone: 'America/Sao_Paulo', currency: 'BRL' } as const;

export const OLIST_FILES = {
  leads: join(folder, 'olist_marketing_qualified_leads_dataset.csv'),
  deals: join(folder, 'olist_closed_deals_dataset.csv'),
  spend: join(folder, 'synthetic_spend.csv'),
} as const;
export type OlistFile = keyof typeof OLIST_FILES;

export function olistMapping(name: OlistFile): string {
  return fileURLToPath(new URL(`../../examples/mappings/olist-${name}.yaml`, import.meta.url));
}

/** Imports a file with a mapping into a workspace; lists of rejects and warnings come back as text. */
export async function importFile(
  database: Database,
  workspaceId: string,
  file: string,
  mappingFile: string,
  options: Pick<ImportOptions, 'signal' | 'onProgress' | 'batchRows'> = {},
) {
  const workspace = await inWorkspace(database, workspaceId, (transaction) => loadWorkspace(transaction, workspaceId));
  const lists = mkdtempSync(join(tmpdir(), 'leadstage-import-'));
  const [rejectsFile, warningsFile] = [join(lists, 'rejects.csv'), join(lists, 'warnings.csv')];
  try {
    const summary = await importCsv({
      ...options,
      file,
      mapping: await loadMapping(mappingFile),
      workspace: workspace!,
      store: (units) => ingest(database, workspaceId, units),
      rejectsFile,
      warningsFile,
    });
    const listed = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    return { ...summary, rejects: listed(rejectsFile), listedWarnings: listed(warningsFile) };
  } finally {
    rmSync(lists, { recursive: true });
  }
}

export function importOlist(
  database: Database,
  workspaceId: string,
  name: OlistFile,
  options: Pick<ImportOptions, 'signal' | 'onProgress' | 'batchRows'> = {},
) {
  return importFile(database, workspaceId, OLIST_FILES[name], olistMapping(name), options);
}

/** The rows of one of the files, read in the simplest way that does: none of its fields is quoted. */
export function olistRows(name: OlistFile): Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(OLIST_FILES[name], 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    if (fields.length !== names.length || line.includes('"')) throw new Error(`not as simple as thought: ${line}`);
    return Object.fromEntries(names.map((column, index) => [column, fields[index]!]));
  });
}
