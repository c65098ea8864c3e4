import type { LeadFilter } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { addBenchmark } from '../../packages/api/src/commands/add-benchmark.js';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import type { CostInput, IngestUnit } from '../../packages/api/src/commands/ingest-input.js';
import { setGoal } from '../../packages/api/src/commands/set-goal.js';
import { setSlaPolicy } from '../../packages/api/src/commands/set-sla-policy.js';
import { newWorkspace } from './database.js';

/** What leads and filters name; every attribute is missing at some. */
export const DOMAIN: Readonly<Record<string, readonly (string | null)[]>> = {
  source: [null, 'web', 'fair', 'mail'],
  leadType: [null, 'e-book', 'demo'],
  region: [null, 'north', 'south'],
  owner: [null, 'ann', 'ben'],
  plan: [null, 'gold'],
};

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const LEADS = 60;

export type Attributes = Readonly<Record<string, string | null>>;
type Passes = (attributes: Attributes) => boolean;

/** By the meaning of filters, as the docs tell it. */
export const passesOf =
  (filter: LeadFilter): Passes =>
  (attributes) =>
    Object.entries(filter).every(([name, { in: included, notIn }]) => {
      const value = attributes[name] ?? null;
      return (!included || included.includes(value)) && !notIn?.includes(value);
    });

export const attributesOf = (lead: number): Attributes =>
  Object.fromEntries(
    Object.entries(DOMAIN).map(([name, values], index) => [
      name,
      values[Math.floor((lead * 13 + index * 11) / (index + 3)) % values.length] ?? null,
    ]),
  );

/** Of lead 7 everything that identifies it says `lead-7-`. */
export const leadNumbers = Array.from({ length: LEADS }, (_, index) => index);
export const mark = (lead: number) => `lead-${lead}-`;

function unitOf(lead: number): IngestUnit {
  const { plan, ...attributes } = attributesOf(lead);
  const externalId = `${mark(lead)}x`;
  const createdAt = START + (lead % 40) * DAY;
  const at = (to: string, days: number, more: object = {}) => ({
    ...{ externalId: `${externalId}-${to}-${days}`, lead: externalId, to, occurredAt: createdAt + days * DAY + lead },
    ...more,
  });
  return {
    lead: {
      ...{ externalId, createdAt, name: `${mark(lead)}name`, email: `${mark(lead)}mail@x.example`, ...attributes },
      ...{ account: `account-${lead % 7}`, attributes: { plan: plan ?? null } },
      ...(lead % 4 === 1 ? { value: `${lead}00.50` } : {}),
    },
    transitions: [
      at('LEAD', 0),
      ...(lead % 4 === 0 ? [] : [at('MQL', 2)]),
      ...(lead % 4 !== 0 && lead % 3 === 0 ? [at('SQL', 3 + (lead % 5))] : []),
      ...(lead % 4 !== 0 && lead % 3 === 1 ? [at('LEAD', 5, { kind: 'REJECTED', reason: `${mark(lead)}reason` })] : []),
      ...(lead % 4 !== 0 && lead % 6 === 3 ? [at('QSO', 9), at('CUSTOMER', 10 + (lead % 9))] : []),
    ],
    activities:
      lead % 5 === 0 && lead % 4 !== 0
        ? [{ externalId: `${externalId}-call`, lead: externalId, type: 'CALL', occurredAt: createdAt + 2.5 * DAY }]
        : [],
  };
}

const spend = (externalId: string, amount: string, more: Partial<CostInput>): CostInput => ({
  ...{ externalId, amount, currency: 'EUR', from: '2025-12-01', to: '2026-04-01', category: 'ads' },
  ...more,
});
const COSTS: readonly CostInput[] = [
  spend('web', '1000.00', { source: 'web' }),
  spend('fair', '777.77', { source: 'fair', leadType: 'demo' }),
  spend('mail', '50.01', { source: 'mail', campaign: 'spring', costScope: 'SALES' }),
  spend('book', '333.33', { leadType: 'e-book' }),
  spend('loose', '999.99', {}),
  spend('first', '5.00', { from: '2025-06-01', to: '2025-07-01' }),
];

/** Which leads each goal counts. */
export const GOALS: Readonly<Record<string, LeadFilter>> = {
  ALL: {},
  WEB: { source: { in: ['web'] } },
  WEB_FAIR: { source: { in: ['web', 'fair'] } },
  NOT_MAIL: { source: { notIn: ['mail'] } },
  NORTH_BEN: { region: { in: ['north'] }, owner: { in: ['ben'] } },
};

/**
 * A workspace with everything that reports look at, over the first quarter of 2026.
 * @param inside only these leads, and the costs that carry what lies inside
 */
export async function embedWorkspace(database: Database, inside?: LeadFilter): Promise<string> {
  const id = await newWorkspace(database);
  const passes = passesOf(inside ?? {});
  await setSlaPolicy(database, id, {
    ...{ key: 'NORTH', name: 'North', effectiveFrom: 0, filter: { region: { in: ['north'] } } },
    decisionWithin: { within: 'P2D', clock: 'CALENDAR' },
  });
  await setSlaPolicy(database, id, {
    ...{ key: 'ALL', name: 'All', effectiveFrom: 0 },
    firstResponseWithin: { within: 'PT20H', clock: 'CALENDAR' },
    decisionWithin: { within: 'P4D', clock: 'CALENDAR' },
  });
  await addBenchmark(database, id, {
    ...{ metric: 'stepRate', stage: 'MQL', value: '0.95', definition: 'stepRate' },
    ...{ source: 'a study', publishedOn: '2026-01-01' },
  });
  const names = (lead: number) => passes(attributesOf(lead));
  const carried = ({ source = null, leadType = null, campaign = null }: CostInput) =>
    Object.entries({ source, leadType, campaign, region: null, owner: null, plan: null });
  const isInside = (cost: CostInput) =>
    Object.keys(inside ?? {}).every((name) => carried(cost).some(([key, value]) => key === name && value !== null)) &&
    passes(Object.fromEntries(carried(cost)));
  const costs = COSTS.filter((cost) => inside === undefined || isInside(cost));
  const { outcomes } = await ingest(database, id, [
    // The attribute is known, whoever is inside.
    { lead: { externalId: 'elsewhere', createdAt: Date.UTC(2020, 0), attributes: { plan: 'gold' } } },
    ...leadNumbers.filter(names).map(unitOf),
    { costs },
  ]);
  const problem = outcomes.flatMap(({ problems }) => problems).find(({ severity }) => severity === 'ERROR');
  if (problem) throw new Error(`${problem.path}: ${problem.message}`);
  if (inside === undefined) {
    const period = { start: '2026-01-01', end: '2026-04-01' };
    for (const [key, filter] of Object.entries(GOALS)) {
      await setGoal(database, id, { key, name: key, stage: 'MQL', period, target: 30, filter });
    }
  }
  return id;
}
