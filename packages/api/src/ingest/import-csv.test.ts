import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IngestUnit } from '../commands/ingest-input.js';
import { importCsv } from './import-csv.js';
import { parseMapping } from './mapping.js';
import { FakeStore, importText, temporaryFile } from './testing.js';

const MAPPING = `
version: 1
lead: { id: id, source: source, createdAt: { column: created, format: [iso] } }
stages:
  - { stage: LEAD, at: created }
  - { stage: CUSTOMER, at: { column: won, format: dd/MM/yyyy } }
`;
const HEADER = 'id,source,created,won';

describe('a file that cannot be read at all', () => {
  const zip = Buffer.from('PK\u0003\u0004....', 'latin1');
  const wide = Buffer.from(`${HEADER}\n1,a,2020-01-01,\n`, 'utf16le');
  it.each([
    ['empty', '', 'EMPTY_FILE', /the file is empty/],
    ['only line breaks', '\n\n', 'EMPTY_FILE', /no header/],
    ['header only', `${HEADER}\n`, 'NO_ROWS', /:1: the file has a header and no rows/],
    ['an Excel workbook', zip, 'NOT_A_TEXT_FILE', /Excel workbook.*save the sheet as CSV/],
    ['gzip', gzipSync('x'), 'NOT_A_TEXT_FILE', /gzip/],
    ['zero bytes', 'id,\0\n', 'NOT_A_TEXT_FILE', /byte 3 is zero/],
    ['UTF-16 without a mark', wide, 'NOT_A_TEXT_FILE', /set file.encoding: utf-16le/],
    [
      'missing columns',
      'id,Sorce,made\n',
      'MISSING_COLUMN',
      /3 columns.*"created", "source" \(did you mean "Sorce"\?\), "won". The header has 3 columns: "id", "Sorce", "made"/,
    ],
    ['a column twice', 'id,source,created,won,id\n', 'DUPLICATE_COLUMN', /"id" more than once/],
    [
      'Latin-1 in the header',
      Buffer.from(`${HEADER},\xe7\n`, 'latin1'),
      'INVALID_ENCODING',
      /:1: the header has a byte 0xE7 at offset 22/,
    ],
  ])('%s', async (_, content, code, message) => {
    await expect(importText(content, MAPPING)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('a wrong delimiter', async () => {
    const mapping = `${MAPPING}file: { delimiter: "," }\n`;
    await expect(importText('id;source;created;won\n1;a;2020-01-01;\n', mapping)).rejects.toMatchObject({
      code: 'WRONG_DELIMITER',
      line: 1,
      message: expect.stringMatching(/found 1 column .* the line contains 3 ';': set file.delimiter: ";"/),
    });
  });

  it('no file, a directory', async () => {
    const options = { mapping: parseMapping(MAPPING), workspace: { timeZone: 'UTC', currency: 'EUR' } };
    const { store } = new FakeStore();
    await expect(importCsv({ ...options, store, file: '/no/such.csv' })).rejects.toThrow(
      '/no/such.csv: there is no such file',
    );
    await expect(importCsv({ ...options, store, file: '/tmp' })).rejects.toMatchObject({ code: 'IS_A_DIRECTORY' });
  });

  it('a quote that nothing closes: what comes before it is stored', async () => {
    const content = `${HEADER}\n1,a,2020-01-01,\n2,"b,2020-01-01,\n3,c,2020-01-01,\n`;
    const fake = new FakeStore();
    await expect(importText(content, MAPPING, { store: fake.store })).rejects.toMatchObject({
      code: 'UNTERMINATED_QUOTE',
      line: 3,
      message: expect.stringMatching(/the quote opened in line 3 is never closed. The 1 rows before it are imported/),
    });
    expect([...fake.leads.keys()]).toEqual(['1']);
  });
});

describe('files as programs write them', () => {
  const rows = [`1,"caf\u00e9, ""x""",2020-01-01,`, '2,S\u00e3o,2020-01-02,03/04/2021'];
  const text = [HEADER, ...rows].join('\r\n');
  const bom = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  it.each([
    ['UTF-8', text, ''],
    ['UTF-8 with a mark', `\ufeff${text}`, ''],
    ['UTF-16 with a mark', bom, ''],
    ['UTF-16 big-endian with a mark', Buffer.from(bom).swap16(), ''],
    ['windows-1252', Buffer.from(text, 'latin1'), 'file: { encoding: latin1 }'],
    ['a mark against the mapping', `\ufeff${text}`, 'file: { encoding: latin1 }'],
    ['carriage returns alone', text.replaceAll('\r\n', '\r'), ''],
    ['Excel with sep=', `sep=,\r\n${text}`, ''],
    ['lines before the header', `Report\r\nof today\r\n${text}`, 'file: { skipLines: 2 }'],
    ['no header', text.slice(HEADER.length + 2), 'file: { columns: [id, source, created, won] }'],
  ])('%s', async (_, content, file) => {
    const { summary, units } = await importText(content, `${MAPPING}${file}\n`);
    expect(summary).toMatchObject({ rows: 2, created: 2, rejected: 0 });
    expect(units.map(({ lead }) => lead?.source)).toEqual(['caf\u00e9, "x"', 'S\u00e3o']);
    expect(units[1]?.transitions?.[1]?.occurredAt).toBe(Date.parse('2021-04-03'));
  });

  it.each([';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const content = `${HEADER}\n1,a,2020-01-01,\n`.replaceAll(',', delimiter);
    expect((await importText(content, MAPPING)).summary).toMatchObject({ created: 1 });
  });

  it('skips blank rows and counts them', async () => {
    const { summary } = await importText(`${HEADER}\n1,a,2020-01-01,\n\n,,,\n`, MAPPING);
    expect(summary).toMatchObject({ rows: 2, created: 1, skipped: 1, rejected: 0 });
  });
});

describe('rows that cannot be imported', () => {
  const content = [
    HEADER,
    '1,"two',
    'lines",2020-01-01,',
    '2,a,2020-02-30,',
    '3,a,2020-01-01',
    ',a,2020-01-01,31.12.2020',
    '5,S\u00e3o,2020-01-01,',
    '6,"a"b,2020-01-01,',
    '7,fine,2020-01-01,',
  ].join('\n');

  it('are listed with line, columns, code, reason and the original fields, in order', async () => {
    const bytes = Buffer.from(content, 'latin1');
    const { summary, fake, file } = await importText(bytes, MAPPING, { batchRows: 2 });
    expect(summary).toMatchObject({ rows: 7, created: 2, rejected: 5, rejectsFile: `${file}.rejects.csv` });
    expect([...fake.leads.keys()]).toEqual(['1', '7']);
    expect(fake.calls).toBe(2);
    expect(readFileSync(`${file}.rejects.csv`, 'utf8').trimEnd().split('\n')).toEqual([
      'line,column,code,reason,id,source,created,won',
      '4,created,INVALID_DATE,"created: ""2020-02-30"" is not a date as iso (2018-05-31 or 2018-05-31T14:05:00Z)",2,a,2020-02-30,',
      '5,,FIELD_COUNT,"the row has 3 fields, and the header 4",3,a,2020-01-01',
      '6,id | won,MISSING_VALUE,"id: is blank; won: ""31.12.2020"" is not a date as dd/MM/yyyy; it would fit d.M.yyyy",,a,2020-01-01,31.12.2020',
      expect.stringMatching(
        /^7,,INVALID_ENCODING,"line 7 has a byte 0xE3 at offset \d+ of the file that is not valid utf-8; .*windows-1252/,
      ),
      expect.stringMatching(/^8,,MALFORMED_ROW,/),
    ]);
    expect(summary.problems.map(({ code, line }) => [code, line])).toContainEqual(['INVALID_ENCODING', 7]);
    expect(existsSync(`${file}.warnings.csv`)).toBe(false);
  });

  it('can be corrected in the rejects file and imported from it', async () => {
    const { fake, file } = await importText(`${HEADER}\n1,a,2020-13-01,\n2,b,2020-01-01,\n`, MAPPING);
    const corrected = readFileSync(`${file}.rejects.csv`, 'utf8').replaceAll('2020-13-01', '2020-12-01');
    const { summary } = await importText(corrected, MAPPING, { store: fake.store });
    expect(summary).toMatchObject({ rows: 1, created: 1, rejected: 0 });
  });

  it('what the store refuses or warns of is listed by the column it came from', async () => {
    const store = async (units: readonly IngestUnit[]) => ({
      recordedAt: 0,
      outcomes: units.map((_, index) => ({
        index,
        status: index === 0 ? ('REJECTED' as const) : ('UPDATED' as const),
        problems: [
          index === 0
            ? {
                severity: 'ERROR' as const,
                code: 'IN_THE_FUTURE',
                path: 'transitions.1.occurredAt',
                message: 'later than now',
              }
            : {
                severity: 'WARNING' as const,
                code: 'OUT_OF_ORDER',
                path: 'transitions.0.to',
                message: 'won before it came',
              },
        ],
      })),
    });
    const { summary, file } = await importText(`${HEADER}\n1,a,2020-01-01,01/01/2099\n2,b,2020-01-01,\n`, MAPPING, {
      store,
    });
    expect(summary).toMatchObject({ rejected: 1, updated: 1, warnings: 1, warningsFile: `${file}.warnings.csv` });
    expect(readFileSync(`${file}.rejects.csv`, 'utf8')).toContain('2,won,IN_THE_FUTURE,won: later than now,1,a');
    expect(readFileSync(`${file}.warnings.csv`, 'utf8')).toContain(
      '3,created,OUT_OF_ORDER,created: won before it came,2,b',
    );
  });

  it('a rejects file of an earlier run does not outlive a clean one', async () => {
    const rejectsFile = temporaryFile('old');
    const { summary } = await importText(`${HEADER}\n1,a,2020-01-01,\n`, MAPPING, { rejectsFile });
    expect(summary.rejectsFile).toBeUndefined();
    expect(existsSync(rejectsFile)).toBe(false);
  });

  it('never overwrites the file itself', async () => {
    const file = temporaryFile(`${HEADER}\n1,a,x,\n`);
    const { store } = new FakeStore();
    const options = { file, store, mapping: parseMapping(MAPPING), workspace: { timeZone: 'UTC', currency: 'EUR' } };
    await expect(importCsv({ ...options, rejectsFile: file })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(statSync(file).size).toBeGreaterThan(0);
  });
});

describe('running', () => {
  const content = `${HEADER}\n${Array.from({ length: 25 }, (_, i) => `${i},a,2020-01-01,`).join('\n')}\n`;

  it('reports progress by bytes and stores by batches', async () => {
    const seen: number[] = [];
    const { fake, summary } = await importText(content, MAPPING, {
      batchRows: 10,
      onProgress: ({ rows, bytes, totalBytes }) => seen.push(rows, totalBytes - bytes),
    });
    expect(seen).toEqual([10, 0, 20, 0, 25, 0]);
    expect(fake.calls).toBe(3);
    expect(summary.bytes).toBe(content.length);
  });

  it('stops between batches when asked, and goes on when run again', async () => {
    const fake = new FakeStore();
    const stop = new AbortController();
    const given = { store: fake.store, batchRows: 10, signal: stop.signal, onProgress: () => stop.abort() };
    const { summary } = await importText(content, MAPPING, given);
    expect(summary).toMatchObject({ rows: 10, created: 10, aborted: true });
    const again = await importText(content, MAPPING, { store: fake.store, batchRows: 10 });
    expect(again.summary).toMatchObject({ rows: 25, created: 15, unchanged: 10, aborted: false });
  });

  it('passes on what the store throws and closes the rejects file', async () => {
    const store = async () => {
      throw new Error('connection lost');
    };
    await expect(importText(`${HEADER}\n1,a,x,\n2,a,2020-01-01,\n`, MAPPING, { store })).rejects.toThrow(
      'connection lost',
    );
  });

  it('accounts for every row, whatever is in it', async () => {
    const cell = fc.constantFrom('', 'a', '2020-01-01', '31/12/2020', '"x, y"', '"', '2020-02-30');
    const line = fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (lines, batchRows) => {
          const text = `${HEADER}\nfirst,a,2020-01-01,\n${lines.join('\n')}\n`;
          const outcome = await importText(text, MAPPING, { batchRows }).catch(
            (error: { code?: string }) => error.code,
          );
          if (typeof outcome !== 'object') {
            expect(outcome).toBe('UNTERMINATED_QUOTE');
            return;
          }
          const { rows, created, updated, unchanged, skipped, rejected } = outcome.summary;
          expect(created + updated + unchanged + skipped + rejected).toBe(rows);
          expect(outcome.units).toHaveLength(created + updated + unchanged);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a large file', () => {
  it('is read in constant memory', async () => {
    const directory = temporaryFile('', 'd');
    const file = `${directory}.big.csv`;
    mkdirSync(`${directory}.keep`, { recursive: true });
    writeFileSync(file, '');
    const out = createWriteStream(file);
    out.write(`${HEADER},note\n`);
    const filler = 'x'.repeat(140);
    // About 52 MB: 300,000 rows of some 175 bytes.
    for (let row = 0; row < 300_000; row += 1_000) {
      let piece = '';
      for (let i = row; i < row + 1_000; i += 1) piece += `lead-${i},source ${i % 9},2020-01-01,,"${filler}"\n`;
      if (!out.write(piece)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'close');

    let units = 0;
    let highest = 0;
    const before = process.memoryUsage().heapUsed;
    const store = async (batch: readonly IngestUnit[]) => {
      units += batch.length;
      highest = Math.max(highest, process.memoryUsage().heapUsed);
      const outcomes = batch.map((_, index) => ({ index, status: 'CREATED' as const, problems: [] }));
      return { recordedAt: 0, outcomes };
    };
    const mapping = parseMapping(MAPPING);
    const summary = await importCsv({
      file,
      mapping,
      workspace: { timeZone: 'Europe/Berlin', currency: 'EUR' },
      store,
    });
    expect(summary).toMatchObject({ rows: 300_000, created: 300_000 });
    expect(units).toBe(300_000);
    // Garbage not yet collected is part of it; the file itself would be 52 MB, its rows several times that.
    expect((highest - before) / 1e6).toBeLessThan(150);
  });
});
