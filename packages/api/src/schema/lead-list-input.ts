import { builder } from '../builder.js';
import type { LeadListFilter, LeadListOrder } from '../query/lead-list.js';
import { type LeadFilterFields, LeadFilterType, leadFilter } from './lead-filter.js';
import { type PeriodFields, PeriodInputType, periodInput } from './period.js';

interface EnteredFields {
  stage: string;
  period: PeriodFields;
  explicitOnly?: boolean | null | undefined;
}

const EnteredInputType = builder.inputRef<EnteredFields>('EnteredInput').implement({
  description: 'First entered a stage in a period: what a throughput funnel counts as entered.',
  fields: (t) => ({
    stage: t.string({ required: true, description: 'Key, standard name or alias of a stage of today’s ladder.' }),
    period: t.field({ type: PeriodInputType, required: true, description: 'Local dates.' }),
    explicitOnly: t.boolean({ description: 'Leave out leads that skipped the stage; default false.' }),
  }),
});

export interface LeadListFilterFields {
  attributes?: LeadFilterFields | null | undefined;
  stage?: (string | null | undefined)[] | null | undefined;
  entered?: EnteredFields | null | undefined;
  reached?: string | null | undefined;
  notReached?: string | null | undefined;
  owner?: string | null | undefined;
  openHandoff?: boolean | null | undefined;
  behind?: string | null | undefined;
}

export const LeadListFilterType = builder.inputRef<LeadListFilterFields>('LeadListFilterInput').implement({
  description: 'Which leads a list has. All conditions must hold; one that is null or left out is none.',
  fields: (t) => ({
    attributes: t.field({ type: LeadFilterType, description: 'By attributes, as reports are filtered.' }),
    stage: t.stringList({
      required: { list: false, items: false },
      description: 'Stands in one of these stages now; null stands for out of the ladder.',
    }),
    entered: t.field({ type: EnteredInputType, description: 'First entered a stage in a period.' }),
    reached: t.string({ description: 'Has ever entered this stage, or a later one.' }),
    notReached: t.string({ description: 'Has never entered this stage, nor a later one.' }),
    owner: t.string({ description: 'Who works it now; for several, or nobody, use `attributes { owner }`.' }),
    openHandoff: t.boolean({ description: 'Whether a handoff of it waits for a decision of sales.' }),
    behind: t.string({
      description:
        'Was counted in a number of a report: the text that the report answers as `behind`. As many leads as the number says, for ever.',
    }),
  }),
});

export const LeadListOrderFieldEnum = builder.enumType('LeadListOrderField', {
  description: 'What a list of leads is sorted by.',
  values: {
    RECORDED: { description: 'When the lead became known here.' },
    ENTERED: { description: 'When it first entered a stage. Only leads that entered it are listed.' },
  } as const,
});

export const DirectionEnum = builder.enumType('SortDirection', {
  description: 'Which way a list is sorted.',
  values: {
    ASC: { description: 'Smallest or earliest first.' },
    DESC: { description: 'Largest or latest first.' },
  } as const,
});

export interface LeadListOrderFields {
  field?: LeadListOrder['field'] | null | undefined;
  stage?: string | null | undefined;
  direction?: LeadListOrder['direction'] | null | undefined;
}

export const LeadListOrderType = builder.inputRef<LeadListOrderFields>('LeadListOrderInput').implement({
  description: 'How a list of leads is sorted. Equal ones stand in the order in which they were recorded.',
  fields: (t) => ({
    field: t.field({ type: LeadListOrderFieldEnum, description: 'Default RECORDED.' }),
    stage: t.string({ description: 'With ENTERED: which stage. Required there.' }),
    direction: t.field({ type: DirectionEnum, description: 'Default ASC.' }),
  }),
});

export function leadListFilter(fields: LeadListFilterFields | null | undefined): LeadListFilter | undefined {
  if (!fields) return undefined;
  const { attributes, stage, entered, reached, notReached, owner, openHandoff, behind } = fields;
  return {
    ...(attributes ? { attributes: leadFilter(attributes) } : {}),
    ...(stage ? { stage: stage.map((key) => key ?? null) } : {}),
    ...(entered
      ? {
          entered: {
            stage: entered.stage,
            period: periodInput(entered.period),
            ...(entered.explicitOnly ? { explicitOnly: true } : {}),
          },
        }
      : {}),
    ...(reached != null ? { reached } : {}),
    ...(notReached != null ? { notReached } : {}),
    ...(owner != null ? { owner } : {}),
    ...(openHandoff != null ? { openHandoff } : {}),
    ...(behind != null ? { behind } : {}),
  };
}

export function leadListOrder(fields: LeadListOrderFields | null | undefined): LeadListOrder | undefined {
  if (!fields) return undefined;
  const { field, stage, direction } = fields;
  return { field: field ?? 'RECORDED', direction: direction ?? 'ASC', ...(stage != null ? { stage } : {}) };
}
