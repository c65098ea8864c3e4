import type { DurationFigures, FunnelFigures, FunnelStage, Rate, ReportBody, Tally } from '@leadstage/core';
import { cellsOf, type Shown } from './cells.js';
import type { Ladder, Probed } from './probe.js';
import type { Row } from './rows.js';

export function cohortRows(body: ReportBody<FunnelFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    figures.stages.flatMap(({ stage, reached, stepRate }) =>
      reached
        ? [{ kind: 'reached', keys, bucket, stage: stage.key, reached, fromPrevious: stepRate?.numerator ?? reached }]
        : [],
    ),
  );
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
    figures.stages.flatMap(({ stage, entered }) =>
      entered ? [{ kind: 'entered', keys, bucket, stage: stage.key, entered }] : [],
    ),
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

/** What stages of a cohort funnel with a window say of how ripe it is. */
type RipeStage = Pick<FunnelStage, 'stage'> & {
  readonly matureShare: Rate;
  readonly projected: { readonly value: number } | null;
};

export function maturityRows(body: ReportBody<FunnelFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }) =>
    (figures.stages.slice(1) as Pick<FunnelStage, 'stage'>[] as RipeStage[]).flatMap(
      ({ stage, matureShare, projected }) => {
        const { numerator: mature, denominator: cohort } = matureShare;
        const where = { kind: 'maturity', keys, bucket, stage: stage.key };
        return cohort ? [{ ...where, cohort, mature, projected: projected?.value ?? null }] : [];
      },
    ),
  );
}

/** Of `incidence` measures, by stage. What was before the entry into the base was at 0. */
export function fateRows({ cells, measures }: Probed, stages: Ladder): Row[] {
  return cells.flatMap(({ keys, bucket, figures }) =>
    stages.flatMap(({ key: stage }, index) => {
      const measure = measures[index];
      const window = measure?.kind === 'incidence' ? measure.within : 0;
      const { tally, beyond } = fates((figures[index]?.[0] ?? []) as Tally, window);
      return tally.length || beyond ? [{ kind: 'fates', keys, bucket, stage, tally, beyond }] : [];
    }),
  );
}

function fates(rows: Tally, window: number) {
  const times = new Map<number, [number, number, number]>();
  let beyond = 0;
  for (const [label, ...counts] of rows) {
    const [reached = 0, out = 0, censored = 0] = counts.map(Number);
    // Watched for exactly the window is watched for it.
    const isBeyond = label === null || Number(label) === window;
    if (isBeyond) beyond += censored;
    if (label === null) continue;
    const time = Math.max(0, Number(label));
    const [a, b, c] = times.get(time) ?? [0, 0, 0];
    times.set(time, [a + reached, b + out, c + (isBeyond ? 0 : censored)]);
  }
  const tally = [...times]
    .map(([time, counts]) => [time, ...counts])
    .filter(([, ...counts]) => counts.some((count) => count > 0))
    .sort(([a = 0], [b = 0]) => a - b);
  return { tally, beyond };
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
  readonly timeInStage: readonly {
    readonly count: number;
    readonly ended: number;
    readonly open: number;
    readonly median: number | null;
    readonly p75: number | null;
    readonly p90: number | null;
  }[];
}

export function stayRows(body: ReportBody<DurationFigures>): Row[] {
  return cellsOf(body).flatMap(({ keys, bucket, figures }: Shown<unknown>) =>
    (figures as Stays).timeInStage.flatMap(({ count, ended, open, median, p75, p90 }) =>
      count ? [{ kind: 'stay', keys, bucket, count, ended, open, median, p75, p90 }] : [],
    ),
  );
}

/** Of one `stay` measure. */
export function staysRows({ cells }: Probed): Row[] {
  return cells.flatMap(({ keys, bucket, figures: [values = []] }) => {
    const tally = values[0] as Tally;
    return tally.length ? [{ kind: 'stays', keys, bucket, tally }] : [];
  });
}
