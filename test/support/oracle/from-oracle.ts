import { acceptance } from '../../oracle/acceptance.js';
import { spendByEntries } from '../../oracle/allocation.js';
import { gather } from '../../oracle/cells.js';
import { splitOf } from '../../oracle/comparisons.js';
import { type CostAnswer, cost, lagsOfLeads } from '../../oracle/cost.js';
import { diagnosis } from '../../oracle/diagnosis.js';
import { halfAway, toNumber } from '../../oracle/fractions.js';
import { cohortFunnel, stagesFrom, throughputFunnel, unassigned } from '../../oracle/funnel.js';
import { goals } from '../../oracle/goals.js';
import { newcombeEnds } from '../../oracle/intervals.js';
import { reportLadder } from '../../oracle/ladder.js';
import { maturity, type TallyRow } from '../../oracle/maturity.js';
import type {
  Cell,
  CohortQuestion,
  CostQuestion,
  History,
  Question,
  SlaQuestion,
  ThroughputQuestion,
} from '../../oracle/model.js';
import { needed } from '../../oracle/needed.js';
import { responses } from '../../oracle/responses.js';
import { lacksCalendar, sla, wasted } from '../../oracle/sla.js';
import { spend } from '../../oracle/spend.js';
import { standard } from '../../oracle/standard.js';
import { timeInStage } from '../../oracle/stays.js';
import { timeToReach } from '../../oracle/velocity.js';
import { windows } from '../../oracle/windows.js';
import { cac, pipeline, roi } from '../../oracle/worth.js';
import { diagnosisRowsOfOracle, neededRowsOfOracle, standardRowsOfOracle } from './composed-rows.js';
import type { Row } from './rows.js';

/** What the oracle answers, in the rows that `fromSql` gives. */
export function fromOracle(history: History, asked: Question): Row[] {
  switch (asked.report) {
    case 'COHORT':
      return cohortRows(history, asked.question);
    case 'THROUGHPUT':
      return [
        ...throughputRows(history, asked.question),
        ...(asked.question.unit === 'ACCOUNT'
          ? unassigned(history, asked.question).map((row) => ({ kind: 'unassigned', ...row }))
          : []),
      ];
    case 'MATURITY':
      return maturity(history, asked.question).flatMap(({ keys, bucket, stage, ...row }) => {
        const { cohort, mature, projected, ends, tally, beyond } = row;
        const where = { keys, bucket, stage };
        return [
          // Where nobody is at risk before the window ends there may be an answer or none.
          {
            kind: 'maturity',
            ...where,
            cohort,
            mature,
            ...(projected === null ? {} : { projected, ...(ends ?? NO_ENDS) }),
          },
          { kind: 'fates', ...where, course: tally.map(lettersOf).join(''), beyond },
        ];
      });
    case 'VELOCITY':
      return timeToReach(history, asked.question).map(({ sumMs, ...row }) => ({
        kind: 'time',
        ...row,
        mean: Number(sumMs) / row.count / 1000,
      }));
    case 'STAYS':
      return timeInStage(history, asked.question).flatMap(({ keys, bucket, tally, ...row }) => [
        { kind: 'stay', keys, bucket, ...row },
        ...(asked.question.clock === 'BUSINESS' ? [] : [{ kind: 'stays', keys, bucket, tally }]),
      ]);
    case 'ACCEPTANCE':
      return [
        ...acceptance(history, asked.question).flatMap(({ reasons, ...row }) => {
          const { keys, bucket, accepted, handedOver, open } = row;
          const told = reasons.map(({ reason, handoffs }) => JSON.stringify([reason, handoffs])).sort();
          return [
            { kind: 'handoffs', ...row, reasons: told },
            ...rateRow({ keys, bucket, of: 'acceptanceRate' }, accepted, handedOver),
            ...rateRow({ keys, bucket, of: 'acceptanceRateOfDecided' }, accepted, handedOver - open),
          ];
        }),
        ...goals(history, asked.question).map(({ stage: _, ...row }) => ({ kind: 'goal', ...row })),
      ];
    case 'SLA':
      return lacksCalendar(history, asked.question) ? [] : slaRows(history, asked.question);
    case 'SPEND': {
      const by = asked.question.allocation === 'BY_ENTRIES' ? spendByEntries : spend;
      const answer = by(history, asked.question);
      return [
        ...answer.rows.map((row) => ({ kind: 'spend', ...row, spend: String(row.spend) })),
        ...answer.unallocated.map((row) => ({ kind: 'unallocated', ...row, spend: String(row.spend) })),
        ...answer.outsideFilter.map((row) => ({ kind: 'outsideFilter', ...row, spend: String(row.spend) })),
      ];
    }
    case 'COST':
      return [
        ...costRows(cost(history, asked.question), asked.question.method.kind !== 'KERNEL'),
        ...windows(history, asked.question).map((row) => ({ kind: 'window', ...row })),
      ];
    case 'WORTH':
      return worthRows(history, asked.question);
    case 'NEEDED':
      return neededRowsOfOracle(needed(history, asked.question));
    case 'STANDARD':
      return standardRowsOfOracle(standard(history, asked.question));
    case 'DIAGNOSIS':
      return diagnosisRowsOfOracle(diagnosis(history, asked.question), { newcombeEnds, splitOf });
  }
}

const NO_ENDS = { low: null, high: null };

function rateRow(where: object, numerator: number, denominator: number): Row[] {
  return denominator > 0 ? [{ kind: 'rate', ...where, numerator, denominator }] : [];
}

/** What each stage counts in each cell in which any counts, 0 included, beside the stage before and the base. */
function neighbours<R extends Cell & { readonly stage: string }>(stages: readonly string[], rows: readonly R[]) {
  const cells = gather(
    rows.map(({ keys, bucket, ...row }) => ({ label: { keys, bucket }, item: row as unknown as R })),
  );
  return cells.flatMap(({ label, items }) => {
    const at = (stage: string | undefined) => items.find((row) => row.stage === stage);
    return stages.map((stage, index) => {
      return {
        where: { ...label, stage },
        own: at(stage),
        previous: at(stages[index - 1]),
        base: at(stages[0]),
        index,
      };
    });
  });
}

function cohortRows(history: History, question: CohortQuestion): Row[] {
  const rows = cohortFunnel(history, question);
  const reached: Row[] = rows.map((row) => ({ kind: 'reached', ...row }));
  if (question.watchedForMs !== undefined) return reached;
  const stages = stagesFrom(history, question, question.base).map((stage) => stage.key);
  const rates = neighbours(stages, rows).flatMap(({ where, own, previous, base, index }) => [
    ...(index > 0 ? rateRow({ ...where, of: 'step' }, own?.fromPrevious ?? 0, previous?.reached ?? 0) : []),
    ...rateRow({ ...where, of: 'overall' }, own?.reached ?? 0, base?.reached ?? 0),
  ]);
  return [...reached, ...rates];
}

function throughputRows(history: History, question: ThroughputQuestion): Row[] {
  const rows = throughputFunnel(history, question);
  const stages = stagesFrom(history, question, question.base).map((stage) => stage.key);
  return [
    ...rows.map((row) => ({ kind: 'entered', ...row })),
    ...neighbours(stages, rows).flatMap(({ where, own, previous }) =>
      rateRow({ ...where, of: 'period' }, own?.entered ?? 0, previous?.entered ?? 0),
    ),
  ];
}

function slaRows(history: History, question: SlaQuestion): Row[] {
  const clocks = sla(history, question).flatMap(({ sumMs, sumRatio, timed, ...row }): Row[] => {
    const { keys, bucket, judged, clock, met, breached, overdue } = row;
    const isSlipping = sumRatio.numerator > BigInt(timed) * sumRatio.denominator;
    return [
      {
        kind: 'sla',
        ...row,
        verdict: timed === 0 ? null : isSlipping ? 'SLIPPING' : 'HOLDING',
        mean: timed === 0 ? null : Number(sumMs) / timed / 1000,
        ratio: timed === 0 ? null : toNumber(sumRatio) / timed,
      },
      ...rateRow({ keys, bucket, judged, clock, of: 'complianceRate' }, met, met + breached + overdue),
    ];
  });
  const bands = responses(history, question);
  const outcomes = bands.map(({ sql, customer, ...row }) => {
    return { kind: 'outcome', ...row, rates: [sql, customer].map((numerator) => [numerator, row.handoffs]) };
  });
  const all = gather(bands.map(({ keys, bucket, handoffs }) => ({ label: { keys, bucket }, item: handoffs })));
  const counts = all.map(({ label, items }) => {
    return { kind: 'handoffs', ...label, handoffs: items.reduce((sum, handoffs) => sum + handoffs, 0) };
  });
  const waste = wasted(history, question)
    .filter((row) => row.wasted > 0)
    .map(({ wastedCost, ...row }) => ({ kind: 'wasted', ...row, cost: wastedCost && String(halfAway(wastedCost)) }));
  return [...clocks, ...outcomes, ...counts, ...waste];
}

function costRows({ lags, rows, unallocated, outsideFilter }: CostAnswer, hasLag: boolean): Row[] {
  const lagOf = new Map(lags.map(({ stage, lagDays }) => [stage, lagDays]));
  return [
    ...rows.map((row) => ({
      kind: 'cost',
      ...row,
      ...(hasLag ? { lagDays: lagOf.get(row.stage) ?? null } : {}),
      spend: row.spend === null ? null : String(row.spend),
      cost: row.cost && String(halfAway(row.cost)),
    })),
    ...unallocated.map((row) => ({ kind: 'unallocated', ...row, entered: 0, spend: String(row.spend) })),
    ...outsideFilter.map((row) => ({ kind: 'outsideFilter', ...row, entered: 0, spend: String(row.spend) })),
  ];
}

function worthRows(history: History, question: CostQuestion): Row[] {
  const { lagDays, rows } = cac(history, question);
  return [
    ...rows.map(({ stage, ...row }) => ({
      kind: 'cac',
      ...row,
      lagDays,
      spend: row.spend === null ? null : String(row.spend),
      cost: row.cost && String(halfAway(row.cost)),
    })),
    ...roi(history, question)
      .filter(({ won, spend: spent }) => won > 0 || spent)
      .map((row) => ({
        kind: 'roi',
        ...row,
        value: String(row.value),
        spend: row.spend === null ? null : String(row.spend),
      })),
    ...pipeline(history, question).map((row) => ({ kind: 'pipeline', ...row, value: String(row.value) })),
  ];
}

const MOST_LAG_DAYS = 3_650;

/** Whether a product may refuse or leave out what the oracle adds up: leads that took more than ten years. */
export function isTooLong(history: History, { report, question }: Question): boolean {
  if (!(report === 'COST' || report === 'WORTH') || question.method.kind !== 'KERNEL') return false;
  const lags = reportLadder(history, question).flatMap((stage) => lagsOfLeads(history, question, stage));
  return lags.some((lag) => Math.abs(lag) > MOST_LAG_DAYS);
}

/** How the measure tells what befell so many of a cohort at one time. */
function lettersOf([time, reached, out, lost]: TallyRow): string {
  const events = 'r'.repeat(reached) + 'o'.repeat(out);
  return events.slice(0, 1).toUpperCase() + events.slice(1) + (time === 0 ? 'N' : 'L').repeat(lost);
}
