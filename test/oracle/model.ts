/**
 * The oracle: every number of METRICS.md sections 1 to 7, computed from a recorded history by loops over leads in memory,
 * so that the SQL can be held against it. It shares types with the product and no code.
 *
 * `arbitraryHistory()` and `arbitraryQuestion(history)` (arbitrary.ts) make the inputs; each function below takes
 * `(history, question)` and returns plain arrays (`rowsOf` in answers.ts takes any question):
 *
 *     cohortFunnel      { keys, bucket, stage, reached, fromPrevious }[]
 *     throughputFunnel  { keys, bucket, stage, entered }[]
 *     unassigned        { keys, bucket, stage, unassigned }[]
 *     maturity          { keys, bucket, stage, cohort, mature, tally, beyond, projected }[]
 *     timeToReach       { keys, bucket, count, sumMs, median, p75, p90, histogram }[]
 *     timeInStage       { keys, bucket, count, ended, open, tally, median, p75, p90 }[]
 *     acceptance        { keys, bucket, handedOver, accepted, rejected, recycled, disqualified, open, reasons }[]
 *     goals             { goal, entered, attainment, pace }[]
 *     sla               { keys, bucket, judged, clock, met, breached, overdue, pending, timed, sumMs, sumRatio }[]
 *     wasted            { keys, bucket, wasted, neverWorked, wastedCost }[]
 *     responses         { keys, bucket, band, handoffs, sql, customer }[]
 *     spend             { rows: { keys, bucket, spend }[], unallocated: { bucket, spend }[], outsideFilter: same }
 *     spendByEntries    the same, spread
 *     cost              { lags: { stage, lagDays, shifts }[], rows: { stage, keys, bucket, spend, entered, cost }[],
 *                         unallocated: { stage, bucket, spend }[], outsideFilter: same }
 *     cac               { lagDays, rows: as those of cost }
 *     valueWon, pipeline { keys, bucket, leads, value }[]
 *
 * and, for `(history, { asOf, knownAt })` as well as for one lead of `fold` (log.ts, handoffs.ts):
 *
 *     logs              { lead, externalId, from, to, kind, occurredAt }[]
 *     handoffs          { lead, openedBy, openedAt, outcome, closedBy, closedAt, closedInto, reason, owner,
 *                         firstResponseAt }[]
 *
 * and for a history alone (judgements.ts):
 *
 *     judgements        { handoff, recordedAt, policy, responseDue, decisionDue }[]
 *
 * - `keys`: `[]` in rows of the total; in rows of a group one value per attribute of `by`, null for a missing one.
 *   Without `by` there are no rows of groups. `bucket`: null in rows of the whole period, else the index into
 *   `bucketsOf(period, grain, settings)` (calendar.ts), whose first and last bucket are clipped to the period.
 *   Group and bucket of a lead follow its entry into the base (COHORT), into the stage (THROUGHPUT), into the stage
 *   that `basis` names (velocity).
 * - Only rows with something in them exist: reached, entered, count > 0, spend <> 0. A missing row means 0 (no
 *   median). Rows are in no promised order.
 * - `stage` is the stage's key; stages are those of `reportLadder` (ladder.ts): the ladder in force at `asOf` as
 *   known at `knownAt`, from the base up (cost: all of them).
 * - `fromPrevious` of the base equals its `reached`.
 * - `sumMs` is a bigint of milliseconds; median, p75, p90 are seconds; `histogram[i]` counts durations in
 *   `[BOUNDS[i-1], BOUNDS[i])` seconds (velocity.ts), open at both ends: BOUNDS.length + 1 numbers.
 * - Money is a bigint of the currency's minor units (344444n = 3 444.44 EUR). `cost` is `{ numerator, denominator }`
 *   in minor units, or null. `spend` includes `unallocated` in its totals and `outsideFilter` in none. In a row of
 *   `cost` whose stage has a null lag, `spend` and `cost` are null and `entered` still stands.
 * - Tallies hold milliseconds: `[since the base, reached, out, censored]`, `[time, ended, open]`.
 *
 * Read here where METRICS.md leaves room:
 * - A first entry into `to` before the one into `from` (own stages that came later) gives a negative duration, counted.
 * - A cost entry that fails one condition of a filter is out, even where it lacks the attribute of another.
 * - A converted amount is rounded to the currency's minor unit before it accrues.
 * - A name means a stage of the ladder at the event's instant, and one outside that ladder only where none there answers.
 * - A `createdAt` given for a known lead changes nothing.
 * - Owner, account and attributes are those known at `knownAt`, whatever `asOf`.
 * - A stage that is retired is compared by its latest definition; one that is not yet in force is nowhere: a lead that
 *   stood in it comes from outside, and no kind but ENTERED follows from it. An event into either is no entry: it opens
 *   no handoff and accepts none, but closes one where its kind, given or implied, is REJECTED or RECYCLED.
 * - One event does not both close a handoff and open one: REJECTED and RECYCLED open none. Any other kind into the
 *   handoff stage from below does.
 * - Where the ladder of a day has no handoff stage, "later" is later than the stage in which the handoff opened.
 * - The created entry of a lead stands at its `createdAt`: a disqualification before that does not close its handoff.
 * - What one batch says of a lead's owner counts once, its last word, and is no assignment where it changes nothing.
 *   The first owner a lead ever gets in a batch is its owner since its `createdAt`, a later one since the batch.
 * - Of assignments of merged leads at equal (occurredAt, recordedAt), the survivor's own is in force, else that of the
 *   lead that became known last.
 * - Maturity: who reached the stage by `asOf` is not out, whatever an earlier rejection says. What was before the entry
 *   into the base counts at 0. Where an implied entry does not count, the lead goes on waiting.
 * - An account is out when those of its leads that are there by `asOf` are, since the last.
 * - Of a cost method with several windows (ROLLING, KERNEL), BY_ENTRIES spreads each by the entries of the period. Of
 *   ROLLING each window is spread by itself; of KERNEL the running total begins where the longest lag reaches.
 * - KERNEL spend is rounded on its running total over groups by name, what is in none last, and over buckets in order.
 * - With TODAY nothing is judged anew: what did not open then as it does now has no due instant, and so no target.
 * - By MQL_TIME_PLUS_SLA a stage up to MQL takes the mean time to MQL alone.
 * - A policy without calendar in force when a handoff opens, or one never used up, gives it no target.
 * - Under a version of a policy or calendar that is recorded later, each handoff that opened in its time is judged anew
 *   by what is then known of its lead; otherwise it keeps what was found when it was first known.
 * - wastedCost is null in groups by, and under a filter on, what cost entries do not carry.
 * - CAC takes the lag that the method names, and with SIMPLE or KERNEL the one observed, in whole days.
 */
import type { IngestUnit } from '../../packages/api/src/commands/ingest-input.js';
import type { Calendar, Instant, LeadFilter, LocalDate, Period } from '../../packages/core/src/question.js';
import type { Target } from './questions.js';

export type * from './questions.js';

export interface Settings extends Calendar {
  /** ISO 4217. */
  readonly currency: string;
}

export type StandardStage = 'CONTACT' | 'LEAD' | 'MQL' | 'SQL' | 'QSO' | 'CUSTOMER';

/** One version of a stage's definition; a later version of the same id replaces it from its `effectiveFrom` on. */
export interface StageDefinition {
  /** 1-16. */
  readonly id: number;
  readonly key: string;
  readonly position: number;
  readonly standard: StandardStage | null;
  readonly effectiveFrom: Instant;
  readonly recordedAt: Instant;
  readonly retired: boolean;
}

export interface RecordedBatch {
  readonly recordedAt: Instant;
  readonly units: readonly IngestUnit[];
}

export interface RecordedVoid {
  readonly recordedAt: Instant;
  readonly transitionExternalId: string;
}

/**
 * What is not sent in batches. A runner carries out each at its place in time, between the batches:
 *
 * - ASSIGN: `lead` belongs to `owner` (null: to nobody) since `occurredAt`, which may lie long before. It is recorded
 *   whether or not it changes who owns the lead now. Refused: UNKNOWN_LEAD, IN_THE_FUTURE, BEFORE_1970.
 * - MERGE: `lead` is absorbed by `into`; both ids mean the survivor from then on, here, in batches and in later
 *   commands. What the survivor lacks of source, leadType, campaign, region, account, value and own attributes is taken
 *   from the absorbed; `createdAt` is the earlier one; log, activities and assignments are one. A lead that was absorbed
 *   already stands for its survivor, on either side. Refused: UNKNOWN_LEAD, SAME_LEAD where both sides mean one lead.
 */
export type RecordedCommand =
  | {
      readonly op: 'ASSIGN';
      readonly recordedAt: Instant;
      readonly lead: string;
      readonly owner: string | null;
      readonly occurredAt: Instant;
    }
  | { readonly op: 'MERGE'; readonly recordedAt: Instant; readonly lead: string; readonly into: string };

/** A stretch of work by the wall clock, half-open, `HH:MM` to at most `24:00`. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** One version of a business calendar, in force from `effectiveFrom` until the next of its key. */
export interface CalendarVersion {
  readonly key: string;
  readonly timeZone: string;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly hours: readonly (Hours & { readonly weekday: number })[];
  /** Own dates, each once; without hours a day off. */
  readonly days: readonly { readonly date: LocalDate; readonly hours: readonly Hours[] }[];
  readonly effectiveFrom: Instant;
  readonly recordedAt: Instant;
}

/** One version of a policy, in force from `effectiveFrom` until the next of its key. */
export interface PolicyVersion {
  readonly key: string;
  /** Policies are tried in this order, those of one position as they were first recorded. */
  readonly position: number;
  readonly filter: LeadFilter;
  readonly response: Target | null;
  readonly decision: Target | null;
  /** Key of the calendar behind BUSINESS targets. */
  readonly calendar: string | null;
  readonly effectiveFrom: Instant;
  readonly recordedAt: Instant;
  /** It applies to nothing from then on; the rest is as it was before. */
  readonly retired: boolean;
}

/** One version of a goal; a later one replaces it. */
export interface GoalVersion {
  readonly key: string;
  readonly stage: string;
  readonly period: Period;
  readonly target: number;
  readonly filter: LeadFilter;
  readonly retired: boolean;
  readonly recordedAt: Instant;
}

/** All that was ever recorded in one workspace. Batches stand in the order of their strictly growing `recordedAt`. */
export interface History {
  readonly settings: Settings;
  readonly ladder: readonly StageDefinition[];
  readonly batches: readonly RecordedBatch[];
  readonly voids: readonly RecordedVoid[];
  /** In the order of `recordedAt`. */
  readonly commands: readonly RecordedCommand[];
  /** In the order of recording, as the next two are; each says something that the one before it did not. */
  readonly calendars?: readonly CalendarVersion[];
  readonly policies?: readonly PolicyVersion[];
  readonly goals?: readonly GoalVersion[];
}

const STANDARD: readonly StandardStage[] = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'];

/** The six standard stages, ids 1-6 at positions 10-60, in force since 1970. */
export const DEFAULT_LADDER: readonly StageDefinition[] = STANDARD.map((key, index) => ({
  id: index + 1,
  key,
  position: (index + 1) * 10,
  standard: key,
  effectiveFrom: 0,
  recordedAt: 0,
  retired: false,
}));
