import { ladderAt } from '@leadstage/core';
import { inWorkspace } from '@leadstage/prisma';
import { Command } from 'commander';
import { ingest } from '../commands/ingest.js';
import { importCsv, loadMapping } from '../ingest/index.js';
import { loadWorkspace } from '../query/workspace-state.js';
import { describeImport } from './describe-import.js';
import { progressBar } from './progress-bar.js';
import { withWorkspace } from './with-workspace.js';

interface ImportOptions {
  readonly mapping: string;
  readonly workspace?: string;
  readonly rejects?: string;
  readonly warnings?: string;
}

export function importCommand(): Command {
  return new Command('import')
    .description('Import a CSV file as a mapping file says. Running it again stores only what is not there yet.')
    .argument('<file>', 'the CSV file')
    .requiredOption('-m, --mapping <file>', 'the mapping file (YAML); see docs/import.md')
    .option('-w, --workspace <name>', 'name or id of the workspace')
    .option('--rejects <file>', 'where rows that were refused are listed (default: <file>.rejects.csv)')
    .option('--warnings <file>', 'where rows with something odd are listed (default: <file>.warnings.csv)')
    .action(runImport);
}

async function runImport(file: string, options: ImportOptions): Promise<void> {
  await withWorkspace(options.workspace, async (database, { id, name }) => {
    const state = await inWorkspace(database, id, (transaction) => loadWorkspace(transaction, id));
    if (!state) throw new Error(`workspace ${name} is gone`);
    const ladder = ladderAt(state.definitions, Date.now());
    const stageKeys = [
      ...new Set([...ladder.map((stage) => stage.key), ...ladder.flatMap((stage) => stage.standard ?? []), 'SQO']),
    ];
    const mapping = await loadMapping(options.mapping, { stageKeys });
    const abort = new AbortController();
    const onSignal = () => abort.abort();
    process.once('SIGINT', onSignal);
    const bar = progressBar(file, 'bytes');
    try {
      const summary = await importCsv({
        file,
        mapping,
        workspace: state,
        store: (units) => ingest(database, id, units),
        signal: abort.signal,
        onProgress: ({ bytes, totalBytes }) => bar.update(bytes, totalBytes),
        ...(options.rejects ? { rejectsFile: options.rejects } : {}),
        ...(options.warnings ? { warningsFile: options.warnings } : {}),
      });
      bar.stop();
      console.log(describeImport(file, name, summary));
      if (summary.rejected > 0 || summary.aborted) process.exitCode = 2;
    } finally {
      bar.stop();
      process.off('SIGINT', onSignal);
    }
  });
}
