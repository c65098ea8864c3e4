import {
  type BeforeFirstCost,
  type Cac,
  type CostFigures,
  type CostInterval,
  type CostStage,
  type Counted,
  entriesInto,
  findStage,
  type Period,
  type PipelineValue,
  pipelineStages,
  type Roi,
  type StageDefinition,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { MoneyType, moneyOrNull } from './money.js';
import { PeriodType } from './period.js';
import type { Shown } from './report.js';
import { BEHIND_LEADS, behind } from './report-leads.js';
import { StageDefinitionType } from './stage-definition.js';

/** Amounts of a report are decimal text; its currency stands beside them. */
interface InCurrency {
  readonly currency: string;
}

interface InCell extends InCurrency {
  readonly shown: Shown<CostFigures>;
}

const CostIntervalType = builder.objectRef<CostInterval & InCurrency>('CostInterval').implement({
  description: 'A 95 % interval of a cost.',
  fields: (t) => ({
    low: t.field({
      type: MoneyType,
      resolve: ({ low, currency }) => ({ amount: low, currency }),
      description: 'Lower end.',
    }),
    high: t.field({
      type: MoneyType,
      resolve: ({ high, currency }) => ({ amount: high, currency }),
      description: 'Upper end.',
    }),
  }),
});

const BeforeFirstCostType = builder.objectRef<BeforeFirstCost>('BeforeFirstCost').implement({
  description: 'How much of a spend window lies before the first date on which any cost accrues.',
  fields: (t) => ({
    days: t.exposeInt('days', { description: 'Days of the window.' }),
    share: t.exposeFloat('share', { description: 'Of the days of the window, 0 to 1.' }),
  }),
});

export const CostStageType = builder.objectRef<CostStage & InCell>('CostStage').implement({
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
        description: 'Days looked back; null where they could not be derived, and for KERNEL above LEAD.',
      }),
      lagLeads: t.exposeInt('lagLeads', {
        nullable: true,
        description: 'KERNEL above LEAD: on how many leads the lags were measured.',
      }),
      spendWindow: t.field({
        type: PeriodType,
        nullable: true,
        resolve: ({ spendWindow }) => spendWindow,
        description: 'The dates whose spend counts; for KERNEL from the longest lag to the shortest.',
      }),
      entryWindow: t.field({
        type: PeriodType,
        resolve: ({ entryWindow }) => entryWindow,
        description: 'The dates whose entries count: those of the cell, for ROLLING the last days of it.',
      }),
      spend: money('spend', 'What accrued in the spend window.'),
      unallocated: money(
        'unallocated',
        'Of the total, what lacks an attribute of `by` and was not spread; null in groups and without `by`.',
      ),
      outsideFilter: money(
        'outsideFilter',
        'Spend that lacks an attribute of the filter and was not spread; in no total; null in groups, without a filter, and under the locked filter of an embed token.',
      ),
      entered: t.exposeInt('entered', { description: 'Leads that first entered the stage in the entry window.' }),
      behind: t.string({
        nullable: true,
        description: `${BEHIND_LEADS} Of \`entered\`, so with ROLLING those of the entry window.`,
        resolve: ({ shown, stage, entryWindow }) => behind(shown, () => entriesInto(stage.key), entryWindow),
      }),
      costPerEntry: money('costPerEntry', 'spend / entered; null where nobody entered.'),
      interval: t.field({
        type: CostIntervalType,
        nullable: true,
        resolve: ({ interval, currency }) => interval && { ...interval, currency },
        description:
          'KERNEL above LEAD: 95 % interval of costPerEntry, of the total and the 50 largest groups; null in a series.',
      }),
      beforeFirstCost: t.field({
        type: BeforeFirstCostType,
        nullable: true,
        resolve: ({ beforeFirstCost }) => beforeFirstCost,
        description:
          'Of the spend window; null without one, where no cost is known, and under the locked filter of an embed token.',
      }),
    };
  },
});

export const CacType = builder.objectRef<Cac & InCell>('Cac').implement({
  description: 'What one new customer has cost marketing and sales.',
  fields: (t) => ({
    lagDays: t.exposeInt('lagDays', {
      nullable: true,
      description: 'Days looked back; null where they are not known.',
    }),
    spendWindow: t.field({
      type: PeriodType,
      nullable: true,
      resolve: ({ spendWindow }) => spendWindow,
      description: 'The dates whose spend counts.',
    }),
    spend: t.field({
      type: MoneyType,
      nullable: true,
      resolve: ({ spend, currency }) => moneyOrNull(spend, currency),
      description: 'What accrued in the spend window, over both cost scopes.',
    }),
    entered: t.exposeInt('entered', { description: 'Leads that first entered CUSTOMER.' }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_LEADS} Of \`entered\`.`,
      resolve: ({ shown }) => behind(shown, ofCustomers(entriesInto)),
    }),
    cost: t.field({
      type: MoneyType,
      nullable: true,
      resolve: ({ cost, currency }) => moneyOrNull(cost, currency),
      description: 'spend / entered; null where nobody entered.',
    }),
  }),
});

interface ShownRoi extends Roi, InCell {
  readonly entryWindow: Period | undefined;
}

export const RoiType = builder.objectRef<ShownRoi>('Roi').implement({
  description: 'What the customers won are worth, beside the spend.',
  fields: (t) => ({
    won: t.exposeInt('won', { description: 'Leads that first entered CUSTOMER and carry a value.' }),
    valueWon: t.field({
      type: MoneyType,
      resolve: ({ valueWon, currency }) => ({ amount: valueWon, currency }),
      description: 'Their values together.',
    }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_LEADS} Of \`won\`, so with ROLLING those of the last days.`,
      resolve: ({ shown, entryWindow }) =>
        behind(
          shown,
          ofCustomers((stage) => ({ kind: 'value', stage })),
          entryWindow,
        ),
    }),
    spend: t.field({
      type: MoneyType,
      nullable: true,
      resolve: ({ spend, currency }) => moneyOrNull(spend, currency),
      description: 'Of CUSTOMER by the method asked for, over both cost scopes; null where its window is not known.',
    }),
    roi: t.exposeFloat('roi', {
      nullable: true,
      description: '(valueWon − spend) / spend; 0 is break-even; null where the spend is 0.',
    }),
  }),
});

export const PipelineValueType = builder.objectRef<PipelineValue & InCell>('PipelineValue').implement({
  description: 'Open opportunities at asOf.',
  fields: (t) => ({
    leads: t.exposeInt('leads', { description: 'Leads that stand in QSO or beyond, not won, and carry a value.' }),
    value: t.field({
      type: MoneyType,
      resolve: ({ value, currency }) => ({ amount: value, currency }),
      description: 'Their values together.',
    }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_LEADS} Of \`leads\`.`,
      resolve: ({ shown }) =>
        behind(shown, (_asked, ladder) => {
          const stages = pipelineStages(ladder);
          return stages && { kind: 'standing', stages: stages.map(({ key }) => key) };
        }),
    }),
  }),
});

function ofCustomers(counted: (stage: string) => Counted) {
  return (_asked: unknown, ladder: readonly StageDefinition[]): Counted | null => {
    const customer = findStage(ladder, 'CUSTOMER');
    return customer ? counted(customer.key) : null;
  };
}
