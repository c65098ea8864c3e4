import { builder } from '../builder.js';

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'An exact amount.',
  fields: (t) => ({
    amount: t.expose('amount', { type: 'Decimal', description: "With the decimals of the currency's minor unit." }),
    currency: t.exposeString('currency', { description: 'ISO 4217.' }),
  }),
});

export function moneyOrNull(amount: string | null, currency: string): Money | null {
  return amount === null ? null : { amount, currency };
}
