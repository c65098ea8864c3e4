import { isLocalDate } from '@leadstage/core';
import { isStorable } from '../../storable-text.js';
import type { IngestUnit, Problem } from '../ingest-input.js';

/** What an erased thing is called by; see `erasure/erased-id.ts`. */
const ERASED_PREFIX = 'erased:';
const LONGEST_TEXT = 2_000;
const LONGEST_ID = 255;
const FIRST_INSTANT = 0;
const LAST_INSTANT = 253_402_300_799_999;

export function errorAt(path: string, code: string, message: string): Problem {
  return { severity: 'ERROR', code, path, message };
}

/** What can be said of a unit without knowing anything else: texts that can be stored, instants, ids, dates. */
export function checkUnit(unit: IngestUnit): Problem[] {
  const problems: Problem[] = [];
  walk(unit, '', problems);
  unit.transitions?.forEach(({ ambiguous }, position) => {
    if (!ambiguous) return;
    const message = 'Give exactly one of `to`, `out: true` and `crm`.';
    problems.push(errorAt(`transitions.${position}.to`, 'INVALID_TRANSITION', message));
  });
  if (Object.keys(unit).length === 0) problems.push(errorAt('', 'EMPTY', 'The unit holds nothing.'));
  return problems;
}

const IDENTIFIERS = new Set(['externalId', 'lead', 'account']);
const INSTANTS = new Set(['createdAt', 'createdAtIfNew', 'occurredAt']);
const DATES = new Set(['from', 'to']);

function walk(value: unknown, path: string, problems: Problem[]): void {
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (typeof value === 'string') {
    const problem = checkText(value, path, IDENTIFIERS.has(key));
    if (problem) problems.push(problem);
    else if (path.startsWith('costs.') && DATES.has(key) && !isLocalDate(value)) {
      problems.push(errorAt(path, 'INVALID_DATE', `"${value}" is not a date; give YYYY-MM-DD.`));
    }
  } else if (INSTANTS.has(key) && value !== undefined) {
    const problem = checkInstant(value, path);
    if (problem) problems.push(problem);
  } else if (value && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name, problems);
  }
}

function checkText(text: string, path: string, isId: boolean): Problem | null {
  if (!isStorable(text)) {
    return errorAt(path, 'INVALID_TEXT', 'The text holds a NUL or half a surrogate pair, which cannot be stored.');
  }
  if (isId && text.trim() === '') return errorAt(path, 'MISSING_ID', 'An id may not be blank.');
  if (isId && text.startsWith(ERASED_PREFIX)) {
    return errorAt(path, 'RESERVED_ID', `Ids that begin with \`${ERASED_PREFIX}\` stand for what was erased.`);
  }
  const longest = isId ? LONGEST_ID : LONGEST_TEXT;
  if (text.length > longest) {
    return errorAt(path, 'TOO_LONG', `The text has ${text.length} characters; at most ${longest} are kept.`);
  }
  return null;
}

function checkInstant(instant: unknown, path: string): Problem | null {
  if (typeof instant === 'number' && Number.isInteger(instant) && instant >= FIRST_INSTANT && instant <= LAST_INSTANT) {
    return null;
  }
  return errorAt(path, 'INVALID_INSTANT', 'An instant is whole milliseconds of UTC, from 1970-01-01 on.');
}
