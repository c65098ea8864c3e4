import type { Instant } from '../../packages/core/src/question.js';
import { gather } from './cells.js';
import { toNumber } from './fractions.js';
import { entryOf, stagesFrom } from './funnel.js';
import { type Ends, incidenceVariance, logLogEnds } from './intervals.js';
import type { Cell, History, MaturityQuestion } from './model.js';
import { type Subject, subjectsOf } from './subjects.js';
import { incidenceAt, type Leaving, leavings } from './survival.js';

/** `[ms since base, reached, out, no longer watched]`. */
export type TallyRow = readonly [number, number, number, number];

export interface MaturityRow extends Cell {
  readonly stage: string;
  readonly cohort: number;
  /** Reached the stage by `asOf`, are finally out, or were watched for the window. */
  readonly mature: number;
  /** Times of at most the window, ascending. */
  readonly tally: readonly TallyRow[];
  /** Watched for the window with neither. */
  readonly beyond: number;
  /** Null where nobody is at risk before the window ends: it is no time at all, or all are censored at 0. */
  readonly projected: number | null;
  /** Its 95 % interval; null at 0 and at 1. */
  readonly ends: Ends | null;
}

/** How far the cohort of a base has ripened, for each stage above it. */
export function maturity(history: History, question: MaturityQuestion): MaturityRow[] {
  const { conversionWindowMs: window, asOf, includeImplied } = question;
  const [base, ...stages] = stagesFrom(history, question, question.base);
  if (!base) return [];
  const found: { label: Cell & { stage: string }; item: Fate }[] = [];
  for (const subject of subjectsOf(history, question)) {
    const entry = entryOf(subject, base.id, includeImplied);
    if (!entry) continue;
    for (const stage of stages) {
      const item = fateOf(subject, entry.at, entryOf(subject, stage.id, includeImplied)?.at, asOf);
      for (const cell of subject.cellsBy(base.id)) found.push({ label: { ...cell, stage: stage.key }, item });
    }
  }
  return gather(found).map(({ label, items }) => ({ ...label, ...figuresOf(items, window) }));
}

interface Fate {
  readonly end: 'reached' | 'out' | 'censored';
  /** Milliseconds since the entry into the base, 0 for what was before it. */
  readonly time: number;
  readonly watched: number;
}

/** Who reached the stage by `asOf` did, whenever else they may be called out. */
function fateOf(subject: Subject, from: Instant, reachedAt: Instant | undefined, asOf: Instant): Fate {
  const watched = asOf - from;
  const since = (instant: Instant) => Math.max(0, instant - from);
  if (reachedAt !== undefined) return { end: 'reached', time: since(reachedAt), watched };
  const out = subject.outSince();
  if (out !== null) return { end: 'out', time: since(out), watched };
  return { end: 'censored', time: watched, watched };
}

function figuresOf(fates: readonly Fate[], window: number) {
  const within = fates.filter(({ end, time }) => (end === 'censored' ? time < window : time <= window));
  const all = fates.map(({ end, time }): Leaving => {
    return {
      time,
      reached: Number(end === 'reached'),
      out: Number(end === 'out'),
      censored: Number(end === 'censored'),
    };
  });
  const early = leavings(all.filter((_, index) => within.includes(fates[index]!)));
  const nobody = window === 0 || fates.every(({ end, time }) => end === 'censored' && time === 0);
  const incidence = incidenceAt(all, window);
  return {
    cohort: fates.length,
    mature: fates.filter(({ end, watched }) => end !== 'censored' || watched >= window).length,
    tally: early.map(({ time, reached, out, censored }): TallyRow => [time, reached, out, censored]),
    beyond: fates.length - within.length,
    projected: nobody ? null : toNumber(incidence),
    ends: nobody ? null : logLogEnds(incidence, incidenceVariance(all, window)),
  };
}
