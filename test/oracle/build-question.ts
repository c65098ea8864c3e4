import fc from 'fast-check';
import { GRAINS, type Instant, type LocalDate, type Period } from '../../packages/core/src/question.js';
import { addDays, dateOf } from './calendar.js';
import { reportLadder } from './ladder.js';
import type { CommonQuestion, CostMethod, CostScope, History, Question } from './model.js';
import { maybe, VALUES } from './sketch-parts.js';

export type QuestionSketch = typeof questionSketch extends fc.Arbitrary<infer T> ? T : never;

const ATTRIBUTES = Object.keys(VALUES);
const HOUR = 3_600_000;

/** Cost entries carry only the first three. */
const attribute = fc.oneof(fc.constantFrom(...ATTRIBUTES.slice(0, 3)), fc.constantFrom(...ATTRIBUTES));

const condition = fc.record({
  attribute,
  mode: fc.constantFrom('in', 'notIn'),
  /** Positions in the attribute's values; the one after the last is null. */
  values: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
});

/** A question before it has dates and stages; everything in it points into a history by number, modulo. */
export const questionSketch = fc.record({
  report: fc.constantFrom('COHORT', 'THROUGHPUT', 'VELOCITY', 'SPEND', 'COST'),
  start: fc.nat(300),
  /** Whole months from the first of one, or so many days from some days before an event. */
  length: fc.oneof(
    fc.record({ months: fc.constantFrom(1, 2, 3, 12, 36) }),
    fc.record({
      days: fc.oneof(fc.integer({ min: 1, max: 10 }), { weight: 2, arbitrary: fc.integer({ min: 1, max: 100 }) }),
      before: fc.oneof(fc.nat(5), fc.nat(50)),
    }),
  ),
  grain: maybe(fc.constantFrom(...GRAINS), 1),
  filter: maybe(fc.array(condition, { minLength: 1, maxLength: 2 }), 2),
  by: fc.uniqueArray(attribute, { maxLength: 3 }),
  asOf: maybe(fc.record({ event: fc.nat(300), ms: fc.constantFrom(0, -1, 1, HOUR) }), 2),
  knownAt: maybe(fc.record({ record: fc.nat(20), ms: fc.constantFrom(0, -1, 1) }), 1),
  base: fc.nat(7),
  to: fc.nat(7),
  basis: fc.constantFrom('TO' as const, 'FROM' as const),
  windowHours: maybe(fc.oneof(fc.constantFrom(0, 1, 12, 24, 48), fc.integer({ min: 0, max: 24 * 60 })), 1),
  includeImplied: fc.boolean(),
  costScopes: fc.constantFrom<readonly CostScope[] | undefined>(undefined, ['MARKETING', 'SALES'], ['SALES']),
  method: fc.oneof(
    fc.constant<CostMethod>({ kind: 'SIMPLE' }),
    fc.integer({ min: 0, max: 60 }).map((lagDays): CostMethod => ({ kind: 'SHIFTED', lagDays })),
    fc
      .constantFrom(1, 7, 30)
      .map((roundLagToDays): CostMethod => ({ kind: 'SHIFTED', lagDays: 'OBSERVED', roundLagToDays })),
  ),
});

export function buildQuestion(history: History, sketch: QuestionSketch): Question {
  const { includeImplied, costScopes } = sketch;
  const common = commonOf(history, sketch);
  const keys = reportLadder(history, common).map((stage) => stage.key);
  const lower = sketch.base % (keys.length - 1);
  const upper = lower + 1 + (sketch.to % (keys.length - 1 - lower));
  const [from, to] = [keys[lower]!, keys[upper]!];
  switch (sketch.report) {
    case 'COHORT': {
      const conversionWindowMs = sketch.windowHours === undefined ? undefined : sketch.windowHours * HOUR;
      return { report: 'COHORT', question: { ...common, base: from, includeImplied, conversionWindowMs } };
    }
    case 'THROUGHPUT':
      return { report: 'THROUGHPUT', question: { ...common, base: from, includeImplied } };
    case 'VELOCITY':
      return { report: 'VELOCITY', question: { ...common, from, to, basis: sketch.basis } };
    case 'SPEND':
      return { report: 'SPEND', question: { ...common, costScopes, lagDays: lagIn(sketch.method) } };
    case 'COST':
      return { report: 'COST', question: { ...common, costScopes, method: sketch.method, includeImplied } };
    default:
      throw new Error(`No such report: ${sketch.report}`);
  }
}

function lagIn(method: CostMethod): number {
  return method.kind === 'SHIFTED' && method.lagDays !== 'OBSERVED' ? method.lagDays : 0;
}

function commonOf(history: History, sketch: QuestionSketch): CommonQuestion {
  const instants = instantsOf(history);
  const records = recordInstantsOf(history);
  const pick = (list: readonly Instant[], index: number) => list[index % list.length]!;
  return {
    period: periodOf(dateOf(pick(instants, sketch.start), history.settings.timeZone), sketch.length),
    grain: sketch.grain,
    filter: sketch.filter && Object.fromEntries(sketch.filter.map(conditionOf)),
    by: sketch.by.length ? sketch.by : undefined,
    asOf: sketch.asOf && pick(instants, sketch.asOf.event) + sketch.asOf.ms,
    knownAt: sketch.knownAt && pick(records, sketch.knownAt.record) + sketch.knownAt.ms,
  };
}

function conditionOf({ attribute, mode, values }: NonNullable<QuestionSketch['filter']>[number]) {
  const known = VALUES[attribute] ?? [];
  return [attribute, { [mode]: values.map((index) => known[index] ?? null) }] as const;
}

/** Every instant at which something is said to have happened, in the past, the latest first; duplicates stay. */
function instantsOf(history: History): Instant[] {
  const units = history.batches.flatMap((batch) => batch.units);
  const events = units.flatMap((unit) => (unit.transitions ?? []).map((transition) => transition.occurredAt));
  const creations = units.flatMap((unit) => unit.lead?.createdAt ?? []);
  const first = history.batches[0]!.recordedAt;
  return [...creations, ...events].filter((instant) => instant >= 0 && instant < first).sort((a, b) => b - a);
}

/** The instants at which something was recorded, the latest first. */
export function recordInstantsOf({ batches, voids, commands }: History): Instant[] {
  return [...batches, ...voids, ...commands].map((record) => record.recordedAt).sort((a, b) => b - a);
}

function periodOf(date: LocalDate, length: QuestionSketch['length']): Period {
  if ('days' in length) {
    const start = addDays(date, -length.before);
    return { start, end: addDays(start, length.days) };
  }
  const start = `${date.slice(0, 7)}-01`;
  let end = start;
  for (let month = 0; month < length.months; month += 1) end = `${addDays(end, 31).slice(0, 7)}-01`;
  return { start, end };
}
