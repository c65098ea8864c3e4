import {
  type CostAllocation,
  type CostFigures,
  type CostMethod,
  type CostQuestion,
  type CostScope,
  cost,
  type LagSource,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { reportPrice } from '../limits/price.js';
import { CacType, CostStageType, PipelineValueType, RoiType } from './cost-stage.js';
import { answer, commonQuestion, type QuestionFields, questionFields, reportType, type Shown } from './report.js';

const CostMethodEnum = builder.enumType('CostMethod', {
  description: 'Which spend is set against the entries of a period.',
  values: {
    SIMPLE: { description: 'The spend of the same period.' },
    SHIFTED: { description: 'The spend of the period moved back by the lag of the stage.' },
    ROLLING: {
      description:
        'For a series: the spend of the last `rollingDays` before the end of each bucket, moved back by the lag, over the entries of these days.',
    },
    KERNEL: { description: 'The spend of earlier days, weighed by how long the leads of the period took.' },
  } as const,
});

const LagSourceEnum = builder.enumType('LagSource', {
  description: 'What a lag is derived from.',
  values: {
    OBSERVED: { description: 'The mean time from LEAD to the stage.' },
    MQL_TIME_PLUS_SLA: {
      description: 'After MQL: the mean time from LEAD to MQL, and the decision target of an SLA policy on top of it.',
    },
  } as const,
});

const CostAllocationEnum = builder.enumType('CostAllocation', {
  description: 'What becomes of cost that lacks an attribute of `by` or of the filter.',
  values: {
    UNALLOCATED: { description: 'It is shown as `unallocated` and `outsideFilter`.' },
    BY_ENTRIES: { description: 'It is spread over the groups in proportion to their LEAD entries in the period.' },
  } as const,
});

export const CostScopeEnum = builder.enumType('CostScope', {
  description: 'Whose cost it is.',
  values: {
    MARKETING: { description: 'What it costs to win leads.' },
    SALES: { description: 'What it costs to work them.' },
  } as const,
});

function inCell(shown: Shown<CostFigures>) {
  return { currency: shown.answer.currency, shown };
}

const CostFiguresType = builder.objectRef<Shown<CostFigures>>('CostFigures').implement({
  description: 'Cost per stage, and what customers and opportunities are worth beside it.',
  fields: (t) => ({
    stages: t.field({
      type: [CostStageType],
      description: 'The stages asked for.',
      resolve: (shown) => shown.figures.stages.map((stage) => ({ ...stage, ...inCell(shown) })),
    }),
    cac: t.field({
      type: CacType,
      nullable: true,
      description: 'SHIFTED cost per CUSTOMER over both cost scopes. Null where the ladder has no CUSTOMER.',
      resolve: (shown) => shown.figures.cac && { ...shown.figures.cac, ...inCell(shown) },
    }),
    roi: t.field({
      type: RoiType,
      nullable: true,
      description: 'What the customers won are worth beside the spend. Null where the ladder has no CUSTOMER.',
      resolve: (shown) => {
        const { roi, stages } = shown.figures;
        // One window of entries for all that a cell shows, but for CAC.
        return roi && { ...roi, ...inCell(shown), entryWindow: stages[0]?.entryWindow };
      },
    }),
    pipelineValue: t.field({
      type: PipelineValueType,
      nullable: true,
      description: 'Open opportunities at asOf. Null in a series, and where the ladder has no QSO.',
      resolve: (shown) => shown.figures.pipelineValue && { ...shown.figures.pipelineValue, ...inCell(shown) },
    }),
  }),
});

export const CostReportType = reportType('Cost', 'What a lead costs at each stage.', CostFiguresType);

interface CostFields extends QuestionFields {
  method?: CostMethod | null | undefined;
  stages?: string[] | null | undefined;
  lagDays?: number | null | undefined;
  lagFrom?: LagSource | null | undefined;
  policy?: string | null | undefined;
  roundLagToDays?: number | null | undefined;
  rollingDays?: number | null | undefined;
  allocation?: CostAllocation | null | undefined;
  costScopes?: CostScope[] | null | undefined;
}

export const CostInputType = builder.inputRef<CostFields>('CostInput').implement({
  description: 'A question about cost.',
  fields: (t) => ({
    ...questionFields(t),
    method: t.field({ type: CostMethodEnum, description: 'Default SIMPLE.' }),
    stages: t.stringList({ description: 'Default every stage from LEAD up.' }),
    lagDays: t.int({
      description:
        'SHIFTED, ROLLING, and CAC with any method: days to look back, 0–3650; default derived by `lagFrom`.',
    }),
    lagFrom: t.field({ type: LagSourceEnum, description: 'What a lag is derived from; default OBSERVED.' }),
    policy: t.string({
      description:
        'MQL_TIME_PLUS_SLA: key of the SLA policy; default the first in force at asOf that has a decision target.',
    }),
    roundLagToDays: t.int({ description: 'Round a derived lag to a multiple of so many days, 1–366; default 1.' }),
    rollingDays: t.int({ description: 'ROLLING, required: days in a window, 1–3650.' }),
    allocation: t.field({ type: CostAllocationEnum, description: 'Default UNALLOCATED.' }),
    costScopes: t.field({ type: [CostScopeEnum], description: 'Default MARKETING only.' }),
  }),
});

export function costQuestion(input: CostFields): CostQuestion {
  return {
    ...commonQuestion(input),
    method: input.method ?? undefined,
    stages: input.stages ?? undefined,
    lagDays: input.lagDays ?? undefined,
    lagFrom: input.lagFrom ?? undefined,
    policy: input.policy ?? undefined,
    roundLagToDays: input.roundLagToDays ?? undefined,
    rollingDays: input.rollingDays ?? undefined,
    allocation: input.allocation ?? undefined,
    costScopes: input.costScopes ?? undefined,
  };
}

/** Spend that is moved is asked for once more; KERNEL draws samples for its interval, which takes the processor. */
function passesOf(method: unknown): number {
  if (method === 'KERNEL') return 20;
  return method === 'SHIFTED' || method === 'ROLLING' ? 1 : 0;
}

builder.queryField('cost', (t) =>
  t.field({
    type: CostReportType,
    description: 'What one lead at each stage has cost.',
    authScopes: { report: 'cost' },
    extensions: reportPrice({
      weight: 40,
      more: ({ method, allocation }) => passesOf(method) + (allocation === 'BY_ENTRIES' ? 1 : 0),
    }),
    args: { input: t.arg({ type: CostInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, cost, () => costQuestion(input)),
  }),
);
