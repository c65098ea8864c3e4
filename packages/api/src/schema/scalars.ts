import { InvalidInput, isDecimal, isLocalDate } from '@leadstage/core';
import { Kind, type ValueNode } from 'graphql';
import { builder } from '../builder.js';
import { jsonOf, shallowJson } from './json-value.js';
import { durationText, parseDuration, parseInstant } from './parse-time.js';

const LONGEST_DECIMALS = 10;

builder.scalarType('DateTime', {
  description:
    'An instant, RFC 3339 with an offset and at most milliseconds: `2026-03-27T15:30:00Z`. Answers are in UTC with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => new Date(Number(value)).toISOString(),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(textOf(node)),
});

builder.scalarType('Date', {
  description: "A calendar date in the workspace's time zone: `2026-03-27`.",
  serialize: (value) => String(value),
  parseValue: checkedDate,
  parseLiteral: (node) => checkedDate(textOf(node)),
});

builder.scalarType('Decimal', {
  description: 'An exact decimal as text: `"1200.50"`.',
  serialize: (value) => String(value),
  parseValue: checkedDecimal,
  parseLiteral: (node) => checkedDecimal(textOf(node)),
});

builder.scalarType('Duration', {
  description:
    'A length of time on the wall clock, ISO 8601 with days of 24 hours, hours, minutes and seconds: `P30D`, `PT72H`. Years and months have no fixed length and are refused.',
  specifiedByURL: 'https://www.iso.org/iso-8601-date-and-time-format.html',
  serialize: (value) => durationText(Number(value)),
  parseValue: (value) => parseDuration(value),
  parseLiteral: (node) => parseDuration(textOf(node)),
});

builder.scalarType('JSON', {
  description:
    'Any JSON, at most 64 deep. The condition of a qualification rule is one; docs/rules.md describes its form: `{ all: [{ attribute: "budget", atLeast: "50000" }, { attribute: "neededBy", withinMonths: 6 }] }`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: shallowJson,
  parseLiteral: jsonOf,
});

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined;
}

function checkedDate(value: unknown): string {
  if (isLocalDate(value)) return value as string;
  throw new InvalidInput('INVALID_DATE', [], `${JSON.stringify(value)} is not a date; give YYYY-MM-DD.`);
}

function checkedDecimal(value: unknown): string {
  if (isDecimal(value, LONGEST_DECIMALS)) return value;
  throw new InvalidInput(
    'INVALID_DECIMAL',
    [],
    `${JSON.stringify(value)} is not a decimal as text, such as "1200.50".`,
  );
}
