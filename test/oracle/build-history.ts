import type {
  CostInput,
  IngestUnit,
  LeadInput,
  TransitionInput,
} from '../../packages/api/src/commands/ingest-input.js';
import type { Instant } from '../../packages/core/src/question.js';
import { ladderOf } from './build-ladder.js';
import { dateOfSketch, instantOf, recordedAtOf } from './build-times.js';
import { addDays } from './calendar.js';
import type { History, RecordedVoid, StageDefinition } from './model.js';
import type { CostSketch, HistorySketch, LeadSketch, PatchSketch, TroubleSketch, WhenSketch } from './sketch.js';

/** A transition with the batches it is sent in: the first, and perhaps again in a later one. */
interface Sent<T> {
  readonly item: T;
  readonly batches: readonly number[];
}

interface SentTransition extends Sent<TransitionInput> {
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
  return { settings: { timeZone, currency, fiscalYearStartMonth, weekStart }, ladder, batches, voids: voidsOf(sketch) };
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
  readonly transitions: readonly SentTransition[];
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
  const instants = lead.events.map((_, index) => instantOf(sketch, whenOf(lead.events, index)));
  const rungs = lead.events.map((event) => event.rung);
  if (lead.isOrderly) {
    instants.sort((a, b) => a - b);
    rungs.sort((a, b) => a - b);
  }
  const transitions = lead.events.map((event, index) => {
    const batch = laterBatch(sketch, home, event.batch);
    const keys = keysKnownAt(ladder, recordedAtOf(batch));
    const target = targetOf({ ...event, rung: rungs[index]! }, keys);
    const item = { externalId: `${externalId}-T${index}`, lead: externalId, occurredAt: instants[index]!, ...target };
    return { item, batches: batchesOf(batch, event.again, sketch.batchCount), apart: event.apart };
  });
  const changes = lead.changes.map((change) => ({ ...change, batch: laterBatch(sketch, home, change.batch) }));
  return { externalId, home, createdAt: instantOf(sketch, lead.createdAt), sketch: lead, changes, transitions };
}

/** The keys of the stages known at an instant, lowest first. */
function keysKnownAt(ladder: readonly StageDefinition[], instant: Instant): string[] {
  const known = ladder.filter((stage) => stage.recordedAt <= instant).sort((a, b) => a.position - b.position);
  return [...new Set(known.map((stage) => stage.key))];
}

/** When an event happened: in its own time, or at once with the one before it. */
function whenOf(events: LeadSketch['events'], index: number): WhenSketch {
  const event = events[index]!;
  return event.atOnce && index > 0 ? whenOf(events, index - 1) : event.when;
}

function targetOf(
  { rung, kind, otherName }: LeadSketch['events'][number],
  keys: readonly string[],
): Pick<TransitionInput, 'to' | 'kind' | 'reason'> {
  const key = keys[rung % keys.length]!;
  const to = otherName ? otherNameOf(key) : key;
  if (kind === 'OUT') return { to: null, kind: 'DISQUALIFIED', reason: 'no budget' };
  if (kind === 'OUT_WITHOUT_KIND') return { to: null, reason: 'no budget' };
  if (kind === 'REJECTED' || kind === 'RECYCLED')
    return { to: rung % 2 ? 'LEAD' : 'CONTACT', kind, reason: 'too early' };
  if (kind === 'ACCEPTED') return { to: 'SQL', kind };
  return kind === 'REOPENED' ? { to, kind } : { to };
}

function otherNameOf(key: string): string {
  if (key === 'QSO') return 'SQO';
  return key === 'MEETING' ? 'QSO' : key.toLowerCase();
}

function patchOf({ tier, ...patch }: PatchSketch): Omit<LeadInput, 'externalId'> {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(named), ...(tier === undefined ? {} : { attributes: { tier } }) };
}

/** What a batch says of one lead: its row, what stands apart from it, and changes of its attributes. */
function unitsOf({ externalId, home, createdAt, sketch, changes, transitions }: SentLead, batch: number): IngestUnit[] {
  const here = transitions.filter((transition) => transition.batches.includes(batch));
  const apart = here
    .filter((transition) => transition.apart)
    .map((transition): IngestUnit => ({ transitions: [transition.item] }));
  const together = here.filter((transition) => !transition.apart).map((transition) => transition.item);
  const changed = changes
    .filter((change) => change.batch === batch)
    .map((change): IngestUnit => ({ lead: { externalId, ...patchOf(change.patch) } }));
  if (batch !== home)
    return [...apart, ...(together.length ? [{ lead: { externalId }, transitions: together }] : []), ...changed];
  const given = sketch.givesCreatedAt || together.length === 0 ? { createdAt } : {};
  const row = { lead: { externalId, ...given, ...patchOf(sketch.patch) }, transitions: together };
  return [row, ...apart, ...changed];
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
