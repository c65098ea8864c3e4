import { once } from './once.js';

export type Later = typeof import('./later.js');

/** Fetches what few people open. Rejects where it cannot be had; asked again, it is fetched again. */
export const fetchLater = once<Later>(() => import('./later.js'));
