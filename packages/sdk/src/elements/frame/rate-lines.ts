import { filled } from '../words/language.js';
import type { Scene } from './scene.js';

export interface RateLike {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** What a tooltip says of a rate: its share, numerator and denominator, and its interval. @param name such as `Step rate` */
export function rateLines(name: string, rate: RateLike | null | undefined, { words, formats }: Scene): string[] {
  if (!rate) return [];
  const { value, numerator, denominator, low, high } = rate;
  const of = filled(words.outOf, { numerator: formats.count(numerator), denominator: formats.count(denominator) });
  const interval = { low: formats.percent(low ?? null), high: formats.percent(high ?? null) };
  return [
    `${name}: ${formats.percent(value)} (${of})`,
    ...(low == null || high == null ? [] : [filled(words.interval, interval)]),
  ];
}
