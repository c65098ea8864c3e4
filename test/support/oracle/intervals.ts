import type { CostFigures, ReportBody } from '@leadstage/core';
import { cost } from '../../oracle/cost.js';
import { reportStage } from '../../oracle/ladder.js';
import type { CostQuestion, History } from '../../oracle/model.js';
import { resampled } from '../../oracle/resampled.js';
import { cellsOf, minor } from './cells.js';

/**
 * Where the interval of a KERNEL cost is missing, stands where none should, or lies where 2,000 resamples do not bring it;
 * empty where all is well.
 */
export function wrongIntervals(history: History, question: CostQuestion, body: ReportBody<CostFigures>): string[] {
  const lead = reportStage(history, question, 'LEAD');
  const lags = new Map(cost(history, question).lags.map(({ stage, shifts }) => [stage, shifts]));
  const expectedBy = new Map(
    [...lags].flatMap(([key, shifts]) => {
      const isAbove = lead !== undefined && reportStage(history, question, key)!.position > lead.position;
      const isKernel = question.method.kind === 'KERNEL' && isAbove && shifts.length > 0;
      return isKernel ? [[key, resampled(history, question, shifts)] as const] : [];
    }),
  );
  return cellsOf(body).flatMap(({ keys, bucket, figures: { stages } }) =>
    stages.flatMap(({ stage, entered, interval, costPerEntry }) => {
      const where = JSON.stringify([stage.key, keys, bucket]);
      const expected = expectedBy.get(stage.key);
      if (!expected || bucket !== null || entered === 0) return interval ? [`${where}: none is expected`] : [];
      if (!interval || costPerEntry === null) return [`${where}: missing`];
      const [low, high, told] = [interval.low, interval.high, costPerEntry].map((money) => BigInt(minor(money))) as [
        ...[bigint, bigint, bigint],
      ];
      const within = expected({ keys, bucket }, entered);
      const isIn = (end: bigint, [from, to]: readonly [bigint, bigint]) => from <= end && end <= to;
      const shown = `${low} to ${high} about ${told}, by ours ${within.low} to ${within.high}`;
      // The spend that is shown is rounded so as to add up, by two units at most.
      const isAround = low - 2n <= told && told <= high + 2n;
      return isIn(low, within.low) && isIn(high, within.high) && isAround ? [] : [`${where}: ${shown}`];
    }),
  );
}
