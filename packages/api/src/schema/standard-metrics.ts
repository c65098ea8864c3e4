import {
  type Period,
  type StandardMetricsBody,
  type StandardMetricsQuestion,
  standardMetrics,
  type TracedMetric,
  type TracedPeriod,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { reportPrice } from '../limits/price.js';
import type { Answer } from '../query/run-report.js';
import { MetricUnitEnum } from './metric-definition.js';
import { MoneyType, moneyOrNull } from './money.js';
import { PeriodType } from './period.js';
import type { Remembered } from './remembering.js';
import { answer, commonQuestion, type QuestionFields, questionFields, ReportInterface, reportRef } from './report.js';
import { BEHIND_EITHER, behindIn, RatePartEnum } from './report-leads.js';

/** A metric as resolvers see it: with the currency of its amount, and where it stands; in a pack it stands in no answer. */
type ShownMetric = TracedMetric & {
  readonly currency: string;
  readonly place?: { readonly answer: Remembered; readonly period: Period };
};

export const StandardMetricType = builder.objectRef<ShownMetric>('StandardMetric').implement({
  description: 'One standardised number.',
  fields: (t) => ({
    metric: t.exposeString('metric', { description: 'Its name in `metricDefinitions`.' }),
    stage: t.exposeString('stage', {
      nullable: true,
      description: 'Key of the stage it is about; of a standard stage that the ladder lacks, the standard’s name.',
    }),
    variant: t.exposeString('variant', {
      nullable: true,
      description:
        'Which reading of the metric: `from MQL` of a rate, `median from LEAD` of a time, `SHIFTED` of a cost, a goal’s key; null where it has but one.',
    }),
    unit: t.expose('unit', { type: MetricUnitEnum, description: 'What `value` counts in.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'In the unit; null where it cannot be said. Money is in `amount`.',
    }),
    amount: t.field({
      type: MoneyType,
      nullable: true,
      description: 'Of MONEY; null where it cannot be said.',
      resolve: ({ amount, currency }) => moneyOrNull(amount, currency),
    }),
    numerator: t.exposeInt('numerator', { nullable: true, description: 'Of a rate or a goal.' }),
    denominator: t.exposeInt('denominator', {
      nullable: true,
      description: 'What a rate or a cost is divided by; of a median, the leads that it is taken over.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'Lower end of the 95 % interval, of rates.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Upper end of the 95 % interval, of rates.' }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_EITHER}. Null too for what counts neither, for goals (see \`acceptance { goals }\`), and in packs: ask \`standardMetrics\` with the pack’s asOf and knownAt.`,
      args: {
        part: t.arg({
          type: RatePartEnum,
          description: 'Behind which number; default NUMERATOR, which of `entered` is the value.',
        }),
      },
      resolve: ({ counted, place }, { part }) => {
        const wanted = part === 'DENOMINATOR' ? counted?.denominator : counted?.numerator;
        return place ? behindIn(place.answer, place, wanted ?? null) : null;
      },
    }),
  }),
});

export function shownMetric(metric: TracedMetric, currency: string): ShownMetric {
  return { ...metric, currency };
}

interface ShownPeriod {
  readonly period: Period;
  readonly metrics: readonly ShownMetric[];
}

export const StandardPeriodType = builder.objectRef<ShownPeriod>('StandardPeriod').implement({
  description: 'The standard metrics of one period.',
  fields: (t) => ({
    period: t.field({ type: PeriodType, resolve: ({ period }) => period, description: 'Its dates.' }),
    metrics: t.field({
      type: [StandardMetricType],
      resolve: ({ metrics }) => [...metrics],
      description: 'In a fixed order; what cannot be said is there with null.',
    }),
  }),
});

/** @param answer that it stands in; none: a pack */
export function shownPeriod({ period, metrics }: TracedPeriod, currency: string, answer?: Remembered): ShownPeriod {
  const place = answer ? { place: { answer, period } } : {};
  return { period, metrics: metrics.map((metric) => ({ ...shownMetric(metric, currency), ...place })) };
}

export const StandardMetricsReportType = reportRef<Answer<StandardMetricsBody> & Remembered>(
  'StandardMetrics',
).implement({
  description: 'The same metrics, by the same formulas, for every workspace.',
  interfaces: [ReportInterface],
  fields: (t) => ({
    total: t.field({
      type: StandardPeriodType,
      description: 'The whole period.',
      resolve: (answer) => shownPeriod(answer.total, answer.currency, answer),
    }),
    series: t.field({
      type: [StandardPeriodType],
      description: 'One per bucket, empty ones included; none without a grain.',
      resolve: (answer) => answer.series.map((point) => shownPeriod(point, answer.currency, answer)),
    }),
    notes: t.stringList({
      description: 'What to read the numbers with: which stages stand for standard ones, and which are absent.',
      resolve: ({ notes }) => [...notes],
    }),
  }),
});

interface StandardMetricsFields extends QuestionFields {
  conversionWindow?: number | null | undefined;
}

export const StandardMetricsInputType = builder.inputRef<StandardMetricsFields>('StandardMetricsInput').implement({
  description: 'A question for the standard metrics. They are not broken down: `by` is refused.',
  fields: (t) => ({
    ...questionFields(t),
    conversionWindow: t.field({
      type: 'Duration',
      description: 'How long after its entry into LEAD a lead may take to reach a stage; default ever.',
    }),
  }),
});

export function standardMetricsQuestion(input: StandardMetricsFields): StandardMetricsQuestion {
  return { ...commonQuestion(input), conversionWindow: input.conversionWindow ?? undefined };
}

builder.queryField('standardMetrics', (t) =>
  t.field({
    type: StandardMetricsReportType,
    description: 'The investor pack as it stands now; `publishMetricPack` keeps it.',
    authScopes: { report: 'standardMetrics' },
    extensions: reportPrice({ weight: 200 }),
    args: { input: t.arg({ type: StandardMetricsInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, standardMetrics, () => standardMetricsQuestion(input)),
  }),
);
