import { type FunnelFigures, type FunnelMode, type FunnelQuestion, type FunnelStage, funnel } from '@leadstage/core';
import { builder } from '../builder.js';
import { RateType, RatioType } from './rate.js';
import { answer, commonQuestion, type QuestionFields, questionFields, reportType, type Shown } from './report.js';
import { StageDefinitionType } from './stage-definition.js';

const FunnelModeEnum = builder.enumType('FunnelMode', {
  description: 'What a funnel counts.',
  values: {
    COHORT: { description: 'Follows the leads that entered the base stage in the period.' },
    THROUGHPUT: { description: 'Counts entries into each stage in the period.' },
  } as const,
});

const FunnelStageType = builder.objectRef<FunnelStage>('FunnelStage').implement({
  description: 'One rung of a funnel.',
  fields: (t) => ({
    stage: t.field({ type: StageDefinitionType, resolve: ({ stage }) => stage, description: 'Which stage.' }),
    reached: t.exposeInt('reached', { nullable: true, description: 'COHORT: leads of the cohort that reached it.' }),
    stepRate: t.field({
      type: RateType,
      nullable: true,
      resolve: ({ stepRate }) => stepRate,
      description: 'COHORT: of those that reached the stage before. Null for the base stage.',
    }),
    overallRate: t.field({
      type: RateType,
      nullable: true,
      resolve: ({ overallRate }) => overallRate,
      description: 'COHORT: of the whole cohort.',
    }),
    entered: t.exposeInt('entered', {
      nullable: true,
      description: 'THROUGHPUT: leads that first entered it in the period.',
    }),
    periodRatio: t.field({
      type: RatioType,
      nullable: true,
      resolve: ({ periodRatio }) => periodRatio,
      description: 'THROUGHPUT: entries beside entries into the stage before.',
    }),
  }),
});

const FunnelFiguresType = builder.objectRef<Shown<FunnelFigures>>('FunnelFigures').implement({
  description: 'A funnel.',
  fields: (t) => ({
    stages: t.field({
      type: [FunnelStageType],
      resolve: ({ figures }) => [...figures.stages],
      description: 'From the base stage up.',
    }),
  }),
});

export const FunnelReportType = reportType('Funnel', 'How many leads reach each stage.', FunnelFiguresType);

interface FunnelFields extends QuestionFields {
  mode?: FunnelMode | null | undefined;
  base?: string | null | undefined;
  conversionWindow?: number | null | undefined;
  includeImplied?: boolean | null | undefined;
}

export const FunnelInputType = builder.inputRef<FunnelFields>('FunnelInput').implement({
  description: 'A question about the funnel.',
  fields: (t) => ({
    ...questionFields(t),
    mode: t.field({ type: FunnelModeEnum, description: 'Default COHORT.' }),
    base: t.string({ description: 'The first stage shown; default LEAD.' }),
    conversionWindow: t.field({
      type: 'Duration',
      description: 'COHORT: how long after its entry into the base stage a lead may take; exactly so long is in.',
    }),
    includeImplied: t.boolean({ description: 'Count a skipped stage as entered with the next one; default true.' }),
  }),
});

export function funnelQuestion(input: FunnelFields): FunnelQuestion {
  return {
    ...commonQuestion(input),
    mode: input.mode ?? undefined,
    base: input.base ?? undefined,
    conversionWindow: input.conversionWindow ?? undefined,
    includeImplied: input.includeImplied ?? undefined,
  };
}

builder.queryField('funnel', (t) =>
  t.field({
    type: FunnelReportType,
    description: 'How many leads reach each stage, and which share of those before.',
    authScopes: { scope: 'reports:read' },
    args: { input: t.arg({ type: FunnelInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, funnel, () => funnelQuestion(input)),
  }),
);
