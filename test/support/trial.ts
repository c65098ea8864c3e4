import type { Scope } from '../../packages/api/src/access/access.js';
import type { Tenant } from './tenant.js';

/** A mutation by things of bravo. */
export interface Trial {
  /** Its input without the idempotency key. */
  readonly input: (bravo: Tenant) => string;
  /** What alpha is answered: a refusal's code, the type of the payload, or what became of the items. */
  readonly alpha: string;
  /** What bravo is answered to the same afterwards. */
  readonly bravo: string;
}

export interface Trials {
  /** All of them are needed; `admin` may everything. */
  readonly scopes: readonly Scope[];
  readonly trials: readonly Trial[];
}

/** The input without its key, what alpha is answered, and what bravo is. */
export const trial = (input: Trial['input'], alpha: string, bravo: string): Trial => ({ input, alpha, bravo });
