/** Control, format and line-separating characters and halves of surrogate pairs; not the joiners, which belong to scripts and emoji. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * The text with everything that could move the cursor, change colours or turn the direction of writing spelt out:
 * an escape is `\u{1b}`. Whoever fills in a web form chooses what stands in a lead; it must not drive the terminal.
 */
export function visibleText(text: string): string {
  return text.replaceAll(UNSEEN, (character) => SHORT[character] ?? escaped(character));
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) as number).toString(16)}}`;
}

/** How a group's value is shown: the missing one as `(none)`, the empty text as `""`. */
export function visibleKey(key: string | null): string {
  if (key === null) return '(none)';
  return key === '' ? '""' : visibleText(key);
}
