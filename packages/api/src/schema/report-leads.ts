import type { Counted, ReportQuestion, StageDefinition } from '@leadstage/core';
import { encodeCell } from '../query/cell-token.js';
import type { Shown } from './report.js';

export const BEHIND_LEADS =
  'The leads behind the count: `leads(filter: { behind: … })` lists as many, now and later. Opaque; it gives no rights. Null where accounts are counted, or the filter is too long to be carried about.';
export const BEHIND_HANDOFFS =
  'The handoffs behind the count: `handoffs(filter: { behind: … })` lists as many, now and later. Opaque; it gives no rights. Null where the filter is too long to be carried about.';

/**
 * The text beside a number, from which a list finds what was counted.
 * @param counted what the number counts, by the question and the ladder that it was asked of; null: nothing that is listed
 */
export function behind<Figures, Question extends ReportQuestion>(
  { answer: { asked }, cell: { period, keys } }: Shown<Figures>,
  counted: (question: Question, ladder: readonly StageDefinition[]) => Counted | null,
): string | null {
  const what = asked ? counted(asked.question as Question, asked.frame.ladder) : null;
  if (!asked || !what) return null;
  const { calendar, asOf, knownAt, ladderMode, filter, by } = asked.frame;
  return encodeCell({
    period,
    timeZone: calendar.timeZone,
    asOf,
    knownAt,
    ladder: ladderMode,
    filter,
    group: (keys ?? []).map((value, index) => [by[index] as string, value]),
    counted: what,
  });
}
