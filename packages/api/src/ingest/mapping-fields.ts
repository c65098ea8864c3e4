import { isTimeZone } from '@leadstage/core';
import { z } from 'zod';
import { TRANSITION_KINDS } from '../commands/ingest-input.js';
import { compileDateFormat, InvalidDateFormat } from './date-format.js';
import { didYouMean } from './did-you-mean.js';

/** An object that refuses keys it does not know and says which one may have been meant. */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.input === undefined) return 'is required';
      if (issue.code === 'invalid_type') return `must be a section with some of the keys ${known.join(', ')}`;
      if (issue.code !== 'unrecognized_keys') return undefined;
      const keys = (issue.keys as string[]).map((key) => JSON.stringify(key) + didYouMean(key, known));
      return `unknown key ${keys.join(', ')}; known are ${known.join(', ')}`;
    },
  });
}

/** YAML is read with every scalar as a text; a mapping built in a program may have numbers and booleans. */
export const scalar = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
  z.string({ error: ({ input }) => (input === undefined ? 'is required' : 'must be a text') }),
);
export const text = scalar.pipe(z.string().min(1, 'must not be empty'));
export const flag = scalar
  .pipe(z.enum(['true', 'false'], { error: 'must be true or false' }))
  .transform((v) => v === 'true');
export const count = scalar.pipe(z.string().regex(/^\d{1,4}$/, 'must be a whole number')).transform(Number);
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  scalar.pipe(z.enum(words, { error: ({ input }) => `must be one of ${words.join(', ')}${nearest(input, words)}` }));
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1, 'must not be empty'));

export const timeZone = text.refine(isTimeZone, 'is not an IANA time zone such as Europe/Berlin or UTC');
const dateFormat = (needs: 'day' | 'month') =>
  text.superRefine((format, context) => {
    try {
      compileDateFormat(format, needs);
    } catch (error) {
      if (!(error instanceof InvalidDateFormat)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });
export const formats = (needs: 'day' | 'month') => listOf(dateFormat(needs));

/** A plain text stands for the column of that name. */
export const source = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'object' || value === undefined ? value : { column: value }), schema);

const WHERE_FROM = ['column', 'columns', 'constant'] as const;
export function exactlyOneOrigin(value: object, context: z.core.$RefinementCtx): void {
  if (WHERE_FROM.filter((key) => key in value).length !== 1) {
    context.addIssue({ code: 'custom', message: 'needs exactly one of column, columns, constant', input: value });
  }
}

export const origin = { column: text.optional(), columns: z.array(text).min(1).optional(), constant: text.optional() };

export const textSource = source(
  section({
    ...origin,
    separator: scalar.optional(),
    values: z.record(z.string(), scalar).optional(),
    others: oneOf(['keep', 'reject']).optional(),
    default: text.optional(),
  }).superRefine(exactlyOneOrigin),
);

export const dateSource = (needs: 'day' | 'month') =>
  source(
    section({ ...origin, format: formats(needs).optional(), timeZone: timeZone.optional() }).superRefine(
      exactlyOneOrigin,
    ),
  );

export const numberStyle = {
  decimal: oneOf(['.', ',']).optional(),
  thousands: oneOf(['.', ',', ' ', "'"]).optional(),
  round: count.pipe(z.number().max(4, 'must be 0 to 4')).optional(),
};
export const numberSource = source(section({ ...origin, ...numberStyle }).superRefine(exactlyOneOrigin));

export const where = z
  .record(z.string(), listOf(scalar), { error: 'must name columns with the values to keep, such as { Field: Status }' })
  .optional();
export const kind = oneOf(TRANSITION_KINDS);
export const kindSource = z.preprocess(
  (value) => (typeof value === 'string' && isKind(value) ? { constant: value } : value),
  textSource,
);

export type TextSource = z.infer<typeof textSource>;
export type DateSource = z.infer<ReturnType<typeof dateSource>>;
export type NumberSource = z.infer<typeof numberSource>;
export type Where = z.infer<typeof where>;

function isKind(value: string): boolean {
  return (TRANSITION_KINDS as readonly string[]).includes(value);
}

function nearest(input: unknown, words: readonly string[]): string {
  return typeof input === 'string' ? didYouMean(input, words) : '';
}
