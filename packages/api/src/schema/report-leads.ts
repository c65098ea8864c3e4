import type { Counted, GroupKeys, LeadFilter, Period, ReportQuestion, StageDefinition } from '@leadstage/core';
import { builder } from '../builder.js';
import { encodeCell } from '../query/cell-token.js';
import type { Remembered } from './remembering.js';
import type { Shown } from './report.js';

const AND_SO =
  'lists as many, now and later. Opaque; it gives no rights. Null where the filter is too long to be carried about';

export const BEHIND_LEADS = `The leads behind the count: \`leads(filter: { behind: … })\` ${AND_SO}.`;
export const BEHIND_HANDOFFS = `The handoffs behind the count: \`handoffs(filter: { behind: … })\` ${AND_SO}.`;
/** Of what is told by LEAD or by ACCOUNT. */
export const BEHIND_UNIT = `What is behind the count: \`leads(filter: { behind: … })\`, with unit ACCOUNT \`accounts(filter: { behind: … })\`, ${AND_SO}`;
/** Of what is about leads here and about handoffs there. */
export const BEHIND_EITHER = `What is behind a count: \`leads(filter: { behind: … })\`, or for what counts handoffs \`handoffs(filter: { behind: … })\`, ${AND_SO}`;

/** Where a number stands. */
export interface Place {
  readonly period: Period;
  /** Values of the attributes; null or absent: the total. */
  readonly keys?: GroupKeys | null;
  /** Default that of the report. */
  readonly filter?: LeadFilter;
  /** The attributes of the keys; default those of the report. */
  readonly by?: readonly string[];
}

/**
 * The text beside a number, from which a list finds what was counted.
 * @param counted what the number counts, by the question and the ladder that it was asked of; null: nothing that is listed
 * @param period default that of the cell
 */
export function behind<Figures, Question extends ReportQuestion>(
  { answer, cell }: Shown<Figures>,
  counted: (question: Question, ladder: readonly StageDefinition[]) => Counted | null,
  period: Period = cell.period,
): string | null {
  const { asked } = answer;
  return asked ? behindIn(answer, { ...cell, period }, counted(asked.question as Question, asked.frame.ladder)) : null;
}

/** The same of a number that stands in no cell of the report. */
export function behindIn({ asked }: Remembered, place: Place, counted: Counted | null): string | null {
  if (!asked || !counted) return null;
  const { calendar, asOf, knownAt, ladderMode } = asked.frame;
  const { period, keys, filter = asked.frame.filter, by = asked.frame.by } = place;
  return encodeCell({
    period,
    timeZone: calendar.timeZone,
    asOf,
    knownAt,
    ladder: ladderMode,
    filter,
    group: (keys ?? []).map((value, index) => [by[index] as string, value]),
    counted,
  });
}

export type RatePart = 'NUMERATOR' | 'DENOMINATOR';

export const RatePartEnum = builder.enumType('RatePart', {
  description: 'One of the two counts of a rate.',
  values: {
    NUMERATOR: { description: 'Those that did.' },
    DENOMINATOR: { description: 'Of so many.' },
  } as const,
});
