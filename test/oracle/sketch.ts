import fc from 'fast-check';
import {
  type ActivitySketch,
  activity,
  type CommandSketch,
  command,
  LIFECYCLE_LADDERS,
  lifecycleKind,
  lifecycleRung,
  reason,
  value,
} from './sketch-lifecycle.js';
import { ANCHORS, batch, maybe, mostly, VALUES, when } from './sketch-parts.js';
import { type SlaSketch, slaDefinitions } from './sketch-sla.js';

/**
 * A history before it has dates: small numbers that `build-history.ts` turns into instants, batches and ids. Every
 * part shrinks on its own (fewer leads, fewer events, the first zone, day 0), because nothing in it refers to another.
 */
export type HistorySketch = ReturnType<typeof historySketch> extends fc.Arbitrary<infer T> ? T : never;
export type LeadSketch = HistorySketch['leads'][number];
export type PatchSketch = LeadSketch['patch'];
export type TroubleSketch = HistorySketch['troubles'][number];
export type CostSketch = HistorySketch['costs'][number];

export const LADDERS = [
  'STANDARD',
  'SAL',
  'LATE_SAL',
  'RETIRED_SAL',
  'SAL_RECORDED_BETWEEN',
  'MEETING_AND_PROPOSAL',
] as const;

/** undefined: not mentioned; null: cleared. */
const attribute = (name: string) => {
  const value = fc.constantFrom(...(VALUES[name] ?? []));
  return maybe(fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)), 1);
};

const patch = (lifecycle: boolean) =>
  fc.record({
    source: attribute('source'),
    leadType: attribute('leadType'),
    campaign: attribute('campaign'),
    region: attribute('region'),
    owner: attribute('owner'),
    account: attribute('account'),
    tier: attribute('tier'),
    value: lifecycle ? value : fc.constant(undefined),
  });

const KINDS = ['ACCEPTED', 'REJECTED', 'RECYCLED', 'REOPENED', 'OUT', 'OUT_WITHOUT_KIND'] as const;
type EventKind = (typeof KINDS)[number] | 'PLAIN' | 'ENTERED' | 'ADVANCED';
const kind: fc.Arbitrary<EventKind> = mostly('PLAIN', fc.constantFrom(...KINDS));

const HOUR = 3_600_000;
const TIMES_AFTER = [HOUR / 2, HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR];

const event = (lifecycle: boolean) =>
  fc.record({
    /** An index into the ladder's rungs, modulo their number. */
    rung: lifecycle ? lifecycleRung : fc.nat(7),
    kind: lifecycle ? lifecycleKind : kind,
    reason: lifecycle ? reason : fc.constant(undefined),
    /** Another name of the same stage: lower case, SQO, or the standard stage it stands for. */
    otherName: fc.boolean(),
    when,
    /** At the same instant as the lead's event before it, if there is one. */
    atOnce: mostly(false, fc.boolean()),
    /** So long after the lead's event before it, if there is one: as long as targets and windows are. */
    after: lifecycle ? maybe(fc.constantFrom(...TIMES_AFTER), 3) : fc.constant(undefined),
    batch,
    /** Sent again, unchanged, so many batches later. */
    again: maybe(fc.nat(2)),
    /** Voided after so many more batches. */
    voided: maybe(fc.nat(3), 6),
    /** In a unit of its own, without its lead. */
    apart: fc.boolean(),
  });

const lead = (lifecycle: boolean) => {
  const change = fc.record({ batch, patch: patch(lifecycle) });
  const activities: fc.Arbitrary<ActivitySketch[]> = lifecycle ? fc.array(activity, { maxLength: 3 }) : fc.constant([]);
  return fc.record({
    batch,
    createdAt: when,
    givesCreatedAt: fc.boolean(),
    patch: patch(lifecycle),
    changes: fc.array(change, { maxLength: 2 }),
    /** Events climb the ladder: rungs and instants are each put in order. */
    isOrderly: lifecycle ? mostly(false, fc.boolean()) : fc.boolean(),
    events: fc.array(event(lifecycle), { maxLength: 7, size: 'max' }),
    /** All events lead out of the ladder, so that the lead stands where it was created. */
    isNeverIn: lifecycle ? fc.nat(7).map((chance) => chance === 7) : fc.constant(false),
    activities,
  });
};

const TROUBLES = ['FUTURE', 'BEFORE_1970', 'NO_REASON', 'UNKNOWN_STAGE', 'UNKNOWN_LEAD', 'CONFLICT'] as const;

/** A unit that must be refused whole. */
const trouble = fc.record({ kind: fc.constantFrom(...TROUBLES), lead: fc.nat(39), batch, when });

const carried = (name: string) =>
  fc.oneof(fc.constant(undefined), { weight: 2, arbitrary: fc.constantFrom(...(VALUES[name] ?? [])) });

const cost = fc.record({
  /** In units of the last decimal; a credit below 0. */
  amount: fc.oneof(fc.integer({ min: -50_000, max: 200_000 }), fc.integer({ min: -9, max: 9 })),
  decimals: mostly(2, fc.constantFrom(0, 4)),
  start: fc.record({ anchor: mostly(0, fc.nat(2)), day: fc.integer({ min: -60, max: 40 }) }),
  days: fc.oneof(fc.constantFrom(1, 2, 3, 7, 30, 31, 90), fc.integer({ min: 1, max: 400 })),
  source: carried('source'),
  leadType: carried('leadType'),
  campaign: carried('campaign'),
  isSales: fc.boolean(),
  exchangeRate: maybe(fc.constantFrom('1.2345678', '0.1875', '150'), 3),
  batch,
  again: maybe(fc.nat(2)),
});

const commands: fc.Arbitrary<CommandSketch[]> = fc.array(command, { maxLength: 10, size: 'max' });
const ladder: fc.Arbitrary<(typeof LADDERS | typeof LIFECYCLE_LADDERS)[number]> = fc.constantFrom(...LADDERS);

/** `lifecycle`: with everything that handoffs and owners depend on, as `arbitraryHistory` says. */
export const historySketch = ({ lifecycle }: { readonly lifecycle: boolean }) =>
  fc.record({
    lifecycle: fc.constant(lifecycle),
    timeZone: fc.constantFrom(...Object.keys(ANCHORS)),
    currency: fc.constantFrom('EUR', 'BRL', 'JPY', 'KWD'),
    fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
    weekStart: fc.integer({ min: 1, max: 7 }),
    ladder: lifecycle ? fc.constantFrom(...LADDERS, ...LIFECYCLE_LADDERS) : ladder,
    /** The standard stage that SAL maps to. */
    salStandard: fc.constantFrom(null, 'MQL', 'SQL'),
    batchCount: fc.integer({ min: 1, max: 4 }),
    leads: fc.array(lead(lifecycle), { minLength: 1, maxLength: 40, size: 'max' }),
    troubles: fc.array(trouble, { maxLength: 4, size: 'max' }),
    costs: fc.array(cost, { maxLength: 12, size: 'max' }),
    commands: lifecycle ? commands : fc.constant<CommandSketch[]>([]),
    sla: lifecycle ? slaDefinitions : fc.constant<SlaSketch>({ calendars: [], policies: [], goals: [] }),
  });
