import { didYouMean } from './did-you-mean.js';
import { ImportError } from './import-error.js';

/** Where each named column stands in a row, from 0. */
export type ColumnIndex = ReadonlyMap<string, number>;

/**
 * Finds the columns that a mapping names in the header. Throws `ImportError` MISSING_COLUMN, naming all that are
 * missing and what the header has instead, or DUPLICATE_COLUMN where a named column stands there twice.
 */
export function checkHeader(
  header: readonly string[],
  wanted: readonly string[],
  at: { readonly file: string; readonly line: number },
): ColumnIndex {
  const names = header.map((name) => name.trim());
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const each = missing.map((name) => JSON.stringify(name) + didYouMean(name, names)).join(', ');
    const reason =
      `the mapping names ${missing.length === 1 ? 'a column that is' : `${missing.length} columns that are`} not in ` +
      `the header: ${each}. The header has ${names.length} columns: ${names.map((name) => JSON.stringify(name)).join(', ')}`;
    throw new ImportError(reason, { code: 'MISSING_COLUMN', ...at });
  }
  const twice = wanted.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length > 0) {
    const reason = `the header has ${twice.map((name) => JSON.stringify(name)).join(', ')} more than once; rename all but one`;
    throw new ImportError(reason, { code: 'DUPLICATE_COLUMN', ...at });
  }
  return new Map(names.map((name, index) => [name, index]));
}
