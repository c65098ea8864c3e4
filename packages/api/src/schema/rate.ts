import type { Rate, Ratio } from '@leadstage/core';
import { builder } from '../builder.js';

export const RateType = builder.objectRef<Rate>('Rate').implement({
  description: 'A share, with what it was measured on.',
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true, description: '0 to 1; null where the denominator is 0.' }),
    numerator: t.exposeInt('numerator', { description: 'Leads, accounts or handoffs, as the report counts.' }),
    denominator: t.exposeInt('denominator', { description: 'Of so many.' }),
    low: t.exposeFloat('low', { nullable: true, description: 'Lower end of the 95 % Wilson interval.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Upper end of the 95 % Wilson interval.' }),
  }),
});

export const RatioType = builder.objectRef<Ratio>('Ratio').implement({
  description: 'Two counts beside each other that need not be of the same leads; may pass 1.',
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true, description: 'Null where the denominator is 0.' }),
    numerator: t.exposeInt('numerator', { description: 'Leads, accounts or handoffs, as the report counts.' }),
    denominator: t.exposeInt('denominator', { description: 'Of so many.' }),
  }),
});
