import { nothing, svg } from 'lit';
import type { RateLike } from '../frame/rate-lines.js';
import type { Formats } from '../words/formats.js';
import { BAR_HEIGHT } from './bar-rows.js';

type Interval = Pick<RateLike, 'low' | 'high'>;
type Amount = Interval & { readonly value?: number | null };

/** A share on a track from 0 to 1, with its interval. */
export function rateBar(rate: RateLike, length: number) {
  return svg`<rect class="track" width=${length} height=${BAR_HEIGHT} rx="2"></rect>${amountBar(rate, 1, length)}`;
}

/** As long as an amount is beside others, with its interval. @param most what the whole length stands for */
export function amountBar({ value, low, high }: Amount, most: number, length: number) {
  const middle = BAR_HEIGHT / 2;
  const at = (amount: number) => (amount / (most || 1)) * length;
  const whisker =
    low == null || high == null
      ? nothing
      : svg`<path class="whisker" d="M${at(low)},${middle}H${at(high)}m0,-3v6M${at(low)},${middle - 3}v6"></path>`;
  return svg`<rect class="bar series-1" width=${at(value ?? 0)} height=${BAR_HEIGHT} rx="2"></rect>${whisker}`;
}

/** `35.3 % – 38.4 %`; empty where there is no interval. */
export function rangeText({ low, high }: Interval, formats: Formats): string {
  return low == null || high == null ? '' : `${formats.percent(low)} – ${formats.percent(high)}`;
}
