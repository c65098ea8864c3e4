import type { AttributeCondition, LeadFilter, PeriodInput } from '@leadstage/core';
import { builder } from '../builder.js';
import type { EnteredCondition, LeadListFilter, LeadListOrder } from '../query/lead-list.js';
import { DirectionEnum, LeadListOrderFieldEnum } from './lead-list-input.js';
import { GrainEnum } from './period.js';

/*
 * What was asked, field by field as the inputs of the same names take it, so that a program can show a saved list, and
 * change it.
 */

type NamedCondition = AttributeCondition & { readonly name: string };

export const ConditionType = builder.objectRef<NamedCondition>('SavedAttributeCondition').implement({
  description: 'A condition on an attribute; null in a list stands for a missing value.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The attribute.' }),
    in: t.stringList({
      nullable: { list: true, items: true },
      description: 'One of these; null: any.',
      resolve: ({ in: included }) => (included ? [...included] : null),
    }),
    notIn: t.stringList({
      nullable: { list: true, items: true },
      description: 'None of these; null: no such condition.',
      resolve: ({ notIn }) => (notIn ? [...notIn] : null),
    }),
  }),
});

export function namedConditions(filter: LeadFilter): NamedCondition[] {
  return Object.entries(filter).map(([name, condition]) => ({ name, ...condition }));
}

/** Whichever way a period was named. */
interface NamedPeriod {
  readonly start?: string | null;
  readonly end?: string | null;
  readonly grain?: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | null;
  readonly containing?: string | null;
  readonly last?: { readonly count: number; readonly grain: NonNullable<NamedPeriod['grain']> } | null;
}

const LastType = builder.objectRef<NonNullable<NamedPeriod['last']>>('SavedLastPeriods').implement({
  description: 'The last complete periods.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many.' }),
    grain: t.expose('grain', { type: GrainEnum, description: 'Their length.' }),
  }),
});

const PeriodQuestionType = builder.objectRef<NamedPeriod>('SavedPeriod').implement({
  description: 'A period as it was asked for: `start` and `end`; `grain` and `containing`; or `last`.',
  fields: (t) => ({
    start: t.field({ type: 'Date', nullable: true, description: 'First date.', resolve: ({ start }) => start }),
    end: t.field({ type: 'Date', nullable: true, description: 'After the last date.', resolve: ({ end }) => end }),
    grain: t.field({ type: GrainEnum, nullable: true, description: 'Its length.', resolve: ({ grain }) => grain }),
    containing: t.field({
      type: 'Date',
      nullable: true,
      description: 'A date of it.',
      resolve: ({ containing }) => containing,
    }),
    last: t.field({ type: LastType, nullable: true, description: 'Moves with time.', resolve: ({ last }) => last }),
  }),
});

const EnteredType = builder.objectRef<EnteredCondition>('SavedEnteredCondition').implement({
  description: 'First entered a stage in a period.',
  fields: (t) => ({
    stage: t.exposeString('stage', { description: 'As it was named.' }),
    period: t.field({
      type: PeriodQuestionType,
      description: 'Local dates.',
      resolve: ({ period }: { period: PeriodInput }) => period as NamedPeriod,
    }),
    explicitOnly: t.boolean({
      description: 'Leads that skipped the stage are left out.',
      resolve: ({ explicitOnly }) => explicitOnly ?? false,
    }),
  }),
});

export const SavedFilterType = builder.objectRef<LeadListFilter>('LeadListFilter').implement({
  description: 'Which leads a saved list has. All conditions hold; null is none.',
  fields: (t) => ({
    attributes: t.field({
      type: [ConditionType],
      description: 'By attributes.',
      resolve: ({ attributes = {} }) => namedConditions(attributes),
    }),
    stage: t.stringList({
      nullable: { list: true, items: true },
      description: 'Stands in one of these; null in the list stands for out of the ladder.',
      resolve: ({ stage }) => (stage ? [...stage] : null),
    }),
    entered: t.field({
      type: EnteredType,
      nullable: true,
      description: 'First entered a stage in a period.',
      resolve: ({ entered }) => entered ?? null,
    }),
    reached: t.string({
      nullable: true,
      description: 'Has ever entered it.',
      resolve: ({ reached }) => reached ?? null,
    }),
    notReached: t.string({
      nullable: true,
      description: 'Has never entered it.',
      resolve: ({ notReached }) => notReached ?? null,
    }),
    owner: t.string({ nullable: true, description: 'Who works it.', resolve: ({ owner }) => owner ?? null }),
    openHandoff: t.boolean({
      nullable: true,
      description: 'Whether a handoff waits for a decision.',
      resolve: ({ openHandoff }) => openHandoff ?? null,
    }),
    behind: t.string({
      nullable: true,
      description: 'Was counted in a number of a report.',
      resolve: ({ behind }) => behind ?? null,
    }),
  }),
});

export const SavedOrderType = builder.objectRef<LeadListOrder>('LeadListOrder').implement({
  description: 'How a saved list is sorted.',
  fields: (t) => ({
    field: t.expose('field', { type: LeadListOrderFieldEnum, description: 'By what.' }),
    stage: t.string({
      nullable: true,
      description: 'With ENTERED: which stage.',
      resolve: ({ stage }) => stage ?? null,
    }),
    direction: t.expose('direction', { type: DirectionEnum, description: 'Which way.' }),
  }),
});
