import {
  countedInVelocity,
  type DurationBasis,
  type DurationFigures,
  type SlaClock,
  type VelocityBody,
  type VelocityFigures,
  type VelocityQuestion,
  velocity,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { listed, reportPrice } from '../limits/price.js';
import type { Answer } from '../query/run-report.js';
import {
  answer,
  commonQuestion,
  figuresFields,
  type QuestionFields,
  questionFields,
  ReportInterface,
  reportRef,
  type Shown,
} from './report.js';
import { BEHIND_LEADS, behind } from './report-leads.js';
import { SlaClockEnum } from './sla-policy.js';
import { TimeInStageType } from './time-in-stage.js';

const DurationBasisEnum = builder.enumType('DurationBasis', {
  description: 'Which of the two entries lies in the period.',
  values: {
    FROM: { description: 'The entry into the earlier stage: what became of those who began then.' },
    TO: { description: 'The entry into the later stage: how long those took who arrived then.' },
  } as const,
});

const HistogramClassType = builder.objectRef<DurationFigures['histogram'][number]>('HistogramClass').implement({
  description: 'One class of a histogram, `[from, to)`.',
  fields: (t) => ({
    from: t.exposeFloat('from', { description: 'Seconds.' }),
    to: t.exposeFloat('to', { nullable: true, description: 'Seconds; null: no end.' }),
    count: t.exposeInt('count', { description: 'Leads.' }),
  }),
});

const VelocityFiguresType = builder.objectRef<Shown<VelocityFigures>>('VelocityFigures').implement({
  description: 'How long leads took, in seconds on the clock asked for.',
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
      timeInStage: t.field({
        type: [TimeInStageType],
        resolve: (shown) => shown.figures.timeInStage.map((each) => ({ ...each, shown })),
        description: 'Stays in each stage that was asked for, in that order.',
      }),
      behind: t.string({
        nullable: true,
        description: BEHIND_LEADS,
        resolve: (shown) => behind(shown, (asked: VelocityQuestion, ladder) => countedInVelocity(asked, ladder)),
      }),
    };
  },
});

const velocityFields = figuresFields('Velocity', VelocityFiguresType);

export const VelocityReportType = reportRef<Answer<VelocityBody>>('Velocity').implement({
  description: 'How long leads take.',
  interfaces: [ReportInterface],
  fields: (t) => ({
    from: t.exposeString('from', { description: 'Key of the stage where the time to reach begins.' }),
    to: t.exposeString('to', { description: 'Key of the stage where it ends.' }),
    businessCalendar: t.exposeString('businessCalendar', {
      nullable: true,
      description: 'Key of the calendar whose working time was counted; null on the CALENDAR clock.',
    }),
    ...velocityFields(t),
  }),
});

interface VelocityFields extends QuestionFields {
  from?: string | null | undefined;
  to?: string | null | undefined;
  basis?: DurationBasis | null | undefined;
  clock?: SlaClock | null | undefined;
  calendar?: string | null | undefined;
  timeInStage?: string[] | null | undefined;
}

export const VelocityInputType = builder.inputRef<VelocityFields>('VelocityInput').implement({
  description: 'A question about time from stage to stage.',
  fields: (t) => ({
    ...questionFields(t),
    from: t.string({ description: 'The stage where the clock starts; default LEAD.' }),
    to: t.string({ description: 'The later stage where it stops; default CUSTOMER.' }),
    basis: t.field({ type: DurationBasisEnum, description: 'Default TO.' }),
    clock: t.field({ type: SlaClockEnum, description: 'Default CALENDAR, time as it passes.' }),
    calendar: t.string({
      description: 'BUSINESS: key of the business calendar; default the first that was defined.',
    }),
    timeInStage: t.stringList({ description: 'Also how long leads stay in these stages. Default none.' }),
  }),
});

export function velocityQuestion(input: VelocityFields): VelocityQuestion {
  return {
    ...commonQuestion(input),
    from: input.from ?? undefined,
    to: input.to ?? undefined,
    basis: input.basis ?? undefined,
    clock: input.clock ?? undefined,
    calendar: input.calendar ?? undefined,
    timeInStage: input.timeInStage ?? undefined,
  };
}

builder.queryField('velocity', (t) =>
  t.field({
    type: VelocityReportType,
    description: 'How long leads take from one stage to a later one, and how long they stay in stages.',
    authScopes: { report: 'velocity' },
    extensions: reportPrice({
      weight: 40,
      more: ({ clock, timeInStage }) => (clock === 'BUSINESS' ? 4 : 0) + listed(timeInStage),
    }),
    args: { input: t.arg({ type: VelocityInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, velocity, () => velocityQuestion(input)),
  }),
);
