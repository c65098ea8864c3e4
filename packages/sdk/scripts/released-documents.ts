import { createHash } from 'node:crypto';

/** A document that a released SDK sends, exactly as it sends it. */
export interface Released {
  /** The last release that sends it. */
  readonly release: string;
  /** `YYYY-MM-DD`; from the first release after that day on it is no longer kept. Null: as long as it is sent. */
  readonly until: string | null;
  readonly text: string;
}

/** By the SHA-256 of the text, in hex. */
export type ReleasedDocuments = Readonly<Record<string, Released>>;

/** How long pages may run an SDK that has been replaced, days. */
const KEPT_DAYS = 183;

/** @throws where a text is not the one that its hash names, so that none is changed by hand */
export function checkReleased(documents: ReleasedDocuments): void {
  for (const [hash, { text, release, until }] of Object.entries(documents)) {
    if (sha256(text) !== hash) throw new Error(`${hash}, of release ${release}, is not the SHA-256 of its text`);
    if (until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new Error(`${hash}: ${until} is no date`);
  }
}

/** What embed tokens may run, by hash: what the present SDK sends, and what released ones do. */
export function trustedDocuments(present: readonly string[], released: ReleasedDocuments): Record<string, string> {
  const texts = [...present, ...Object.values(released).map(({ text }) => text)];
  return sorted(Object.fromEntries(texts.map((text) => [sha256(text), text])));
}

/**
 * What is released once the present SDK is: its own documents, those that it has replaced, for half a year from now on,
 * and those replaced before whose day has not passed.
 * @param today `YYYY-MM-DD`
 */
export function afterRelease(
  released: ReleasedDocuments,
  present: readonly string[],
  { release, today }: { readonly release: string; readonly today: string },
): ReleasedDocuments {
  const sent = present.map((text) => [sha256(text), { release, until: null, text }] as const);
  const lastDay = new Date(Date.parse(today) + KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const replaced = Object.entries(released)
    .filter(([, { until }]) => until === null || until >= today)
    .map(([hash, each]) => [hash, { ...each, until: each.until ?? lastDay }] as const);
  return sorted(Object.fromEntries([...replaced, ...sent]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sorted<Value>(values: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1)));
}
