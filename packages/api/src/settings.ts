import { InvalidInput } from '@leadstage/core';
import { clientAddressBehind, NETWORKS } from './http/client-address.js';
import { DEFAULT_LIMITS, type Limits } from './limits/limits.js';
import { LOG_LEVELS, type LogLevel } from './observe/log-level.js';

/** What the environment says. */
export interface Settings {
  readonly databaseUrl: string | undefined;
  /** The login that owns the tables, where that of `databaseUrl` does not. */
  readonly migrationUrl: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly adminKey: string | undefined;
  /** Whether a first workspace is filled with made-up data. */
  readonly demo: boolean;
  /** Undefined: as where the log goes suggests. */
  readonly logLevel: LogLevel | undefined;
  readonly metricsToken: string | undefined;
  readonly traces: boolean;
  /** How long it goes on taking requests, while `/ready` says 503, once it is told to stop; milliseconds. */
  readonly drainDelayMs: number;
  readonly limits: Limits;
  /** Whose `X-Forwarded-For` is believed: addresses, networks, names of networks. */
  readonly trustedProxies: readonly string[];
}

const DEFAULT_PORT = 4000;
const SHORTEST_KEY = 24;
const LONGEST_DRAIN_DELAY_S = 300;

/** @throws InvalidInput INVALID_SETTING naming the variable */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const databaseUrl = urlOf('DATABASE_URL', env.DATABASE_URL);
  return {
    databaseUrl,
    migrationUrl: migrationUrlOf(env.LEADSTAGE_MIGRATION_URL, databaseUrl),
    dataDir: env.LEADSTAGE_DATA_DIR || '.leadstage',
    port: portOf(env.PORT),
    host: env.HOST || '127.0.0.1',
    adminKey: keyOf('LEADSTAGE_ADMIN_KEY', env.LEADSTAGE_ADMIN_KEY),
    demo: env.LEADSTAGE_DEMO !== '0',
    logLevel: logLevelOf(env.LEADSTAGE_LOG),
    metricsToken: keyOf('LEADSTAGE_METRICS_TOKEN', env.LEADSTAGE_METRICS_TOKEN),
    traces: tracesOf(env.LEADSTAGE_TRACES, env.OTEL_EXPORTER_OTLP_ENDPOINT),
    drainDelayMs: drainDelayOf(env.LEADSTAGE_DRAIN_DELAY) * 1_000,
    limits: limitsFrom(env),
    trustedProxies: trustedProxiesOf(env.LEADSTAGE_TRUSTED_PROXIES),
  };
}

function urlOf(name: 'DATABASE_URL' | 'LEADSTAGE_MIGRATION_URL', text: string | undefined): string | undefined {
  if (!text) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (['postgres:', 'postgresql:'].includes(protocol)) return text;
  throw new InvalidInput(
    'INVALID_SETTING',
    [name],
    `${name} is not the address of a PostgreSQL server; give postgres://user:password@host:5432/database, or leave it out${name === 'DATABASE_URL' ? ' for the embedded one' : ''}.`,
  );
}

function migrationUrlOf(text: string | undefined, databaseUrl: string | undefined): string | undefined {
  const url = urlOf('LEADSTAGE_MIGRATION_URL', text);
  if (!url || databaseUrl) return url;
  throw new InvalidInput(
    'INVALID_SETTING',
    ['LEADSTAGE_MIGRATION_URL'],
    'LEADSTAGE_MIGRATION_URL is of no use without DATABASE_URL, the login that the server works with.',
  );
}

function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidInput('INVALID_SETTING', ['PORT'], `PORT is a number from 0 to 65535, not "${text}".`);
}

function keyOf(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new InvalidInput(
      'INVALID_SETTING',
      [name],
      `${name} goes over the wire in a header: give visible ASCII characters without spaces.`,
    );
  }
  if (text.length >= SHORTEST_KEY) return text;
  throw new InvalidInput(
    'INVALID_SETTING',
    [name],
    `${name} has ${text.length} characters; a key needs at least ${SHORTEST_KEY} random ones.`,
  );
}

function logLevelOf(text: string | undefined): LogLevel | undefined {
  if (!text) return undefined;
  const level = LOG_LEVELS.find((each) => each === text);
  if (level) return level;
  const expected = LOG_LEVELS.join(', ');
  throw new InvalidInput('INVALID_SETTING', ['LEADSTAGE_LOG'], `LEADSTAGE_LOG is one of ${expected}, not "${text}".`);
}

function tracesOf(text: string | undefined, endpoint: string | undefined): boolean {
  if (!text) return !!endpoint;
  if (text === '0' || text === '1') return text === '1';
  throw new InvalidInput('INVALID_SETTING', ['LEADSTAGE_TRACES'], `LEADSTAGE_TRACES is 1 or 0, not "${text}".`);
}

function drainDelayOf(text: string | undefined): number {
  if (!text) return 0;
  const seconds = Number(text);
  if (seconds >= 0 && seconds <= LONGEST_DRAIN_DELAY_S) return seconds;
  throw new InvalidInput(
    'INVALID_SETTING',
    ['LEADSTAGE_DRAIN_DELAY'],
    `LEADSTAGE_DRAIN_DELAY is a number of seconds from 0 to ${LONGEST_DRAIN_DELAY_S}, not "${text}".`,
  );
}

function trustedProxiesOf(text: string | undefined): readonly string[] {
  const named = (text ?? '').split(',').flatMap((each) => each.trim() || []);
  try {
    clientAddressBehind(named);
    return named;
  } catch {
    throw new InvalidInput(
      'INVALID_SETTING',
      ['LEADSTAGE_TRUSTED_PROXIES'],
      `LEADSTAGE_TRUSTED_PROXIES is a list of addresses, of networks such as 10.0.0.0/8, and of ${NETWORKS.join(', ')}, separated by commas, not "${text}".`,
    );
  }
}

function limitsFrom(env: NodeJS.ProcessEnv): Limits {
  const { maxCost, budget, budgetRestore, timeoutMs, maxBody, concurrency, attempts } = DEFAULT_LIMITS;
  const seconds = whole('LEADSTAGE_TIMEOUT', env.LEADSTAGE_TIMEOUT, 0, 86_400);
  return {
    ...DEFAULT_LIMITS,
    maxCost: whole('LEADSTAGE_MAX_COST', env.LEADSTAGE_MAX_COST, 1, 1e9) ?? maxCost,
    budget: whole('LEADSTAGE_BUDGET', env.LEADSTAGE_BUDGET, 0, 1e12) ?? budget,
    budgetRestore: whole('LEADSTAGE_BUDGET_RESTORE', env.LEADSTAGE_BUDGET_RESTORE, 1, 1e12) ?? budgetRestore,
    timeoutMs: seconds === undefined ? timeoutMs : seconds * 1_000,
    maxBody: whole('LEADSTAGE_MAX_BODY', env.LEADSTAGE_MAX_BODY, 1_000, 1e9) ?? maxBody,
    concurrency: whole('LEADSTAGE_CONCURRENCY', env.LEADSTAGE_CONCURRENCY, 1, 10_000) ?? concurrency,
    attempts: whole('LEADSTAGE_ATTEMPTS', env.LEADSTAGE_ATTEMPTS, 0, 1e9) ?? attempts,
  };
}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (!text) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  const message = `${name} is a whole number from ${least} to ${most}, not "${text}".`;
  throw new InvalidInput('INVALID_SETTING', [name], message);
}
