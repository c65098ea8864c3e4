import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvTokenizer, UnterminatedQuote } from './tokenize-csv.js';

const dialect = { delimiter: ',', quote: '"', lineEnd: '\n' } as const;

function tokenize(text: string, pieces: readonly number[] = []) {
  const tokenizer = new CsvTokenizer(dialect);
  const cuts = [0, ...pieces.map((at) => at % (text.length + 1)).sort((a, b) => a - b), text.length];
  const records = cuts.slice(1).flatMap((end, index) => tokenizer.push(text.slice(cuts[index], end)));
  return [...records, ...tokenizer.end()];
}

describe('CsvTokenizer', () => {
  it('knows the physical lines of records with line breaks in quotes', () => {
    const records = tokenize('a,b\r\n"x\ny",1\n\n2,"say ""hi"""\n3,last');
    expect(records).toEqual([
      { line: 1, endLine: 1, fields: ['a', 'b'] },
      { line: 2, endLine: 3, fields: ['x\ny', '1'] },
      { line: 5, endLine: 5, fields: ['2', 'say "hi"'] },
      { line: 6, endLine: 6, fields: ['3', 'last'] },
    ]);
  });

  it('takes a quote inside an unquoted field as a letter', () => {
    expect(tokenize('pipe 5",2\n')[0]?.fields).toEqual(['pipe 5"', '2']);
  });

  it('marks text after a closing quote and goes on with the next line', () => {
    const [bad, good] = tokenize('"a"b,1\n2,3\n');
    expect(bad?.malformed).toMatch(/text follows the closing quote in line 1/);
    expect(good).toEqual({ line: 2, endLine: 2, fields: ['2', '3'] });
  });

  it('names the line where a quote opens that nothing closes', () => {
    expect(() => tokenize('a,b\n1,2\n3,"4\n5,6\n')).toThrow(new UnterminatedQuote(3));
    const endless = `a\n"${'x'.repeat(600_000)}\n`;
    const tokenizer = new CsvTokenizer(dialect);
    expect(() => [tokenizer.push(endless), tokenizer.push('y'.repeat(600_000))]).toThrow(new UnterminatedQuote(2));
  });

  it('reads what csv-parse reads, wherever the pieces are cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r\n', ' ', 'é', '😀'), maxLength: 6 });
    // An unquoted cell must not look quoted, and a lone blank cell is an empty line.
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(), { maxLength: 5 }), (rows, cuts) => {
        const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
        const records = tokenize(text, cuts);
        expect(records.map(({ fields }) => fields)).toEqual(parse(text, { relax_column_count: true }));
        const lines = rows.map((cells) => cells.join('').split('\n').length);
        let line = 1;
        for (const [index, record] of records.entries()) {
          expect([record.line, record.endLine]).toEqual([line, line + lines[index]! - 1]);
          line += lines[index]!;
        }
      }),
    );
  });
});
