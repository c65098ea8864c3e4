import type { StageDefinition } from './ladder.js';
import type { MetricDefinition } from './metric.js';
import { METRICS } from './metrics/index.js';
import type { Calendar, Instant, LeadFilter, Period } from './question.js';
import type {
  StandardMetricsBody,
  StandardMetricsQuestion,
  StandardPeriod,
  TracedPeriod,
} from './reports/standard-metrics.js';

/** What is published: plain data whose canonical JSON (RFC 8785) is hashed. Instants are milliseconds since 1970, UTC. */
export interface PackDocument {
  readonly format: typeof PACK_FORMAT;
  readonly name: string;
  readonly workspace: { readonly id: string; readonly name: string };
  /** With `asOf` and `knownAt` settled; `conversionWindow` in milliseconds. */
  readonly question: PackQuestion;
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly currency: string;
  readonly calendar: Calendar;
  /** Every version of a stage that was in force from the first instant of the period to `asOf`. */
  readonly stages: readonly Pick<StageDefinition, (typeof STAGE_MEMBERS)[number]>[];
  /** The metrics that the pack is made of. */
  readonly definitions: readonly Pick<MetricDefinition, (typeof DEFINITION_MEMBERS)[number]>[];
  /** What is not counted, in words. */
  readonly exclusions: readonly string[];
  readonly notes: readonly string[];
  readonly total: StandardPeriod;
  readonly series: readonly StandardPeriod[];
}

export type PackQuestion = StandardMetricsQuestion & { readonly asOf: Instant; readonly knownAt: Instant };

/** Raised when the members of a document, or the stages and variants of a metric, change their meaning. */
export const PACK_FORMAT = 'leadstage.metric-pack/1';

const STAGE_MEMBERS = ['id', 'key', 'version', 'name', 'standard', 'position', 'effectiveFrom'] as const;
const DEFINITION_MEMBERS = ['name', 'title', 'unit', 'formula'] as const;

/** An answer of the standard metrics with what it was measured under. */
export interface PackAnswer extends StandardMetricsBody {
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly currency: string;
  readonly calendar: Calendar;
  readonly versions: readonly StageDefinition[];
}

/** What whoever publishes a pack says of it. */
export type PackTitle = Pick<PackDocument, 'name' | 'workspace' | 'question'>;

/** The document of a pack that is published now. */
export function packDocument({ name, workspace, question }: PackTitle, answer: PackAnswer): PackDocument {
  const named = new Set([answer.total, ...answer.series].flatMap(({ metrics }) => metrics.map(({ metric }) => metric)));
  const words = {
    format: PACK_FORMAT,
    name,
    workspace: { id: workspace.id, name: workspace.name },
    definitions: METRICS.filter((each) => named.has(each.name)).map((each) => picked(each, DEFINITION_MEMBERS)),
    exclusions: exclusionsOf(question.filter ?? {}),
  } as const;
  return documentOf({ ...words, question }, answer);
}

/**
 * A published document with its numbers computed again. Its words stay: title, question, formulas and exclusions as
 * they were told. Metrics that a later version of this software added are no part of it.
 */
export function packAgain(published: PackDocument, answer: PackAnswer): PackDocument {
  const { format, name, workspace, definitions, exclusions, question } = published;
  const of = new Set(definitions.map((each) => each.name));
  const only = ({ period, metrics }: TracedPeriod) => ({
    period,
    metrics: metrics.filter(({ metric }) => of.has(metric)),
  });
  return documentOf(
    { format, name, workspace, definitions, exclusions, question },
    { ...answer, total: only(answer.total), series: answer.series.map(only) },
  );
}

type Words = Pick<PackDocument, 'format' | 'name' | 'workspace' | 'definitions' | 'exclusions' | 'question'>;

function documentOf(words: Words, answer: PackAnswer): PackDocument {
  const { period, asOf, knownAt, currency, calendar, versions, notes, total, series } = answer;
  const { timeZone, fiscalYearStartMonth, weekStart } = calendar;
  const stages = versions.map((version) => picked(version, STAGE_MEMBERS));
  const measured = { period, asOf, knownAt, currency, calendar: { timeZone, fiscalYearStartMonth, weekStart } };
  const numbers = { total: untraced(total), series: series.map(untraced) };
  return withTwelveDigits({ ...words, ...measured, stages, notes, ...numbers });
}

/** What the numbers count belongs to the answer; a document is the numbers. */
function untraced({ period, metrics }: TracedPeriod): StandardPeriod {
  return { period, metrics: metrics.map(({ counted: _counted, ...metric }) => metric) };
}

/**
 * The same with every number that is not whole at 12 significant digits, as packs hold them: what two ways of adding up
 * may differ in lies beyond. Whole numbers, so instants and counts, stay.
 */
export function withTwelveDigits<Value>(value: Value): Value {
  if (typeof value === 'number') return (Number.isInteger(value) ? value : Number(value.toPrecision(12))) as Value;
  if (Array.isArray(value)) return value.map(withTwelveDigits) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, withTwelveDigits(member)])) as Value;
}

function picked<Whole extends object, Member extends keyof Whole>(
  whole: Whole,
  members: readonly Member[],
): Pick<Whole, Member> {
  return Object.fromEntries(members.map((member) => [member, whole[member]])) as Pick<Whole, Member>;
}

function exclusionsOf(filter: LeadFilter): string[] {
  const attributes = Object.keys(filter);
  return [
    'What occurred after asOf, and what was recorded or corrected after knownAt, does not count.',
    'Transitions and costs that had been voided by knownAt do not count.',
    'Leads that had been merged by knownAt count once, as the lead that they were merged into.',
    'Time between stages leaves out leads that skipped one of the two stages.',
    'Cost per stage counts marketing cost alone; CAC counts that of sales too.',
    ...(attributes.length === 0
      ? []
      : [
          `Only leads that pass the filter on ${attributes.join(', ')} count.`,
          'Cost that lacks an attribute of the filter is in no cost per stage; it is shown as spend OUTSIDE_FILTER.',
        ]),
  ];
}
