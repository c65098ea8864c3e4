import { nothing, svg } from 'lit';
import type { RateLike } from '../frame/rate-lines.js';
import type { Formats } from '../words/formats.js';
import { BAR_HEIGHT } from './bar-rows.js';

/** A share on a track from 0 to 1, with its interval. */
export function rateBar({ value, low, high }: RateLike, length: number, tone = 'series-1') {
  const middle = BAR_HEIGHT / 2;
  const whisker =
    low == null || high == null
      ? nothing
      : svg`<path class="whisker" d="M${low * length},${middle}H${high * length}m0,-3v6M${low * length},${middle - 3}v6"></path>`;
  return svg`<rect class="track" width=${length} height=${BAR_HEIGHT} rx="2"></rect>
    <rect class="bar ${tone}" width=${(value ?? 0) * length} height=${BAR_HEIGHT} rx="2"></rect>${whisker}`;
}

/** `35.3 % – 38.4 %`; empty where there is no interval. */
export function rangeText({ low, high }: RateLike, formats: Formats): string {
  return low == null || high == null ? '' : `${formats.percent(low)} – ${formats.percent(high)}`;
}
