/**
 * A whole amount shared out in proportion to weights, whole parts that add up to it: everyone gets the floor of its exact
 * share, and what is left goes, one each, to the largest remainders (Hare quota; Hamilton's method). Equal remainders go to
 * the larger weight, then to who comes first. A negative amount is shared out as its opposite is.
 * `apportion(10n, [6n, 6n, 2n])` is `[4n, 4n, 2n]`.
 * @param weights none negative
 * @throws RangeError where the weights do not add up to more than 0
 */
export function apportion(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all <= 0n) throw new RangeError('nothing can be shared out among no weights');
  if (amount < 0n) return apportion(-amount, weights).map((part) => -part);
  const parts = weights.map((weight) => (amount * weight) / all);
  const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  for (const index of byRemainder(amount, weights, all).slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/** Positions, those with the largest remainder first. */
function byRemainder(amount: bigint, weights: readonly bigint[], all: bigint): number[] {
  return weights
    .map((weight, index) => ({ index, weight, remainder: (amount * weight) % all }))
    .sort((a, b) => compare(b.remainder, a.remainder) || compare(b.weight, a.weight) || a.index - b.index)
    .map(({ index }) => index);
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
