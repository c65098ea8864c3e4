import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.js';
import { column, drawTable, sideBySide, type Table } from './table.js';

const plain = (width: number) => ({ width, colors: pc.createColors(false) });
const lines = (table: Table, width: number) => drawTable(table, plain(width)).split('\n');

const CITIES: Table = {
  keys: [column('City', 'left', ['Berlin', '東京'])],
  columns: [
    {
      title: 'Leads',
      align: 'right',
      forms: [
        ['1 (one)', '20 (twenty)'],
        ['1', '20'],
      ],
    },
    column('Rate', 'right', ['10.0 %', '–']),
  ],
};

describe('drawTable', () => {
  it('shows the fullest form that fits', () => {
    expect(lines(CITIES, 40)).toEqual([
      'City          Leads    Rate',
      'Berlin      1 (one)  10.0 %',
      '東京    20 (twenty)       –',
    ]);
    expect(lines(CITIES, 26)).toEqual(['City    Leads    Rate', 'Berlin      1  10.0 %', '東京       20       –']);
  });

  it('goes on below where even the shortest form is too wide', () => {
    expect(lines(CITIES, 15)).toEqual([
      ...['City    Leads', 'Berlin      1', '東京       20', ''],
      ...['City      Rate', 'Berlin  10.0 %', '東京         –'],
    ]);
  });

  it('draws bars into what is left, and none where less than four columns are', () => {
    const table = { ...CITIES, bars: [2, 1] };
    expect(lines(table, 31)[1]).toBe('Berlin      1  10.0 %  ████████');
    expect(lines(table, 31)[2]).toBe('東京       20       –  ████');
    expect(lines(table, 26)[1]).toBe('Berlin      1  10.0 %');
  });

  it('shortens long keys rather than going on below', () => {
    const table = { ...CITIES, keys: [column('City', 'left', ['Llanfairpwllgwyngyllgogerychwyrndrobwll', 'Ulm'])] };
    expect(lines(table, 40)).toEqual([
      'City                  Leads    Rate',
      'Llanfairpwllg…      1 (one)  10.0 %',
      'Ulm             20 (twenty)       –',
    ]);
  });

  it('leaves out a column whose shortest form is none', () => {
    const table: Table = {
      keys: [column('A', 'left', ['a'])],
      columns: [{ title: 'Long', align: 'left', forms: [['x'.repeat(9)], null] }],
    };
    expect(lines(table, 12)).toEqual(['A  Long', 'a  xxxxxxxxx']);
    expect(lines(table, 11)[1]).toBe('a');
  });

  it('colours titles and bars without moving anything', () => {
    const table = { ...CITIES, bars: [2, 1] };
    const drawn = drawTable(table, { width: 60, colors: pc.createColors(true) });
    expect(drawn).toContain('\u001b[36m█');
    expect(stripVTControlCharacters(drawn)).toBe(drawTable(table, plain(60)));
  });

  it('is as wide as the screen at most, and shows every cell', () => {
    const cell = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 })
      .map((text) => text.replaceAll(' ', '_'));
    const rows = fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 24, max: 90 }), (cells, width) => {
        const at = (index: number) => cells.map((row) => row[index] as string);
        const [key, ...columns] = Array.from({ length: 7 }, (_, index) => column(`c${index}`, 'right', at(index)));
        const drawn = lines({ keys: [key as (typeof columns)[0]], columns, bars: cells.map((_, row) => row) }, width);
        expect(Math.max(...drawn.map(displayWidth))).toBeLessThanOrEqual(width);
        for (const text of cells.flatMap((row) => row.slice(1)))
          expect(drawn.some((line) => line.includes(text))).toBe(true);
      }),
    );
  });
});

describe('sideBySide', () => {
  it('aligns each part, and leaves out one that is empty everywhere', () => {
    expect(
      sideBySide([
        ['960', '8'],
        ['80.0 %', '–'],
        ['', ''],
      ]),
    ).toEqual(['960 80.0 %', '  8      –']);
  });
});
