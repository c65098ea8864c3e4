import fc from 'fast-check';
import { batch, maybe, VALUES, when } from './sketch-parts.js';

export type ActivitySketch = typeof activity extends fc.Arbitrary<infer T> ? T : never;
export type CommandSketch = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** Without MQL, with MQL as the first stage (always, or until others come), with an MQL that comes or goes. */
export const LIFECYCLE_LADDERS = ['WITHOUT_MQL', 'MQL_FIRST', 'MQL_FIRST_AT_FIRST', 'LATE_MQL', 'RETIRED_MQL'] as const;

/** Mostly the four stages around the handoff. */
export const lifecycleRung = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.nat(7));

/** PLAIN gives none; every kind may name any stage. OUT gives DISQUALIFIED. */
export const lifecycleKind = fc.oneof(
  { weight: 8, arbitrary: fc.constant('PLAIN' as const) },
  { weight: 3, arbitrary: fc.constantFrom('REJECTED' as const, 'RECYCLED' as const) },
  fc.constantFrom('ENTERED' as const, 'ADVANCED' as const, 'ACCEPTED' as const, 'REOPENED' as const),
  fc.constantFrom('OUT' as const, 'OUT_WITHOUT_KIND' as const),
);

export const reason = maybe(fc.constantFrom('too early', 'wrong person', "it's a rival"), 1);

export const value = maybe(fc.constantFrom('100', '250.5', null), 2);

export const activity = fc.record({
  type: fc.constantFrom('CALL' as const, 'EMAIL' as const, 'MEETING' as const),
  when,
  batch,
  /** Sent again, unchanged, so many batches later. */
  again: maybe(fc.nat(2)),
  /** In a unit of its own, without its lead. */
  apart: fc.boolean(),
});

/** Leads by number, modulo; mostly the same few, so that merges make chains and meet their own survivors. */
const someLead = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(39));

/** Recorded between the batch named and the next. */
export const command = fc.oneof(
  fc.record({
    op: fc.constant('ASSIGN' as const),
    lead: someLead,
    owner: fc.constantFrom(...(VALUES.owner ?? []), 'cem', null),
    when,
    batch,
  }),
  fc.record({ op: fc.constant('MERGE' as const), lead: someLead, into: someLead, batch }),
);
