import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { flat } from '../limits/price.js';
import { type GoalProgress, progressOfGoals } from '../query/goal-progress.js';
import { type Goal, latestGoals } from '../query/goals.js';
import { onSnapshot } from '../query/read-list.js';
import { LeadsNeededType, leadsNeededArgs, neededFor } from './leads-needed.js';
import { PeriodType } from './period.js';
import { ConditionType, namedConditions } from './saved-list-question.js';
import { StageDefinitionType } from './stage-definition.js';

/** A goal with how far it has got, which is counted for all goals together, once, and where it is asked for. */
interface ShownGoal extends Goal {
  readonly asOf: number;
  readonly progress: () => Promise<GoalProgress>;
}

export const GoalType = builder.objectRef<ShownGoal>('Goal').implement({
  description: 'A target number of entries into a stage over a period, and how far it has got.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How it is named.' }),
    version: t.exposeInt('version', { description: 'Counts from 1 per goal.' }),
    name: t.exposeString('name', { description: 'For people.' }),
    stage: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: 'Entered by the leads that count.',
      resolve: ({ stageId }, _args, { stageById }) => stageById.load(stageId),
    }),
    period: t.field({ type: PeriodType, description: 'Local dates.', resolve: ({ start, end }) => ({ start, end }) }),
    target: t.exposeInt('target', { description: 'Entries.' }),
    filter: t.field({
      type: [ConditionType],
      description: 'Which leads count.',
      resolve: ({ filter }) => namedConditions(filter),
    }),
    atRiskBelow: t.expose('atRiskBelow', {
      type: 'Decimal',
      nullable: true,
      description: '`goal.at_risk` is raised when the pace falls below it; null: never.',
    }),
    atRiskSince: t.expose('atRiskSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is known to be at risk; null while it is not.',
    }),
    retired: t.exposeBoolean('retired', { description: 'No longer pursued.' }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Only events that occurred by then count.' }),
    entered: t.int({
      nullable: true,
      description: 'Leads that first entered the stage in the period; null where the stage was not in force at asOf.',
      resolve: async ({ progress }) => (await progress()).entered,
    }),
    attainment: t.float({
      nullable: true,
      description: 'entered / target.',
      resolve: async ({ progress }) => (await progress()).attainment,
    }),
    pace: t.float({
      nullable: true,
      description: 'entered / (target × elapsedShare); null before the period has begun.',
      resolve: async ({ progress }) => (await progress()).pace,
    }),
    elapsedShare: t.float({
      description: 'How much of the period has gone by at asOf, 0 to 1.',
      resolve: async ({ progress }) => (await progress()).elapsedShare,
    }),
    leadsNeeded: t.field({
      extensions: flat(100),
      type: LeadsNeededType,
      description:
        'How many leads and MQLs it asks for at the present rates, and before which date at the present lag.',
      args: leadsNeededArgs(t),
      resolve: (goal, args, context) => neededFor(context, goal, { asOf: goal.asOf }, args),
    }),
  }),
});

/** The latest version of every goal, with its progress to be asked for. */
export async function shownGoals(context: Context, asOf: number): Promise<ShownGoal[]> {
  const { database } = context;
  const { workspaceId } = context.owner();
  return onSnapshot(database, workspaceId, async (transaction) => {
    const goals = await latestGoals(transaction, workspaceId);
    let counted: Promise<readonly GoalProgress[]> | undefined;
    return goals.map((goal, index) => ({
      ...goal,
      asOf,
      async progress() {
        counted ??= progressOfGoals(database, workspaceId, goals, asOf);
        return (await counted)[index] as GoalProgress;
      },
    }));
  });
}

builder.queryField('goals', (t) =>
  t.field({
    type: [GoalType],
    description: 'Goals by period, and how far each has got.',
    authScopes: { scope: 'reports:read' },
    args: {
      asOf: t.arg({ type: 'DateTime', description: 'Only events that occurred by then count; default now.' }),
      retired: t.arg.boolean({ description: 'Also those no longer pursued; default false.' }),
    },
    resolve: async (_root, { asOf, retired }, context) => {
      const goals = await shownGoals(context, asOf ?? Date.now());
      return goals.filter((goal) => retired || !goal.retired);
    },
  }),
);
