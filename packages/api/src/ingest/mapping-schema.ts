import { z } from 'zod';
import { STANDARD_ATTRIBUTES } from '../query/facts.js';
import { DELIMITER_NAMES } from './detect-delimiter.js';
import { canonicalEncoding } from './detect-encoding.js';
import {
  count,
  dateSource,
  exactlyOneOrigin,
  flag,
  formats,
  kind,
  kindSource,
  listOf,
  numberSource,
  numberStyle,
  oneOf,
  origin,
  scalar,
  section,
  source,
  text,
  textSource,
  timeZone,
  where,
} from './mapping-fields.js';

const stageEntry = section({
  stage: text.optional(),
  out: flag.optional(),
  crmField: text.optional(),
  value: textSource.optional(),
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
      crmField: text.optional(),
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
  attributes: z
    .record(z.string(), textSource)
    .superRefine((attributes, context) => {
      for (const key of Object.keys(attributes)) {
        const problem = attributeProblem(key);
        if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, path: [key] });
      }
    })
    .optional(),
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
export type StageEntry = z.infer<typeof stageEntry>;
export type StatusValue = z.infer<typeof statusValue>;
export type HistorySection = z.infer<typeof history>;
export type ActivityEntry = z.infer<typeof activity>;
export type CostEntry = z.infer<typeof cost>;
export type LeadSection = z.infer<typeof lead>;

function attributeProblem(key: string): string | undefined {
  if (STANDARD_ATTRIBUTES.includes(key)) return `is a standard attribute; write it as lead.${key}`;
  if (/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(key)) return undefined;
  return 'cannot name an attribute: a letter, then letters, digits and _, at most 63 in all';
}
