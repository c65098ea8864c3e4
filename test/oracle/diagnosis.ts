import type { LocalDate, Period } from '../../packages/core/src/question.js';
import { acceptance } from './acceptance.js';
import { addDays, dateOf, daysBetween, startOfDate } from './calendar.js';
import { gather } from './cells.js';
import { adjustedOf, type Comparison, compared, comparedWith, type GroupCounts, type TooThin } from './comparisons.js';
import { cohortFunnel } from './funnel.js';
import type { Counts } from './intervals.js';
import { definitionsRead, handoffStageOf, isLater, ladderAt, reportLadder, reportStage } from './ladder.js';
import type { CommonQuestion, DiagnosisQuestion, History, StageDefinition } from './model.js';
import { sla } from './sla.js';

/** What everything is compared with besides the baseline: whole per cent; a null stage is any. */
export const FIGURES = [
  { id: 1, metric: 'stepRate', stage: 'MQL', percent: 40 },
  { id: 2, metric: 'stepRate', stage: 'SQL', percent: 55 },
  { id: 3, metric: 'acceptanceRate', stage: null, percent: 30 },
  { id: 4, metric: 'complianceRate', stage: null, percent: 60 },
] as const;

type Metric = (typeof FIGURES)[number]['metric'];

/** What was counted of a rate, over all (attribute null) and by the values of each attribute. */
export interface Observation {
  readonly metric: Metric;
  /** Key of the stage that the step leads to. */
  readonly to: string;
  readonly all: { readonly now: Counts; readonly before: Counts };
  readonly byAttribute: readonly { readonly attribute: string; readonly groups: readonly GroupCounts[] }[];
  readonly hasBaseline: boolean;
  /** A stage of the step was not in the ladder all the time. */
  readonly isNew: boolean;
}

/** One comparison; `against` is null for the baseline, else the id of a figure. */
export interface Compared {
  readonly metric: Metric;
  readonly to: string;
  readonly attribute: string | null;
  readonly value: string | null;
  readonly against: number | null;
  readonly leads: number;
  readonly result:
    | (Comparison & { readonly adjustedP: number })
    | (Omit<TooThin, 'reason'> & { readonly reason: string });
}

export interface Diagnosis {
  readonly observations: readonly Observation[];
  readonly comparisons: readonly Compared[];
}

export function diagnosis(history: History, question: DiagnosisQuestion): Diagnosis {
  const observations = observationsOf(history, question);
  const untested = observations.flatMap((each) => comparisonsOf(history, question, each));
  const family = untested.flatMap(({ result }) => ('p' in result ? [result.p] : []));
  const adjusted = adjustedOf(family);
  let place = 0;
  const comparisons = untested.map((each): Compared => {
    if (!('p' in each.result)) return { ...each, result: each.result };
    place += 1;
    return { ...each, result: { ...each.result, adjustedP: adjusted[place - 1]! } };
  });
  return { observations, comparisons };
}

const ATTRIBUTES = ['source', 'leadType'];

/** The same number of months back where the period is of whole ones, else of days. */
function baselineOf({ period: { start, end }, baselinePeriods }: DiagnosisQuestion): Period {
  if (!start.endsWith('-01') || !end.endsWith('-01')) {
    return { start: addDays(start, -baselinePeriods * daysBetween(start, end)), end: start };
  }
  const month = (date: LocalDate) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
  const first = month(start) - baselinePeriods * (month(end) - month(start));
  const [year, ofYear] = [Math.floor(first / 12), (first % 12) + 1];
  return { start: `${year}-${String(ofYear).padStart(2, '0')}-01`, end: start };
}

interface Step {
  readonly from: StageDefinition;
  readonly to: StageDefinition;
}

function observationsOf(history: History, question: DiagnosisQuestion): Observation[] {
  const { asOf, conversionWindowMs: window, by: attributes = ATTRIBUTES } = question;
  const { timeZone } = history.settings;
  const baseline = baselineOf(question);
  const ladder = reportLadder(history, question);
  const lead = reportStage(history, question, 'LEAD');
  const stages = lead ? ladder.filter((stage) => stage.position >= lead.position) : ladder;
  const steps = stages.slice(1).map((to, index): Step => ({ from: stages[index]!, to }));
  const until = dateOf(asOf - window, timeZone);
  const clipped = ({ start, end }: Period) => ({ start, end: end < until ? end : until });
  const observed = (metric: Metric, step: Step, counts: (asked: CommonQuestion) => Counted[], periods: Period[]) => {
    const slice = (by: readonly string[]) => {
      const sides = periods.map((period) => counts({ ...question, period, grain: undefined, by }));
      const keys = gather([{ keys: [] }, ...sides.flat()].map((each) => ({ label: each.keys, item: null })));
      return keys.map(({ label }) => {
        const of = (side: Counted[] = []) =>
          side.find((each) => JSON.stringify(each.keys) === JSON.stringify(label)) ?? { numerator: 0, denominator: 0 };
        return { keys: label, before: of(sides[0]), now: of(sides[1]) };
      });
    };
    const isNew =
      metric !== 'acceptanceRate' && !wasThere(history, question, step, startOfDate(baseline.start, timeZone));
    return {
      metric,
      to: step.to.key,
      all: slice([])[0]!,
      byAttribute: attributes.map((attribute) => {
        const groups = slice([attribute]).filter(({ keys }) => keys.length > 0);
        return { attribute, groups: groups.map(({ keys, now, before }) => ({ value: keys[0] ?? null, now, before })) };
      }),
      hasBaseline: metric !== 'acceptanceRate',
      isNew,
    };
  };
  const found: Observation[] = steps.map((step) =>
    observed('stepRate', step, (asked) => stepCounts(history, asked, step, window), [baseline, question.period]),
  );
  const from = handoffStageOf(ladder);
  const to = from && ladder.find((stage) => isLater(stage, from));
  if (!from || !to) return found;
  // Nothing is seen of a period of which no date has wholly been watched.
  const dates = question.period.start < until ? [clipped(baseline), clipped(question.period)] : [];
  const hasPolicies = (history.policies ?? []).some(({ recordedAt }) => recordedAt <= (question.knownAt ?? Infinity));
  const handoffs = (asked: CommonQuestion) => ({ ...asked, asOf });
  if (hasPolicies) {
    const compliance = (asked: CommonQuestion) =>
      sla(history, { ...handoffs(asked), bandsMs: [1], replay: null })
        .filter(({ clock }) => clock === 'RESPONSE')
        .map(({ keys, met, breached, overdue }) => ({ keys, numerator: met, denominator: met + breached + overdue }));
    found.push(observed('complianceRate', { from, to }, compliance, dates));
  }
  const accepted = (asked: CommonQuestion) =>
    acceptance(history, handoffs(asked)).map((row) => {
      return { keys: row.keys, numerator: row.accepted, denominator: row.handedOver };
    });
  return [...found, observed('acceptanceRate', { from, to }, accepted, dates)];
}

type Counted = Counts & { readonly keys: readonly (string | null)[] };

/** Of those that entered the one stage, and were watched for the window since, those at the other within it. */
function stepCounts(history: History, asked: CommonQuestion, { from, to }: Step, window: number): Counted[] {
  const watched = { conversionWindowMs: window, watchedForMs: window, includeImplied: true };
  const rows = cohortFunnel(history, { ...asked, ...watched, base: from.key });
  const reached = gather(
    rows.map(({ keys, stage, reached: count }) => ({ label: keys, item: [stage, count] as const })),
  );
  return reached.map(({ label: keys, items }) => {
    const at = (key: string) => items.find(([stage]) => stage === key)?.[1] ?? 0;
    return { keys, numerator: at(to.key), denominator: at(from.key) };
  });
}

/** Whether both stages were in the ladder at every instant from one to `asOf`. */
function wasThere(history: History, question: DiagnosisQuestion, { from, to }: Step, since: number): boolean {
  const definitions = definitionsRead(history, question);
  const turns = definitions.map((each) => each.effectiveFrom).filter((turn) => turn > since && turn <= question.asOf);
  return [since, ...turns].every((instant) => {
    const there = ladderAt(definitions, instant).map((stage) => stage.id);
    return there.includes(from.id) && there.includes(to.id);
  });
}

function comparisonsOf(history: History, question: DiagnosisQuestion, observation: Observation) {
  const { metric, to, all, byAttribute, hasBaseline, isNew } = observation;
  // A group that is all leads, or nobody, would say nothing of its own.
  const groups = byAttribute.flatMap(({ attribute, groups: each }) =>
    each
      .filter(({ now, before }) => now.denominator + before.denominator > 0)
      .filter(({ now, before }) => now.denominator < all.now.denominator || before.denominator < all.before.denominator)
      .map((group) => ({ attribute, ...group })),
  );
  const figures = FIGURES.filter((figure) => {
    const stage = figure.stage === null ? to : reportStage(history, question, figure.stage)?.key;
    return figure.metric === metric && stage === to;
  });
  return [{ attribute: null, value: null, ...all }, ...groups].flatMap(({ attribute, value, now, before }) => {
    const about = { metric, to, attribute, value, leads: now.denominator };
    const past = !hasBaseline
      ? []
      : !isNew
        ? [{ ...about, against: null, result: compared(now, before) }]
        : attribute === null
          ? [{ ...about, against: null, result: { reason: 'NEW_STAGE', needed: null } }]
          : [];
    return [
      ...past,
      ...figures.map(({ id, percent }) => ({ ...about, against: id, result: comparedWith(now, percent) })),
    ];
  });
}
