import { apportion } from '../../apportion.js';
import { InvalidInput } from '../../invalid-input.js';
import type { CostScope, Measure } from '../../measure.js';
import type { AttributeCondition, LeadFilter } from '../../question.js';
import { type Answers, byName, type Frame, type GroupKeys } from '../../report.js';
import { memoized } from './memoized.js';
import type { Accrual, SpendRun } from './spend-run.js';
import { type Cuts, type Day, type RunningTotal, runningTotals } from './stretches.js';

/** The attributes that cost is spread over: those of the breakdown, then those that the filter adds. */
export function spreadAttributes({ by, filter }: Pick<Frame, 'by' | 'filter'>): readonly string[] {
  return [...new Set([...by, ...Object.keys(filter)])];
}

/** The measure of a run whose loose cost is spread; asked in a frame by all attributes, without a filter. */
export function attributeMeasures(scopes: readonly CostScope[], lagDays: number): Measure[] {
  return [{ kind: 'spend', scopes, lagDays, part: 'BY_ATTRIBUTES' }];
}

/** How many leads of each group entered LEAD in the period; by name. Values in the order of the attributes. */
export type LeadEntries = readonly { readonly keys: GroupKeys; readonly leads: bigint }[];

/** Where an amount goes besides the groups, of which each has its position. */
const DROPPED = -1;
const OUTSIDE = -2;

/** Cost that carries the same attributes, and where it goes: all to one place, or spread in proportion to weights. */
interface Flow {
  readonly total: RunningTotal;
  readonly places: readonly number[];
  readonly weights: readonly bigint[];
}

/** Bounds what is kept in memory: some 100 MB. */
const MOST_CELLS = 2_000_000;

/**
 * A run whose cost that lacks an attribute is spread over the groups that agree with what it carries, in proportion to
 * their LEAD entries, before filtering. Each running total is apportioned as a whole, so that parts of a window add up.
 * @param question the breakdown and the filter asked for
 * @param frame that of the answers: by all attributes
 * @throws InvalidInput TOO_MANY_CELLS
 */
export function runSpread(
  answers: Answers,
  { by, filter }: Pick<Frame, 'by' | 'filter'>,
  frame: Frame,
  cuts: Cuts,
  entries: LeadEntries,
): SpendRun {
  const attributes = frame.by;
  if (entries.length * cuts.length > MOST_CELLS) throw tooManyCells(entries.length, cuts.length);
  const total = runningTotals(answers, frame, cuts);
  const passing = (keys: GroupKeys) => passes(filter, attributes, keys);
  const project = (keys: GroupKeys) => by.map((_, index) => keys[index] ?? null);
  const carried = answers.groups
    .map((keys) => ({ keys, total: total(0, 0, keys) }))
    .filter((each) => cuts.some((day) => each.total(day) !== 0n))
    .map((each) => ({ ...each, over: overOf(each.keys, entries) }));
  const receiving = carried.flatMap(({ keys, over }) => (isWhole(keys) ? [keys] : over.map((group) => group.keys)));
  const groups = by.length > 0 ? distinct(receiving.filter(passing).map(project)).sort(byName) : [];
  const positions = new Map(groups.map((keys, index) => [JSON.stringify(keys), index]));
  const place = (keys: GroupKeys) =>
    passing(keys) ? (positions.get(JSON.stringify(project(keys))) ?? groups.length) : DROPPED;
  /** As where nothing is spread. */
  const placeOfLoose = (keys: GroupKeys) => {
    const known = attributes.filter((_, index) => keys[index] !== null);
    const filtered = Object.keys(filter);
    if (!passes(only(filter, known), attributes, keys)) return DROPPED;
    return filtered.every((name) => known.includes(name)) ? groups.length : OUTSIDE;
  };
  const flows = carried.map(({ keys, total, over }): Flow => {
    if (isWhole(keys)) return { total, places: [place(keys)], weights: [1n] };
    if (over.length === 0) return { total, places: [placeOfLoose(keys)], weights: [1n] };
    return { total, places: over.map((group) => place(group.keys)), weights: over.map(({ leads }) => leads) };
  });
  return { groups, from: (start) => accrualOf(flows, groups.length, start) };
}

function accrualOf(flows: readonly Flow[], lastPart: number, start: Day): Accrual {
  const at = memoized((until: Day) => spreadUntil(flows, lastPart, start, until));
  return { parts: (until) => at(until).parts, outside: (until) => at(until).outside };
}

function spreadUntil(flows: readonly Flow[], lastPart: number, start: Day, until: Day) {
  const parts = new Array<bigint>(lastPart + 1).fill(0n);
  let outside = 0n;
  for (const { total, places, weights } of flows) {
    const amount = total(until) - total(start);
    if (amount === 0n) continue;
    const shares = apportion(amount, weights);
    places.forEach((place, index) => {
      const share = shares[index] as bigint;
      if (place === OUTSIDE) outside += share;
      else if (place !== DROPPED) parts[place] = (parts[place] as bigint) + share;
    });
  }
  return { parts, outside };
}

function isWhole(keys: GroupKeys): boolean {
  return keys.every((value) => value !== null);
}

/** The groups that agree with all that is carried. */
function overOf(carried: GroupKeys, entries: LeadEntries): LeadEntries {
  return entries.filter(({ keys }) => carried.every((value, index) => value === null || value === keys[index]));
}

function only(filter: LeadFilter, names: readonly string[]): LeadFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => names.includes(name)));
}

function passes(filter: LeadFilter, attributes: readonly string[], keys: GroupKeys): boolean {
  return Object.entries(filter).every(([name, condition]) => meets(keys[attributes.indexOf(name)] ?? null, condition));
}

/** As a report's filter does in SQL: null in a list stands for the missing value, and for nothing else. */
function meets(value: string | null, { in: included, notIn }: AttributeCondition): boolean {
  return (included === undefined || included.includes(value)) && (notIn === undefined || !notIn.includes(value));
}

function distinct(groups: readonly GroupKeys[]): GroupKeys[] {
  return [...new Map(groups.map((keys) => [JSON.stringify(keys), keys])).values()];
}

function tooManyCells(groups: number, days: number): InvalidInput {
  return new InvalidInput(
    'TOO_MANY_CELLS',
    ['by'],
    `Spreading cost over ${groups} groups at ${days} dates is more than ${MOST_CELLS} cells. Break down or filter by ` +
      'fewer attributes, take a coarser grain, or leave `allocation` out.',
  );
}
