import { dateOf, type Instant, type LocalDate } from '@leadstage/core';
import type { ColumnIndex } from './check-header.js';
import { dateText, instantOf } from './local-time.js';
import type { DateSource, NumberSource, TextSource, Where } from './mapping-fields.js';
import type { Mapping } from './mapping-schema.js';
import { dateParser, type Parsed } from './parse-date.js';
import { parseNumber } from './parse-number.js';
import { quoted, type Reader, type Row, refuse, refuseBlank, refuseUnmapped } from './row.js';

/** `2018-05-31`; and 27 years of them, so that what is remembered stays small. */
const LONGEST_DAY = 10;
const MOST_DAYS = 10_000;

interface Origin {
  readonly column?: string | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly constant?: string | undefined;
  readonly separator?: string | undefined;
}

/**
 * Makes the readers of one mapping. Readers are made before the header is known; `names` are the columns they ask for,
 * and `bind` tells them where those columns stand.
 */
export class Readers {
  private readonly places = new Map<string, { index: number }>();
  private readonly blanks: ReadonlySet<string>;

  constructor(
    private readonly mapping: Mapping,
    private readonly workspaceZone: string,
  ) {
    this.blanks = new Set(['', ...(mapping.blank ?? [])]);
  }

  get names(): string[] {
    return [...this.places.keys()];
  }

  bind(columns: ColumnIndex): void {
    for (const [name, place] of this.places) place.index = columns.get(name)!;
  }

  /** The text of a cell, without white space around it; empty for every text that means a blank. */
  cell(name: string): (row: Row) => string {
    const place = this.places.get(name) ?? { index: -1 };
    this.places.set(name, place);
    return (row) => {
      const text = row.fields[place.index]!.trim();
      return this.blanks.has(text) ? '' : text;
    };
  }

  text(source: TextSource): Reader<string> {
    const raw = this.raw(source);
    const label = labelOf(source);
    const values = new Map(Object.entries(source.values ?? {}));
    return (row) => {
      const text = raw(row);
      const mapped = values.get(text);
      if (mapped !== undefined) return mapped === '' ? null : mapped;
      if (text === '') return source.default ?? null;
      if (source.others !== 'reject') return text;
      return refuseUnmapped(row, label, text);
    };
  }

  /** A text that must be there. */
  required(source: TextSource): Reader<string> {
    const read = this.text(source);
    return (row) => {
      const before = row.problems.length;
      const text = read(row);
      return text === null && row.problems.length === before ? refuseBlank(row, labelOf(source)) : text;
    };
  }

  /** A text that must be one of a few. */
  oneOf<Word extends string>(source: TextSource, words: readonly Word[]): Reader<Word> {
    const read = this.text(source);
    return (row) => {
      const text = read(row);
      if (text === null || words.includes(text as Word)) return text as Word | null;
      const reason = `${quoted(text)} is none of ${words.join(', ')}; map it with values`;
      return refuse(row, labelOf(source), 'INVALID_VALUE', reason);
    };
  }

  number(source: NumberSource): Reader<string> {
    const raw = this.raw(source);
    const { decimal = '.', thousands } = { ...this.mapping.numbers, ...definedOnly(source) };
    const format = { decimal, thousands, round: source.round };
    return (row) => {
      const text = raw(row);
      if (text === '') return null;
      const reading = parseNumber(text, format);
      if ('number' in reading) return reading.number;
      return refuse(row, labelOf(source), 'INVALID_NUMBER', `${quoted(text)} ${reading.refused}`);
    };
  }

  instant(source: DateSource): Reader<Instant> {
    const zone = this.zoneOf(source);
    const raw = this.raw(source);
    const read = this.date(source, 'day');
    // Dates without a time repeat from row to row, and reading one costs some 5 microseconds.
    const days = new Map<string, Instant>();
    return (row) => {
      const text = raw(row);
      const known = days.get(text);
      if (known !== undefined) return known;
      const date = read(row);
      if (date === null) return null;
      const instant = 'instant' in date ? date.instant : instantOf(date, zone);
      if (text.length <= LONGEST_DAY && days.size < MOST_DAYS) days.set(text, instant);
      return instant;
    };
  }

  /** The local date as written, whatever time follows it; of an epoch, the date in the column's zone. */
  localDate(source: DateSource, needs: 'day' | 'month'): Reader<LocalDate> {
    const zone = this.zoneOf(source);
    const read = this.date(source, needs);
    return (row) => {
      const date = read(row);
      return date === null ? null : 'instant' in date ? dateOf(date.instant, zone) : dateText(date);
    };
  }

  /** Whether a row has the values asked for; without conditions every row has. */
  condition(where: Where): (row: Row) => boolean {
    const tests = Object.entries(where ?? {}).map(([column, wanted]) => {
      const read = this.cell(column);
      const texts = wanted.map((text) => (this.blanks.has(text) ? '' : text));
      return (row: Row) => texts.includes(read(row));
    });
    return (row) => tests.every((test) => test(row));
  }

  private date(source: DateSource, needs: 'day' | 'month'): Reader<Parsed> {
    const raw = this.raw(source);
    const usual = needs === 'month' ? ['yyyy-MM'] : (this.mapping.dateFormats ?? ['iso']);
    const parse = dateParser(source.format ?? (source.constant === undefined ? usual : ['iso']), needs);
    return (row) => {
      const text = raw(row);
      if (text === '') return null;
      const reading = parse(text);
      if ('date' in reading) return reading.date;
      return refuse(row, labelOf(source), 'INVALID_DATE', `${quoted(text)} ${reading.refused}`);
    };
  }

  private zoneOf(source: DateSource): string {
    return source.timeZone ?? this.mapping.timeZone ?? this.workspaceZone;
  }

  private raw(source: Origin): (row: Row) => string {
    const { column, columns, constant, separator = ' ' } = source;
    if (column !== undefined) return this.cell(column);
    if (columns === undefined) return () => constant!;
    const cells = columns.map((name) => this.cell(name));
    return (row) =>
      cells
        .map((read) => read(row))
        .filter((text) => text !== '')
        .join(separator);
  }
}

/** How problems name where a value comes from. */
export function labelOf({ column, columns, constant }: Origin): string {
  return column ?? columns?.join(' + ') ?? `constant ${JSON.stringify(constant)}`;
}

function definedOnly({ decimal, thousands }: NumberSource) {
  return { ...(decimal === undefined ? {} : { decimal }), ...(thousands === undefined ? {} : { thousands }) };
}
