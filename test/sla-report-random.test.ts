/* The SLA report of random handoffs, against core's functions applied to each in memory; on every path. */
import {
  addBusinessTime,
  type BusinessCalendar,
  businessTimeBetween,
  type Instant,
  InvalidInput,
  type ProposedTarget,
  parseSlaDuration,
  type SlaClockFigures,
  type SlaFigures,
  type SlaPolicy,
  type SlaQuestion,
  type SlaTarget,
  sla,
  slaStatus,
  versionInForce,
} from '@leadstage/core';
import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../packages/api/src/commands/ingest-input.js';
import { setBusinessCalendar } from '../packages/api/src/commands/set-business-calendar.js';
import { setSlaPolicy } from '../packages/api/src/commands/set-sla-policy.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { sql } from '../packages/api/src/query/sql.js';
import { clockOf } from '../packages/api/src/sla/holidays.js';
import { type Judgement, judge } from '../packages/api/src/sla/judge.js';
import { slaOf } from '../packages/api/src/sla/load-sla.js';
import { newWorkspace, openTestDatabase } from './support/database.js';
import { handOver } from './support/sla.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 25);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-20T00:00Z');
const DAYS = 21;
const BANDS = [HOUR, 24 * HOUR];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

interface Passage {
  readonly openedAt: Instant;
  readonly respondedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly into: 'SQL' | 'CUSTOMER' | 'LEAD';
  readonly source: string | null;
}

/** Often on the hour, where working hours begin and end. */
const anyInstant = fc
  .tuple(fc.nat(DAYS * 24 - 1), fc.oneof(fc.constant(0), fc.nat(HOUR - 1)))
  .map(([hours, rest]) => START + hours * HOUR + rest);
const anyWait = fc.oneof(fc.constantFrom(HOUR, 8 * HOUR, DAY, 2 * DAY), fc.nat(6 * DAY));
const anyPassage: fc.Arbitrary<Passage> = fc
  .record({
    openedAt: anyInstant,
    response: fc.option(anyWait, { freq: 3 }),
    decision: fc.option(anyWait, { freq: 2 }),
    into: fc.constantFrom('SQL', 'CUSTOMER', 'LEAD'),
    source: fc.constantFrom('web', 'fair', null),
  })
  .map(({ openedAt, response, decision, ...rest }) => ({
    openedAt,
    respondedAt: response === null ? null : openedAt + response,
    decidedAt: decision === null ? null : openedAt + decision,
    ...rest,
  }));

const anyTarget: fc.Arbitrary<ProposedTarget> = fc.oneof(
  fc.record({ clock: fc.constant('CALENDAR' as const), within: fc.constantFrom('PT1H', 'P1D', 'P2D', 'PT90M') }),
  fc.record({ clock: fc.constant('BUSINESS' as const), within: fc.constantFrom('PT1H', 'PT8H', 'PT16H', 'PT45M') }),
);
const anyTerms = fc
  .record({
    filter: fc.constantFrom({}, {}, { source: { in: ['web', null] } }, { source: { notIn: ['web'] } }),
    firstResponse: fc.option(anyTarget, { nil: undefined, freq: 4 }),
    decision: fc.option(anyTarget, { nil: undefined, freq: 4 }),
  })
  .filter(({ firstResponse, decision }) => firstResponse !== undefined || decision !== undefined);

const anyHours = fc.constantFrom(
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  [1, 3].flatMap((weekday) => [
    { weekday, from: '08:00', to: '12:00' },
    { weekday, from: '12:00', to: '15:30' },
    { weekday, from: '22:00', to: '24:00' },
  ]),
  [7].map((weekday) => ({ weekday, from: '01:00', to: '04:00' })),
);
const anyWorkspace = fc.record({
  passages: fc.array(anyPassage, { minLength: 1, maxLength: 25 }),
  policies: fc.array(anyTerms, { maxLength: 2 }),
  proposals: fc.array(anyTerms, { minLength: 1, maxLength: 2 }),
  hours: fc.tuple(anyHours, anyHours),
  country: fc.constantFrom(null, 'DE', 'IS'),
  changedAt: anyInstant,
  asOf: fc.oneof(anyInstant, fc.constant(START + 60 * DAY)),
});

test('equals what each handoff comes to in memory', { timeout: 600_000 }, async () => {
  const paths = new Set<string>();
  const property = fc.asyncProperty(anyWorkspace, async ({ asOf, proposals, ...workspace }) => {
    const id = await workspaceOf(workspace);
    const question: SlaQuestion = {
      period: { start: '2026-03-22', end: '2026-04-07' },
      ...{ grain: 'WEEK', by: ['source'], asOf, replay: proposals },
    };
    const answer = await runReport(database, id, sla, question);
    for (const path of answer.statistics.sources) paths.add(path);
    const cases = await casesOf(id, workspace.passages, proposals, asOf);
    const expectCell = (figures: SlaFigures, keep: (passage: Passage) => boolean) =>
      expectSame(told(figures), expected(cases.filter(({ passage }) => keep(passage))));
    const within = ({ start, end }: { start: string; end: string }, { openedAt }: Passage) =>
      openedAt >= Date.parse(start) && openedAt < Date.parse(end) && openedAt <= asOf;

    expectCell(answer.total, (passage) => within(answer.period, passage));
    for (const { period, figures } of answer.series) expectCell(figures, (passage) => within(period, passage));
    for (const { keys, figures, series } of answer.groups) {
      expectCell(figures, (passage) => within(answer.period, passage) && passage.source === keys[0]);
      for (const { period, figures: point } of series) {
        expectCell(point, (passage) => within(period, passage) && passage.source === keys[0]);
      }
    }
    const sources = new Set(
      cases.filter(({ passage }) => within(answer.period, passage)).map((each) => each.passage.source),
    );
    expect(new Set(answer.groups.map(({ keys }) => keys[0]))).toEqual(sources);

    for (const parts of [answer.series, answer.groups]) {
      expect(
        added(
          parts.map(({ figures }) => countsOf(figures)),
          countsOf(answer.total).length,
        ),
      ).toEqual(countsOf(answer.total));
    }
    expect((await recordedThen(id, question)).total).toEqual(answer.total);
  });
  await fc.assert(property, { numRuns: RUNS });
  expect(paths).toContain('FACT');
  expect(paths).toContain('RECORD');
});

test('a replay with the terms of the policies in force gives what they give', { timeout: 600_000 }, async () => {
  let judged = 0;
  const property = fc.asyncProperty(anyWorkspace, async ({ asOf, ...workspace }) => {
    fc.pre(workspace.policies.length > 0);
    const id = await workspaceOf(workspace);
    const period = { start: '2026-03-20', end: '2026-05-01' };
    const { total, groups } = await runReport(database, id, sla, {
      ...{ period, by: ['source'], asOf, replay: workspace.policies },
    });
    for (const figures of [total, ...groups.map((group) => group.figures)]) {
      const { firstResponse, decision, wasted, neverWorked, replay } = figures;
      expect(replay).toEqual({ firstResponse, decision, wasted, neverWorked });
      judged += firstResponse.met + firstResponse.breached + decision.overdue;
    }
  });
  await fc.assert(property, { numRuns: RUNS });
  expect(judged).toBeGreaterThan(0);
});

async function workspaceOf({
  passages,
  policies,
  hours,
  country,
  changedAt,
}: Pick<
  typeof anyWorkspace extends fc.Arbitrary<infer W> ? W : never,
  'passages' | 'policies' | 'hours' | 'country' | 'changedAt'
>) {
  const id = await newWorkspace(database);
  const calendar = { key: 'OFFICE', name: 'Office', timeZone: 'Europe/Berlin', country, effectiveFrom: 0 };
  await setBusinessCalendar(database, id, { ...calendar, hours: hours[0] });
  await setBusinessCalendar(database, id, { ...calendar, hours: hours[1], effectiveFrom: changedAt });
  for (const [index, { filter, firstResponse, decision }] of policies.entries()) {
    await setSlaPolicy(database, id, {
      ...{ key: `P${index}`, name: 'Policy', effectiveFrom: 0, calendar: 'OFFICE', filter },
      ...{ firstResponseWithin: firstResponse ?? null, decisionWithin: decision ?? null },
    });
  }
  const { outcomes } = await ingest(database, id, passages.map(unitOf));
  expect(outcomes.flatMap(({ problems }) => problems)).toEqual([]);
  return id;
}

function unitOf({ openedAt, respondedAt, decidedAt, into, source }: Passage, index: number): IngestUnit {
  const lead = `l${index}`;
  const { transitions = [], ...unit } = handOver(lead, openedAt, { source });
  const decision = { externalId: `${lead}/decision`, lead, to: into, occurredAt: decidedAt ?? 0 };
  return {
    ...unit,
    transitions: [
      ...transitions,
      ...(decidedAt === null
        ? []
        : [into === 'LEAD' ? { ...decision, kind: 'REJECTED' as const, reason: 'no' } : decision]),
    ],
    ...(respondedAt === null
      ? {}
      : { activities: [{ externalId: `${lead}/call`, lead, type: 'CALL' as const, occurredAt: respondedAt }] }),
  };
}

/** The same question once something else has been recorded, so that the record must answer as it was known. */
async function recordedThen(id: string, question: SlaQuestion) {
  const [clock] = await inWorkspace(database, id, (transaction) =>
    transaction.query<{ at: number }>(
      sql`SELECT last_recorded_at AS at FROM workspace_clock WHERE workspace_id = ${id}::uuid`,
    ),
  );
  await ingest(database, id, [
    handOver('another', START + 5 * DAY),
    { activities: [{ externalId: 'x', lead: 'l0', type: 'CALL', occurredAt: START }] },
  ]);
  await setSlaPolicy(database, id, {
    key: 'P0',
    name: 'Corrected',
    effectiveFrom: 0,
    decisionWithin: { within: 'PT5M', clock: 'CALENDAR' },
  });
  const answer = await runReport(database, id, sla, { ...question, knownAt: clock!.at });
  expect(answer.statistics.sources).toEqual(['RECORD']);
  return answer;
}

interface OnClock {
  readonly status: 'MET' | 'BREACHED' | 'OVERDUE' | 'PENDING';
  readonly duration: number;
  readonly target: number;
}

interface Case {
  readonly passage: Passage;
  readonly firstResponse: OnClock | null;
  readonly decision: OnClock | null;
  readonly replay: { readonly firstResponse: OnClock | null; readonly decision: OnClock | null };
  readonly response: number | null;
  readonly came: string | null;
}

async function casesOf(
  id: string,
  passages: readonly Passage[],
  proposals: NonNullable<SlaQuestion['replay']>,
  asOf: Instant,
): Promise<Case[]> {
  const { policies, calendars } = await slaOf(database, id);
  const by = (instant: Instant | null) => (instant !== null && instant <= asOf ? instant : null);
  return passages.map((passage) => {
    const { openedAt, source } = passage;
    const decidedAt = by(passage.decidedAt);
    // What is done after the decision is no response on this handoff.
    const worked =
      passage.decidedAt !== null && (passage.respondedAt ?? 0) > passage.decidedAt ? null : passage.respondedAt;
    const respondedAt = by(worked) ?? decidedAt;
    const calendar = versionInForce(calendars, 1, openedAt) as BusinessCalendar;
    const onClock = (
      target: Pick<SlaTarget, 'clock' | 'milliseconds'> | null,
      dueAt: Instant | null,
      done: Instant | null,
    ) => (target && dueAt !== null ? statusOf(target, dueAt, { openedAt, done, asOf, calendar }) : null);
    const { policyId, responseDueAt, decisionDueAt }: Judgement = judge({ policies, calendars }, openedAt, { source });
    const policy = policies.find((each) => each.id === policyId) as SlaPolicy | undefined;
    const proposal = proposals.find(({ filter }) => {
      const { in: included, notIn } = filter?.source ?? {};
      return (!included || included.includes(source)) && !notIn?.includes(source);
    });
    const proposed = (target: ProposedTarget | undefined, done: Instant | null) => {
      if (!target) return null;
      const milliseconds = parseSlaDuration(target.within, target.clock, []);
      return onClock(
        { clock: target.clock, milliseconds },
        dueOf({ ...target, milliseconds }, openedAt, calendar),
        done,
      );
    };
    return {
      passage,
      firstResponse: onClock(policy?.firstResponse ?? null, responseDueAt, respondedAt),
      decision: onClock(policy?.decision ?? null, decisionDueAt, decidedAt),
      replay: {
        firstResponse: proposed(proposal?.firstResponse, respondedAt),
        decision: proposed(proposal?.decision, decidedAt),
      },
      response: respondedAt === null ? null : respondedAt - openedAt,
      came: decidedAt === null ? null : passage.into,
    };
  });
}

function dueOf(
  { clock, milliseconds }: Pick<SlaTarget, 'clock' | 'milliseconds'>,
  openedAt: Instant,
  calendar: BusinessCalendar,
) {
  try {
    return clock === 'CALENDAR' ? openedAt + milliseconds : addBusinessTime(clockOf(calendar), openedAt, milliseconds);
  } catch (error) {
    if (error instanceof InvalidInput) return null;
    throw error;
  }
}

function statusOf(
  { clock, milliseconds }: Pick<SlaTarget, 'clock' | 'milliseconds'>,
  dueAt: Instant,
  {
    openedAt,
    done,
    asOf,
    calendar,
  }: { openedAt: Instant; done: Instant | null; asOf: Instant; calendar: BusinessCalendar },
): OnClock {
  const ended = done ?? asOf;
  const duration = clock === 'CALENDAR' ? ended - openedAt : businessTimeBetween(clockOf(calendar), openedAt, ended);
  return { status: slaStatus(done, dueAt, asOf), duration, target: milliseconds };
}

type Told = ReturnType<typeof told>;

/** The figures with their sums in place of their means. */
function told({ handoffs, firstResponse, decision, wasted, neverWorked, outcomes, replay }: SlaFigures) {
  return {
    ...{ handoffs, wasted, neverWorked },
    clocks: [firstResponse, decision, replay!.firstResponse, replay!.decision].map(clock),
    replayed: [replay!.wasted, replay!.neverWorked],
    outcomes: outcomes.map((each) => [each.handoffs, each.sqlRate.numerator, each.customerRate.numerator]),
  };
}

function clock({ met, breached, overdue, pending, meanDuration, meanRatio }: SlaClockFigures) {
  return { met, breached, overdue, pending, meanDuration, meanRatio };
}

function expected(cases: readonly Case[]): Told {
  const [response, decision, response2, decision2] = [
    cases.map((each) => each.firstResponse),
    cases.map((each) => each.decision),
    cases.map((each) => each.replay.firstResponse),
    cases.map((each) => each.replay.decision),
  ].map(clockOfCases) as [Clock, Clock, Clock, Clock];
  return {
    handoffs: cases.length,
    wasted: response.breached + response.overdue,
    neverWorked: response.overdue,
    clocks: [response, decision, response2, decision2],
    replayed: [response2.breached + response2.overdue, response2.overdue],
    outcomes: [
      ...BANDS.map(
        (upper, index) => (took: number | null) => took !== null && took <= upper && took > (BANDS[index - 1] ?? -1),
      ),
      (took: number | null) => took !== null && took > 24 * HOUR,
      (took: number | null) => took === null,
    ].map((isIn) => {
      const inBand = cases.filter(({ response: took }) => isIn(took));
      const came = (...stages: string[]) => inBand.filter((each) => stages.includes(each.came ?? '')).length;
      return [inBand.length, came('SQL', 'CUSTOMER'), came('CUSTOMER')];
    }),
  };
}

type Clock = ReturnType<typeof clock>;

function clockOfCases(cases: readonly (OnClock | null)[]): Clock {
  const withTarget = cases.filter((each) => each !== null);
  const timed = withTarget.filter(({ status }) => status !== 'PENDING');
  const count = (status: OnClock['status']) => withTarget.filter((each) => each.status === status).length;
  const mean = (of: (each: OnClock) => number) =>
    timed.length === 0 ? null : timed.reduce((sum, each) => sum + of(each), 0) / timed.length;
  return {
    ...{ met: count('MET'), breached: count('BREACHED'), overdue: count('OVERDUE'), pending: count('PENDING') },
    meanDuration: mean(({ duration }) => duration / 1_000),
    meanRatio: mean(({ duration, target }) => duration / target),
  };
}

/** Means may differ by the order in which doubles were added, counts not at all. */
function expectSame(actual: Told, wanted: Told): void {
  const counts = (figures: Told) => ({ ...figures, clocks: figures.clocks.map((each) => ({ ...each, ...NO_MEANS })) });
  expect(counts(actual)).toEqual(counts(wanted));
  const means = ({ clocks }: Told) => clocks.flatMap(({ meanDuration, meanRatio }) => [meanDuration, meanRatio]);
  for (const [index, mean] of means(wanted).entries()) {
    const told = means(actual)[index] as number | null;
    if (mean === null || told === null) expect(told).toBe(mean);
    else expect(Math.abs(told - mean)).toBeLessThanOrEqual(1e-12 * Math.abs(mean));
  }
}

const NO_MEANS = { meanDuration: null, meanRatio: null };

function countsOf({ handoffs, firstResponse, decision, wasted, neverWorked, outcomes, replay }: SlaFigures): number[] {
  const ofClock = ({ met, breached, overdue, pending, complianceRate }: SlaClockFigures) => [
    ...[met, breached, overdue, pending, complianceRate.numerator, complianceRate.denominator],
  ];
  return [
    ...[handoffs, wasted, neverWorked, ...ofClock(firstResponse), ...ofClock(decision)],
    ...[replay!.wasted, replay!.neverWorked, ...ofClock(replay!.firstResponse), ...ofClock(replay!.decision)],
    ...outcomes.flatMap((each) => [each.handoffs, each.sqlRate.numerator, each.customerRate.numerator]),
  ];
}

function added(parts: readonly number[][], length: number): number[] {
  return Array.from({ length }, (_, index) => parts.reduce((sum, part) => sum + (part[index] ?? 0), 0));
}
