import { setTimeout as pause } from 'node:timers/promises';
import { type Database, OWN_LOGIN_SQL, openDatabase } from '@leadstage/prisma';
import { Command } from 'commander';
import pc from 'picocolors';
import { firstRun } from '../first-run.js';
import { type Listener, listen } from '../http/listener.js';
import { createLog, type Log } from '../observe/log.js';
import { observeStatement } from '../observe/statements.js';
import { startTracing, type Tracing } from '../observe/tracing.js';
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
  let tracing: Tracing | undefined;
  const onSignal = () => {
    // A second Ctrl-C does not wait.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  const log = logOf(settings);
  const onCrash = (err: Error) => log.fatal({ err }, 'the server ends by an error that nothing caught');
  process.on('uncaughtExceptionMonitor', onCrash);
  try {
    listener = await listen({ ...settings, log });
    tracing = settings.traces ? await startTracing(log) : undefined;
    // The database boots in its worker while this thread loads the schema.
    opening = open(settings, log);
    opening.catch(() => {});
    const [{ handlerFor }, { startWorker }] = await Promise.all([
      import('../http/doors.js'),
      import('../worker/start-worker.js'),
    ]);
    const database = await opening;
    stop.signal.throwIfAborted();
    const { newKey, operatorKey } = await setUpFirst(database, settings, stop.signal);
    const { metricsToken, limits, trustedProxies } = settings;
    const serving = { database, operatorKey, log, metricsToken, limits, trustedProxies };
    listener.handleWith(handlerFor({ ...serving, draining: stop.signal }, listener.origin));
    worker = startWorker(database, { signal: stop.signal, log });
    announce(listener.origin, newKey, settings);
    log.info({ version: VERSION, origin: listener.origin, database: database.kind }, 'serving');
    await aborted(stop.signal);
    console.log('\nStopping: letting requests under way end…');
    log.info('stopping');
    await drained(listener, settings);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    stop.abort();
    await Promise.all([worker, listener?.close()]);
    await opening?.then((database) => database.close()).catch(() => {});
    await tracing?.stop();
    process.off('uncaughtExceptionMonitor', onCrash);
    for (const signal of signals) process.off(signal, onSignal);
  }
}

/** JSON where it is kept; in a terminal few lines, for people. */
function logOf({ logLevel }: Settings): Log {
  const forPeople = process.stderr.isTTY === true;
  return createLog({ level: logLevel ?? (forPeople ? 'warn' : 'info'), forPeople });
}

/** Leaves those who send requests here time to read on `/ready` that they should not. */
async function drained(listener: Listener, { drainDelayMs }: Settings): Promise<void> {
  listener.drain();
  if (drainDelayMs > 0) await pause(drainDelayMs);
}

function open({ databaseUrl, migrationUrl, dataDir }: Settings, log: Log): Promise<Database> {
  return openDatabase({
    url: databaseUrl,
    migrationUrl,
    dataDir,
    attach: false,
    onMigration(migration) {
      step(`migration ${migration}`);
      log.info({ migration }, 'migrating');
    },
    onStatement: observeStatement,
  });
}

async function setUpFirst(database: Database, settings: Settings, signal: AbortSignal) {
  step(database.kind === 'embedded' ? `embedded PostgreSQL in ${settings.dataDir}` : 'PostgreSQL server');
  if (database.kind === 'server' && database.mayBypass) {
    console.log(`  ${pc.yellow('!')} the login owns the tables; one of its own is safer: ${OWN_LOGIN_SQL}`);
  }
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
  Dashboard     ${origin}/
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
