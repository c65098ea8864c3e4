import type { Instant } from '../../packages/core/src/question.js';
import { gather } from './cells.js';
import { createdEntry } from './first-entries.js';
import type { KnownLead } from './fold.js';
import { fraction, toNumber } from './fractions.js';
import { definitionsRead, ladderAt, reportStage } from './ladder.js';
import { leadsSeenBy } from './leads.js';
import { logOf } from './log.js';
import type { Cell, History, StageDefinition, StaysQuestion } from './model.js';
import { leavings, quantile, restricted } from './survival.js';
import { BOUNDS, elapsedOn, percentile } from './velocity.js';

export interface StayRow extends Cell {
  readonly count: number;
  readonly ended: number;
  readonly open: number;
  /** `[ms, ended, still open]`, ascending. */
  readonly tally: readonly (readonly [number, number, number])[];
  /** Seconds, as the next two are; null: not reached. */
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  /** Seconds; the area under the curve, null while the longest stay is open. */
  readonly mean: number | null;
  /** Seconds; of the ended alone, then the ages of the open. */
  readonly meanOfEnded: number | null;
  readonly openMedian: number | null;
  readonly openLongest: number | null;
  /** `[ended, open]` by the class of `BOUNDS`. */
  readonly classes: readonly (readonly [number, number])[];
}

/** Stays in a stage that began in the period, from an explicit entry to the next transition, open ones until `asOf`. */
export function timeInStage(history: History, question: StaysQuestion): StayRow[] {
  const stage = reportStage(history, question, question.stage);
  const elapsed = elapsedOn(history, question);
  if (!stage || !elapsed) return [];
  const definitions = definitionsRead(history, question);
  const found: { label: Cell; item: { time: number; open: boolean } }[] = [];
  for (const { lead, cellsAt } of leadsSeenBy(history, question)) {
    for (const { from, to } of staysOf(lead, stage.id, definitions, question.asOf)) {
      const cells = cellsAt(from);
      if (cells.length === 0) continue;
      const item = { time: elapsed(from, to ?? question.asOf), open: to === null };
      for (const label of cells) found.push({ label, item });
    }
  }
  return gather(found).map(({ label, items }) => ({ ...label, ...figuresOf(items) }));
}

interface Stay {
  readonly from: Instant;
  /** Null: still open. */
  readonly to: Instant | null;
}

function staysOf(lead: KnownLead, stage: number, definitions: readonly StageDefinition[], asOf: Instant): Stay[] {
  const log = logOf(lead, definitions).filter((event) => event.occurredAt <= asOf);
  const stays = log.flatMap((event, index): Stay[] => {
    const isEntry =
      event.stage === stage && ladderAt(definitions, event.occurredAt).some((rung) => rung.id === event.stage);
    return isEntry ? [{ from: event.occurredAt, to: log[index + 1]?.occurredAt ?? null }] : [];
  });
  const { createdAt } = lead;
  if (createdEntry(lead, definitions)?.id !== stage || createdAt > asOf) return stays;
  const next = log.find((event) => event.occurredAt >= createdAt);
  return [{ from: createdAt, to: next?.occurredAt ?? null }, ...stays];
}

function figuresOf(stays: readonly { readonly time: number; readonly open: boolean }[]) {
  const all = stays.map(({ time, open }) => ({ time, reached: Number(!open), out: 0, censored: Number(open) }));
  const seconds = (share: number) => {
    const time = quantile(all, fraction(share, 100));
    return time === null ? null : time / 1000;
  };
  const times = (open: boolean) => stays.filter((stay) => stay.open === open).map(({ time }) => time);
  const [ended, open] = [times(false), times(true)];
  const mean = restricted(all);
  return {
    count: stays.length,
    ended: ended.length,
    open: open.length,
    mean: mean && toNumber(mean) / 1000,
    meanOfEnded: ended.length ? ended.reduce((sum, time) => sum + time, 0) / ended.length / 1000 : null,
    openMedian: open.length ? percentile(open, 0.5) : null,
    openLongest: open.length ? Math.max(...open) / 1000 : null,
    classes: [...BOUNDS, Infinity].map((bound, index) => {
      const isIn = (time: number) => time >= (BOUNDS[index - 1] ?? 0) * 1000 && time < bound * 1000;
      return [ended.filter(isIn).length, open.filter(isIn).length] as const;
    }),
    tally: leavings(all).map(({ time, reached, censored }) => [time, reached, censored] as const),
    median: seconds(50),
    p75: seconds(75),
    p90: seconds(90),
  };
}
