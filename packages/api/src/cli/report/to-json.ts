import type { ReportQuestion } from '@leadstage/core';
import type { Answered } from '../../query/run-report.js';

/** Instants of an answer and of a question, in milliseconds until they are printed. */
const INSTANTS: ReadonlySet<string> = new Set(['asOf', 'knownAt', 'effectiveFrom', 'recordedAt', 'watchedUntil']);

/** What JSON leaves as it is and a terminal obeys or hides: C1 controls, and what changes the direction of writing. */
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The answer with its question as JSON text, instants in ISO 8601. Within figures a stage is its key; what the stages
 * mean is under `definitions`, once.
 */
export function toJson(
  report: string,
  workspace: { readonly id: string; readonly name: string },
  question: ReportQuestion,
  answer: Answered,
): string {
  const { period, asOf, knownAt, by, currency, ladder, definitions, versions, statistics, ...body } = answer;
  const about = { period, asOf, knownAt, by, currency, ladder, definitions, versions, statistics };
  const shown = { report, workspace, question, ...about, ...(keysForStages(body) as object) };
  const text = JSON.stringify(
    shown,
    (key, value) => (isInstant(key, value) ? new Date(value).toISOString() : value),
    2,
  );
  return `${text.replaceAll(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

function isInstant(key: string, value: unknown): value is number {
  return INSTANTS.has(key) && typeof value === 'number';
}

function keysForStages(figures: unknown): unknown {
  const told = (key: string, value: unknown) => (FOR_LISTS.has(key) ? undefined : value);
  return JSON.parse(JSON.stringify(figures, (key, value) => (isStage(key, value) ? value.key : told(key, value))));
}

/** What the numbers of an answer count, for lists of it: the terminal has none. */
const FOR_LISTS: ReadonlySet<string> = new Set(['counted', 'behind']);

/** Any stage but those of a list, such as versions of one. */
function isStage(name: string, value: { readonly key?: unknown; readonly position?: unknown } | null): boolean {
  return value?.key !== undefined && (name === 'stage' || (value.position !== undefined && !/^\d+$/.test(name)));
}
