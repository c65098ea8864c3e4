import { type DurationBasis, type DurationFigures, type VelocityQuestion, velocity } from '@leadstage/core';
import { builder } from '../builder.js';
import { answer, commonQuestion, type QuestionFields, questionFields, reportType, type Shown } from './report.js';

const DurationBasisEnum = builder.enumType('DurationBasis', {
  description: 'Which of the two entries lies in the period.',
  values: ['FROM', 'TO'] as const,
});

const HistogramClassType = builder.objectRef<DurationFigures['histogram'][number]>('HistogramClass').implement({
  description: 'One class of a histogram, `[from, to)`.',
  fields: (t) => ({
    from: t.exposeFloat('from', { description: 'Seconds.' }),
    to: t.exposeFloat('to', { nullable: true, description: 'Seconds; null: no end.' }),
    count: t.exposeInt('count', { description: 'Leads.' }),
  }),
});

const VelocityFiguresType = builder.objectRef<Shown<DurationFigures>>('VelocityFigures').implement({
  description: 'How long leads took, in seconds on the wall clock.',
  fields: (t) => {
    const duration = (quantile: 'mean' | 'median' | 'p75' | 'p90', description: string) =>
      t.float({ nullable: true, description, resolve: ({ figures }) => figures[quantile] });
    return {
      count: t.int({
        resolve: ({ figures }) => figures.count,
        description: 'Leads with both entries, neither implied.',
      }),
      mean: duration('mean', 'Seconds.'),
      median: duration('median', 'Seconds, interpolated.'),
      p75: duration('p75', 'Seconds, interpolated.'),
      p90: duration('p90', 'Seconds, interpolated.'),
      histogram: t.field({
        type: [HistogramClassType],
        resolve: ({ figures }) => [...figures.histogram],
        description: 'Every class, empty ones included.',
      }),
    };
  },
});

export const VelocityReportType = reportType('Velocity', 'How long leads take.', VelocityFiguresType);

interface VelocityFields extends QuestionFields {
  from: string;
  to: string;
  basis?: DurationBasis | null | undefined;
}

export const VelocityInputType = builder.inputRef<VelocityFields>('VelocityInput').implement({
  description: 'A question about time from stage to stage.',
  fields: (t) => ({
    ...questionFields(t),
    from: t.string({ required: true, description: 'The stage where the clock starts.' }),
    to: t.string({ required: true, description: 'The later stage where it stops.' }),
    basis: t.field({ type: DurationBasisEnum, description: 'Default TO.' }),
  }),
});

export function velocityQuestion(input: VelocityFields): VelocityQuestion {
  return { ...commonQuestion(input), from: input.from, to: input.to, basis: input.basis ?? undefined };
}

builder.queryField('velocity', (t) =>
  t.field({
    type: VelocityReportType,
    description: 'How long leads take from one stage to a later one.',
    authScopes: { scope: 'reports:read' },
    args: { input: t.arg({ type: VelocityInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, velocity, () => velocityQuestion(input)),
  }),
);
