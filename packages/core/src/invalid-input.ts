/**
 * What somebody asked for cannot be answered as asked. The message says what was given, where, and what would be
 * right; it is meant to be shown to whoever asked.
 */
export class InvalidInput extends Error {
  override readonly name: string = 'InvalidInput';

  /** For programs, upper snake case: `INVALID_PERIOD`. Stable across versions. */
  readonly code: string;

  /** Where in the input: `['period', 'end']`; empty where the whole input is meant. */
  readonly path: readonly (string | number)[];

  /** What would be right, in words: `a date after 2026-02-01`. */
  readonly expected?: string;

  constructor(code: string, path: readonly (string | number)[], message: string, expected?: string) {
    super(message);
    this.code = code;
    this.path = path;
    if (expected !== undefined) this.expected = expected;
  }

  /** The same fault seen from outside: `['base']` is `['input', 'base']` to whoever gave the input. */
  within(outer: string): InvalidInput {
    return new InvalidInput(this.code, [outer, ...this.path], this.message, this.expected);
  }
}
