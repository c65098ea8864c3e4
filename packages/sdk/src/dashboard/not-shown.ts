import { filled, type Language } from '../elements/words/language.js';
import type { SavedQuestion } from './asked-text.js';
import type { ReportKind } from './dashboard-words.js';
import { NOT_SHOWN_WORDS, type NotShownWords } from './not-shown-words.js';

type Missing = Exclude<keyof NotShownWords, 'notShown'>;

/** What a question may ask and the elements of its report do not draw. */
const MISSING: Readonly<Record<ReportKind, (question: SavedQuestion) => readonly (Missing | false)[]>> = {
  ACCEPTANCE: ({ grain }) => [grain != null && 'series'],
  COST: ({ grain, method, stages }) => [
    (grain != null || method === 'ROLLING') && stages?.length !== 1 && 'seriesOfStages',
  ],
  DIAGNOSIS: () => [],
  FUNNEL: ({ by, grain }) => [grain != null && isBroken(by) && 'seriesOfLaterStages'],
  SLA: ({ by, grain, replay }) => [
    grain != null && isBroken(by) && 'seriesOfGroups',
    replay != null && replay.length > 0 && 'replay',
  ],
  STANDARD_METRICS: () => [],
  VELOCITY: ({ by, grain }) => [grain != null && isBroken(by) && 'seriesOfGroups'],
};

/** Says what of a saved question's answer the page leaves out; null where it shows all of it. */
export function notShown(report: ReportKind, question: SavedQuestion, language: Language): string | null {
  const words = NOT_SHOWN_WORDS[language];
  const missing = MISSING[report](question).flatMap((each) => (each ? [words[each]] : []));
  if (missing.length === 0) return null;
  return filled(words.notShown, { missing: missing.join(' · ') });
}

const isBroken = (by: SavedQuestion['by']) => by != null && by.length > 0;
