import type { VelocityReport } from '@leadstage/sdk';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { className, velocityScene, wayOf } from './velocity-figures.js';

/** The time to reach, its classes, its buckets, and the stays. */
export function velocityTables(report: VelocityReport, plain: Scene): DataTable[] {
  const scene = velocityScene(report, plain);
  const { own, lengths, formats, words } = scene;
  const length = (value: number | null): Cell => ({ text: lengths.text(value), value });
  const count = (value: number): Cell => ({ text: formats.count(value), value });
  const columns = (first: string, ...others: readonly string[]) => [
    { title: first },
    ...others.map((title) => ({ title, numeric: true })),
  ];
  const quantiles = [own.median, own.p75, own.p90];
  const rows = [{ period: report.period, figures: report.total }, ...report.series];
  return [
    {
      caption: `${own.timeToReach}: ${wayOf(report)}`,
      columns: columns(words.period, own.leads, ...quantiles, own.mean),
      rows: rows.map(({ period, figures: { count: leads, behind, median, p75, p90, mean } }) => [
        { text: formats.period(period), value: period.start },
        { ...count(leads), behind },
        ...[median, p75, p90, mean].map(length),
      ]),
    },
    {
      caption: wayOf(report),
      columns: columns(own.length, own.leads),
      rows: report.total.histogram.map((each) => [
        { text: className(each, scene), value: each.from },
        count(each.count),
      ]),
    },
    {
      caption: own.timeInStage,
      columns: columns(
        words.stage,
        ...[own.stays, own.ended, own.open, ...quantiles, own.mean, own.meanOfEnded, own.openMedian, own.openLongest],
      ),
      rows: report.total.timeInStage.map((stay) => [
        { text: stay.stage.name },
        count(stay.count),
        count(stay.ended),
        { ...count(stay.open), behind: stay.behind },
        ...[stay.median, stay.p75, stay.p90, stay.mean, stay.meanOfEnded, stay.openMedian, stay.openLongest].map(
          length,
        ),
      ]),
    },
  ];
}
