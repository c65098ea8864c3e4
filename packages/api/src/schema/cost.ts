import {
  type CostFigures,
  type CostMethod,
  type CostQuestion,
  type CostScope,
  type CostStage,
  cost,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { MoneyType, moneyOrNull } from './money.js';
import { PeriodType } from './period.js';
import { answer, commonQuestion, type QuestionFields, questionFields, reportType, type Shown } from './report.js';
import { StageDefinitionType } from './stage-definition.js';

const CostMethodEnum = builder.enumType('CostMethod', {
  description: 'Which spend is set against the entries of a period.',
  values: {
    SIMPLE: { description: 'The spend of the same period.' },
    SHIFTED: { description: 'The spend of the period moved back by the lag of the stage.' },
  } as const,
});

export const CostScopeEnum = builder.enumType('CostScope', {
  description: 'Whose cost it is.',
  values: ['MARKETING', 'SALES'] as const,
});

type StageWithCurrency = CostStage & { readonly currency: string };

const CostStageType = builder.objectRef<StageWithCurrency>('CostStage').implement({
  description: 'What one lead at a stage has cost.',
  fields: (t) => {
    const money = (name: 'spend' | 'unallocated' | 'outsideFilter' | 'costPerEntry', description: string) =>
      t.field({
        type: MoneyType,
        nullable: true,
        description,
        resolve: (row) => moneyOrNull(row[name], row.currency),
      });
    return {
      stage: t.field({ type: StageDefinitionType, resolve: ({ stage }) => stage, description: 'Which stage.' }),
      lagDays: t.exposeInt('lagDays', {
        nullable: true,
        description: 'Days looked back; null where they could not be derived.',
      }),
      spendWindow: t.field({
        type: PeriodType,
        nullable: true,
        resolve: ({ spendWindow }) => spendWindow,
        description: 'The dates whose spend counts.',
      }),
      spend: money('spend', 'What accrued in the spend window.'),
      unallocated: money(
        'unallocated',
        'Of the total, what lacks an attribute of `by`; null in groups and without `by`.',
      ),
      outsideFilter: money(
        'outsideFilter',
        'Spend that lacks an attribute of the filter; in no total; null in groups and without a filter.',
      ),
      entered: t.exposeInt('entered', { description: 'Leads that first entered the stage in the period.' }),
      costPerEntry: money('costPerEntry', 'spend / entered; null where nobody entered.'),
    };
  },
});

const CostFiguresType = builder.objectRef<Shown<CostFigures>>('CostFigures').implement({
  description: 'Cost per stage.',
  fields: (t) => ({
    stages: t.field({
      type: [CostStageType],
      description: 'The stages asked for.',
      resolve: ({ figures, answer: { currency } }) => figures.stages.map((stage) => ({ ...stage, currency })),
    }),
  }),
});

export const CostReportType = reportType('Cost', 'What a lead costs at each stage.', CostFiguresType);

interface CostFields extends QuestionFields {
  method?: CostMethod | null | undefined;
  stages?: string[] | null | undefined;
  lagDays?: number | null | undefined;
  roundLagToDays?: number | null | undefined;
  costScopes?: CostScope[] | null | undefined;
}

export const CostInputType = builder.inputRef<CostFields>('CostInput').implement({
  description: 'A question about cost.',
  fields: (t) => ({
    ...questionFields(t),
    method: t.field({ type: CostMethodEnum, description: 'Default SIMPLE.' }),
    stages: t.stringList({ description: 'Default every stage from LEAD up.' }),
    lagDays: t.int({ description: 'SHIFTED: days to look back, 0–3650; default derived from the observed times.' }),
    roundLagToDays: t.int({
      description: 'SHIFTED: round the derived lag to a multiple of so many days, 1–366; default 1.',
    }),
    costScopes: t.field({ type: [CostScopeEnum], description: 'Default MARKETING only.' }),
  }),
});

export function costQuestion(input: CostFields): CostQuestion {
  return {
    ...commonQuestion(input),
    method: input.method ?? undefined,
    stages: input.stages ?? undefined,
    lagDays: input.lagDays ?? undefined,
    roundLagToDays: input.roundLagToDays ?? undefined,
    costScopes: input.costScopes ?? undefined,
  };
}

builder.queryField('cost', (t) =>
  t.field({
    type: CostReportType,
    description: 'What one lead at each stage has cost.',
    authScopes: { scope: 'reports:read' },
    args: { input: t.arg({ type: CostInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, cost, () => costQuestion(input)),
  }),
);
