import type { VelocityFigures, VelocityReport } from '@leadstage/sdk';
import { cellsIn, numeric } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import { groupName, groupsTitle } from '../frame/groups.js';
import type { Scene } from '../frame/scene.js';
import { className, velocityScene, wayOf } from './velocity-figures.js';

/** The time to reach, its classes, its buckets, and the stays. */
export function velocityTables(report: VelocityReport, plain: Scene): DataTable[] {
  const scene = velocityScene(report, plain);
  const { own, lengths, formats, words } = scene;
  const { count } = cellsIn(scene);
  const length = (value: number | null): Cell => ({ text: lengths.text(value), value });
  const columns = (first: string, ...others: readonly string[]) => [{ title: first }, ...numeric(others)];
  const quantiles = [own.median, own.p75, own.p90];
  const reached = ({ count: leads, behind, median, p75, p90, mean }: VelocityFigures) => [
    count(leads, { behind }),
    ...[median, p75, p90, mean].map(length),
  ];
  const figures = [own.leads, ...quantiles, own.mean];
  const rows = [{ period: report.period, figures: report.total }, ...report.series];
  const by = report.groups[0]?.keys.map(({ attribute }) => attribute);
  const groups = {
    caption: `${own.timeToReach}: ${wayOf(report)}`,
    columns: columns(groupsTitle(by ?? [], scene), ...figures),
    rows: report.groups.map(({ keys, figures }) => [{ text: groupName(keys, scene) }, ...reached(figures)]),
  };
  return [
    {
      caption: `${own.timeToReach}: ${wayOf(report)}`,
      columns: columns(words.period, ...figures),
      rows: rows.map(({ period, figures }) => [
        { text: formats.period(period), value: period.start },
        ...reached(figures),
      ]),
    },
    ...(by ? [groups] : []),
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
        count(stay.open, { behind: stay.behind }),
        ...[stay.median, stay.p75, stay.p90, stay.mean, stay.meanOfEnded, stay.openMedian, stay.openLongest].map(
          length,
        ),
      ]),
    },
  ];
}
