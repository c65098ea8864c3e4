import { InvalidInput, type LeadFilter } from '@leadstage/core';
import { type Entry, splitList } from './split-list.js';

type Values = readonly (string | null)[];

const CONDITION = /^\s*(?:"((?:[^"]|"")+)"|((?!!=)[^="]+?))\s*(!?=)(.*)$/s;

/**
 * The filter that all `--filter` options make together: `source=web,"a, b"`, `region!=EMEA`, `owner=null` (or
 * `owner=`) for a missing value. Exclusions of one attribute add up; two inclusions of one are refused.
 * @throws InvalidInput INVALID_OPTION
 */
export function parseFilter(options: readonly string[]): LeadFilter {
  const conditions = new Map<string, { in?: Values; notIn?: Values }>();
  for (const option of options) {
    const { attribute, excluded, values } = parseCondition(option);
    const before = conditions.get(attribute) ?? {};
    if (!excluded && before.in) throw givenTwice(attribute);
    const added = excluded ? { notIn: [...(before.notIn ?? []), ...values] } : { in: values };
    conditions.set(attribute, { ...before, ...added });
  }
  return Object.fromEntries(conditions);
}

function parseCondition(option: string) {
  const [, quoted, plain, operator, list = ''] = CONDITION.exec(option) ?? [];
  const attribute = quoted?.replaceAll('""', '"') ?? plain;
  if (attribute === undefined || list.trimStart().startsWith('=')) throw notACondition(option);
  return { attribute, excluded: operator === '!=', values: splitList(list, '--filter').map(valueFrom) };
}

function valueFrom({ text, quoted }: Entry): string | null {
  return !quoted && (text === '' || text === 'null') ? null : text;
}

function notACondition(option: string): InvalidInput {
  const expected = 'attribute=value, attribute=value,value or attribute!=value';
  return new InvalidInput(
    'INVALID_OPTION',
    ['--filter'],
    `--filter '${option}' is not a condition; write ${expected} (a value with , or = at its start in double quotes).`,
    expected,
  );
}

function givenTwice(attribute: string): InvalidInput {
  const expected = `one --filter ${attribute}=value,value`;
  return new InvalidInput(
    'INVALID_OPTION',
    ['--filter'],
    `--filter ${attribute}=… is given twice, and a lead has one ${attribute}; list the values in ${expected}.`,
    expected,
  );
}
