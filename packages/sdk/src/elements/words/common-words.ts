import { words } from './words.js';

/** What all elements say. */
export interface CommonWords {
  readonly loading: string;
  readonly empty: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly signedOut: string;
  readonly notAllowed: string;
  readonly noReports: string;
  /** `{time}`. */
  readonly notOver: string;
  readonly showTable: string;
  readonly showChart: string;
  readonly definitions: string;
  readonly formula: string;
  readonly csv: string;
  readonly png: string;
  readonly close: string;
  readonly more: string;
  readonly leadsBehind: string;
  readonly handoffsBehind: string;
  readonly accountsBehind: string;
  /** `{count}`. */
  readonly openBehind: string;
  /** `{low}` and `{high}`. */
  readonly interval: string;
  /** `{numerator}` and `{denominator}`. */
  readonly outOf: string;
  readonly handoffs: string;
  /** `{count}`. */
  readonly moreInTable: string;
  /** `{figure}` and `{attribute}`, such as `owner`. */
  readonly by: string;
  readonly none: string;
  readonly total: string;
  readonly period: string;
  readonly stage: string;
}

export const COMMON_WORDS = words('common', {
  loading: 'Loading',
  empty: 'Nothing in this period',
  failed: 'This could not be shown',
  tryAgain: 'Try again',
  signedOut: 'Access has ended. Reload the page or sign in again.',
  notAllowed: 'This is not open to you',
  noReports: 'Put this element inside <leadstage-reports>.',
  notOver: 'The period is not over: as of {time}',
  showTable: 'Show as table',
  showChart: 'Show as chart',
  definitions: 'What this means',
  formula: 'Formula',
  csv: 'Download as CSV',
  png: 'Download as PNG',
  close: 'Close',
  more: 'Show more',
  leadsBehind: 'Leads behind this number',
  handoffsBehind: 'Handoffs behind this number',
  accountsBehind: 'Accounts behind this number',
  openBehind: 'Show all {count}',
  interval: '95 % interval {low} to {high}',
  outOf: '{numerator} of {denominator}',
  handoffs: 'Handoffs',
  moreInTable: '{count} more in the table.',
  by: '{figure} by {attribute}',
  none: '(none)',
  total: 'Total',
  period: 'Period',
  stage: 'Stage',
} satisfies CommonWords);
