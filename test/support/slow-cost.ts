/*
 * Cost as METRICS.md, section 7, tells it, day by day and lead by lead over lists in memory: slow, and without a word of
 * the code under test. Dates are days since 1 January 2026 UTC; money is minor units of EUR.
 */
export const STAGES = ['LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'] as const;
export type StageKey = (typeof STAGES)[number];
export const DAY = 86_400_000;
export const ORIGIN = Date.UTC(2026, 0, 1);

type Attributes = Readonly<Record<'source' | 'leadType', string | null>>;

export interface SlowLead extends Attributes {
  /** Instants in milliseconds since the origin, ascending up the ladder. */
  readonly entries: Readonly<Partial<Record<StageKey, number>>>;
  /** Minor units. */
  readonly value: number | null;
}

export interface SlowCost extends Attributes {
  /** Minor units. */
  readonly amount: number;
  readonly from: number;
  readonly to: number;
  readonly scope: 'MARKETING' | 'SALES';
}

type Condition = { readonly in?: readonly (string | null)[]; readonly notIn?: readonly (string | null)[] };

export interface SlowQuestion {
  readonly method: 'SIMPLE' | 'SHIFTED' | 'ROLLING' | 'KERNEL';
  readonly allocation: 'UNALLOCATED' | 'BY_ENTRIES';
  readonly period: readonly [number, number];
  readonly buckets: readonly (readonly [number, number])[];
  readonly by: readonly (keyof Attributes)[];
  readonly filter: Readonly<Partial<Record<keyof Attributes, Condition>>>;
  readonly lagDays: number | null;
  readonly roundTo: number;
  readonly rollingDays: number;
  readonly scopes: readonly SlowCost['scope'][];
  /** Milliseconds since the origin. */
  readonly asOf: number;
}

export type Keys = readonly (string | null)[];
type Window = readonly [number, number];

export const passes = (
  one: Attributes,
  { filter }: Pick<SlowQuestion, 'filter'>,
  known = (_: keyof Attributes) => true,
): boolean =>
  (Object.keys(filter) as (keyof Attributes)[])
    .filter(known)
    .every((name) => (filter[name]?.in?.includes(one[name]) ?? true) && !filter[name]?.notIn?.includes(one[name]));

/** First entry into a stage, and whether it is the stage's own. */
function firstEntry({ entries }: SlowLead, stage: StageKey) {
  const later = STAGES.slice(STAGES.indexOf(stage)).map((each) => entries[each] ?? Number.POSITIVE_INFINITY);
  return { at: Math.min(...later), explicit: entries[stage] === Math.min(...later) };
}

const dayOf = (instant: number) => Math.floor(instant / DAY);
const isIn = (instant: number, [start, end]: Window, asOf: number) =>
  instant <= asOf && dayOf(instant) >= start && dayOf(instant) < end;

export function enteredIn(leads: readonly SlowLead[], stage: StageKey, window: Window, asOf: number): SlowLead[] {
  return leads.filter((lead) => isIn(firstEntry(lead, stage).at, window, asOf));
}

const roundHalfAway = (numerator: number, denominator: number) =>
  Math.sign(numerator) * Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));

/** What an entry has accrued before a day begins. */
function accruedBy({ amount, from, to }: SlowCost, day: number, asOf: number): number {
  const until = Math.min(day, dayOf(asOf) + 1);
  return roundHalfAway(amount * Math.max(0, Math.min(until, to) - from), to - from);
}

/** Largest remainder, one unit after the other: always to whom most is due, then to the larger, then to the first. */
function shareOut(amount: number, weights: readonly number[]): number[] {
  if (amount < 0) return shareOut(-amount, weights).map((part) => 0 - part);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((amount * weight) / all));
  const due = weights.map((weight, index) => ({ index, weight, rest: (amount * weight) % all }));
  let left = amount - parts.reduce((sum, part) => sum + part, 0);
  for (; left > 0; left -= 1) {
    const first = due.reduce((best, each) =>
      each.rest > best.rest || (each.rest === best.rest && each.weight > best.weight) ? each : best,
    );
    parts[first.index] = (parts[first.index] as number) + 1;
    due.splice(due.indexOf(first), 1);
  }
  return parts;
}

const ordered = (a: Keys, b: Keys): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  if (a[at] === null || b[at] === null) return a[at] === null ? 1 : -1;
  return (a[at] as string) < (b[at] as string) ? -1 : 1;
};

/** Where money goes: to a group, to none of them, outside the filter. */
export const LOOSE = 'loose';
export const OUTSIDE = 'outside';
type Purse = Map<string, number>;

/** What has been spent in `[start, until)`, by group, LOOSE and OUTSIDE; one running total from `start` on. */
function spentUntil(
  leads: readonly SlowLead[],
  costs: readonly SlowCost[],
  question: SlowQuestion,
  start: number,
  until: number,
): Purse {
  const { by, filter, allocation, asOf } = question;
  const names = [...new Set([...by, ...(Object.keys(filter) as (keyof Attributes)[])])];
  const purse: Purse = new Map();
  const add = (place: string, amount: number) => purse.set(place, (purse.get(place) ?? 0) + amount);
  const group = (one: Attributes) => (by.length === 0 ? LOOSE : JSON.stringify(by.map((name) => one[name])));
  const entries = enteredIn(leads, 'LEAD', question.period, asOf);
  const pots = new Map<string, { like: Attributes; amount: number }>();
  for (const cost of costs) {
    const amount = accruedBy(cost, until, asOf) - accruedBy(cost, start, asOf);
    const name = JSON.stringify(names.map((each) => cost[each]));
    pots.set(name, { like: cost, amount: (pots.get(name)?.amount ?? 0) + amount });
  }
  for (const { like, amount } of pots.values()) {
    const carries = (name: keyof Attributes) => like[name] !== null;
    const agreeing = entries.filter((lead) => names.every((name) => !carries(name) || lead[name] === like[name]));
    if (names.every(carries)) {
      if (passes(like, question)) add(group(like), amount);
    } else if (allocation === 'BY_ENTRIES' && agreeing.length > 0) {
      const distinct = [...new Map(agreeing.map((lead) => [JSON.stringify(names.map((name) => lead[name])), lead]))];
      const groups = distinct
        .map(([name, lead]) => ({ name, lead, keys: names.map((each) => lead[each]) }))
        .sort((a, b) => ordered(a.keys, b.keys));
      const sizes = groups.map(
        ({ name }) => agreeing.filter((lead) => JSON.stringify(names.map((each) => lead[each])) === name).length,
      );
      shareOut(amount, sizes).forEach((part, index) => {
        const { lead } = groups[index] as (typeof groups)[number];
        if (passes(lead, question)) add(group(lead), part);
      });
    } else if (passes(like, question, carries)) {
      const lacksFiltered = (Object.keys(filter) as (keyof Attributes)[]).some((name) => !carries(name));
      add(lacksFiltered ? OUTSIDE : LOOSE, amount);
    }
  }
  return purse;
}

/** Days from LEAD to the stage, of each lead that shows it; null: nobody does. */
function lagsOf(leads: readonly SlowLead[], question: SlowQuestion, stage: StageKey): number[] | null {
  if (stage === 'LEAD') return question.method === 'SHIFTED' && question.lagDays !== null ? [question.lagDays] : [0];
  const shown = enteredIn(leads, stage, question.period, question.asOf)
    .filter((lead) => passes(lead, question))
    .filter((lead) => firstEntry(lead, stage).explicit && firstEntry(lead, 'LEAD').explicit)
    .map((lead) => [firstEntry(lead, 'LEAD').at, firstEntry(lead, stage).at] as const);
  if (question.method === 'KERNEL') return shown.length === 0 ? null : shown.map(([a, b]) => dayOf(b) - dayOf(a));
  if (question.lagDays !== null) return [question.lagDays];
  if (shown.length === 0) return null;
  const sum = shown.reduce((total, [a, b]) => total + b - a, 0);
  return [Math.floor(sum / (shown.length * DAY * question.roundTo) + 0.5) * question.roundTo];
}

export interface SlowStage {
  /** By bucket (the last one: the whole period), then by group, LOOSE and OUTSIDE; null where no lag is known. */
  readonly spend: readonly Readonly<Record<string, number>>[] | null;
  readonly lags: readonly number[] | null;
}

/** Spend of a stage, rounded as it is shown. */
export function slowSpend(
  leads: readonly SlowLead[],
  costs: readonly SlowCost[],
  question: SlowQuestion,
  stage: StageKey,
): SlowStage {
  const inScope = costs.filter(({ scope }) => question.scopes.includes(scope));
  const lags =
    question.method === 'SIMPLE'
      ? [0]
      : question.method === 'ROLLING' && question.lagDays !== null
        ? [question.lagDays]
        : lagsOf(leads, question, stage);
  if (lags === null) return { spend: null, lags };
  const cells = [...question.buckets, question.period];
  if (question.method === 'ROLLING') {
    const spend = cells.map(([, end]) => {
      const until = end - (lags[0] as number);
      return Object.fromEntries(spentUntil(leads, inScope, question, until - question.rollingDays, until));
    });
    return { spend, lags };
  }
  const [first] = question.period;
  const start = first - Math.max(...lags);
  const running = new Map<number, Purse>();
  const at = (day: number) => {
    const known = running.get(day) ?? spentUntil(leads, inScope, question, start, day);
    running.set(day, known);
    return known;
  };
  // Day after day: what was spent on it times how many leads bring it into the window.
  const weighed = ([from, to]: Window, place: string) => {
    let sum = 0;
    for (let day = start; day < to - Math.min(...lags); day += 1) {
      const spentThatDay = (at(day + 1).get(place) ?? 0) - (at(day).get(place) ?? 0);
      sum += spentThatDay * lags.filter((lag) => day + lag >= from && day + lag < to).length;
    }
    return sum;
  };
  const places = () => [...new Set([...running.values()].flatMap((purse) => [...purse.keys()]))];
  for (const cell of cells) weighed(cell, '');
  const groups = places()
    .filter((place) => place !== LOOSE && place !== OUTSIDE)
    .sort((a, b) => ordered(JSON.parse(a), JSON.parse(b)));
  const rounded = (rows: readonly string[], to: number) =>
    roundHalfAway(
      rows.reduce((sum, place) => sum + weighed([first, to], place), 0),
      lags.length,
    );
  const inOrder = [...groups, LOOSE];
  const cellOf = ([from, to]: Window): Record<string, number> => ({
    ...Object.fromEntries(
      inOrder.map((place, row) => {
        const [these, above] = [inOrder.slice(0, row + 1), inOrder.slice(0, row)];
        return [place, rounded(these, to) - rounded(above, to) - rounded(these, from) + rounded(above, from)];
      }),
    ),
    [OUTSIDE]: rounded([OUTSIDE], to) - rounded([OUTSIDE], from),
  });
  return { spend: cells.map(cellOf), lags };
}
