import type { Instant, LocalDate, Period } from '../../packages/core/src/question.js';
import { filterOf } from './build-sla.js';
import { recordedAtOf } from './build-times.js';
import { addDays, dateOf, daysBetween } from './calendar.js';
import { FEATURES, type Feature, REPORTS } from './features.js';
import { reportLadder } from './ladder.js';
import type { CommonQuestion, CostMethod, CostQuestion, History, Proposal, Question } from './model.js';
import type { QuestionSketch } from './question-sketch.js';
import { VALUES } from './sketch-parts.js';

const HOUR = 3_600_000;

/** The question a sketch means, as far as the features that it may use go. */
export function buildQuestion(
  history: History,
  sketch: QuestionSketch,
  features: readonly Feature[] = FEATURES,
): Question {
  const may = (feature: Feature) => features.includes(feature);
  const { includeImplied, costScopes } = sketch;
  const reports = REPORTS.filter(may);
  const report = reports[sketch.report % reports.length]!;
  const common = commonOf(history, sketch, may('TODAY'));
  const keys = reportLadder(history, common).map((stage) => stage.key);
  const lower = sketch.base % (keys.length - 1);
  const upper = lower + 1 + (sketch.to % (keys.length - 1 - lower));
  const [from, to] = [keys[lower]!, keys[upper]!];
  const settled = { ...common, asOf: common.asOf ?? recordedAtOf(0) };
  const unit = may('ACCOUNT') ? sketch.unit : 'LEAD';
  const clock = may('BUSINESS') ? { clock: sketch.clock, calendar: sketch.calendar } : {};
  const allocation = may('BY_ENTRIES') ? sketch.allocation : undefined;
  const conversionWindowMs = sketch.windowHours === undefined ? undefined : sketch.windowHours * HOUR;
  switch (report) {
    case 'COHORT': {
      const watchedForMs =
        may('WATCHED_FOR') && sketch.watchedHours !== undefined ? sketch.watchedHours * HOUR : undefined;
      const asked = watchedForMs === undefined ? common : settled;
      return { report, question: { ...asked, base: from, includeImplied, conversionWindowMs, unit, watchedForMs } };
    }
    case 'THROUGHPUT':
      return { report, question: { ...common, base: from, includeImplied, unit } };
    case 'MATURITY':
      return {
        report,
        question: {
          ...settled,
          base: from,
          includeImplied,
          unit,
          conversionWindowMs: conversionWindowMs ?? 90 * 24 * HOUR,
        },
      };
    case 'VELOCITY':
      return { report, question: { ...common, ...clock, from, to, basis: sketch.basis } };
    case 'STAYS':
      return { report, question: { ...settled, ...clock, stage: from } };
    case 'ACCEPTANCE':
      return { report, question: settled };
    case 'SLA':
      return {
        report,
        question: { ...settled, bandsMs: sketch.bandsMs, replay: may('REPLAY') ? replayOf(sketch) : null },
      };
    case 'SPEND':
      return { report, question: { ...common, costScopes, lagDays: lagIn(sketch.method), allocation } };
    case 'COST':
    case 'WORTH': {
      const question = { ...common, costScopes, method: methodOf(sketch, may), includeImplied: true, allocation };
      const asked = bounded(question, keys, sketch);
      return { report, question: report === 'WORTH' ? { ...asked, asOf: settled.asOf } : asked };
    }
    case 'NEEDED': {
      const ratesOver = sketch.basis === 'FROM' ? undefined : common.period;
      // Goals are of any time.
      return { report, question: { ...settled, ...NO_CELLS, period: ALL, ratesOver, conversionWindowMs } };
    }
    case 'STANDARD':
      return { report, question: { ...settled, by: undefined, grain: fewBuckets(common), conversionWindowMs } };
    case 'DIAGNOSIS': {
      const period = sketch.isPlain ? aroundTheMiddle(history) : common.period;
      const conversionWindow = {
        conversionWindowMs: conversionWindowMs || 30 * 24 * HOUR,
        baselinePeriods: sketch.isPlain ? 1 : 3,
      };
      return { report, question: { ...settled, grain: undefined, period, ...conversionWindow } };
    }
  }
}

const NO_CELLS = { filter: undefined, by: undefined, grain: undefined };

/** Of what asks for many things in each bucket. */
function fewBuckets({ period, grain }: CommonQuestion): CommonQuestion['grain'] {
  const isLong = daysBetween(period.start, period.end) > 40;
  return isLong && (grain === 'DAY' || grain === 'WEEK' || grain === 'MONTH') ? 'YEAR' : grain;
}

/** Forty days since the one in whose past and future as much happened. */
function aroundTheMiddle(history: History): Period {
  const instants = instantsOf(history);
  const middle = instants[Math.floor(instants.length / 2)] ?? recordedAtOf(0);
  const start = dateOf(middle, history.settings.timeZone);
  return { start, end: addDays(start, 40) };
}

function replayOf({ replay }: QuestionSketch): Proposal[] | null {
  const proposals = replay?.filter(({ response, decision }) => response || decision) ?? [];
  if (proposals.length === 0) return null;
  return proposals.map(({ filter, response, decision }) => {
    return { filter: filterOf(filter), response: response ?? null, decision: decision ?? null, calendar: null };
  });
}

function methodOf({ method }: QuestionSketch, may: (feature: Feature) => boolean): CostMethod {
  if ((method.kind === 'KERNEL' || method.kind === 'ROLLING') && !may(method.kind)) return { kind: 'SIMPLE' };
  if (!('lagDays' in method) || method.lagDays !== 'MQL_TIME_PLUS_SLA' || may('MQL_TIME_PLUS_SLA')) return method;
  return { kind: 'SHIFTED', lagDays: 'OBSERVED', roundLagToDays: method.roundLagToDays };
}

/** Methods that ask for many windows are asked of one stage, and of few buckets; ROLLING always of some. */
function bounded(question: CostQuestion, keys: readonly string[], sketch: QuestionSketch): CostQuestion {
  const { method, period, grain } = question;
  if (method.kind !== 'KERNEL' && method.kind !== 'ROLLING') return question;
  const isLong = daysBetween(period.start, period.end) > 100;
  const coarse = isLong && (grain === 'DAY' || grain === 'WEEK') ? 'QUARTER' : grain;
  const wanted = method.kind === 'ROLLING' ? (coarse ?? (isLong ? 'QUARTER' : 'WEEK')) : coarse;
  return { ...question, grain: wanted, stages: [keys[sketch.to % keys.length]!] };
}

function lagIn(method: CostMethod): number {
  return method.kind === 'SHIFTED' && typeof method.lagDays === 'number' ? method.lagDays : 0;
}

function commonOf(history: History, sketch: QuestionSketch, mayRestate: boolean): CommonQuestion {
  const { grain, isPlain } = sketch;
  const filter = sketch.filter && Object.fromEntries(sketch.filter.map(conditionOf));
  const by = sketch.by.length ? sketch.by : undefined;
  const ladder = mayRestate ? sketch.ladder : undefined;
  // No more buckets than a report shows.
  if (isPlain)
    return { period: ALL, grain: grain === 'DAY' || grain === 'WEEK' ? 'QUARTER' : grain, filter, by, ladder };
  const instants = instantsOf(history);
  const records = recordInstantsOf(history);
  const pick = (list: readonly Instant[], index: number) => list[index % list.length]!;
  return {
    period: periodOf(dateOf(pick(instants, sketch.start), history.settings.timeZone), sketch.length),
    grain,
    filter,
    by,
    asOf: sketch.asOf && pick(instants, sketch.asOf.event) + sketch.asOf.ms,
    knownAt: sketch.knownAt && pick(records, sketch.knownAt.record) + sketch.knownAt.ms,
    ladder,
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

/** The instants at which something was recorded since the first batch, the latest first. */
export function recordInstantsOf(history: History): Instant[] {
  const { batches, voids, commands, calendars = [], policies = [], goals = [] } = history;
  return [...batches, ...voids, ...commands, ...calendars, ...policies, ...goals]
    .map((record) => record.recordedAt)
    .filter((recordedAt) => recordedAt >= batches[0]!.recordedAt)
    .sort((a, b) => b - a);
}

/** All that happens in histories does so in it. */
const ALL: Period = { start: '2005-01-01', end: '2026-07-01' };

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
