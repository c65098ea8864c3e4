import type { GoalQuestion, LeadsNeeded, Needed, NeededEntries, ReportQuestion } from '@leadstage/core';
import { lockOf } from '../access/access.js';
import { builder, type Types } from '../builder.js';
import type { Context } from '../context.js';
import { leadsNeeded } from '../query/goal-progress.js';
import { type PeriodFields, PeriodInputType, PeriodType, periodInput } from './period.js';
import { RateType } from './rate.js';
import { StageDefinitionType } from './stage-definition.js';

const NeededType = builder.objectRef<Needed>('Needed').implement({
  description: 'A number of entries that a goal asks for, whole.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'At the present rate; null where it is 0 or unknown.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'At the upper end of its 95 % interval.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'At the lower end; null where that is 0.' }),
  }),
});

const NeededEntriesType = builder.objectRef<NeededEntries>('NeededEntries').implement({
  description: 'Entries into a stage that a goal for the same or a later stage asks for.',
  fields: (t) => ({
    stage: t.field({ type: StageDefinitionType, resolve: ({ stage }) => stage, description: 'Which stage.' }),
    rate: t.field({
      type: RateType,
      nullable: true,
      resolve: ({ rate }) => rate,
      description: 'Of those that entered the stage, the share that reached the goal’s; null for the goal’s own stage.',
    }),
    lagSeconds: t.exposeFloat('lagSeconds', {
      nullable: true,
      description: 'Mean seconds from the stage to the goal’s; null where nobody’s time is known.',
    }),
    lagLeads: t.exposeInt('lagLeads', { description: 'Leads whose time the mean is of.' }),
    needed: t.field({ type: NeededType, resolve: ({ needed }) => needed, description: 'For what is missing.' }),
    neededForTarget: t.field({
      type: NeededType,
      resolve: ({ neededForTarget }) => neededForTarget,
      description: 'For the whole target.',
    }),
    before: t.expose('before', {
      type: 'Date',
      nullable: true,
      description: 'They have to come in before this date: the goal’s end, one lag earlier. May lie in the past.',
    }),
  }),
});

export const LeadsNeededType = builder.objectRef<LeadsNeeded>('LeadsNeeded').implement({
  description: 'What a goal asks for at the present rates and lags. See the metric `leadsNeeded`.',
  fields: (t) => ({
    missing: t.exposeInt('missing', {
      nullable: true,
      description: 'Entries that the goal still lacks; null where its stage is not in force at asOf.',
    }),
    ratesOver: t.field({
      type: PeriodType,
      resolve: ({ ratesOver }) => ratesOver,
      description: 'The dates over which rates and lags were measured.',
    }),
    watchedForSeconds: t.float({
      resolve: ({ watchedFor }) => watchedFor / 1000,
      description: 'Leads count in the rates once they have been watched for so long since their entry.',
    }),
    leads: t.field({
      type: NeededEntriesType,
      nullable: true,
      resolve: ({ leads }) => leads,
      description: 'Entries into LEAD; null where the goal’s stage lies below, or the ladder has none.',
    }),
    mqls: t.field({
      type: NeededEntriesType,
      nullable: true,
      resolve: ({ mqls }) => mqls,
      description: 'Entries into MQL, likewise.',
    }),
  }),
});

interface NeededArgs {
  readonly ratesOver?: PeriodFields | null | undefined;
  readonly conversionWindow?: number | null | undefined;
}

/** The arguments of a field `leadsNeeded`, on whatever type of goal. */
export function leadsNeededArgs<Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, Parent>,
) {
  return {
    ratesOver: t.arg({
      type: PeriodInputType,
      required: false,
      description: 'Over which dates rates and lags are measured; default the last 12 complete months before asOf.',
    }),
    conversionWindow: t.arg({
      type: 'Duration',
      required: false,
      description:
        'How long after its entry a lead may take, and has been watched for; default: ever, watched for P180D.',
    }),
  };
}

/** Answers such a field for whoever asks. */
export async function neededFor(
  context: Context,
  goal: GoalQuestion,
  settled: Pick<ReportQuestion, 'asOf' | 'knownAt' | 'ladder'>,
  { ratesOver, conversionWindow }: NeededArgs,
): Promise<LeadsNeeded> {
  const asked = {
    ...settled,
    ratesOver: ratesOver ? periodInput(ratesOver) : undefined,
    conversionWindow: conversionWindow ?? undefined,
  };
  return leadsNeeded(context.database, context.owner().workspaceId, goal, asked, lockOf(context.access));
}
