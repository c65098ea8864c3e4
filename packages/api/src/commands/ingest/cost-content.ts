/** What makes a cost entry the same entry when its external id comes again. */
export interface CostContent {
  readonly amount: string;
  readonly currency: string;
  readonly exchangeRate: string | null;
  readonly from: string;
  readonly to: string;
  readonly category: string;
  readonly source: string | null;
  readonly leadType: string | null;
  readonly campaign: string | null;
  readonly costScope: string;
}

export function costContent(cost: CostContent): string {
  return JSON.stringify([
    withoutTrailingZeros(cost.amount),
    cost.currency,
    cost.exchangeRate === null ? null : withoutTrailingZeros(cost.exchangeRate),
    cost.from,
    cost.to,
    cost.category,
    cost.source,
    cost.leadType,
    cost.campaign,
    cost.costScope,
  ]);
}

/** `41.6100` and `041.61` are one amount. */
function withoutTrailingZeros(decimal: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(decimal) ?? [];
  return `${sign}${whole}.${fraction}`;
}
