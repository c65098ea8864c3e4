import type { Rate } from '@leadstage/core';

/** Stands for what is unknown or does not apply; never 0. */
export const NOTHING = '–';

const WHOLE = new Intl.NumberFormat('en');
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `1,234` */
export function count(value: number | null): string {
  return value === null ? NOTHING : WHOLE.format(value);
}

/** `35.0 %` of 0.35 */
export function percent(value: number | null): string {
  return value === null ? NOTHING : PERCENT.format(value).replace('%', ' %');
}

/** The 95 % interval, `28.0 – 42.7 %`. */
export function interval({ low, high }: Pick<Rate, 'low' | 'high'>): string {
  if (low === null || high === null) return NOTHING;
  return `${percent(low).replace(' %', '')} – ${percent(high)}`;
}

/** Decimal text with its thousands apart and its decimals as they are: `-12,345.60`. */
export function money(amount: string | null): string {
  if (amount === null) return NOTHING;
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  return whole === undefined ? amount : `${sign}${WHOLE.format(BigInt(whole))}${decimals}`;
}
