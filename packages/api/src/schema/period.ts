import type { Grain, Period, PeriodInput } from '@leadstage/core';
import { builder } from '../builder.js';

export const GrainEnum = builder.enumType('Grain', {
  description: 'Length of a period. Weeks, quarters, halves and years follow the workspace’s calendar.',
  values: {
    DAY: { description: 'A local date.' },
    WEEK: { description: 'Seven dates from the workspace’s first day of the week.' },
    MONTH: { description: 'A calendar month.' },
    QUARTER: { description: 'Three months of the fiscal year.' },
    HALF_YEAR: { description: 'Six months of the fiscal year.' },
    YEAR: { description: 'A fiscal year.' },
  } satisfies Record<Grain, object>,
});

export const PeriodType = builder.objectRef<Period>('Period').implement({
  description: 'A half-open range of local dates, `[start, end)`.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'The first date.' }),
    end: t.expose('end', { type: 'Date', description: 'The date after the last.' }),
  }),
});

interface LastInput {
  count: number;
  grain: Grain;
}

const LastPeriodsInputType = builder.inputRef<LastInput>('LastPeriodsInput').implement({
  description: 'The last complete periods before asOf.',
  fields: (t) => ({
    count: t.int({ required: true, description: '1–1000.' }),
    grain: t.field({ type: GrainEnum, required: true, description: 'Their length.' }),
  }),
});

export interface PeriodFields {
  start?: string | null | undefined;
  end?: string | null | undefined;
  grain?: Grain | null | undefined;
  containing?: string | null | undefined;
  last?: LastInput | null | undefined;
}

export const PeriodInputType = builder.inputRef<PeriodFields>('PeriodInput').implement({
  description: 'Exactly one of: `start` and `end`; `grain` and `containing`; `last`.',
  fields: (t) => ({
    start: t.field({ type: 'Date', description: 'The first date.' }),
    end: t.field({ type: 'Date', description: 'The date after the last.' }),
    grain: t.field({ type: GrainEnum, description: 'The month, quarter … that holds `containing`.' }),
    containing: t.field({ type: 'Date', description: 'A date of that period.' }),
    last: t.field({ type: LastPeriodsInputType, description: 'The last complete periods before asOf.' }),
  }),
});

/** Which of the three forms it is, is checked where it is resolved. */
export function periodInput(fields: PeriodFields): PeriodInput {
  return fields as PeriodInput;
}
