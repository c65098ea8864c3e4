import type { ReportBody } from '@leadstage/core';

/** A cell of a report, as the oracle names it, with what is shown there. */
export interface Shown<Figures> {
  readonly keys: readonly (string | null)[];
  readonly bucket: number | null;
  readonly figures: Figures;
}

/** Every cell of a report that shows figures. */
export function cellsOf<Figures>(body: ReportBody<Figures>): Shown<Figures>[] {
  const series = (keys: readonly (string | null)[], points: ReportBody<Figures>['series']) =>
    points.map(({ figures }, bucket) => ({ keys, bucket, figures }));
  return [
    { keys: [], bucket: null, figures: body.total },
    ...series([], body.series),
    ...body.groups.flatMap((group) => [
      { keys: group.keys, bucket: null, figures: group.figures },
      ...series(group.keys, group.series),
    ]),
  ];
}

/** Decimal text as minor units: `12.50` is `1250`. */
export function minor(amount: string): string {
  return String(BigInt(amount.replace('.', '')));
}
