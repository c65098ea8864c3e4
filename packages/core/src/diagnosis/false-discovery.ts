import padjust from '@stdlib/stats-padjust';

/** Of all that is found, the share that may be found by chance alone. */
export const FALSE_DISCOVERY_RATE = 0.05;

/**
 * The p-values of a family, adjusted by Benjamini and Hochberg (1995), in the order given: what is at most 0.05 is
 * found. The family is all that was tested, or the promise does not hold.
 */
export function adjusted(pValues: readonly number[]): readonly number[] {
  return pValues.length === 0 ? [] : padjust([...pValues], 'bh');
}
