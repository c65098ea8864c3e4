import { type CellReference, HANDOFF_STATES, InvalidInput, isLocalDate, isTimeZone } from '@leadstage/core';
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

const COUNTED = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reached'),
    base: text,
    stage: text,
    within: length,
    watchedFor: length,
    explicitOnly: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('entered'), stage: text, explicitOnly: z.boolean() }),
  z.strictObject({ kind: z.literal('duration'), from: text, to: text, basis: z.enum(['FROM', 'TO']) }),
  z.strictObject({ kind: z.literal('handoffs'), state: z.enum(HANDOFF_STATES).nullable(), reason: value.optional() }),
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
