import { InvalidInput } from '@leadstage/core';
import { openDatabase } from '@leadstage/prisma';
import { Command } from 'commander';
import { rebuild } from '../commands/rebuild.js';
import { verify } from '../commands/verify.js';
import { readSettings } from '../settings.js';
import { progressBar } from './progress-bar.js';
import { withWorkspace } from './with-workspace.js';

export function migrateCommand(): Command {
  return new Command('migrate').description('Bring the database schema up to date.').action(async () => {
    const { databaseUrl, migrationUrl, dataDir } = readSettings();
    // Before the first migration there are no roles that the server's own login could be a member of.
    const database = await openDatabase({ url: migrationUrl ?? databaseUrl, dataDir });
    await database.close();
    console.log(database.attached ? 'The running server has migrated it.' : 'The schema is up to date.');
  });
}

export function rebuildCommand(): Command {
  return new Command('rebuild')
    .description('Make facts and rollups anew from the record.')
    .option('-w, --workspace <name>', 'name or id of the workspace')
    .action(async (options: { workspace?: string }) => {
      await withWorkspace(options.workspace, async (database, { id, name }) => {
        const bar = progressBar('rebuild', 'leads');
        const abort = new AbortController();
        const onSignal = () => abort.abort();
        process.once('SIGINT', onSignal);
        try {
          await rebuild(database, id, ({ leads, totalLeads }) => bar.update(leads, totalLeads), abort.signal);
          bar.stop();
          console.log(`Workspace "${name}": facts and rollups are rebuilt.`);
        } catch (error) {
          if (!abort.signal.aborted) throw error;
          throw new InvalidInput('STOPPED', [], 'Stopped; what was rebuilt stays. Run it again to finish.');
        } finally {
          bar.stop();
          process.off('SIGINT', onSignal);
        }
      });
    });
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Prove that facts and rollups equal what a rebuild gives. Exits with 1 when they do not.')
    .option('-w, --workspace <name>', 'name or id of the workspace')
    .action(async (options: { workspace?: string }) => {
      await withWorkspace(options.workspace, async (database, { id, name }) => {
        const bar = progressBar('verify', 'leads');
        const result = await verify(database, id, ({ leads, totalLeads }) => bar.update(leads, totalLeads)).finally(
          bar.stop,
        );
        if (result.wrongFacts === 0 && result.wrongRollupCells === 0) {
          console.log(
            `Workspace "${name}": ${result.leads.toLocaleString('en')} leads, facts and rollups equal the record.`,
          );
          return;
        }
        console.log(
          `Workspace "${name}": ${result.wrongFacts} wrong facts (leads ${result.wrongLeads.join(', ')}…), ${result.wrongRollupCells} wrong rollup cells. Run \`leadstage rebuild\`.`,
        );
        process.exitCode = 1;
      });
    });
}
