import { leadsOf } from '../../kernel.js';
import { addDays, daysBetween } from '../../local-date.js';
import { costPerEntryOf } from '../../metrics/cost-per-entry.js';
import { roiOf } from '../../metrics/roi.js';
import { moneyOfMinor } from '../../money.js';
import type { Period } from '../../question.js';
import type { Cell, Frame } from '../../report.js';
import type { Counted } from './ask-spend.js';
import { type EntryCounts, entryWindow } from './entries.js';
import type { BeforeFirstCost, Cac, CostFigures, CostStage, PipelineValue, Roi } from './figures.js';
import { hasMeasuredLags, type Intervals } from './intervals.js';
import type { Line, Lines } from './lines.js';
import { memoized } from './memoized.js';
import type { AskedCost } from './question.js';

type Place = Pick<Cell, 'period' | 'bucket' | 'keys'>;

/** The figures of a cell. */
export function cellFigures(
  asked: AskedCost,
  { currency, by, filter, isLocked = false }: Pick<Frame, 'currency' | 'by' | 'filter' | 'isLocked'>,
  lines: Lines,
  counts: EntryCounts,
  table: Counted['table'],
  intervals: Intervals,
): (place: Place) => CostFigures {
  const money = (minor: bigint) => moneyOfMinor(String(minor), currency);
  const windowOf = memoized((period: Period) => entryWindow(asked, period));
  const spendWindows = memoized((line: Line) => memoized((entries: Period) => movedBack(entries, line)));
  // The first cost of all may be one that the lock hides, and so is what lacks an attribute of the lock.
  const coverage = memoized((window: Period) => (isLocked ? null : before(window, counts.firstCost)));
  const showsOutside = Object.keys(filter).length > 0 && !isLocked;

  const stageFigures = (place: Place, index: number): CostStage => {
    const stage = asked.stages[index] as CostStage['stage'];
    const line = lines.stages[index] as Line;
    const entries = windowOf(place.period);
    const entered = counts.entered(stage, entries, place.keys);
    const isMeasured = hasMeasuredLags(asked, line, stage);
    const about = {
      stage,
      lagDays: isMeasured ? null : (line.lags[0]?.days ?? null),
      lagLeads: isMeasured ? Number(leadsOf(line.lags)) : null,
      entryWindow: entries,
      entered,
    };
    const spendWindow = spendWindows(line)(entries);
    if (spendWindow === null) return { ...about, ...NO_SPEND };
    const { bucket, keys } = place;
    const shown = table(line);
    const spend = money(shown.spend(bucket, keys));
    const isTotal = keys === null;
    return {
      ...about,
      spendWindow,
      spend,
      unallocated: isTotal && by.length > 0 ? money(shown.unallocated(bucket)) : null,
      outsideFilter: isTotal && showsOutside ? money(shown.outside(bucket)) : null,
      costPerEntry: costPerEntryOf(spend, entered, currency),
      interval: bucket === null ? intervals(index, keys) : null,
      beforeFirstCost: coverage(spendWindow),
    };
  };

  const cacFigures = ({ period, bucket, keys }: Place): Cac | null => {
    if (!asked.customer || !lines.cac) return null;
    const entered = counts.entered(asked.customer, period, keys);
    const spendWindow = spendWindows(lines.cac)(period);
    const spend = spendWindow && money(table(lines.cac).spend(bucket, keys));
    const cost = spend === null ? null : costPerEntryOf(spend, entered, currency);
    return { lagDays: lines.cac.lags[0]?.days ?? null, spendWindow, spend, entered, cost };
  };

  const roiFigures = ({ period, bucket, keys }: Place): Roi | null => {
    if (!lines.roi) return null;
    const { leads: won, minor: value } = counts.won(windowOf(period), keys);
    const spent = lines.roi.lags.length === 0 ? null : table(lines.roi).spend(bucket, keys);
    const roi = spent === null ? null : roiOf(value, spent);
    return { won, valueWon: money(value), spend: spent === null ? null : money(spent), roi };
  };

  const pipelineFigures = ({ bucket, keys }: Place): PipelineValue | null => {
    const worth = bucket === null ? counts.pipeline(keys) : null;
    return worth && { leads: worth.leads, value: money(worth.minor) };
  };

  return (place) => ({
    stages: asked.stages.map((_, index) => stageFigures(place, index)),
    cac: cacFigures(place),
    roi: roiFigures(place),
    pipelineValue: pipelineFigures(place),
  });
}

const NO_SPEND = {
  spendWindow: null,
  spend: null,
  unallocated: null,
  outsideFilter: null,
  costPerEntry: null,
  interval: null,
  beforeFirstCost: null,
} as const;

/** From the longest lag before the entries to the shortest. */
function movedBack({ start, end }: Period, { lags }: Line): Period | null {
  if (lags.length === 0) return null;
  const days = lags.map((lag) => lag.days);
  return { start: addDays(start, -Math.max(...days)), end: addDays(end, -Math.min(...days)) };
}

function before({ start, end }: Period, firstCost: string | null): BeforeFirstCost | null {
  if (firstCost === null) return null;
  const length = daysBetween(start, end);
  const days = Math.min(length, Math.max(0, daysBetween(start, firstCost)));
  return { days, share: days / length };
}
