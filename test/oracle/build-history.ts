import type {
  ActivityInput,
  CostInput,
  IngestUnit,
  LeadInput,
  TransitionInput,
} from '../../packages/api/src/commands/ingest-input.js';
import type { Instant } from '../../packages/core/src/question.js';
import { commandsOf } from './build-commands.js';
import { ladderOf } from './build-ladder.js';
import { definitionsOf } from './build-sla.js';
import { anyTargetOf, targetOf } from './build-target.js';
import { dateOfSketch, FIRST_RECORDED, instantOf, recordedAtOf } from './build-times.js';
import { addDays } from './calendar.js';
import type { History, RecordedVoid, StageDefinition } from './model.js';
import type { CostSketch, HistorySketch, LeadSketch, PatchSketch, TroubleSketch } from './sketch.js';

/** A transition with the batches it is sent in: the first, and perhaps again in a later one. */
interface Sent<T> {
  readonly item: T;
  readonly batches: readonly number[];
}

interface SentEvent<T> extends Sent<T> {
  /** In a unit of its own. */
  readonly apart: boolean;
}

export function buildHistory(sketch: HistorySketch): History {
  const { timeZone, currency, fiscalYearStartMonth, weekStart, batchCount } = sketch;
  const ladder = ladderOf(sketch);
  const leads = sketch.leads.map((lead, index) => sentLead(sketch, ladder, lead, `L${index}`));
  const costs = sketch.costs.map((cost, index) => sentCost(sketch, cost, `C${index}`));
  const batches = Array.from({ length: batchCount }, (_, batch) => ({
    recordedAt: recordedAtOf(batch),
    units: [
      ...costs.filter((cost) => cost.batches.includes(batch)).map((cost): IngestUnit => ({ costs: [cost.item] })),
      ...leads.flatMap((lead) => unitsOf(lead, batch)),
      ...sketch.troubles.flatMap((trouble, index) => troubleUnits(sketch, trouble, leads, batch, `X${index}`)),
    ],
  }));
  const settings = { timeZone, currency, fiscalYearStartMonth, weekStart };
  const records = { batches, voids: voidsOf(sketch), commands: commandsOf(sketch) };
  return { settings, ladder, ...records, ...definitionsOf(sketch) };
}

/** The batches of something first sent in one and perhaps again `again + 1` later, where there is such a batch. */
function batchesOf(first: number, again: number | undefined, batchCount: number): number[] {
  const second = again === undefined ? first : first + again + 1;
  return second > first && second < batchCount ? [first, second] : [first];
}

interface SentLead {
  readonly externalId: string;
  readonly home: number;
  readonly createdAt: Instant;
  readonly sketch: LeadSketch;
  readonly changes: readonly { readonly batch: number; readonly patch: PatchSketch }[];
  readonly transitions: readonly SentEvent<TransitionInput>[];
  readonly activities: readonly SentEvent<ActivityInput>[];
}

/** The lead's first batch, and any later one `extra` after it, among those there are. */
const homeOf = (sketch: HistorySketch, lead: LeadSketch) => lead.batch % sketch.batchCount;
const laterBatch = (sketch: HistorySketch, home: number, extra: number) => home + (extra % (sketch.batchCount - home));

function sentLead(
  sketch: HistorySketch,
  ladder: readonly StageDefinition[],
  lead: LeadSketch,
  externalId: string,
): SentLead {
  const home = homeOf(sketch, lead);
  const instants = lead.events.map((_, index) => happenedAt(sketch, lead.events, index));
  const rungs = lead.events.map((event) => event.rung);
  if (lead.isOrderly) {
    instants.sort((a, b) => a - b);
    rungs.sort((a, b) => a - b);
  }
  const transitions = lead.events.map((event, index) => {
    const batch = laterBatch(sketch, home, event.batch);
    const keys = keysKnownAt(ladder, recordedAtOf(batch));
    const placed = { ...event, rung: rungs[index]!, ...(lead.isNeverIn ? { kind: 'OUT' as const } : {}) };
    const target = sketch.lifecycle ? anyTargetOf(placed, keys) : targetOf(placed, keys);
    const item = { externalId: `${externalId}-T${index}`, lead: externalId, occurredAt: instants[index]!, ...target };
    return { item, batches: batchesOf(batch, event.again, sketch.batchCount), apart: event.apart };
  });
  const activities = lead.activities.map(({ type, when, batch, again, apart }, index) => {
    const item = { externalId: `${externalId}-A${index}`, lead: externalId, type, occurredAt: instantOf(sketch, when) };
    return { item, batches: batchesOf(laterBatch(sketch, home, batch), again, sketch.batchCount), apart };
  });
  const changes = lead.changes.map((change) => ({ ...change, batch: laterBatch(sketch, home, change.batch) }));
  const createdAt = instantOf(sketch, lead.createdAt);
  return { externalId, home, createdAt, sketch: lead, changes, transitions, activities };
}

/** The keys of the stages known at an instant, lowest first. */
function keysKnownAt(ladder: readonly StageDefinition[], instant: Instant): string[] {
  const known = ladder.filter((stage) => stage.recordedAt <= instant).sort((a, b) => a.position - b.position);
  return [...new Set(known.map((stage) => stage.key))];
}

/** When an event happened: in its own time, at once with the one before it or some hours after that. */
function happenedAt(sketch: HistorySketch, events: LeadSketch['events'], index: number): Instant {
  const { when, atOnce, after } = events[index]!;
  if (index === 0 || !(atOnce || after !== undefined)) return instantOf(sketch, when);
  const before = happenedAt(sketch, events, index - 1);
  return atOnce ? before : Math.min(before + after!, FIRST_RECORDED - 1);
}

function patchOf({ tier, ...patch }: PatchSketch): Omit<LeadInput, 'externalId'> {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(named), ...(tier === undefined ? {} : { attributes: { tier } }) };
}

/** What a batch says of one lead: its row, what stands apart from it, and changes of its attributes. */
function unitsOf(lead: SentLead, batch: number): IngestUnit[] {
  const { externalId, home, createdAt, sketch, changes } = lead;
  const here = <T>(events: readonly SentEvent<T>[], apart: boolean) =>
    events.filter((event) => event.batches.includes(batch) && event.apart === apart).map((event) => event.item);
  const apart = [
    ...here(lead.transitions, true).map((item): IngestUnit => ({ transitions: [item] })),
    ...here(lead.activities, true).map((item): IngestUnit => ({ activities: [item] })),
  ];
  const [transitions, activities] = [here(lead.transitions, false), here(lead.activities, false)];
  const together = { transitions, ...(activities.length ? { activities } : {}) };
  const changed = changes
    .filter((change) => change.batch === batch)
    .map((change): IngestUnit => ({ lead: { externalId, ...patchOf(change.patch) } }));
  if (batch !== home) {
    const isEmpty = transitions.length + activities.length === 0;
    return [...apart, ...(isEmpty ? [] : [{ lead: { externalId }, ...together }]), ...changed];
  }
  const given = sketch.givesCreatedAt || transitions.length === 0 ? { createdAt } : {};
  return [{ lead: { externalId, ...given, ...patchOf(sketch.patch) }, ...together }, ...apart, ...changed];
}

function sentCost(sketch: HistorySketch, cost: CostSketch, externalId: string): Sent<CostInput> {
  const { decimals, exchangeRate, source, leadType, campaign, isSales } = cost;
  const digits = String(Math.abs(cost.amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const amount = `${cost.amount < 0 ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`;
  const from = dateOfSketch(sketch, cost.start);
  const item: CostInput = {
    externalId,
    amount,
    currency: exchangeRate === undefined ? sketch.currency : 'USD',
    ...(exchangeRate === undefined ? {} : { exchangeRate }),
    from,
    to: addDays(from, cost.days),
    category: 'ads',
    ...(source === undefined ? {} : { source }),
    ...(leadType === undefined ? {} : { leadType }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(isSales ? { costScope: 'SALES' } : {}),
  };
  return { item, batches: batchesOf(cost.batch % sketch.batchCount, cost.again, sketch.batchCount) };
}

/** A unit whose lead change and first transition are fine and whose last transition is not: nothing of it may stay. */
function troubleUnits(
  sketch: HistorySketch,
  { kind, lead: leadIndex, batch: at, when }: TroubleSketch,
  leads: readonly SentLead[],
  batch: number,
  externalId: string,
): IngestUnit[] {
  const lead = leads[leadIndex % leads.length]!;
  if (at % sketch.batchCount !== batch || lead.home > batch) return [];
  const good = {
    externalId: `${externalId}-good`,
    lead: lead.externalId,
    to: 'CUSTOMER',
    occurredAt: instantOf(sketch, when),
  };
  const bad = { ...good, externalId: `${externalId}-bad` };
  const unitWith = (last: TransitionInput): IngestUnit[] => [
    { lead: { externalId: lead.externalId, source: 'refused', owner: 'refused' }, transitions: [good, last] },
  ];
  switch (kind) {
    case 'FUTURE':
      return unitWith({ ...bad, occurredAt: Date.UTC(2100, 0, 1) });
    case 'BEFORE_1970':
      return unitWith({ ...bad, occurredAt: -1 });
    case 'NO_REASON':
      return unitWith({ ...bad, to: 'LEAD', kind: 'REJECTED' });
    case 'UNKNOWN_STAGE':
      return unitWith({ ...bad, to: 'NOWHERE' });
    case 'UNKNOWN_LEAD':
      return unitWith({ ...bad, lead: 'nobody' });
    case 'CONFLICT': {
      const known = lead.transitions.find((transition) => transition.batches[0]! <= batch);
      return known ? unitWith({ ...known.item, occurredAt: known.item.occurredAt + 1 }) : [];
    }
  }
}

/** Voids stand between the batches, a minute apart, each after the transition it voids was recorded. */
function voidsOf(sketch: HistorySketch): RecordedVoid[] {
  const wanted = sketch.leads.flatMap((lead, leadIndex) =>
    lead.events.flatMap(({ batch, voided }, index) => {
      if (voided === undefined) return [];
      const recorded = laterBatch(sketch, homeOf(sketch, lead), batch);
      const after = Math.min(recorded + voided, sketch.batchCount - 1);
      return [{ after, transitionExternalId: `L${leadIndex}-T${index}` }];
    }),
  );
  return wanted
    .map(({ after, transitionExternalId }, index) => ({
      recordedAt: recordedAtOf(after) + (index + 1) * 60_000,
      transitionExternalId,
    }))
    .sort((a, b) => a.recordedAt - b.recordedAt);
}
