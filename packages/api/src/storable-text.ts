/** Half a surrogate pair: with the u flag, whole pairs do not match. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether PostgreSQL can hold the text: it has no NUL and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text);
}

/** The text with U+FFFD for each character that PostgreSQL cannot hold. */
export function storable(text: string): string {
  return text.replaceAll(/\0|\p{Surrogate}/gu, '\ufffd');
}
