import { InvalidInput } from '@leadstage/core';

/** One entry of a list as it was written. */
export interface Entry {
  readonly text: string;
  /** Written in double quotes, so that `null` and the empty text are meant as they stand. */
  readonly quoted: boolean;
}

const ENTRY = /^\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(?:,|$)/;

/**
 * Splits at commas outside double quotes: `a, "b, c"` is `a` and `b, c`. Within quotes `""` is a quote; a quote
 * elsewhere than at the start of an entry is a letter like any other.
 * @param option for the message, `--by`
 * @throws InvalidInput INVALID_OPTION where a quote is not closed, or text follows a closed one
 */
export function splitList(text: string, option: string): Entry[] {
  const entries: Entry[] = [];
  let rest = text;
  for (;;) {
    const match = ENTRY.exec(rest);
    if (!match || (match[1] === undefined && rest.trimStart().startsWith('"'))) throw badQuotes(text, option);
    const [whole, quoted, plain = ''] = match;
    entries.push(
      quoted === undefined ? { text: plain, quoted: false } : { text: quoted.replaceAll('""', '"'), quoted: true },
    );
    if (!whole.endsWith(',')) return entries;
    rest = rest.slice(whole.length);
  }
}

/**
 * The names of a list, none of them empty.
 * @throws InvalidInput INVALID_OPTION
 */
export function namesOf(text: string, option: string): string[] {
  const names = splitList(text, option).map((entry) => entry.text);
  if (names.every((name) => name !== '')) return names;
  const expected = 'names separated by commas, such as a,b';
  throw new InvalidInput(
    'INVALID_OPTION',
    [option],
    `${option} "${text}" has an empty name; give ${expected}.`,
    expected,
  );
}

function badQuotes(text: string, option: string): InvalidInput {
  const expected = 'double quotes around a whole value, with "" for a quote inside';
  return new InvalidInput(
    'INVALID_OPTION',
    [option],
    `${option} '${text}' has double quotes that do not match; put ${expected}.`,
    expected,
  );
}
