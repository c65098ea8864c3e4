/** What differs from run to run, and what stands for it. Numbers that a report counts are not among them. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/lsk_[0-9a-f]{32}_[\w-]{43}/g, 'lsk_…'],
  [/http:\/\/127\.0\.0\.1:\d+/g, 'http://127.0.0.1:4000'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(instant)'],
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)'],
  [/\b[\d,]+(\.\d+)? m?s\b/g, '(time)'],
  [/\([\d,]+\/s\)/g, '(speed)'],
];

/** The text with keys, addresses, instants, ids and elapsed times made alike, and no blanks at the ends of lines. */
export function masked(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return MASKS.reduce((result, [pattern, by]) => result.replaceAll(pattern, by), lines.join('\n').trim());
}
