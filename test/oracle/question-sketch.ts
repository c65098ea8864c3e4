import fc from 'fast-check';
import { GRAINS } from '../../packages/core/src/question.js';
import type { CostMethod, CostScope, Lag } from './model.js';
import { maybe, VALUES } from './sketch-parts.js';
import { slaFilter, target } from './sketch-sla.js';

export type QuestionSketch = typeof questionSketch extends fc.Arbitrary<infer T> ? T : never;

const ATTRIBUTES = Object.keys(VALUES);
const HOUR = 3_600_000;

/** Cost entries carry only the first three. */
const attribute = fc.oneof(fc.constantFrom(...ATTRIBUTES.slice(0, 3)), fc.constantFrom(...ATTRIBUTES));

const condition = fc.record({
  attribute,
  mode: fc.constantFrom('in', 'notIn'),
  /** Positions in the attribute's values; the one after the last is null. */
  values: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
});

const lag: fc.Arbitrary<Lag> = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((lagDays) => ({ lagDays })),
  fc.constantFrom(1, 7, 30).map((roundLagToDays) => ({ lagDays: 'OBSERVED' as const, roundLagToDays })),
  fc.constantFrom(1, 7, 30).map((roundLagToDays) => ({ lagDays: 'MQL_TIME_PLUS_SLA' as const, roundLagToDays })),
);

const method: fc.Arbitrary<CostMethod> = fc.oneof(
  fc.constant<CostMethod>({ kind: 'SIMPLE' }),
  { weight: 2, arbitrary: lag.map((given): CostMethod => ({ kind: 'SHIFTED', ...given })) },
  fc
    .tuple(lag, fc.oneof(fc.constantFrom(1, 7, 28, 90), fc.integer({ min: 1, max: 400 })))
    .map(([given, rollingDays]): CostMethod => ({ kind: 'ROLLING', rollingDays, ...given })),
  fc.constant<CostMethod>({ kind: 'KERNEL' }),
);

/** A question before it has dates and stages; everything in it points into a history by number, modulo. */
export const questionSketch = fc.record({
  /** Modulo those that may be asked for; all are as likely. */
  report: fc.constantFrom(...Array(13 * 60).keys()),
  start: fc.nat(300),
  /** Whole months from the first of one, or so many days from some days before an event. */
  length: fc.oneof(
    fc.record({ months: fc.constantFrom(1, 2, 3, 12, 36) }),
    fc.record({
      days: fc.oneof(fc.integer({ min: 1, max: 10 }), { weight: 2, arbitrary: fc.integer({ min: 1, max: 100 }) }),
      before: fc.oneof(fc.nat(5), fc.nat(50)),
    }),
  ),
  /** About all that ever happened and is known, whatever the length, `asOf` and `knownAt` say. */
  isPlain: fc.boolean(),
  grain: maybe(fc.constantFrom(...GRAINS), 1),
  filter: maybe(fc.array(condition, { minLength: 1, maxLength: 2 }), 2),
  by: fc.uniqueArray(attribute, { maxLength: 3 }),
  asOf: maybe(fc.record({ event: fc.nat(300), ms: fc.constantFrom(0, -1, 1, HOUR, 720 * HOUR) }), 1),
  knownAt: maybe(fc.record({ record: fc.nat(20), ms: fc.constantFrom(0, -1, 1) }), 1),
  ladder: fc.constantFrom(undefined, 'AS_THEN' as const, 'TODAY' as const),
  /** Mostly stages that leads enter: LEAD, and those near it. */
  base: fc.oneof(fc.constantFrom(0, 1, 1, 2), fc.nat(7)),
  to: fc.oneof(fc.constantFrom(0, 0, 1), fc.nat(7)),
  basis: fc.constantFrom('TO' as const, 'FROM' as const),
  unit: fc.constantFrom('LEAD' as const, 'ACCOUNT' as const),
  windowHours: maybe(fc.oneof(fc.constantFrom(0, 1, 12, 24, 48), fc.integer({ min: 0, max: 24 * 60 })), 1),
  watchedHours: maybe(fc.oneof(fc.constantFrom(0, 1, 24), fc.integer({ min: 0, max: 24 * 60 })), 2),
  includeImplied: fc.boolean(),
  clock: fc.constantFrom('CALENDAR' as const, 'BUSINESS' as const),
  calendar: fc.constantFrom(undefined, 'CALENDAR_0', 'CALENDAR_1'),
  bandsMs: fc.oneof(
    fc.constant([HOUR, 24 * HOUR]),
    fc
      .uniqueArray(fc.oneof(fc.constantFrom(HOUR / 2, HOUR, 12 * HOUR), fc.integer({ min: 1, max: 100 * HOUR })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((bounds) => bounds.sort((a, b) => a - b)),
  ),
  replay: maybe(
    fc.array(fc.record({ filter: slaFilter, response: maybe(target, 0), decision: maybe(target, 0) }), {
      maxLength: 2,
    }),
    1,
  ),
  costScopes: fc.constantFrom<readonly CostScope[] | undefined>(undefined, ['MARKETING', 'SALES'], ['SALES']),
  allocation: fc.constantFrom(undefined, 'UNALLOCATED' as const, 'BY_ENTRIES' as const),
  method,
});
