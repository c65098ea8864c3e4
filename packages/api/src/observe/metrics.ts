import type { Database } from '@leadstage/prisma';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { VERSION } from '../version.js';

/*
 * One registry a process, as Prometheus asks a process. Labels take few values, all from the code: no ids, no text that
 * a client sent.
 */
export const registry = new Registry();

const registers = [registry];
/** Seconds: from a count off a rollup to the longest that a server lets anything take. */
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export const httpRequests = new Counter({
  name: 'leadstage_http_requests_total',
  help: 'Requests answered, by what they came to: graphql, feed, health, ready, metrics, file or nowhere.',
  labelNames: ['door', 'method', 'status'] as const,
  registers,
});

export const httpDuration = new Histogram({
  name: 'leadstage_http_request_duration_seconds',
  help: 'From the head of a request to the end of its answer.',
  labelNames: ['door'] as const,
  buckets,
  registers,
});

export const httpUnderWay = new Gauge({
  name: 'leadstage_http_requests_under_way',
  help: 'Requests that are not answered yet.',
  registers,
});

export const operations = new Counter({
  name: 'leadstage_operations_total',
  help: 'GraphQL operations by type, by the field that they ask (the report, the mutation), and by outcome: ok, refused (the client was told what was wrong) or failed (here).',
  labelNames: ['type', 'field', 'outcome'] as const,
  registers,
});

export const operationDuration = new Histogram({
  name: 'leadstage_operation_duration_seconds',
  help: 'How long it took to execute GraphQL operations.',
  labelNames: ['type', 'field'] as const,
  buckets,
  registers,
});

export const graphqlErrors = new Counter({
  name: 'leadstage_errors_total',
  help: 'Errors of GraphQL answers by `extensions.code`.',
  labelNames: ['code'] as const,
  registers,
});

/** What a server refuses so that it can go on answering. */
export const LIMITS = ['cost', 'rate', 'size', 'time', 'pressure'] as const;
export type Limit = (typeof LIMITS)[number];

const refusals = new Counter({
  name: 'leadstage_limit_refusals_total',
  help: 'Requests refused by a limit: cost, rate, size, time or pressure.',
  labelNames: ['limit'] as const,
  registers,
});
for (const limit of LIMITS) refusals.inc({ limit }, 0);

const LIMIT_OF: Readonly<Record<string, Limit>> = {
  QUERY_TOO_COSTLY: 'cost',
  RATE_LIMITED: 'rate',
  TOO_MANY_ATTEMPTS: 'rate',
  BODY_TOO_LARGE: 'size',
  QUERY_TOO_DEEP: 'size',
  QUERY_TOO_LARGE: 'size',
  TOO_MANY_TOKENS: 'size',
  TOO_MANY_ALIASES: 'size',
  TOO_MANY_DIRECTIVES: 'size',
  TOO_MANY_ROOT_FIELDS: 'size',
  VARIABLES_TOO_DEEP: 'size',
  TIMEOUT: 'time',
  OVERLOADED: 'pressure',
};

/** Counts a refusal by its code; one of no limit is not counted. */
export function countRefused(code: string): void {
  const limit = LIMIT_OF[code];
  if (limit) refusals.inc({ limit });
}

export const statements = new Counter({
  name: 'leadstage_statements_total',
  help: 'Statements that the database was sent, those that begin and end transactions included, by outcome: ok or failed.',
  labelNames: ['outcome'] as const,
  registers,
});

export const statementDuration = new Histogram({
  name: 'leadstage_statement_duration_seconds',
  help: 'From sending a statement to having all of its rows.',
  buckets,
  registers,
});

export const workerSteps = new Counter({
  name: 'leadstage_worker_steps_total',
  help: 'Steps of background work by task and outcome: ok or failed.',
  labelNames: ['task', 'outcome'] as const,
  registers,
});

export const workerStepDuration = new Histogram({
  name: 'leadstage_worker_step_duration_seconds',
  help: 'How long steps of background work took.',
  labelNames: ['task'] as const,
  buckets,
  registers,
});

export const webhookAttempts = new Counter({
  name: 'leadstage_webhook_attempts_total',
  help: 'Attempts to deliver events: delivered, failed (to be tried again) or dead (given up).',
  labelNames: ['outcome'] as const,
  registers,
});
for (const outcome of ['delivered', 'failed', 'dead']) webhookAttempts.inc({ outcome }, 0);

const pools = new Set<Database['pool']>();

new Gauge({
  name: 'leadstage_pool_connections',
  help: 'Connections to the database, in use and idle.',
  labelNames: ['state'] as const,
  registers,
  collect() {
    const open = openPools();
    this.set({ state: 'in_use' }, sum(open.map(({ totalCount, idleCount }) => totalCount - idleCount)));
    this.set({ state: 'idle' }, sum(open.map(({ idleCount }) => idleCount)));
  },
});

new Gauge({
  name: 'leadstage_pool_waiting',
  help: 'Transactions that wait for a connection.',
  registers,
  collect() {
    this.set(sum(openPools().map(({ waitingCount }) => waitingCount)));
  },
});

new Gauge({
  name: 'leadstage_build_info',
  help: 'Always 1; the label says which version runs.',
  labelNames: ['version'] as const,
  registers,
}).set({ version: VERSION }, 1);

let collecting = false;

/** Begins to watch a database, and the process as a whole: CPU, memory, garbage collection, delay of the event loop. */
export function measure({ pool }: Database): void {
  pools.add(pool);
  if (!collecting) collectDefaultMetrics({ register: registry });
  collecting = true;
}

function openPools(): Database['pool'][] {
  for (const pool of pools) if (pool.ended) pools.delete(pool);
  return [...pools];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
