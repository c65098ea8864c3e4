import { wilsonEnds } from '../../oracle/intervals.js';
import { isNear } from './rows.js';

/**
 * Where a share in an answer, wherever it stands, is not what its own numerator and denominator make of it, or its interval
 * not Wilson's; empty where all are.
 */
export function wrongShares(answer: unknown, path = ''): string[] {
  if (answer === null || typeof answer !== 'object') return [];
  const inside = Object.entries(answer).flatMap(([name, value]) => wrongShares(value, `${path}.${name}`));
  return isShare(answer) ? [...wrongShare(answer, path), ...inside] : inside;
}

/** What the two sides of a rate count, which a diagnosis tells for its lists, is no share. */
function isShare(answer: object): answer is Share {
  if (!('numerator' in answer && 'denominator' in answer)) return false;
  return [answer.numerator, answer.denominator].every((side) => side === null || typeof side === 'number');
}

interface Share {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Of a standard metric: only a rate has an interval, and money is no share. */
  readonly unit?: string;
}

function wrongShare({ numerator, denominator, value, low, high, unit }: Share, path: string): string[] {
  if (numerator === null || denominator === null) {
    return [low, high].every((end) => end == null) ? [] : [`${path}: an interval of nothing`];
  }
  const ends = unit === undefined || unit === 'RATE' ? wilsonEnds(numerator, denominator) : null;
  const wanted = { value: denominator === 0 ? null : numerator / denominator, low: ends?.low, high: ends?.high };
  const shown = { value, low, high };
  return (['value', 'low', 'high'] as const)
    .filter((name) => shown[name] !== undefined && !isNear(shown[name] ?? null, wanted[name] ?? null))
    .map((name) => `${path}: ${name} of ${numerator}/${denominator} is ${shown[name]}, not ${wanted[name]}`);
}
