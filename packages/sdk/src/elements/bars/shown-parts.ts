/** Which parts of a report a list such as `goals reasons` names, in the report's own order; all where it names none. */
export function shownParts<Part extends string>(list: string | null, all: readonly Part[]): readonly Part[] {
  const named = (list ?? '').split(/[\s,|]+/);
  const shown = all.filter((part) => named.includes(part));
  return shown.length > 0 ? shown : all;
}
