/** How much a server takes on. `docs/limits.md` says of each what happens beyond it. */
export interface Limits {
  /** What one operation may cost at most, points. */
  readonly maxCost: number;
  /** What a key may spend at once, points; 0: without end. */
  readonly budget: number;
  /** What flows back to each key, points a second. */
  readonly budgetRestore: number;
  /** How long the statements of a request may take, milliseconds; 0: for ever. */
  readonly timeoutMs: number;
  /** Bytes of a request's body. */
  readonly maxBody: number;
  /** Operations at one time. */
  readonly concurrency: number;
  /** What an address may do without a credential that was good before; see `attempts.ts`. 0: without end. */
  readonly attempts: number;
  /** No setting: what the schema needs does not depend on the server. */
  readonly shape: ShapeLimits;
}

/** Of a document and its variables, before anything is looked up. */
export interface ShapeLimits {
  readonly characters: number;
  readonly tokens: number;
  /** Brackets within one another, and values in variables. */
  readonly nesting: number;
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
}

/** Checking fields that have one name takes the square of their number: 2,000 tokens of them some 0.1 s. */
export const SHAPE: ShapeLimits = {
  characters: 50_000,
  tokens: 2_000,
  nesting: 40,
  depth: 16,
  fields: 2_000,
  aliases: 50,
  directives: 50,
  rootFields: 20,
};

export const DEFAULT_LIMITS: Limits = {
  maxCost: 20_000,
  budget: 200_000,
  budgetRestore: 5_000,
  timeoutMs: 30_000,
  maxBody: 20_000_000,
  concurrency: 20,
  attempts: 120,
  shape: SHAPE,
};

export function limitsOf({ limits }: { readonly limits?: Partial<Limits> | undefined }): Limits {
  return { ...DEFAULT_LIMITS, ...limits };
}
