import fc from 'fast-check';
import type { Instant } from '../../packages/core/src/question.js';
import { buildHistory } from './build-history.js';
import { buildQuestion } from './build-question.js';
import type { Feature } from './features.js';
import type { History, Question } from './model.js';
import { questionSketch } from './question-sketch.js';
import { historySketch } from './sketch.js';

interface Options {
  readonly lifecycle?: boolean;
  /** What questions may ask; default everything. */
  readonly features?: readonly Feature[];
}

const sketchOf = ({ lifecycle = false }: Options) => historySketch({ lifecycle });

/**
 * Random workspaces: zones with odd clocks, own stages, 1-40 leads in 1-4 batches a day apart (from 1 February 2026,
 * so after all that happens in them) with late, repeated, backward, skipping, same-instant and refused records,
 * attribute changes, voids and costs. Everything shrinks.
 *
 * With `lifecycle`: moreover ladders without MQL or beginning with it, every kind given and not, with reasons, into any
 * stage; activities; owners assigned as of earlier instants; merges with chains, some of them refused; calendars,
 * policies and goals in several versions. A store that loads such a history must carry out its `commands` and set
 * these; without, there are none.
 */
export function arbitraryHistory(options: Options = {}): fc.Arbitrary<History> {
  return sketchOf(options).map(buildHistory);
}

/** Questions about a history, with periods, `asOf` and `knownAt` at or beside instants that occur in it. */
export function arbitraryQuestion(history: History, { features }: Options = {}): fc.Arbitrary<Question> {
  return questionSketch.map((sketch) => buildQuestion(history, sketch, features));
}

/** A history with several questions about it, for tests to which loading a history is dear. */
export function arbitraryHistoryWithQuestions(
  maxQuestions: number,
  options: Options = {},
): fc.Arbitrary<{ readonly history: History; readonly questions: readonly Question[] }> {
  const questions = fc.array(questionSketch, { minLength: 1, maxLength: maxQuestions, size: 'max' });
  return fc.tuple(sketchOf(options), questions).map(([sketch, asked]) => {
    const history = buildHistory(sketch);
    return { history, questions: asked.map((question) => buildQuestion(history, question, options.features)) };
  });
}

/**
 * For a store that draws `recordedAt` itself: where `drawn` pairs each `recordedAt` of a batch, a void, a command or a
 * definition in the history with the one the store drew (in the same order; what it refused draws none), any instant
 * between two records goes to the earlier one's, and one before them all to the millisecond before the first. So a
 * `knownAt` keeps its meaning.
 */
export function renaming(drawn: readonly (readonly [Instant, Instant])[]): (instant: Instant) => Instant {
  const inOrder = [...drawn].sort(([a], [b]) => a - b);
  return (instant) => inOrder.findLast(([own]) => own <= instant)?.[1] ?? inOrder[0]![1] - 1;
}

/** The same history with every `recordedAt` renamed; definitions recorded at 0, before all else, stay there. */
export function withRecordedAt(history: History, renamed: (recordedAt: Instant) => Instant): History {
  const move = <T extends { readonly recordedAt: Instant }>(record: T): T =>
    record.recordedAt === 0 ? record : { ...record, recordedAt: renamed(record.recordedAt) };
  return {
    ...history,
    ladder: history.ladder.map(move),
    batches: history.batches.map(move),
    voids: history.voids.map(move),
    commands: history.commands.map(move),
    ...(history.calendars ? { calendars: history.calendars.map(move) } : {}),
    ...(history.policies ? { policies: history.policies.map(move) } : {}),
    ...(history.goals ? { goals: history.goals.map(move) } : {}),
  };
}

/** The same question with its `knownAt` renamed. */
export function withKnownAt(asked: Question, renamed: (knownAt: Instant) => Instant): Question {
  const { knownAt } = asked.question;
  return { ...asked, question: { ...asked.question, knownAt: knownAt && renamed(knownAt) } } as Question;
}
