import { isTimeZone } from '@leadstage/core';
import { z } from 'zod';
import { TRANSITION_KINDS } from '../commands/ingest-input.js';
import { compileDateFormat, InvalidDateFormat } from './date-format.js';
import { DELIMITER_NAMES } from './detect-delimiter.js';
import { canonicalEncoding } from './detect-encoding.js';
import { didYouMean } from './did-you-mean.js';

/** An object that refuses keys it does not know and says which one may have been meant. */
function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
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
const scalar = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
  z.string({ error: ({ input }) => (input === undefined ? 'is required' : 'must be a text') }),
);
const text = scalar.pipe(z.string().min(1, 'must not be empty'));
const flag = scalar.pipe(z.enum(['true', 'false'], { error: 'must be true or false' })).transform((v) => v === 'true');
const count = scalar.pipe(z.string().regex(/^\d{1,4}$/, 'must be a whole number')).transform(Number);
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  scalar.pipe(z.enum(words, { error: ({ input }) => `must be one of ${words.join(', ')}${nearest(input, words)}` }));
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1, 'must not be empty'));

const timeZone = text.refine(isTimeZone, 'is not an IANA time zone such as Europe/Berlin or UTC');
const dateFormat = (needs: 'day' | 'month') =>
  text.superRefine((format, context) => {
    try {
      compileDateFormat(format, needs);
    } catch (error) {
      if (!(error instanceof InvalidDateFormat)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });
const formats = (needs: 'day' | 'month') => listOf(dateFormat(needs));

/** A plain text stands for the column of that name. */
const source = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'object' || value === undefined ? value : { column: value }), schema);

const WHERE_FROM = ['column', 'columns', 'constant'] as const;
function exactlyOneOrigin(value: object, context: z.core.$RefinementCtx): void {
  if (WHERE_FROM.filter((key) => key in value).length !== 1) {
    context.addIssue({ code: 'custom', message: 'needs exactly one of column, columns, constant', input: value });
  }
}

const origin = { column: text.optional(), columns: z.array(text).min(1).optional(), constant: text.optional() };

const textSource = source(
  section({
    ...origin,
    separator: scalar.optional(),
    values: z.record(z.string(), scalar).optional(),
    others: oneOf(['keep', 'reject']).optional(),
    default: text.optional(),
  }).superRefine(exactlyOneOrigin),
);

const dateSource = (needs: 'day' | 'month') =>
  source(
    section({ ...origin, format: formats(needs).optional(), timeZone: timeZone.optional() }).superRefine(
      exactlyOneOrigin,
    ),
  );

const numberStyle = {
  decimal: oneOf(['.', ',']).optional(),
  thousands: oneOf(['.', ',', ' ', "'"]).optional(),
  round: count.pipe(z.number().max(4, 'must be 0 to 4')).optional(),
};
const numberSource = source(section({ ...origin, ...numberStyle }).superRefine(exactlyOneOrigin));

const where = z
  .record(z.string(), listOf(scalar), { error: 'must name columns with the values to keep, such as { Field: Status }' })
  .optional();
const kind = oneOf(TRANSITION_KINDS);
const kindSource = z.preprocess(
  (value) => (typeof value === 'string' && isKind(value) ? { constant: value } : value),
  textSource,
);

const stageEntry = section({
  stage: text.optional(),
  out: flag.optional(),
  at: dateSource('day'),
  where,
  kind: kind.optional(),
  reason: textSource.optional(),
  actor: textSource.optional(),
});

const statusValue = z.preprocess(
  (value) => (typeof value === 'object' ? value : { stage: value }),
  section({
    stage: text.optional(),
    out: flag.optional(),
    skip: flag.optional(),
    kind: kind.optional(),
    reason: textSource.optional(),
  }),
);

const history = section({
  at: dateSource('day'),
  to: source(
    section({
      column: text,
      values: z.record(z.string(), statusValue).optional(),
      others: oneOf(['reject', 'skip']).optional(),
    }),
  ),
  where,
  kind: kindSource.optional(),
  reason: textSource.optional(),
  actor: textSource.optional(),
  id: textSource.optional(),
});

const activity = section({
  at: dateSource('day'),
  type: textSource,
  where,
  actor: textSource.optional(),
  id: textSource.optional(),
});

const cost = section({
  amount: numberSource,
  skipBlank: flag.optional(),
  currency: textSource.optional(),
  exchangeRate: source(section({ ...origin, decimal: numberStyle.decimal }).superRefine(exactlyOneOrigin)).optional(),
  from: dateSource('day').optional(),
  to: dateSource('day').optional(),
  toInclusive: flag.optional(),
  days: count.pipe(z.number().min(1, 'must be at least 1')).optional(),
  month: dateSource('month').optional(),
  category: textSource,
  source: textSource.optional(),
  leadType: textSource.optional(),
  campaign: textSource.optional(),
  costScope: textSource.optional(),
  where,
  id: textSource.optional(),
});

const lead = section({
  id: textSource,
  create: flag.optional(),
  createdAt: dateSource('day').optional(),
  name: textSource.optional(),
  email: textSource.optional(),
  source: textSource.optional(),
  leadType: textSource.optional(),
  campaign: textSource.optional(),
  region: textSource.optional(),
  owner: textSource.optional(),
  account: textSource.optional(),
  value: numberSource.optional(),
  attributes: z.record(z.string(), textSource).optional(),
});

const file = section({
  delimiter: scalar
    .transform((value) => DELIMITER_NAMES[value] ?? value)
    .pipe(z.string().length(1, 'must be a single character, or one of comma, semicolon, tab, pipe'))
    .optional(),
  encoding: text
    .refine((label) => canonicalEncoding(label) !== undefined, 'is no encoding; try utf-8, windows-1252 or utf-16le')
    .optional(),
  quote: scalar.pipe(z.string().length(1, 'must be a single character')).optional(),
  skipLines: count.optional(),
  columns: z.array(text).min(1).optional(),
});

export const mappingSchema = section({
  version: scalar.pipe(z.literal('1', { error: 'must be 1' })),
  file: file.optional(),
  timeZone: timeZone.optional(),
  dateFormats: formats('day').optional(),
  numbers: section({ decimal: numberStyle.decimal, thousands: numberStyle.thousands }).optional(),
  blank: listOf(scalar).optional(),
  where,
  account: section({ id: textSource, name: textSource.optional() }).optional(),
  lead: lead.optional(),
  stages: z.array(stageEntry, { error: 'must be a list of { stage, at }' }).optional(),
  history: history.optional(),
  activities: listOf(activity).optional(),
  costs: listOf(cost).optional(),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type TextSource = z.infer<typeof textSource>;
export type DateSource = z.infer<ReturnType<typeof dateSource>>;
export type NumberSource = z.infer<typeof numberSource>;
export type StageEntry = z.infer<typeof stageEntry>;
export type StatusValue = z.infer<typeof statusValue>;
export type HistorySection = z.infer<typeof history>;
export type ActivityEntry = z.infer<typeof activity>;
export type CostEntry = z.infer<typeof cost>;
export type LeadSection = z.infer<typeof lead>;
export type Where = z.infer<typeof where>;

function isKind(value: string): boolean {
  return (TRANSITION_KINDS as readonly string[]).includes(value);
}

function nearest(input: unknown, words: readonly string[]): string {
  return typeof input === 'string' ? didYouMean(input, words) : '';
}
