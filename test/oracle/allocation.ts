import type { CostInput } from '../../packages/api/src/commands/ingest-input.js';
import type { LocalDate, Period } from '../../packages/core/src/question.js';
import { addDays, bucketsOf, dateOf } from './calendar.js';
import { gather, meets } from './cells.js';
import { fold } from './fold.js';
import { throughputFunnel } from './funnel.js';
import { reportStage } from './ladder.js';
import type { Cell, CommonQuestion, History, SpendQuestion } from './model.js';
import { accruedBy, carriedBy, placeOf, type SpendAnswer, spend } from './spend.js';

/** Values of the attributes that a question breaks down and filters by. */
type Carried = readonly (string | null)[];

interface Entrants {
  readonly keys: Carried;
  readonly count: number;
}

/**
 * Spend whose entries lack an attribute of `by` or `filter` spread over the groups of those attributes, in proportion to
 * the LEAD entries of the period before filtering; where nobody entered that agrees with what an entry carries, it is
 * left as it was.
 *
 * Each combination of carried values is spread on its running total since the window began, in whole minor units by
 * largest remainder; a bucket gets what its end has more than its beginning.
 * @param enteredIn whose LEAD entries count
 * @param since the date of spend from which running totals run; default that on which the period's own begins
 */
export function spendByEntries(
  history: History,
  question: SpendQuestion,
  enteredIn: Period = question.period,
  since?: LocalDate,
): SpendAnswer {
  const names = attributesOf(question);
  if (names.length === 0) return spend(history, question);
  const { costScopes = ['MARKETING'], filter = {}, by = [] } = question;
  const entrants = entrantsBy(history, { ...question, period: enteredIn }, names);
  const inside: { label: Cell; item: bigint }[] = [];
  const loose: Record<'UNALLOCATED' | 'OUTSIDE_FILTER', { label: number | null; item: bigint }[]> = {
    UNALLOCATED: [],
    OUTSIDE_FILTER: [],
  };
  const put = (bucket: number | null, keys: Carried, item: bigint) => {
    const passes = names.every((name, index) => meets(keys[index] ?? null, filter[name] ?? {}));
    if (!passes) return;
    inside.push({ label: { keys: [], bucket }, item });
    if (by.length) inside.push({ label: { keys: keys.slice(0, by.length), bucket }, item });
  };
  const chosen = fold(history, question.knownAt).costs.filter((entry) =>
    costScopes.includes(entry.costScope ?? 'MARKETING'),
  );
  const combinations = gather(chosen.map((item) => ({ label: names.map((name) => carriedBy(item, name)), item })));
  for (const { label: carried, items } of combinations) {
    const agreeing = entrants.filter(({ keys }) =>
      carried.every((value, index) => value === null || value === keys[index]),
    );
    const isWhole = carried.every((value) => value !== null);
    const place = placeOf(items[0]!, question).kind;
    for (const { bucket, before, after } of runningTotals(history, question, items, since)) {
      const amount = after - before;
      if (isWhole) put(bucket, carried, amount);
      else if (agreeing.length > 0) {
        const [from, to] = [apportion(before, agreeing), apportion(after, agreeing)];
        for (const [index, { keys }] of agreeing.entries()) put(bucket, keys, to[index]! - from[index]!);
      } else if (place === 'UNALLOCATED' || place === 'OUTSIDE_FILTER') {
        loose[place].push({ label: bucket, item: amount });
        if (place === 'UNALLOCATED') inside.push({ label: { keys: [], bucket }, item: amount });
      }
    }
  }
  const sums = <L>(items: readonly { label: L; item: bigint }[]) =>
    gather(items)
      .map(({ label, items: amounts }) => ({ label, spend: amounts.reduce((sum, amount) => sum + amount, 0n) }))
      .filter((row) => row.spend !== 0n);
  const looseRows = (items: (typeof loose)['UNALLOCATED']) =>
    sums(items).map(({ label, spend: amount }) => ({ bucket: label, spend: amount }));
  return {
    rows: sums(inside).map(({ label, spend: amount }) => ({ ...label, spend: amount })),
    unallocated: looseRows(loose.UNALLOCATED),
    outsideFilter: looseRows(loose.OUTSIDE_FILTER),
  };
}

/** `by` first, then those that only the filter names. */
function attributesOf({ by = [], filter = {} }: CommonQuestion): string[] {
  return [...new Set([...by, ...Object.keys(filter)])];
}

/** Leads that entered LEAD in the period, whatever the filter. */
function entrantsBy(
  history: History,
  { period, asOf, knownAt, ladder }: CommonQuestion,
  by: readonly string[],
): Entrants[] {
  const stage = reportStage(history, { asOf, knownAt }, 'LEAD')?.key;
  if (stage === undefined) return [];
  const rows = throughputFunnel(history, { period, asOf, knownAt, ladder, by, base: stage, includeImplied: true });
  return rows
    .filter((row) => row.stage === stage && row.keys.length > 0)
    .map(({ keys, entered }) => ({ keys, count: entered }));
}

/** What the entries have accrued since the window began, at the beginning and at the end of the period and each bucket. */
function runningTotals(history: History, question: SpendQuestion, entries: readonly CostInput[], from?: LocalDate) {
  const { period, grain, asOf, lagDays = 0 } = question;
  const { settings } = history;
  const until = asOf === undefined ? undefined : addDays(dateOf(asOf, settings.timeZone), 1);
  const total = (date: string) => {
    const moved = addDays(date, -lagDays);
    const capped = until !== undefined && moved > until ? until : moved;
    return entries.reduce((sum, entry) => sum + accruedBy(entry, capped, settings.currency), 0n);
  };
  const first = total(from === undefined ? period.start : addDays(from, lagDays));
  const since = (date: string) => total(date) - first;
  const buckets = grain ? bucketsOf(period, grain, settings) : [];
  return [{ bucket: null, ...period }, ...buckets.map((each, bucket) => ({ bucket, ...each }))].map(
    ({ bucket, start, end }) => ({ bucket, before: since(start), after: since(end) }),
  );
}

/** An amount in whole parts by largest remainder: ties to the larger group, then by name, the missing value last. */
export function apportion(amount: bigint, groups: readonly Entrants[]): bigint[] {
  if (amount < 0n) return apportion(-amount, groups).map((part) => -part);
  const total = BigInt(groups.reduce((sum, { count }) => sum + count, 0));
  const parts = groups.map(({ count }) => (amount * BigInt(count)) / total);
  const remainder = (index: number) => (amount * BigInt(groups[index]!.count)) % total;
  const inOrder = [...groups.keys()].sort((a, b) => {
    if (remainder(a) !== remainder(b)) return remainder(a) > remainder(b) ? -1 : 1;
    return groups[b]!.count - groups[a]!.count || byName(groups[a]!.keys, groups[b]!.keys);
  });
  const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  for (const index of inOrder.slice(0, left)) parts[index]! += 1n;
  return parts;
}

function byName(a: Carried, b: Carried): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  const [left, right] = [a[index] ?? null, b[index] ?? null];
  if (left === null) return right === null ? 0 : 1;
  return right === null || left < right ? -1 : 1;
}
