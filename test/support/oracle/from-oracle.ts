import { acceptance } from '../../oracle/acceptance.js';
import { spendByEntries } from '../../oracle/allocation.js';
import { type CostAnswer, cost, lagsOfLeads } from '../../oracle/cost.js';
import { halfAway } from '../../oracle/fractions.js';
import { cohortFunnel, throughputFunnel, unassigned } from '../../oracle/funnel.js';
import { goals } from '../../oracle/goals.js';
import { reportLadder } from '../../oracle/ladder.js';
import { maturity } from '../../oracle/maturity.js';
import type { CostQuestion, History, Question, SlaQuestion } from '../../oracle/model.js';
import { responses } from '../../oracle/responses.js';
import { lacksCalendar, sla, wasted } from '../../oracle/sla.js';
import { spend } from '../../oracle/spend.js';
import { timeInStage } from '../../oracle/stays.js';
import { timeToReach } from '../../oracle/velocity.js';
import { cac, pipeline, valueWon } from '../../oracle/worth.js';
import type { Row } from './rows.js';

/** What the oracle answers, in the rows that `fromSql` gives. */
export function fromOracle(history: History, asked: Question): Row[] {
  switch (asked.report) {
    case 'COHORT':
      return cohortFunnel(history, asked.question).map((row) => ({ kind: 'reached', ...row }));
    case 'THROUGHPUT':
      return [
        ...throughputFunnel(history, asked.question).map((row) => ({ kind: 'entered', ...row })),
        ...(asked.question.unit === 'ACCOUNT'
          ? unassigned(history, asked.question).map((row) => ({ kind: 'unassigned', ...row }))
          : []),
      ];
    case 'MATURITY':
      return maturity(history, asked.question).flatMap(({ keys, bucket, stage, ...row }) => {
        const { cohort, mature, projected, tally, beyond } = row;
        const where = { keys, bucket, stage };
        return [
          // Where nobody is at risk before the window ends there may be an answer or none.
          { kind: 'maturity', ...where, cohort, mature, ...(projected === null ? {} : { projected }) },
          { kind: 'fates', ...where, tally, beyond },
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
        ...acceptance(history, asked.question).map(({ reasons, ...row }) => ({
          kind: 'handoffs',
          ...row,
          reasons: reasons.map(({ reason, handoffs }) => JSON.stringify([reason, handoffs])).sort(),
        })),
        ...goals(history, asked.question).map((row) => ({ kind: 'goal', ...row })),
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
      return costRows(cost(history, asked.question), asked.question.method.kind !== 'KERNEL');
    case 'WORTH':
      return worthRows(history, asked.question);
  }
}

function slaRows(history: History, question: SlaQuestion): Row[] {
  const clocks = sla(history, question).map(({ sumMs, sumRatio, timed, ...row }) => ({
    kind: 'sla',
    ...row,
    mean: timed === 0 ? null : Number(sumMs) / timed / 1000,
    ratio: timed === 0 ? null : sumRatio / timed,
  }));
  const outcomes = responses(history, question).map((row) => ({ kind: 'outcome', ...row }));
  const waste = wasted(history, question)
    .filter((row) => row.wasted > 0)
    .map(({ wastedCost, ...row }) => ({
      kind: 'wasted',
      ...row,
      cost: wastedCost && String(halfAway(wastedCost)),
      // The cost per MQL may be rounded before it is multiplied.
      within: row.wasted + 1,
    }));
  return [...clocks, ...outcomes, ...waste];
}

function costRows({ lags, rows, unallocated, outsideFilter, tolerance }: CostAnswer, hasLag: boolean): Row[] {
  const lagOf = new Map(lags.map(({ stage, lagDays }) => [stage, lagDays]));
  const within = tolerance > 0 ? { within: tolerance + 1 } : {};
  return [
    ...rows.map((row) => ({
      kind: 'cost',
      ...row,
      ...within,
      ...(hasLag ? { lagDays: lagOf.get(row.stage) ?? null } : {}),
      spend: row.spend === null ? null : String(row.spend),
      cost: row.cost && String(halfAway(row.cost)),
    })),
    ...unallocated.map((row) => ({ kind: 'unallocated', ...row, ...within, entered: 0, spend: String(row.spend) })),
    ...outsideFilter.map((row) => ({ kind: 'outsideFilter', ...row, ...within, entered: 0, spend: String(row.spend) })),
  ];
}

function worthRows(history: History, question: CostQuestion): Row[] {
  const { lagDays, rows } = cac(history, question);
  const value = (kind: string, list: ReturnType<typeof pipeline>) =>
    list.map((row) => ({ kind, ...row, value: String(row.value) }));
  return [
    ...rows.map(({ stage, ...row }) => ({
      kind: 'cac',
      ...row,
      lagDays,
      spend: row.spend === null ? null : String(row.spend),
      cost: row.cost && String(halfAway(row.cost)),
    })),
    ...value('won', valueWon(history, question)),
    ...value('pipeline', pipeline(history, question)),
  ];
}

const MOST_LAG_DAYS = 3_650;

/** Whether a product may refuse or leave out what the oracle adds up: leads that took more than ten years. */
export function isTooLong(history: History, { report, question }: Question): boolean {
  if (report !== 'COST' || question.method.kind !== 'KERNEL') return false;
  const lags = reportLadder(history, question).flatMap((stage) => lagsOfLeads(history, question, stage));
  return lags.some((lag) => Math.abs(lag) > MOST_LAG_DAYS);
}
