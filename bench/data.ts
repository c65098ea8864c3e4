import type { Database } from '@leadstage/prisma';
import { createWorkspace } from '../packages/api/src/commands/create-workspace.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { ActivityInput, IngestUnit, TransitionInput } from '../packages/api/src/commands/ingest-input.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const START = Date.UTC(2023, 0, 1);
const SPAN_DAYS = 1_090;
const MONTHS = 36;
const BATCH = 5_000;
const SOURCES = ['organic', 'paid', 'social', 'email', 'referral', 'event', null];
const REASONS = ['too small', 'no budget', 'wrong time', 'unreachable'];
/** Of the leads, these shares (of 100) get so far, after so many days on average since the stage before. */
const LADDER = [
  ['LEAD', 100, 0],
  ['MQL', 48, 6],
  ['SQL', 18, 3],
  ['QSO', 8, 21],
  ['CUSTOMER', 3, 25],
] as const;
/** Leads that share an account, of those that have one. */
const LEADS_PER_ACCOUNT = 3;

/** A workspace of made-up leads in the order of their arrival, with accounts, handoffs, first responses, costs and an SLA. */
export async function makeWorkspace(database: Database, leads: number): Promise<string> {
  const id = await createWorkspace(database, { name: 'Bench', timeZone: 'UTC', currency: 'EUR' });
  await setSla(database, id);
  await ingest(database, id, costs());
  for (let from = 0; from < leads; from += BATCH) {
    const units = Array.from({ length: Math.min(BATCH, leads - from) }, (_, index) => unit(from + index, leads));
    await ingest(database, id, units);
  }
  return id;
}

async function setSla(database: Database, id: string): Promise<void> {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:30' }));
  const calendar = { key: 'OFFICE', name: 'Office hours', timeZone: 'Europe/Berlin', hours, country: 'DE' };
  await setBusinessCalendar(database, id, { ...calendar, effectiveFrom: START });
  await setSlaPolicy(database, id, {
    key: 'STANDARD',
    name: 'Every handoff',
    firstResponseWithin: { within: 'PT4H', clock: 'BUSINESS' },
    decisionWithin: { within: 'P2D', clock: 'CALENDAR' },
    calendar: 'OFFICE',
    effectiveFrom: START,
  });
}

/** One entry per month and source, and what lacks one. */
function costs(): IngestUnit[] {
  const months = Array.from({ length: MONTHS }, (_, month) => month);
  const entries = months.flatMap((month) =>
    SOURCES.map((source, index) => ({
      externalId: `cost ${month} ${source}`,
      amount: `${1_000 + 100 * index + month}.00`,
      currency: 'EUR',
      from: firstOf(month),
      to: firstOf(month + 1),
      category: 'media',
      source,
    })),
  );
  return [{ costs: entries }];
}

function firstOf(month: number): string {
  return new Date(Date.UTC(2023, month, 1)).toISOString().slice(0, 10);
}

/** A fixed mixing of numbers stands for chance, so that every run has the same data. In (0, 1). */
export function chance(n: number, of: number): number {
  let mixed = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(of + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (((mixed ^ (mixed >>> 15)) >>> 0) + 0.5) / 2 ** 32;
}

/** Milliseconds, exponentially distributed. */
function wait(mean: number, luck: number): number {
  return Math.ceil(-Math.log(luck) * mean);
}

function unit(n: number, leads: number): IngestUnit {
  const lead = `L${n}`;
  const luck = chance(n, 0) * 100;
  let at = START + Math.floor((n / leads) * SPAN_DAYS) * DAY + Math.floor(chance(n, 1) * DAY);
  const transitions: TransitionInput[] = [];
  const activities: ActivityInput[] = [];
  for (const [index, [to, share, days]] of LADDER.entries()) {
    if (luck >= share) break;
    at += days === 0 ? 0 : wait(days * DAY, chance(n, 2 + index));
    if (at > Date.now() - DAY) break;
    transitions.push({ externalId: `${lead}/${to}`, lead, to, occurredAt: at });
    const response = at + wait(8 * HOUR, chance(n, 10));
    if (to === 'MQL' && chance(n, 11) < 0.85) {
      activities.push({ externalId: `${lead}/call`, lead, type: 'CALL', occurredAt: response });
    }
  }
  const rejected = at + wait(4 * DAY, chance(n, 12));
  if (transitions.length === 2 && chance(n, 13) < 0.6 && rejected < Date.now() - DAY) {
    const reason = REASONS[n % REASONS.length] as string;
    transitions.push({ externalId: `${lead}/no`, lead, to: 'LEAD', kind: 'REJECTED', reason, occurredAt: rejected });
  }
  return {
    lead: {
      externalId: lead,
      source: SOURCES[n % SOURCES.length] ?? null,
      leadType: `type ${n % 5}`,
      region: `region ${n % 4}`,
      owner: `owner ${n % 12}`,
      account: n % 5 === 0 ? null : `A${Math.floor((chance(n, 14) * leads) / LEADS_PER_ACCOUNT)}`,
      value: luck < 8 ? `${1_000 + (n % 900)}.00` : null,
    },
    transitions,
    activities,
  };
}
