import { acceptance } from './acceptance.js';
import { bucketsOf } from './calendar.js';
import { type CostAnswer, type CostRow, cost } from './cost.js';
import { halfAway } from './fractions.js';
import { cohortFunnel, stagesFrom, throughputFunnel } from './funnel.js';
import { goals } from './goals.js';
import { reportStage } from './ladder.js';
import type { CostMethod, History, StageDefinition, StandardQuestion } from './model.js';
import { sla } from './sla.js';
import { timeToReach } from './velocity.js';
import { cac, roi } from './worth.js';

/** One standard metric in the period (null) or a bucket; money in minor units. */
export interface StandardRow {
  readonly bucket: number | null;
  readonly metric: string;
  readonly stage: string | null;
  readonly variant: string | null;
  readonly number: number | null;
  readonly amount: bigint | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A standard stage, the ladder's stage that stands for it if any, and by which name it goes. */
interface Rung {
  readonly stage: StageDefinition | undefined;
  readonly key: string;
}

type Named = Pick<StandardRow, 'metric' | 'stage' | 'variant'>;
const UNKNOWN = { number: null, amount: null, numerator: null, denominator: null };

/** Every number of the investor pack, each asked for alone. */
export function standard(history: History, question: StandardQuestion): StandardRow[] {
  const rungs = ['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'].map((name): Rung => {
    const stage = reportStage(history, question, name);
    return { stage, key: stage?.key ?? name };
  });
  const buckets = question.grain ? bucketsOf(question.period, question.grain, history.settings) : [];
  const places = [null, ...buckets.keys()];
  return [
    ...entries(history, question, rungs, places),
    ...stepRates(history, question, rungs, places),
    ...ofHandoffs(history, question, places),
    ...times(history, question, rungs, places),
    ...costs(history, question, rungs, places),
  ];
}

type Places = readonly (number | null)[];

/** The one row of the total in a place. */
function inTotal<Row extends { readonly keys: readonly unknown[]; readonly bucket: number | null }>(
  rows: readonly Row[],
  bucket: number | null,
  suits: (row: Row) => boolean = () => true,
): Row | undefined {
  return rows.find((row) => row.keys.length === 0 && row.bucket === bucket && suits(row));
}

function rate(named: Named, bucket: number | null, numerator: number, denominator: number): StandardRow {
  const number = denominator === 0 ? null : numerator / denominator;
  return { bucket, ...named, ...UNKNOWN, number, numerator, denominator };
}

function entries(history: History, question: StandardQuestion, rungs: readonly Rung[], places: Places): StandardRow[] {
  return rungs.flatMap(({ stage, key }) => {
    const rows = stage ? throughputFunnel(history, { ...question, base: key, includeImplied: true }) : [];
    return places.map((bucket) => {
      const count = inTotal(rows, bucket, (row) => row.stage === key)?.entered ?? 0;
      return { bucket, metric: 'entered', stage: key, variant: null, ...UNKNOWN, number: stage ? count : null };
    });
  });
}

/** From each rung to the next; one that the ladder lacks is passed over. */
function stepsOf(rungs: readonly Rung[]) {
  return rungs.slice(1).map((to, index) => {
    const below = rungs.slice(0, index + 1);
    const from = below.findLast(({ stage }) => stage) ?? rungs[index]!;
    const isThere = from.stage !== undefined && to.stage !== undefined && from.stage.position < to.stage.position;
    return { from, to, isThere };
  });
}

function stepRates(history: History, question: StandardQuestion, rungs: readonly Rung[], places: Places) {
  const base = rungs.find(({ stage }) => stage)?.key;
  const rows = base ? cohortFunnel(history, { ...question, base, includeImplied: true }) : [];
  const shown = base ? stagesFrom(history, question, base).map((stage) => stage.key) : [];
  return stepsOf(rungs).flatMap(({ from, to, isThere }) =>
    places.map((bucket): StandardRow => {
      const named = { metric: 'stepRate', stage: to.key, variant: `from ${from.key}` };
      if (!isThere || !shown.includes(from.key)) return { bucket, ...named, ...UNKNOWN };
      const reached = ({ key }: Rung) => inTotal(rows, bucket, (row) => row.stage === key)?.reached ?? 0;
      return rate(named, bucket, reached(to), reached(from));
    }),
  );
}

function ofHandoffs(history: History, question: StandardQuestion, places: Places): StandardRow[] {
  const opened = acceptance(history, question);
  const judged = sla(history, { ...question, bandsMs: [3_600_000], replay: null });
  const rates = places.flatMap((bucket) => {
    const { handedOver = 0, accepted = 0, open = 0 } = inTotal(opened, bucket) ?? {};
    const of = (metric: string, variant: string | null = null) => ({ metric, stage: null, variant });
    const clocks = (['RESPONSE', 'DECISION'] as const).map((clock) => {
      const { met = 0, breached = 0, overdue = 0 } = inTotal(judged, bucket, (row) => row.clock === clock) ?? {};
      const variant = clock === 'RESPONSE' ? 'FIRST_RESPONSE' : clock;
      return rate(of('complianceRate', variant), bucket, met, met + breached + overdue);
    });
    return [
      rate(of('acceptanceRate'), bucket, accepted, handedOver),
      rate(of('acceptanceRateOfDecided'), bucket, accepted, handedOver - open),
      ...clocks,
    ];
  });
  const attained = goals(history, question).map(({ goal, stage, entered, target }) =>
    rate({ metric: 'attainment', stage, variant: goal }, null, entered, target),
  );
  return [...rates, ...attained];
}

function times(history: History, question: StandardQuestion, rungs: readonly Rung[], places: Places): StandardRow[] {
  const steps = stepsOf(rungs);
  const [first, last] = [rungs[0]!, rungs.at(-1)!];
  const isThere = first.stage !== undefined && last.stage !== undefined && first.stage.position < last.stage.position;
  const isAStep = steps.some(({ from, to }) => from.key === first.key && to.key === last.key);
  const ways = isAStep ? steps : [...steps, { from: first, to: last, isThere }];
  return ways.flatMap((way) => {
    const { filter, asOf, knownAt, ladder, period, grain } = question;
    const asked = { filter, asOf, knownAt, ladder, period, grain, from: way.from.key, to: way.to.key };
    const rows = way.isThere ? timeToReach(history, { ...asked, basis: 'TO' }) : [];
    return places.map((bucket): StandardRow => {
      const { count = 0, median = null } = inTotal(rows, bucket) ?? {};
      const named = { metric: 'timeToReach', stage: way.to.key, variant: `median from ${way.from.key}` };
      return { bucket, ...named, ...UNKNOWN, number: median, denominator: way.isThere ? count : null };
    });
  });
}

function costs(history: History, question: StandardQuestion, rungs: readonly Rung[], places: Places): StandardRow[] {
  const there = rungs.filter(({ stage }) => stage).map(({ key }) => key);
  if (there.length === 0) throw new Error('a ladder without any standard stage is not simulated');
  const { conversionWindowMs: _, ...common } = question;
  const asked = (method: CostMethod) => ({ ...common, method, includeImplied: true, stages: there });
  const lagged = asked({ kind: 'SHIFTED', lagDays: 'OBSERVED', roundLagToDays: 1 });
  const [simple, shifted] = [cost(history, asked({ kind: 'SIMPLE' })), cost(history, lagged)];
  const customers = rungs.at(-1)!;
  const bought = cac(history, lagged);
  const returned = roi(history, lagged);
  const at = ({ rows }: CostAnswer, key: string, bucket: number | null) =>
    inTotal(rows, bucket, (row) => row.stage === key);
  return places.flatMap((bucket): StandardRow[] => {
    const money = (metric: string, stage: string | null, variant: string | null, amount: bigint | null) => {
      return { bucket, metric, stage, variant, ...UNKNOWN, amount };
    };
    const perEntry = (variant: string, { stage, key }: Rung, row: CostRow | undefined) => ({
      ...money('costPerEntry', key, variant, row?.cost ? halfAway(row.cost) : null),
      denominator: stage ? (row?.entered ?? 0) : null,
    });
    const spentOn = (rung: Rung, row: CostRow | undefined, lagDays: number | null | undefined) =>
      rung.stage && lagDays != null ? (row?.spend ?? 0n) : null;
    const outside = simple.outsideFilter.find((row) => row.bucket === bucket && row.stage === there[0])?.spend ?? 0n;
    const ofBought = inTotal(bought.rows, bucket);
    return [
      money('spend', null, 'SIMPLE', at(simple, there[0]!, bucket)?.spend ?? 0n),
      ...(Object.keys(question.filter ?? {}).length > 0 ? [money('spend', null, 'OUTSIDE_FILTER', outside)] : []),
      ...rungs.map((rung) => perEntry('SIMPLE', rung, at(simple, rung.key, bucket))),
      ...rungs.flatMap((rung) => {
        const lagDays = shifted.lags.find(({ stage }) => stage === rung.key)?.lagDays ?? null;
        const row = at(shifted, rung.key, bucket);
        return [
          { ...money('lagDays', rung.key, 'SHIFTED', null), number: rung.stage ? lagDays : null },
          money('spend', rung.key, 'SHIFTED', spentOn(rung, row, lagDays)),
          perEntry('SHIFTED', rung, row),
        ];
      }),
      money('spend', customers.key, 'CAC', spentOn(customers, ofBought, bought.lagDays)),
      { ...perEntry('', customers, ofBought), metric: 'cac', variant: null },
      {
        ...money('roi', customers.key, 'SHIFTED', null),
        number: inTotal(returned, bucket)?.roi ?? null,
      },
    ];
  });
}
