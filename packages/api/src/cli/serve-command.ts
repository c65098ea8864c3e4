import { type Database, openDatabase } from '@leadstage/prisma';
import { Command } from 'commander';
import pc from 'picocolors';
import { firstRun } from '../first-run.js';
import { type Listener, listen } from '../listener.js';
import { readSettings, type Settings } from '../settings.js';
import { VERSION } from '../version.js';
import { progressBar } from './progress-bar.js';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the API; on the first start, make a workspace with demo data and a key.')
    .action(serve);
}

async function serve(): Promise<void> {
  const settings = readSettings();
  console.log(`${pc.bold('Leadstage')} ${VERSION}`);
  const stop = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let listener: Listener | undefined;
  let opening: Promise<Database> | undefined;
  let worker: Promise<void> | undefined;
  const onSignal = () => {
    // A second Ctrl-C does not wait.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  try {
    listener = await listen(settings);
    // The database boots in its worker while this thread loads the schema.
    opening = open(settings);
    opening.catch(() => {});
    const [{ handlerFor }, { startWorker }] = await Promise.all([
      import('../server.js'),
      import('../worker/start-worker.js'),
    ]);
    const database = await opening;
    stop.signal.throwIfAborted();
    const { workspace, newKey, operatorKey } = await setUpFirst(database, settings, stop.signal);
    listener.handleWith(handlerFor({ database, workspaceName: workspace.name, operatorKey }, listener.origin));
    worker = startWorker(database, { signal: stop.signal });
    announce(listener.origin, newKey, settings);
    await aborted(stop.signal);
    console.log('\nStopping: letting requests under way end…');
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    stop.abort();
    await Promise.all([worker, listener?.close()]);
    await opening?.then((database) => database.close()).catch(() => {});
    for (const signal of signals) process.off(signal, onSignal);
  }
}

function open({ databaseUrl, dataDir }: Settings): Promise<Database> {
  return openDatabase({
    url: databaseUrl,
    dataDir,
    attach: false,
    onMigration: (name) => step(`migration ${name}`),
  });
}

async function setUpFirst(database: Database, settings: Settings, signal: AbortSignal) {
  step(database.kind === 'embedded' ? `embedded PostgreSQL in ${settings.dataDir}` : 'PostgreSQL server');
  const bar = progressBar('  demo data', 'rows');
  const started = performance.now();
  let seeded = 0;
  try {
    const result = await firstRun(database, settings, ({ units, totalUnits }) => {
      signal.throwIfAborted();
      seeded = totalUnits;
      bar.update(units, totalUnits);
    });
    bar.stop();
    if (seeded > 0) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      step(`demo data, ${seeded.toLocaleString('en')} rows in ${seconds} s`);
    }
    return result;
  } finally {
    bar.stop();
  }
}

function step(text: string): void {
  console.log(`  ${pc.green('✓')} ${text}`);
}

function announce(origin: string, newKey: string | null, { adminKey }: Settings): void {
  const key = newKey
    ? `${pc.bold(newKey)}\n                shown only now; more with \`npx leadstage keys create\``
    : adminKey
      ? 'the one in LEADSTAGE_ADMIN_KEY'
      : 'shown at the first start; another with `npx leadstage keys create`';
  console.log(`
  Welcome page  ${origin}/
  GraphQL       ${origin}/graphql
  API key       ${key}

  Ctrl-C stops the server.`);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
