/* Velocity from SQL against velocity by its definition, computed in memory: both clocks, every figure, now and as it was known. */
import { type TimeInStage, type VelocityFigures, type VelocityQuestion, velocity } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { mergeLeads } from '../packages/api/src/commands/merge-leads.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { voidTransition } from '../packages/api/src/commands/void-transition.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import type { CalendarInput } from '../packages/api/src/sla/check-calendar.js';
import { describeDatabase, newWorkspace, openTestDatabase } from './support/database.js';
import * as told from './support/told-velocity.js';

/** More with LEADSTAGE_PROPERTY_RUNS=1000; each run is a workspace and a dozen questions. */
const RUNS = Math.ceil(Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 60) / 4);

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const PERIOD = { start: '2026-01-05', end: '2026-01-26' };
const [FROM, UNTIL] = [START + 4 * DAY, START + 25 * DAY];
const SOURCES = ['ads', 'web', 'fair'];
const LEADS = Array.from({ length: 9 }, (_, index) => `lead ${index}`);

/** Few instants, so that many coincide, among them the ends of the period and some within a second. */
const instant = fc.noBias(
  fc.oneof(
    fc.nat(30 * 8).map((eighths) => START + (eighths * DAY) / 8),
    fc.nat(30 * DAY).map((milliseconds) => START + milliseconds),
  ),
);
const lead = fc.constantFrom(...LEADS);
const step = fc.record({ to: fc.constantFrom(...told.LADDER, 'MQL', 'MQL', null), at: instant });
const someSteps = fc.array(step, { minLength: 1, maxLength: 6, size: 'max' });
/** A lead that climbs stage by stage in time; others go where they will, and some nowhere. */
const climb = fc
  .record({ first: fc.nat(2), instants: fc.array(instant, { minLength: 2, maxLength: 4, size: 'max' }) })
  .map(({ first, instants }) =>
    instants.sort((x, y) => x - y).map((at, index) => ({ to: told.LADDER[first + index]!, at })),
  );
const steps = fc.oneof({ weight: 4, arbitrary: climb }, { weight: 3, arbitrary: someSteps }, fc.constant([]));
const unit = fc.record({ lead, source: fc.constantFrom(...SOURCES), createdAt: instant, steps });
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ units: fc.array(unit, { minLength: 2, maxLength: 6, size: 'max' }) }) },
  { weight: 3, arbitrary: fc.record({ merged: lead, into: lead }) },
  { weight: 2, arbitrary: fc.record({ voided: fc.nat() }) },
);

const hours = fc
  .array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.integer({ min: 0, max: 22 }),
      length: fc.integer({ min: 1, max: 10 }),
    }),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((list) => {
    const two = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
    const byWeekday = new Map(list.map((each) => [each.weekday, each]));
    return [...byWeekday.values()].map(({ weekday, from, length }) => ({
      weekday,
      from: two(from),
      to: two(Math.min(24, from + length)),
    }));
  });
const calendar = fc
  .array(fc.record({ hours, timeZone: fc.constantFrom('UTC', 'Asia/Kolkata'), effectiveFrom: instant }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((versions) =>
    [...new Map(versions.map((each) => [each.effectiveFrom, each])).values()].map(
      (each): CalendarInput => ({ ...each, key: 'OFFICE', name: 'Office' }),
    ),
  );

const question = fc.record({
  asOf: fc.oneof(fc.constant(START + 60 * DAY), instant),
  /** After so many commands; now, where there were fewer. */
  knownAfter: fc.noBias(fc.nat(10)),
  business: fc.boolean(),
  basis: fc.constantFrom('FROM' as const, 'TO' as const),
  ends: fc.constantFrom(['CONTACT', 'MQL'], ['LEAD', 'MQL'], ['MQL', 'SQL'], ['CONTACT', 'CUSTOMER']),
  grouped: fc.boolean(),
  only: fc.option(fc.constantFrom(...SOURCES), { nil: undefined }),
});

test(`velocity is what was told, ${describeDatabase()}`, async () => {
  const seen = { sources: new Set<string>(), open: 0, ended: 0, durations: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 3, maxLength: 10, size: 'max' }),
      calendar,
      fc.array(question, { minLength: 8, maxLength: 12 }),
      async (commands, versions, questions) => {
        const id = await newWorkspace(database);
        for (const version of versions) await setBusinessCalendar(database, id, version);
        const { history, instants } = await carryOut(id, commands);
        for (const { asOf, knownAfter, business, basis, ends, grouped, only } of questions) {
          const knownAt = instants[knownAfter];
          const asked: VelocityQuestion = {
            ...{ period: PERIOD, grain: 'WEEK', asOf, knownAt, basis, from: ends[0], to: ends[1] },
            timeInStage: ['CONTACT', 'MQL', 'CUSTOMER'],
            ...(business ? { clock: 'BUSINESS' } : {}),
            ...(grouped ? { by: ['source'] } : {}),
            ...(only === undefined ? {} : { filter: { source: { in: [only] } } }),
          };
          const answer = await runReport(database, id, velocity, asked);
          const people = told.peopleOf(history, knownAt ?? Number.MAX_SAFE_INTEGER);
          const expected = expectedOf(people, asked, business ? versions : null);
          const weeks = answer.series.map(({ period }) => Date.parse(period.start));
          const inWeek = (at: number, week: number) => at >= weeks[week]! && at < (weeks[week + 1] ?? UNTIL);
          const message = JSON.stringify(asked);
          expect(shown(answer.total), message).toEqual(
            expected(
              (source) => !only || source === only,
              () => true,
            ),
          );
          answer.series.forEach(({ figures }, week) => {
            expect(shown(figures), message).toEqual(
              expected(
                (source) => !only || source === only,
                (at) => inWeek(at, week),
              ),
            );
          });
          for (const { keys, figures, series } of answer.groups) {
            expect(shown(figures), message).toEqual(
              expected(
                (source) => source === keys[0],
                () => true,
              ),
            );
            expect(series.map((point) => point.figures.count).reduce((sum, each) => sum + each, 0)).toBe(figures.count);
          }
          if (grouped)
            expectSums(
              answer.total,
              answer.groups.map(({ figures }) => figures),
            );
          expectSums(
            answer.total,
            answer.series.map(({ figures }) => figures),
          );
          for (const source of answer.statistics.sources) seen.sources.add(source);
          seen.durations += answer.total.count;
          for (const stay of answer.total.timeInStage) {
            seen.open += stay.open;
            seen.ended += stay.ended;
          }
        }
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect([...seen.sources].sort()).toEqual(['FACT', 'RECORD']);
  expect(Math.min(seen.open, seen.ended, seen.durations)).toBeGreaterThan(0);
}, 3_600_000);

type Command = Parameters<typeof carryOut>[1][number];
async function carryOut(
  id: string,
  commands: readonly (
    | {
        units: readonly {
          lead: string;
          source: string;
          createdAt: number;
          steps: readonly { to: string | null; at: number }[];
        }[];
      }
    | { merged: string; into: string }
    | { voided: number }
  )[],
): Promise<{ history: told.Told; instants: number[] }> {
  const leads: told.Told['leads'][number][] = [];
  const transitions: told.ToldTransition[] = [];
  const merges: told.Told['merges'][number][] = [];
  const instants: number[] = [];
  for (const [position, each] of (commands as readonly Command[]).entries()) {
    if ('units' in each) {
      // A lead's attributes are told once, at its creation.
      const fresh = each.units.filter(
        ({ lead: name }, index) => each.units.findIndex((other) => other.lead === name) === index,
      );
      const units = fresh.map(({ lead: name, source, createdAt, steps }, index) => ({
        lead: leads.some((known) => known.id === name) ? { externalId: name } : { externalId: name, source, createdAt },
        transitions: steps.map(({ to, at }, number) => ({
          ...{ externalId: `${position}/${index}/${number}`, lead: name, to, occurredAt: at },
          ...(to === null ? { reason: 'no need' } : {}),
        })),
      }));
      const { recordedAt, outcomes } = await ingest(database, id, units);
      expect(outcomes.filter(({ status }) => status === 'REJECTED')).toEqual([]);
      if (recordedAt === null) continue;
      instants.push(recordedAt);
      for (const { lead: name, source, createdAt } of fresh) {
        if (!leads.some((known) => known.id === name)) leads.push({ id: name, source, createdAt, recordedAt });
      }
      for (const { externalId, lead: name, to, occurredAt } of units.flatMap((made) => made.transitions)) {
        transitions.push({
          id: externalId,
          lead: name,
          to,
          at: occurredAt,
          recordedAt,
          voidedAt: Number.POSITIVE_INFINITY,
        });
      }
    } else if ('merged' in each) {
      const known = (name: string) => leads.some((lead) => lead.id === name);
      if (!known(each.merged) || !known(each.into)) continue;
      const merge = { lead: { externalId: each.merged }, into: { externalId: each.into } };
      const done = await mergeLeads(database, id, merge).catch(() => null);
      if (done === null) continue;
      instants.push(done.recordedAt);
      merges.push({ lead: each.merged, into: each.into, recordedAt: done.recordedAt });
    } else {
      const index = transitions.length === 0 ? -1 : each.voided % transitions.length;
      const transition = transitions[index];
      if (!transition || transition.voidedAt !== Number.POSITIVE_INFINITY) continue;
      const voidedAt = await voidTransition(database, id, { externalId: transition.id, reason: 'test' });
      instants.push(voidedAt);
      transitions[index] = { ...transition, voidedAt };
    }
  }
  return { history: { leads, transitions, merges }, instants };
}

/** The figures by the definition, in one cell: leads of some sources, and entries at some instants. */
function expectedOf(
  people: readonly told.ToldPerson[],
  asked: VelocityQuestion,
  versions: readonly CalendarInput[] | null,
) {
  const asOf = asked.asOf!;
  const between = (from: number, to: number) => (versions ? told.workedBetween(versions, from, to) : to - from);
  return (ofSource: (source: string) => boolean, inCell: (at: number) => boolean) => {
    const counts = (source: string, at: number) => ofSource(source) && at >= FROM && at < UNTIL && inCell(at);
    const durations = told
      .durationsOf(people, asked.from!, asked.to!, asOf)
      .filter(({ source, start, end }) => counts(source, asked.basis === 'FROM' ? start : end))
      .map(({ start, end }) => between(start, end));
    const mean = (values: readonly number[]) =>
      values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;
    const rounded = (milliseconds: number | null) => seconds(milliseconds === null ? null : milliseconds / 1000);
    return {
      count: durations.length,
      mean: rounded(mean(durations)),
      quantiles: [0.5, 0.75, 0.9].map((share) => rounded(told.interpolated(durations, share))),
      stays: asked.timeInStage!.map((stage) => {
        const lengths = told
          .staysOf(people, stage, asOf)
          .filter(({ source, from }) => counts(source, from))
          .map(({ from, until }) => ({ length: between(from, until ?? asOf), open: until === null }));
        const [open, ended] = [true, false].map((which) =>
          lengths.filter((each) => each.open === which).map(({ length }) => length),
        );
        return {
          stage,
          ended: ended!.length,
          open: open!.length,
          meanOfEnded: rounded(mean(ended!)),
          quantiles: [50, 75, 90].map((percent) => rounded(told.productLimit(lengths, percent))),
          openMedian: rounded(told.interpolated(open!, 0.5)),
          openLongest: rounded(open!.length === 0 ? null : Math.max(...open!)),
        };
      }),
    };
  };
}

function shown({ count, mean, median, p75, p90, timeInStage }: VelocityFigures) {
  return {
    count,
    mean: seconds(mean),
    quantiles: [median, p75, p90].map(seconds),
    stays: timeInStage.map((stay) => ({
      stage: stay.stage.key,
      ended: stay.ended,
      open: stay.open,
      meanOfEnded: seconds(stay.meanOfEnded),
      quantiles: [stay.median, stay.p75, stay.p90].map(seconds),
      openMedian: seconds(stay.openMedian),
      openLongest: seconds(stay.openLongest),
    })),
  };
}

/** To a microsecond: beyond that it is the order of floating-point operations. */
function seconds(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6 + 0;
}

/** Counts of the parts of a partition add up, class by class of the histograms. */
function expectSums(total: VelocityFigures, parts: readonly VelocityFigures[]): void {
  const sums = (of: (figures: VelocityFigures) => readonly number[]) =>
    parts.map(of).reduce(
      (sum, each) => sum.map((value, index) => value + each[index]!),
      of(total).map(() => 0),
    );
  const countsOf = ({ count, histogram, timeInStage }: VelocityFigures) => [
    ...[count, ...histogram.map((each) => each.count)],
    ...timeInStage.flatMap((stay: TimeInStage) => [
      stay.count,
      ...stay.histogram.flatMap(({ ended, open }) => [ended, open]),
    ]),
  ];
  expect(sums(countsOf)).toEqual(countsOf(total));
}
