import type { StayClass, TimeInStage, VelocityFigures } from '@leadstage/core';
import { builder } from '../builder.js';
import type { Shown } from './report.js';
import { BEHIND_LEADS, behind } from './report-leads.js';
import { StageDefinitionType } from './stage-definition.js';

const StayClassType = builder.objectRef<StayClass>('StayClass').implement({
  description: 'One class of a histogram of stays, `[from, to)`.',
  fields: (t) => ({
    from: t.exposeFloat('from', { description: 'Seconds.' }),
    to: t.exposeFloat('to', { nullable: true, description: 'Seconds; null: no end.' }),
    ended: t.exposeInt('ended', { description: 'Stays that had lasted so long when they ended.' }),
    open: t.exposeInt('open', { description: 'Open stays that had lasted so long at asOf.' }),
  }),
});

const NOT_REACHED = 'Seconds, by Kaplan–Meier; null where fewer than that share are known to have left.';

type ShownStays = TimeInStage & { readonly shown: Shown<VelocityFigures> };

export const TimeInStageType = builder.objectRef<ShownStays>('TimeInStage').implement({
  description:
    'Stays in a stage that began in the period, in seconds on the clock asked for. Those that nothing has ended by asOf are open; they count as lasting at least until then.',
  fields: (t) => ({
    stage: t.field({ type: StageDefinitionType, resolve: ({ stage }) => stage, description: 'Which stage.' }),
    count: t.exposeInt('count', { description: 'Stays; a lead may have several.' }),
    ended: t.exposeInt('ended', { description: 'Of them, those that a transition had ended by asOf.' }),
    open: t.exposeInt('open', { description: 'Of them, those that none had.' }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_LEADS} Of \`open\`: who still stands there, each once. Stays that ended have none, since a lead may have several.`,
      resolve: ({ stage, shown }) => behind(shown, () => ({ kind: 'stay', stage: stage.key })),
    }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description: 'Seconds: the area under the Kaplan–Meier curve; null while the longest stay is open.',
    }),
    meanOfEnded: t.exposeFloat('meanOfEnded', {
      nullable: true,
      description: 'Seconds; without the open stays, so too short where there are any.',
    }),
    median: t.exposeFloat('median', { nullable: true, description: NOT_REACHED }),
    p75: t.exposeFloat('p75', { nullable: true, description: NOT_REACHED }),
    p90: t.exposeFloat('p90', { nullable: true, description: NOT_REACHED }),
    openMedian: t.exposeFloat('openMedian', {
      nullable: true,
      description: 'Seconds: the median age of the open stays at asOf, interpolated.',
    }),
    openLongest: t.exposeFloat('openLongest', {
      nullable: true,
      description: 'Seconds: the age of the oldest open stay at asOf.',
    }),
    histogram: t.field({
      type: [StayClassType],
      resolve: ({ histogram }) => [...histogram],
      description: 'Every class, empty ones included.',
    }),
  }),
});
