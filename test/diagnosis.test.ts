/* The diagnosis from recording to answer: a fault is planted in a recorded history, and named. */

import { PassThrough } from 'node:stream';
import { type DiagnosisQuestion, diagnosis, startOfDate } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { reportCommand } from '../packages/api/src/cli/report/report-command.js';
import { addBenchmark } from '../packages/api/src/commands/add-benchmark.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { askingOf } from './support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'America/New_York';
const MAY = { start: '2026-05-01', end: '2026-06-01' };
const ALL_WATCHED = Date.UTC(2026, 6, 15);

interface Journey {
  readonly source: string | null;
  readonly leadType: string;
  readonly mqlAt: number;
  readonly sqlAt: number | null;
}

/**
 * Eight MQLs a day from 1 February to 31 May 2026, four of `ads` and four without a source, at 11 in the evening in New
 * York, when it is the next day in UTC. One in four becomes SQL, after exactly 30 days; another one in four an instant
 * later than that, which is too late. Of `ads`, from Monday 4 May on, one in sixteen does.
 */
function history(): Journey[] {
  const journeys: Journey[] = [];
  const first = Date.UTC(2026, 1, 1);
  for (let day = 0; day < 120; day += 1) {
    const date = new Date(first + day * DAY).toISOString().slice(0, 10);
    const mqlAt = startOfDate(date, ZONE) + 23 * HOUR;
    for (let each = 0; each < 8; each += 1) {
      const number = day * 4 + Math.floor(each / 2);
      const source = each % 2 === 0 ? 'ads' : null;
      const fails = source === 'ads' && date >= '2026-05-04';
      const inTime = number % (fails ? 16 : 4) === 0;
      const tooLate = number % 4 === 1;
      const sqlAt = inTime ? mqlAt + 30 * DAY : tooLate ? mqlAt + 30 * DAY + 1 : null;
      journeys.push({ source, leadType: number % 3 === 0 ? 'e-book' : 'webinar', mqlAt, sqlAt });
    }
  }
  return journeys;
}

function unitOf({ source, leadType, mqlAt, sqlAt }: Journey, index: number): IngestUnit {
  const lead = `lead-${index}`;
  const steps: [string, number][] = [
    ['LEAD', mqlAt - DAY],
    ['MQL', mqlAt],
    ...(sqlAt === null ? [] : [['SQL', sqlAt] as [string, number]]),
  ];
  return {
    lead: { externalId: lead, source, leadType },
    transitions: steps.map(([to, occurredAt]) => ({ externalId: `${lead}/${to}`, lead, to, occurredAt })),
  };
}

let database: Database;
let id: string;
const journeys = history();
beforeAll(async () => {
  database = await openTestDatabase();
  id = await newWorkspace(database, { timeZone: ZONE });
  const { outcomes } = await ingest(database, id, journeys.map(unitOf));
  expect(outcomes.filter(({ status }) => status !== 'CREATED')).toEqual([]);
});
afterAll(() => database?.close());

const ask = (more: Partial<DiagnosisQuestion> = {}) =>
  runReport(database, id, diagnosis, { period: MAY, asOf: ALL_WATCHED, ...more });

/** MQLs of some journeys from one date to another that had been watched by `asOf`, and those of them in time. */
function counted(which: (journey: Journey) => boolean, from: string, to: string, asOf = ALL_WATCHED) {
  const [start, end] = [from, to].map((date) => startOfDate(date, ZONE)) as [number, number];
  const watched = journeys.filter(
    (each) => which(each) && each.mqlAt >= start && each.mqlAt < end && each.mqlAt + 30 * DAY <= asOf,
  );
  const reached = watched.filter(({ mqlAt, sqlAt }) => sqlAt !== null && sqlAt <= mqlAt + 30 * DAY && sqlAt <= asOf);
  return { denominator: watched.length, numerator: reached.length };
}

describe(`a planted fault (${describeDatabase()})`, () => {
  test('is named with its step, group and week, by counts that are as the history has them', async () => {
    const answer = await ask();
    const main = answer.findings.filter((each) => each.main);
    expect(main).toHaveLength(1);
    const isAds = ({ source }: Journey) => source === 'ads';
    expect(main[0]).toMatchObject({
      step: { from: { key: 'MQL' }, to: { key: 'SQL' } },
      attribute: 'source',
      value: 'ads',
      team: 'SALES',
      trouble: 'QUALIFICATION',
      period: counted(isAds, '2026-05-01', '2026-06-01'),
      baseline: counted(isAds, '2026-02-01', '2026-05-01'),
    });
    expect(main[0]!.period.denominator).toBe(124);
    expect(main[0]!.baseline).toMatchObject({ numerator: 89, denominator: 356 });
    const { from, to } = main[0]!.since!;
    expect(from.start <= '2026-05-04' && '2026-05-04' <= to.start).toBe(true);
    const [step] = answer.steps.filter((each) => each.step.to.key === 'SQL');
    expect(step).toMatchObject({ period: counted(() => true, '2026-05-01', '2026-06-01') });
    for (const { change, mixEffect, rateEffect } of step!.splits)
      expect(mixEffect + rateEffect).toBeCloseTo(change, 12);
    expect(answer.statistics.sources).toEqual(['FACT']);
  });

  test('leads that are not watched yet do not count, exactly watched ones do', async () => {
    // The MQLs of 15 May are watched for 30 days at 11 in the evening of 14 June.
    const asOf = startOfDate('2026-05-15', ZONE) + 23 * HOUR + 30 * DAY;
    for (const [at, days] of [
      [asOf, 15],
      [asOf - 1, 14],
    ] as const) {
      const { steps } = await ask({ asOf: at, by: [] });
      expect(steps[1]!.period).toMatchObject(counted(() => true, '2026-05-01', '2026-06-01', at));
      expect(steps[1]!.period.denominator).toBe(days * 8);
    }
  });

  test('and is named again, the same, by what was known then, whatever is recorded later', async () => {
    const { statistics: _before, ...before } = await ask();
    const late = journeys
      .filter(({ source, sqlAt }) => source === 'ads' && sqlAt === null)
      .map((each) => ({ ...each, sqlAt: each.mqlAt + DAY }));
    const more = late.map((each, index) => unitOf(each, 10_000 + index));
    await ingest(database, id, more);
    const after = await ask();
    expect(after.steps[1]!.period.denominator).toBeGreaterThan(before.steps[1]!.period.denominator);
    const { statistics, ...again } = await ask({ knownAt: before.knownAt });
    expect(again).toEqual(before);
    expect(statistics.sources).toEqual(['RECORD']);
  });
});

describe('at the doors', () => {
  test('GraphQL answers every field', async () => {
    const other = await newWorkspace(database, { timeZone: ZONE });
    await ingest(database, other, journeys.map(unitOf));
    const about = { source: 'A survey', publishedOn: '2026-01-15', metric: 'stepRate', stage: 'SQL' };
    const ours = await addBenchmark(database, other, {
      ...about,
      value: '0.3',
      definition: 'Step rate within 30 days',
    });
    const theirs = await addBenchmark(database, other, { ...about, value: '0.4', definition: 'SQL / MQL, monthly' });
    const key = `Bearer ${await createApiKey(database, other, { name: 'test', scopes: ['reports:read'] })}`;
    const question = (more: string, fields: string) =>
      askingOf(database)(
        `{ diagnosis(input: { period: { grain: MONTH, containing: "2026-05-17" }, asOf: "2026-07-15T00:00:00Z", ${more} }) { ${fields} } }`,
        key,
      );
    const { data, errors } = await question(
      '',
      `period { start } baseline { start end } conversionWindow watchedUntil attributes tested quiet summary
       stageVersions { key } statistics { paths }
       findings { metric step { from { key } to { key } } trouble team attribute value comparison benchmark { id source }
         period { value low high } baseline { numerator denominator } difference { value low high } z p adjustedP leadsLost
         since { at { start end } from { start } to { start } } redefined { version } main reading
         splits { attribute change mixEffect rateEffect groups { value mixEffect rateEffect } } }
       improvements { main } steps { metric step { to { key } } difference { value } splits { change } }
       thin { reason needed reading comparison } benchmarksLeftOut { benchmark { id } reason }`,
    );
    expect(errors).toEqual([]);
    const told = data!.diagnosis as Record<string, unknown> & { findings: Record<string, unknown>[] };
    expect(told).toMatchObject({
      baseline: { start: '2026-02-01', end: '2026-05-01' },
      conversionWindow: 2_592_000,
      watchedUntil: '2026-06-15T00:00:00.000Z',
      attributes: ['source', 'leadType'],
      quiet: false,
      benchmarksLeftOut: [{ benchmark: { id: String(theirs) } }],
    });
    expect(told.findings).toContainEqual(
      expect.objectContaining({
        metric: 'STEP_RATE',
        attribute: 'source',
        value: 'ads',
        comparison: 'BASELINE',
        main: true,
      }),
    );
    expect(told.findings).toContainEqual(
      expect.objectContaining({
        comparison: 'BENCHMARK',
        benchmark: { id: String(ours), source: 'A survey' },
        since: null,
      }),
    );

    const refused = await question(`benchmarks: ["${theirs}"]`, 'quiet');
    expect(refused.errors).toMatchObject([
      { code: 'BENCHMARK_NOT_COMPARABLE', message: expect.stringContaining('record it with') },
    ]);
    expect((await question('baselinePeriods: 0', 'quiet')).errors[0]?.code).toBe('INVALID_BASELINE');
    expect((await question('conversionWindow: "PT0H"', 'quiet')).errors).toHaveLength(1);
    expect((await question('by: ["sorce"]', 'quiet')).errors[0]?.code).toBe('UNKNOWN_ATTRIBUTE');
  });

  test('the command line tells it in sentences, as CSV and as JSON', async () => {
    const printed = async (...argv: string[]) => {
      const output = new PassThrough();
      const command = reportCommand({
        withWorkspace: (_, work) => work(database, { id, name: 'Acme' }),
        output,
        environment: {},
      });
      const common = ['--period', '2026-05', '--as-of', '2026-07-15T00:00:00Z'];
      await command.parseAsync(['diagnosis', ...common, ...argv], { from: 'user' });
      return String(output.read());
    };
    const knownAt = new Date((await ask({ by: [] })).knownAt).toISOString();
    const text = await printed('--width', '90', '--known-at', knownAt);
    expect(text.split('\n').every((line) => line.length <= 90)).toBe(true);
    expect(text).toMatch(
      /^Diagnosis · Acme\n2026-05-01 – 2026-06-01 \(2026-06-01 excluded\) · as of 2026-07-15T00:00:00Z\n/,
    );
    expect(text).toContain('Too thin to judge');
    const [header, ...rows] = (await printed('--format', 'csv', '--by', 'source')).trimEnd().split('\n');
    expect(header).toMatch(
      /^row,metric,from_stage,to_stage,trouble,team,attribute,value,comparison,benchmark,period_rate,/,
    );
    expect(rows.some((row) => row.startsWith('thin,stepRate,SQL,QSO,SALES_QUALIFICATION,SALES,,,BASELINE,,'))).toBe(
      true,
    );
    const json = JSON.parse(
      await printed('--format', 'json', '--baseline', '2', '--window', '72h', '--benchmarks', 'none'),
    );
    expect(json).toMatchObject({
      report: 'diagnosis',
      question: { baselinePeriods: 2, conversionWindow: 72 * HOUR, benchmarks: [] },
      baseline: { start: '2026-03-01', end: '2026-05-01' },
      watchedUntil: '2026-07-12T00:00:00.000Z',
      steps: [{ step: { from: 'LEAD', to: 'MQL' } }, {}, {}, {}],
    });
  });
});
