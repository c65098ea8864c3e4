import {
  InvalidInput,
  type Report,
  type ReportBody,
  type ReportQuestion,
  type StandardMetricsBody,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { runReport } from '../../../packages/api/src/query/run-report.js';
import type { History, Question } from '../../oracle/model.js';
import { lastRecordedAt } from './carry-out.js';
import { isTooLong } from './from-oracle.js';
import { ladderOf } from './from-sql.js';
import { wrongIntervals } from './intervals.js';
import { wrongShares } from './shares.js';
import { standardBody, wrongSums } from './sums.js';
import { toReport } from './to-report.js';

/** A question that was asked once, with the instants that it was answered for. */
export interface Asked {
  readonly report: Report<ReportQuestion, object>;
  readonly question: ReportQuestion;
  /** The answer in JSON without statistics, or the code of the refusal. */
  readonly bytes: string;
}

/** Asks by what is recorded now: the answer must stay the same for ever. */
export async function askNow(database: Database, id: string, asked: Question, asOf: number): Promise<Asked> {
  const now = { ...asked, question: { ...asked.question, asOf, knownAt: undefined } } as Question;
  const ladder = await ladderOf(database, id, now.question);
  const keys = ladder.map((stage) => stage.key);
  const { report, question } = toReport(now, keys);
  const knownAt = await lastRecordedAt(database, id);
  return { report, question: { ...question, knownAt }, bytes: await bytesOf(database, id, report, question) };
}

/** The same question later: the same bytes. */
export function askAgain(database: Database, id: string, { report, question }: Asked): Promise<string> {
  return bytesOf(database, id, report, question);
}

async function bytesOf(
  database: Database,
  id: string,
  report: Report<ReportQuestion, object>,
  question: ReportQuestion,
): Promise<string> {
  try {
    const { statistics, ...answer } = await runReport(database, id, report, question);
    return JSON.stringify(answer);
  } catch (error) {
    if (error instanceof InvalidInput) return error.code;
    throw error;
  }
}

/**
 * What is wrong in the answer to a question, whatever was counted: sums, shares that are not what they are made of,
 * intervals by resampling.
 */
export async function wrongIn(database: Database, id: string, history: History, asked: Question): Promise<string[]> {
  const ladder = await ladderOf(database, id, asked.question);
  const { report, question } = toReport(
    asked,
    ladder.map((stage) => stage.key),
  );
  try {
    const { statistics: _, ...answer } = await runReport(database, id, report, question);
    const isCost = asked.report === 'COST' && !isTooLong(history, asked);
    const intervals = isCost ? wrongIntervals(history, asked.question, answer as never) : [];
    return [...wrongShares(answer), ...wrongSumsIn(answer, asked), ...intervals];
  } catch (error) {
    if (error instanceof InvalidInput) return [];
    throw error;
  }
}

function wrongSumsIn(answer: object, { report, question }: Question): string[] {
  if (report === 'STANDARD') return wrongSums(standardBody(answer as StandardMetricsBody), true);
  if (!('groups' in answer)) return [];
  const overlaps = 'method' in question && question.method.kind === 'ROLLING';
  return wrongSums(answer as ReportBody<unknown>, !overlaps);
}
