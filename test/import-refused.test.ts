import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { funnel } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReport } from '../packages/api/src/query/run-report.js';
import { rowCounts, rowsOf } from './support/catalog.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import { importFile, OLIST_WORKSPACE, olistMapping } from './support/olist.js';

describe(`bad input, ${describeDatabase()}`, () => {
  let database: Database;
  let id: string;
  let folder: string;
  const mapping = olistMapping('leads');
  const HEADER = 'mql_id,first_contact_date,landing_page_id,origin';

  beforeAll(async () => {
    database = await openTestDatabase();
    id = await newWorkspace(database, OLIST_WORKSPACE);
    folder = mkdtempSync(join(tmpdir(), 'leadstage-bad-'));
  });
  afterAll(async () => {
    await database?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const write = (content: string | Buffer) => {
    const file = join(folder, 'leads.csv');
    writeFileSync(file, content);
    return file;
  };
  const lines = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  it.each([
    ['a wrong delimiter', lines('1,2018-01-01,p,social').replaceAll(',', '\u00a6'), /leads\.csv:1: .*column/],
    ['a missing column', 'mql_id,landing_page_id\n1,p\n', /leads\.csv:1: .*"first_contact_date", "origin"/],
    ['another spelling of a column', lines().replace('origin', 'Origine'), /"origin" \(did you mean "Origine"\?\)/],
    ['an empty file', '', /leads\.csv: the file is empty/],
    ['a header and nothing else', lines(), /leads\.csv:1: the file has a header and no rows/],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004\u0014\0', 'latin1'), /leads\.csv: .*Excel.*CSV/],
    ['Latin-1 in the header', latin1(lines().replace('\n', ',regi\u00e3o\n')), /leads\.csv:1: .*0xE3.*windows-1252/],
    ['UTF-16 without a mark', Buffer.from(lines('1,2018-01-01,p,social'), 'utf16le'), /leads\.csv: .*utf-16/],
  ])('%s is refused with file and place, and nothing is stored', async (_, content, message) => {
    const before = await rowsOf(database, id);
    await expect(importFile(database, id, write(content), mapping)).rejects.toThrow(message);
    expect(await rowsOf(database, id)).toEqual(before);
  });

  it('a delimiter that the mapping says otherwise', async () => {
    const told = join(folder, 'semicolon.yaml');
    writeFileSync(told, `${readFileSync(mapping, 'utf8')}\nfile: { delimiter: ";" }\n`);
    const importing = importFile(database, id, write(lines('1,2018-01-01,p,social')), told);
    await expect(importing).rejects.toThrow(/leads\.csv:1: .*found 1 column.*set file\.delimiter: ","/);
  });

  it('a directory', async () => {
    mkdirSync(join(folder, 'a directory'));
    const importing = importFile(database, id, join(folder, 'a directory'), mapping);
    await expect(importing).rejects.toThrow(/a directory: this is a directory, not a file/);
  });

  it('rows that cannot be read are listed with line, column and reason, and nothing of them is stored', async () => {
    const before = await rowCounts(database, id);
    const content = Buffer.concat([
      Buffer.from(lines('1,01/02/2018,p,social', '2,2018-02-30,p,social', '3,soon,p,social', '4,2018-01-01,p')),
      latin1('5,2018-01-01,p,m\u00eddia\n'),
      Buffer.from(',2018-01-01,p,social\n7,2099-01-01,p,social\n'),
    ]);
    const summary = await importFile(database, id, write(content), mapping);
    expect(summary).toMatchObject({ rows: 7, created: 0, updated: 0, rejected: 7 });
    const [, ...listed] = summary.rejects.trimEnd().split('\n');
    expect(listed.map((line) => line.split(',').slice(0, 2).join())).toEqual([
      '2,first_contact_date',
      '3,first_contact_date',
      '4,first_contact_date',
      '5,',
      '6,',
      '7,mql_id',
      '8,first_contact_date',
    ]);
    expect(listed[0]).toContain('01/02/2018');
    expect(listed[4]).toMatch(/0xED.*windows-1252/);
    expect(await rowCounts(database, id)).toEqual(before);
  });

  it('good rows among bad ones are stored, whole', async () => {
    const summary = await importFile(database, id, write(lines('g,2018-01-01,p,social', 'b,,p,social')), mapping);
    expect(summary).toMatchObject({ rows: 2, created: 1, rejected: 1 });
    expect(await rowCounts(database, id)).toMatchObject({ lead: 1, lead_version: 1, transition: 1, lead_fact: 1 });
  });

  it('a byte order mark is no part of the first column', async () => {
    const other = await newWorkspace(database, OLIST_WORKSPACE);
    const summary = await importFile(database, other, write(`\ufeff${lines('1,2018-01-01,p,social')}`), mapping);
    expect(summary).toMatchObject({ rows: 1, created: 1, rejected: 0, warnings: 0 });
  });

  it('Latin-1 is read as such where the mapping says so', async () => {
    const other = await newWorkspace(database, OLIST_WORKSPACE);
    const told = join(folder, 'latin1.yaml');
    writeFileSync(told, `${readFileSync(mapping, 'utf8')}\nfile: { encoding: windows-1252 }\n`);
    await importFile(database, other, write(latin1(lines('1,2018-01-01,p,m\u00eddia'))), told);
    const { groups } = await runReport(database, other, funnel, {
      period: { start: '2018-01-01', end: '2018-02-01' },
      by: ['source'],
    });
    expect(groups.map(({ keys }) => keys)).toEqual([['m\u00eddia']]);
  });
});
