import {
  type CellReference,
  HANDOFF_STATES,
  InvalidInput,
  isLocalDate,
  isTimeZone,
  SLA_STATUSES,
} from '@leadstage/core';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { isStorable } from '../storable-text.js';

/** Of a token. A filter that names hundreds of values makes a longer one, which nobody would carry about. */
const LONGEST = 16_000;
const LAST_INSTANT = Date.UTC(9000, 0);

/**
 * A cell as opaque, URL-safe text: the base64url of its canonical JSON (RFC 8785), so that the same number has the same
 * text. It holds no secret and gives no right; whoever hands it in asks in the own workspace, with the own key.
 * @returns null where it would be longer than 16,000 characters
 */
export function encodeCell(cell: CellReference): string | null {
  const token = Buffer.from(canonicalize({ v: 1, ...cell }) ?? '').toString('base64url');
  return token.length <= LONGEST ? token : null;
}

/** @throws InvalidInput INVALID_CELL */
export function decodeCell(token: string, path: readonly string[]): CellReference {
  const parsed = token.length <= LONGEST ? CELL.safeParse(jsonOf(token)) : null;
  if (!parsed?.success) throw invalidCell(path, 'It is not as a report gave it.');
  const { v: _version, ...cell } = parsed.data;
  return cell as CellReference;
}

export function invalidCell(path: readonly string[], why: string): InvalidInput {
  const expected = 'the text that a report answered beside the number';
  return new InvalidInput(
    'INVALID_CELL',
    path,
    `\`${path.at(-1)}\` is no reference to a number here. ${why} Give ${expected}.`,
    expected,
  );
}

function jsonOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const text = z.string().max(LONGEST).refine(isStorable);
const value = text.nullable();
const date = z.string().refine((given) => isLocalDate(given));
const instant = z.int().min(0).max(LAST_INSTANT);
const length = z.int().min(0).max(LAST_INSTANT).nullable();

/** Absent in texts from before accounts were listed too. */
const unit = z.enum(['LEAD', 'ACCOUNT']).default('LEAD');
const reached = { unit, base: text, stage: text, explicitOnly: z.boolean() };
const entered = { stage: text, explicitOnly: z.boolean() };
/** More stages than this no ladder has. */
const MOST_STAGES = 100;

const COUNTED = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reached'), ...reached, also: text.optional(), within: length, watchedFor: length }),
  z.strictObject({ kind: z.literal('entered'), unit, ...entered }),
  z.strictObject({ kind: z.literal('unassigned'), ...entered }),
  z.strictObject({ kind: z.literal('mature'), ...reached, within: length.unwrap() }),
  z.strictObject({ kind: z.literal('duration'), from: text, to: text, basis: z.enum(['FROM', 'TO']) }),
  z.strictObject({ kind: z.literal('stay'), stage: text }),
  z.strictObject({ kind: z.literal('value'), stage: text }),
  z.strictObject({ kind: z.literal('standing'), stages: z.array(text).min(1).max(MOST_STAGES) }),
  z.strictObject({ kind: z.literal('handoffs'), state: z.enum(HANDOFF_STATES).nullable(), reason: value.optional() }),
  z.strictObject({
    kind: z.literal('sla'),
    clock: z.enum(['RESPONSE', 'DECISION']),
    statuses: z.array(z.enum(SLA_STATUSES)).min(1).max(SLA_STATUSES.length),
  }),
  z.strictObject({
    kind: z.literal('responses'),
    band: z.strictObject({ over: length, within: length }).nullable(),
    became: z.enum(['SQL', 'CUSTOMER']).nullable(),
  }),
]);

const CELL = z.strictObject({
  v: z.literal(1),
  period: z.strictObject({ start: date, end: date }),
  timeZone: z.string().refine(isTimeZone),
  asOf: instant,
  knownAt: instant,
  ladder: z.enum(['AS_THEN', 'TODAY']),
  filter: z.record(text, z.strictObject({ in: z.array(value).optional(), notIn: z.array(value).optional() })),
  group: z.array(z.tuple([text, value])).max(3),
  counted: COUNTED,
});
