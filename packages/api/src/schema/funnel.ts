import {
  countedInFunnel,
  type FunnelFigures,
  type FunnelMode,
  type FunnelQuestion,
  type FunnelStage,
  funnel,
  type Projection,
  type Unit,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { reportPrice } from '../limits/price.js';
import { RateType, RatioType } from './rate.js';
import { answer, commonQuestion, type QuestionFields, questionFields, reportType, type Shown } from './report.js';
import { BEHIND_UNIT, behind } from './report-leads.js';
import { StageDefinitionType } from './stage-definition.js';

const FunnelModeEnum = builder.enumType('FunnelMode', {
  description: 'What a funnel counts.',
  values: {
    COHORT: { description: 'Follows the leads that entered the base stage in the period.' },
    THROUGHPUT: { description: 'Counts entries into each stage in the period.' },
  } as const,
});

const FunnelUnitEnum = builder.enumType('FunnelUnit', {
  description: 'What a funnel counts the entries of.',
  values: {
    LEAD: { description: 'Leads.' },
    ACCOUNT: { description: 'Accounts: each enters a stage with the first of its leads that passes the filter.' },
  } as const,
});

const FunnelCountEnum = builder.enumType('FunnelCount', {
  description: 'The counts of a stage of a funnel.',
  values: {
    COUNTED: { description: '`reached`, with THROUGHPUT `entered`.' },
    STEP: { description: 'The numerator of `stepRate`.' },
    MATURE: { description: 'The numerator of `matureShare`.' },
    UNASSIGNED: { description: '`unassigned`: these are leads, with unit ACCOUNT too.' },
  } as const,
});

const ProjectionType = builder.objectRef<Projection>('Projection').implement({
  description: 'A rate as it will be once all have been watched long enough.',
  fields: (t) => ({
    value: t.exposeFloat('value', { description: '0 to 1, by Aalen–Johansen.' }),
    low: t.exposeFloat('low', {
      nullable: true,
      description: 'Lower end of the 95 % interval (Aalen variance, log–log scale); null where the value is 0 or 1.',
    }),
    high: t.exposeFloat('high', { nullable: true, description: 'Upper end of that interval.' }),
  }),
});

type ShownStage = FunnelStage & { readonly shown: Shown<FunnelFigures> };

const FunnelStageType = builder.objectRef<ShownStage>('FunnelStage').implement({
  description: 'One rung of a funnel.',
  fields: (t) => ({
    stage: t.field({ type: StageDefinitionType, resolve: ({ stage }) => stage, description: 'Which stage.' }),
    reached: t.exposeInt('reached', { nullable: true, description: 'COHORT: of the cohort, how many reached it.' }),
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
    matureShare: t.field({
      type: RateType,
      nullable: true,
      resolve: ({ matureShare }) => matureShare,
      description:
        'COHORT with a conversion window, above the base stage: the share of the cohort that reached it, is finally out, or has been watched for all of the window.',
    }),
    projected: t.field({
      type: ProjectionType,
      nullable: true,
      resolve: ({ projected }) => projected,
      description:
        'Likewise: the share of the cohort that will have reached it within the window. Null too with nobody at risk.',
    }),
    entered: t.exposeInt('entered', {
      nullable: true,
      description: 'THROUGHPUT: how many first entered it in the period.',
    }),
    periodRatio: t.field({
      type: RatioType,
      nullable: true,
      resolve: ({ periodRatio }) => periodRatio,
      description: 'THROUGHPUT: entries beside entries into the stage before.',
    }),
    unassigned: t.exposeInt('unassigned', {
      nullable: true,
      description:
        'ACCOUNT: leads without an account that first entered it in the period and so are left out. COHORT: at the base stage only.',
    }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_UNIT}, and where the stage does not have the count.`,
      args: { of: t.arg({ type: FunnelCountEnum, description: 'Behind which count; default COUNTED.' }) },
      resolve: ({ stage, shown }, { of }) => {
        const stages = shown.figures.stages.map((each) => each.stage);
        return behind(shown, (asked) => countedInFunnel(asked, stages, stage, of ?? 'COUNTED'));
      },
    }),
  }),
});

const FunnelFiguresType = builder.objectRef<Shown<FunnelFigures>>('FunnelFigures').implement({
  description: 'A funnel.',
  fields: (t) => ({
    stages: t.field({
      type: [FunnelStageType],
      resolve: (shown) => shown.figures.stages.map((stage) => ({ ...stage, shown })),
      description: 'From the base stage up.',
    }),
  }),
});

export const FunnelReportType = reportType('Funnel', 'How many leads reach each stage.', FunnelFiguresType);

interface FunnelFields extends QuestionFields {
  mode?: FunnelMode | null | undefined;
  unit?: Unit | null | undefined;
  base?: string | null | undefined;
  conversionWindow?: number | null | undefined;
  includeImplied?: boolean | null | undefined;
}

export const FunnelInputType = builder.inputRef<FunnelFields>('FunnelInput').implement({
  description: 'A question about the funnel.',
  fields: (t) => ({
    ...questionFields(t),
    mode: t.field({ type: FunnelModeEnum, description: 'Default COHORT.' }),
    unit: t.field({ type: FunnelUnitEnum, description: 'Default LEAD.' }),
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
    unit: input.unit ?? undefined,
    base: input.base ?? undefined,
    conversionWindow: input.conversionWindow ?? undefined,
    includeImplied: input.includeImplied ?? undefined,
  };
}

builder.queryField('funnel', (t) =>
  t.field({
    type: FunnelReportType,
    description: 'How many leads reach each stage, and which share of those before.',
    authScopes: { report: 'funnel' },
    extensions: reportPrice({
      weight: 20,
      // Accounts are told from their leads; a projection follows every lead.
      more: ({ unit, conversionWindow }) => (unit === 'ACCOUNT' ? 3 : 0) + (conversionWindow == null ? 0 : 1),
    }),
    args: { input: t.arg({ type: FunnelInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, funnel, () => funnelQuestion(input)),
  }),
);
