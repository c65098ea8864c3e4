/** A part that is narrower says less beside its names. Pixels. */
export const NARROW = 420;
