import type { AttributeSplit, Difference, Since, Step } from '@leadstage/core';
import { builder } from '../builder.js';
import { PeriodType } from './period.js';
import { StageDefinitionType } from './stage-definition.js';

export const StepType = builder.objectRef<Step>('LadderStep').implement({
  description: 'A step of the ladder.',
  fields: (t) => ({
    from: t.field({ type: StageDefinitionType, resolve: ({ from }) => from, description: 'The stage before.' }),
    to: t.field({ type: StageDefinitionType, resolve: ({ to }) => to, description: 'The stage that it leads to.' }),
  }),
});

export const DifferenceType = builder.objectRef<Difference>('RateDifference').implement({
  description: 'A rate less another: −0.066 is −6.6 percentage points.',
  fields: (t) => ({
    value: t.exposeFloat('value', { description: '−1 to 1.' }),
    low: t.exposeFloat('low', { description: 'Lower end of the 95 % interval (Newcombe’s hybrid score).' }),
    high: t.exposeFloat('high', { description: 'Upper end of the 95 % interval.' }),
  }),
});

export const SinceType = builder.objectRef<Since>('ChangePoint').implement({
  description: 'When a rate changed, in buckets of the series over baseline and period.',
  fields: (t) => ({
    at: t.field({ type: PeriodType, resolve: ({ at }) => at, description: 'The first bucket of the new rate.' }),
    from: t.field({ type: PeriodType, resolve: ({ from }) => from, description: 'The first of the 95 % interval.' }),
    to: t.field({ type: PeriodType, resolve: ({ to }) => to, description: 'The last of the 95 % interval.' }),
  }),
});

type SplitGroup = AttributeSplit['groups'][number];

const SplitGroupType = builder.objectRef<SplitGroup>('ChangeSplitGroup').implement({
  description: 'One group’s part in a change.',
  fields: (t) => ({
    value: t.string({
      nullable: true,
      resolve: ({ keys }) => keys[0] ?? null,
      description: 'Of the attribute; null: the value is missing.',
    }),
    mixEffect: t.exposeFloat('mixEffect', { description: 'By its share of all leads.' }),
    rateEffect: t.exposeFloat('rateEffect', { description: 'By its own rate.' }),
  }),
});

export const SplitType = builder.objectRef<AttributeSplit>('ChangeSplit').implement({
  description: 'A change of a rate over all leads: mixEffect + rateEffect, exactly.',
  fields: (t) => ({
    attribute: t.exposeString('attribute', { description: 'Over whose values it is split.' }),
    change: t.exposeFloat('change', { description: 'From baseline to period.' }),
    mixEffect: t.exposeFloat('mixEffect', { description: 'What other shares of the groups do.' }),
    rateEffect: t.exposeFloat('rateEffect', { description: 'What other rates within the groups do.' }),
    groups: t.field({
      type: [SplitGroupType],
      resolve: ({ groups }) => [...groups],
      description: 'The part of each group, missing values being one; they add up.',
    }),
  }),
});
