import { gather } from './cells.js';
import { reportStage } from './ladder.js';
import { leadsSeenBy } from './leads.js';
import type { Cell, CommonQuestion, History, VelocityQuestion } from './model.js';
import { calendarVersions, workedByVersions } from './working-time.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Seconds; each begins a bucket of the histogram. */
export const BOUNDS: readonly number[] = [
  HOUR,
  4 * HOUR,
  ...[1, 2, 3, 7, 14, 30, 60, 90, 180, 365].map((days) => days * DAY),
];

export interface VelocityRow extends Cell {
  readonly count: number;
  readonly sumMs: bigint;
  /** Seconds, as median, p75 and p90 are. */
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly histogram: readonly number[];
}

/** Time from first entry into `from` to first entry into `to`, neither implied; below 0 where the ladder changed so. */
export function timeToReach(history: History, question: VelocityQuestion): VelocityRow[] {
  const from = reportStage(history, question, question.from);
  const to = reportStage(history, question, question.to);
  const elapsed = elapsedOn(history, question);
  if (!from || !to || !elapsed) return [];
  const durations: { label: Cell; item: number }[] = [];
  for (const lead of leadsSeenBy(history, question)) {
    const start = lead.entries.get(from.id);
    const end = lead.entries.get(to.id);
    if (!start?.explicit || !end?.explicit) continue;
    const basis = question.basis === 'TO' ? end : start;
    const cells = lead.cellsAt(basis.at);
    if (cells.length === 0) continue;
    const item = elapsed(start.at, end.at);
    for (const label of cells) durations.push({ label, item });
  }
  return gather(durations).map(({ label, items }) => ({
    ...label,
    count: items.length,
    sumMs: items.reduce((sum, ms) => sum + BigInt(ms), 0n),
    median: percentile(items, 0.5),
    p75: percentile(items, 0.75),
    p90: percentile(items, 0.9),
    histogram: [...BOUNDS, Infinity].map((bound, index) => {
      const lower = BOUNDS[index - 1] ?? -Infinity;
      return items.filter((ms) => ms >= lower * 1000 && ms < bound * 1000).length;
    }),
  }));
}

/** Milliseconds from one instant to another on the clock of a question; undefined where it names no calendar known. */
export function elapsedOn(
  history: History,
  { clock, calendar, knownAt = Infinity }: Pick<VelocityQuestion, 'clock' | 'calendar'> & CommonQuestion,
): ((from: number, to: number) => number) | undefined {
  if (clock !== 'BUSINESS') return (from, to) => to - from;
  const versions = calendarVersions(history, calendar, knownAt);
  return versions.length ? (from, to) => workedByVersions(versions, from, to) : undefined;
}

/** Seconds by linear interpolation, as `percentile_cont`: of 1 s, 2 s, 3 s, 4 s, p75 is 3.25. */
export function percentile(durations: readonly number[], share: number): number {
  const sorted = durations.map((ms) => ms / 1000).sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
