import type { DurationFigures, FunnelFigures, Rate, ReportBody, Tally, TimeInStage } from '@leadstage/core';
import { cellsOf, type Shown } from './cells.js';
import type { Ladder, Probed } from './probe.js';
import type { Row } from './rows.js';

export function cohortRows(body: ReportBody<FunnelFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage, reached, stepRate, overallRate }): Row[] => {
      const where = { keys, bucket, stage: stage.key };
      return [
        ...(reached ? [{ kind: 'reached', ...where, reached, fromPrevious: stepRate?.numerator ?? reached }] : []),
        ...rateRow({ ...where, of: 'step' }, stepRate),
        ...rateRow({ ...where, of: 'overall' }, overallRate),
      ];
    }),
  );
}

/** On what a rate was measured; what its numerator and denominator make of it is looked at everywhere (shares.ts). */
export function rateRow(where: object, rate: Pick<Rate, 'numerator' | 'denominator'> | null): Row[] {
  if (!rate?.denominator) return [];
  return [{ kind: 'rate', ...where, numerator: rate.numerator, denominator: rate.denominator }];
}

/** Of one `reached` measure. */
export function reachedRows({ cells, measures }: Probed, stages: Ladder): Row[] {
  const [measure] = measures;
  const explicitOnly = measure?.kind === 'reached' && measure.explicitOnly;
  return cells.flatMap(({ keys, bucket, figures: [counts = []] }) =>
    stages.flatMap(({ key: stage }, index) => {
      const reached = Number(counts[index]);
      // The base has none before it.
      const fromPrevious = explicitOnly && index > 0 ? Number(counts[stages.length + index]) : reached;
      return reached ? [{ kind: 'reached', keys, bucket, stage, reached, fromPrevious }] : [];
    }),
  );
}

export function throughputRows(body: ReportBody<FunnelFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage, entered, periodRatio }): Row[] => {
      const where = { keys, bucket, stage: stage.key };
      return [
        ...(entered ? [{ kind: 'entered', ...where, entered }] : []),
        ...rateRow({ ...where, of: 'period' }, periodRatio),
      ];
    }),
  );
}

/** Of measures with one count each, by stage. */
export function unassignedRows({ cells }: Probed, stages: Ladder): Row[] {
  return cells.flatMap(({ keys, bucket, figures }) =>
    stages.flatMap(({ key: stage }, index) => {
      const count = Number(figures[index]?.[0]);
      return count ? [{ kind: 'unassigned', keys, bucket, stage, unassigned: count }] : [];
    }),
  );
}

export function maturityRows(body: ReportBody<FunnelFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    figures.stages.slice(1).flatMap(({ stage, matureShare, projected }) => {
      const { numerator: mature, denominator: cohort } = matureShare ?? { numerator: 0, denominator: 0 };
      const where = { kind: 'maturity', keys, bucket, stage: stage.key };
      const { value = null, low = null, high = null } = projected ?? {};
      return cohort ? [{ ...where, cohort, mature, projected: value, low, high }] : [];
    }),
  );
}

/** Of `incidence` measures, by stage. */
export function fateRows({ cells }: Probed, stages: Ladder): Row[] {
  return cells.flatMap(({ keys, bucket, figures }) =>
    stages.flatMap(({ key: stage }, index) => {
      const [course = '', beyond = 0] = figures[index] ?? [];
      return course || beyond ? [{ kind: 'fates', keys, bucket, stage, course, beyond }] : [];
    }),
  );
}

export function velocityRows(body: ReportBody<DurationFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures: { count, mean, median, p75, p90, histogram } }) =>
    count === 0
      ? []
      : [{ kind: 'time', keys, bucket, count, mean, median, p75, p90, histogram: histogram.map((each) => each.count) }],
  );
}

/** What velocity says of the stays in a stage. */
interface Stays {
  readonly timeInStage: readonly TimeInStage[];
}

export function stayRows(body: ReportBody<DurationFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }: Shown<unknown>) =>
    (figures as Stays).timeInStage.flatMap(({ stage: _, histogram, ...row }) => {
      const classes = histogram.map(({ ended, open }) => [ended, open]);
      return row.count ? [{ kind: 'stay', keys, bucket, ...row, classes }] : [];
    }),
  );
}

/** Of one `stay` measure. */
export function staysRows({ cells }: Probed): Row[] {
  return cells.flatMap(({ keys, bucket, figures: [values = []] }) => {
    const tally = values[0] as Tally;
    return tally.length ? [{ kind: 'stays', keys, bucket, tally }] : [];
  });
}
