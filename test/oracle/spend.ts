import type { CostInput } from '../../packages/api/src/commands/ingest-input.js';
import type { LocalDate, Period } from '../../packages/core/src/question.js';
import { addDays, bucketsOf, dateOf, daysBetween } from './calendar.js';
import { gather, meets } from './cells.js';
import { fold } from './fold.js';
import { type Fraction, halfAway } from './fractions.js';
import type { Cell, CommonQuestion, History, SpendQuestion } from './model.js';

export interface SpendRow extends Cell {
  /** Minor units. */
  readonly spend: bigint;
}

export interface LooseSpendRow {
  readonly bucket: number | null;
  readonly spend: bigint;
}

export interface SpendAnswer {
  readonly rows: readonly SpendRow[];
  readonly unallocated: readonly LooseSpendRow[];
  readonly outsideFilter: readonly LooseSpendRow[];
}

/** What accrued in the period and each bucket, moved back by the lag. */
export function spend(history: History, question: SpendQuestion): SpendAnswer {
  const { period, grain, asOf, knownAt, costScopes = ['MARKETING'], lagDays = 0 } = question;
  const { settings } = history;
  const buckets = grain ? bucketsOf(period, grain, settings) : [];
  const windows = [{ bucket: null, window: period }, ...buckets.map((window, bucket) => ({ bucket, window }))];
  const end = asOf === undefined ? undefined : addDays(dateOf(asOf, settings.timeZone), 1);
  const inside: { label: Cell; item: bigint }[] = [];
  const unallocated: { label: number | null; item: bigint }[] = [];
  const outsideFilter: { label: number | null; item: bigint }[] = [];
  for (const entry of fold(history, knownAt).costs) {
    if (!costScopes.includes(entry.costScope ?? 'MARKETING')) continue;
    const place = placeOf(entry, question);
    if (place.kind === 'OUT') continue;
    for (const { bucket, window } of windows) {
      const moved = { start: addDays(window.start, -lagDays), end: addDays(window.end, -lagDays) };
      const item = accruedIn(entry, moved, end, settings.currency);
      if (place.kind === 'OUTSIDE_FILTER') outsideFilter.push({ label: bucket, item });
      else inside.push({ label: { keys: [], bucket }, item });
      if (place.kind === 'UNALLOCATED') unallocated.push({ label: bucket, item });
      if (place.kind === 'GROUP') inside.push({ label: { keys: place.keys, bucket }, item });
    }
  }
  return { rows: rowsOf(inside), unallocated: looseRowsOf(unallocated), outsideFilter: looseRowsOf(outsideFilter) };
}

function rowsOf(items: readonly { label: Cell; item: bigint }[]): SpendRow[] {
  const rows = gather(items).map((group) => ({ ...group.label, spend: sum(group.items) }));
  return rows.filter((row) => row.spend !== 0n);
}

function looseRowsOf(items: readonly { label: number | null; item: bigint }[]): LooseSpendRow[] {
  const rows = gather(items).map((group) => ({ bucket: group.label, spend: sum(group.items) }));
  return rows.filter((row) => row.spend !== 0n);
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

type Place =
  | { readonly kind: 'OUT' | 'OUTSIDE_FILTER' | 'UNALLOCATED' | 'TOTAL' }
  | { readonly kind: 'GROUP'; readonly keys: readonly string[] };

/** What an entry says of an attribute; it can say something of three. */
export function carriedBy({ source, leadType, campaign }: CostInput, name: string): string | null {
  const carried: Readonly<Record<string, string | null | undefined>> = { source, leadType, campaign };
  return carried[name] ?? null;
}

/** Where an entry counts. One that fails any condition is out, even where it lacks the attribute of another. */
export function placeOf(entry: CostInput, { filter = {}, by = [] }: CommonQuestion): Place {
  const conditions = Object.entries(filter).map(([name, condition]) => ({ value: carriedBy(entry, name), condition }));
  if (conditions.some(({ value, condition }) => value !== null && !meets(value, condition))) return { kind: 'OUT' };
  if (conditions.some(({ value }) => value === null)) return { kind: 'OUTSIDE_FILTER' };
  if (by.length === 0) return { kind: 'TOTAL' };
  const keys = by.map((name) => carriedBy(entry, name)).filter((value) => value !== null);
  return keys.length === by.length ? { kind: 'GROUP', keys } : { kind: 'UNALLOCATED' };
}

/** Minor units of one entry in `[start, end)`: what its rounded running total grows by; it stops before `until`. */
function accruedIn(entry: CostInput, window: Period, until: LocalDate | undefined, currency: string): bigint {
  const capped = (date: LocalDate) => (until !== undefined && date > until ? until : date);
  return accruedBy(entry, capped(window.end), currency) - accruedBy(entry, capped(window.start), currency);
}

/** Minor units of one entry that have accrued before a date begins, halves away from zero. */
export function accruedBy(entry: CostInput, date: LocalDate, currency: string): bigint {
  const days = daysBetween(entry.from, entry.to);
  const gone = Math.min(Math.max(daysBetween(entry.from, date), 0), days);
  const amount = amountOf(entry, currency);
  return rounded(amount.numerator * BigInt(gone) * minorUnitsIn(currency), amount.denominator * BigInt(days));
}

/** In the workspace's currency: as given, or converted and rounded once, to its minor unit. */
function amountOf(entry: CostInput, currency: string): Fraction {
  const given = fractionOf(entry.amount);
  if (entry.exchangeRate === undefined) return given;
  const rate = fractionOf(entry.exchangeRate);
  const minor = minorUnitsIn(currency);
  const converted = rounded(given.numerator * rate.numerator * minor, given.denominator * rate.denominator);
  return { numerator: converted, denominator: minor };
}

/** A plain decimal in minor units, halves away from zero. */
export function minorUnits(decimal: string, currency: string): bigint {
  const { numerator, denominator } = fractionOf(decimal);
  return rounded(numerator * minorUnitsIn(currency), denominator);
}

/** `fractionOf('-12.50')` is -1250/100. */
function fractionOf(decimal: string): Fraction {
  const [whole = '', decimals = ''] = decimal.split('.');
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

function rounded(numerator: bigint, denominator: bigint): bigint {
  return halfAway({ numerator, denominator });
}

/** Minor units in one unit of a currency (ISO 4217); 2 decimals for all but these. */
function minorUnitsIn(currency: string): bigint {
  if (currency === 'JPY' || currency === 'CLP') return 1n;
  if (currency === 'KWD' || currency === 'TND') return 1000n;
  return 100n;
}
