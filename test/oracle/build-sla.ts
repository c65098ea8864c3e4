import type { Instant, LeadFilter } from '../../packages/core/src/question.js';
import { DAY_MS, dateOfSketch, FIRST_RECORDED, instantOf, recordedAtOf } from './build-times.js';
import { addDays } from './calendar.js';
import type { CalendarVersion, GoalVersion, History, PolicyVersion, Target } from './model.js';
import type { HistorySketch } from './sketch.js';
import { VALUES } from './sketch-parts.js';
import type { CalendarSketch, GoalSketch, PolicySketch, TargetSketch } from './sketch-sla.js';

type Definitions = Required<Pick<History, 'calendars' | 'policies' | 'goals'>>;

/** Calendars, policies and goals, recorded half a day before the first batch, or some hours after one, a minute apart. */
export function definitionsOf(sketch: HistorySketch): Definitions {
  const { calendars, policies, goals } = sketch.sla;
  const all = [
    ...calendars.map((item) => ({ kind: 'calendar' as const, item })),
    ...policies.map((item) => ({ kind: 'policy' as const, item })),
    ...goals.map((item) => ({ kind: 'goal' as const, item })),
  ];
  const inOrder = all
    .map((each, index) => ({ ...each, recordedAt: recordedOf(sketch, each.item.recorded, index) }))
    .sort((a, b) => a.recordedAt - b.recordedAt);
  const found = { calendars: [] as CalendarVersion[], policies: [] as PolicyVersion[], goals: [] as GoalVersion[] };
  for (const { kind, item, recordedAt } of inOrder) {
    if (kind === 'calendar') {
      // The first is the one that is taken where none is named: it has always been there.
      const isFirst = found.calendars.length === 0;
      found.calendars.push({ ...calendarOf(sketch, item, recordedAt), ...(isFirst ? { effectiveFrom: 0 } : {}) });
    } else if (kind === 'policy') found.policies.push(...policyOf(sketch, item, recordedAt, found));
    else found.goals.push(goalOf(sketch, item, recordedAt));
  }
  return found;
}

/** Commands stand 13 h after a batch, with ten minutes at most. */
function recordedOf(sketch: HistorySketch, recorded: number | undefined, index: number): Instant {
  if (recorded === undefined) return FIRST_RECORDED - DAY_MS / 2 + index * 60_000;
  return recordedAtOf(Math.min(recorded, sketch.batchCount - 1)) + 15 * 3_600_000 + index * 60_000;
}

function calendarOf(
  sketch: HistorySketch,
  { key, timeZone, weekdays, hours, days, since }: CalendarSketch,
  recordedAt: Instant,
): CalendarVersion {
  const dates = new Map(days.map((day) => [dateOfSketch(sketch, day), day.hours]));
  return {
    key: `CALENDAR_${key}`,
    timeZone,
    hours: [...weekdays].flatMap((weekday) => hours.map((stretch) => ({ weekday, ...stretch }))),
    days: [...dates].map(([date, own]) => ({ date, hours: own })),
    effectiveFrom: since === undefined ? 0 : Math.max(0, instantOf(sketch, since)),
    recordedAt,
  };
}

/** None where it would retire what is not there. */
function policyOf(
  sketch: HistorySketch,
  policy: PolicySketch,
  recordedAt: Instant,
  known: Definitions,
): PolicyVersion[] {
  const key = `POLICY_${policy.key}`;
  const versions = known.policies.filter((version) => version.key === key);
  const since = policy.since === undefined ? 0 : Math.max(0, instantOf(sketch, policy.since));
  if (policy.retired) {
    const last = versions.at(-1);
    if (!last || versions.some((version) => version.retired)) return [];
    const effectiveFrom = Math.max(since, ...versions.map((version) => version.effectiveFrom));
    return [{ ...last, retired: true, effectiveFrom, recordedAt }];
  }
  const begins = new Map<string, Instant>();
  for (const { key: calendar, effectiveFrom } of known.calendars) {
    begins.set(calendar, Math.min(effectiveFrom, begins.get(calendar) ?? effectiveFrom));
  }
  const calendars = [...begins];
  const [calendar, begin] = calendars[policy.calendar % Math.max(1, calendars.length)] ?? [null, 0];
  const target = (given: TargetSketch | undefined): Target | null =>
    given ? { clock: calendar === null ? 'CALENDAR' : given.clock, ms: given.ms } : null;
  const response = target(policy.response);
  const decision = target(policy.decision);
  if (!response && !decision) return [];
  const isBusiness = [response, decision].some((each) => each?.clock === 'BUSINESS');
  return [
    {
      key,
      position: policy.position,
      filter: filterOf(policy.filter),
      response,
      decision,
      calendar: isBusiness ? calendar : null,
      // A policy cannot begin before its calendar.
      effectiveFrom: isBusiness ? Math.max(since, begin) : since,
      recordedAt,
      retired: false,
    },
  ];
}

export function filterOf(condition: PolicySketch['filter']): LeadFilter {
  if (!condition) return {};
  const known = VALUES[condition.attribute] ?? [];
  return { [condition.attribute]: { [condition.mode]: condition.values.map((index) => known[index] ?? null) } };
}

function goalOf(sketch: HistorySketch, goal: GoalSketch, recordedAt: Instant): GoalVersion {
  const start = dateOfSketch(sketch, goal.start);
  const period = { start, end: addDays(start, goal.days) };
  const { stage, target, retired } = goal;
  return { key: `GOAL_${goal.key}`, stage, period, target, filter: filterOf(goal.filter), retired, recordedAt };
}
