import type { LeadFilterInput } from '@leadstage/sdk';
import { parsePeriod, type Question } from '../elements/reports/question.js';

/** What the page shows, as far as its address says so. */
export interface Place {
  readonly question: Question;
  /** Id of the saved report that is open; null: the dashboard. */
  readonly saved: string | null;
}

/** What a Monday asks first: how the quarter is going that its goals are for. */
export const FIRST_PERIOD = 'this-quarter';

const ATTRIBUTES = ['source', 'leadType', 'campaign', 'region', 'owner', 'account'] as const;
/** Attributes of the workspace's own are set apart, so that none can be called `period`. */
const OWN = 'attribute.';

/**
 * Reads `?period=2026-05&source=web&source=ads&attribute.plan=pro&saved=7`. An empty value is that of leads without one.
 * A period that is none, and what it does not know, counts for nothing.
 */
export function placeOf(search: string): Place {
  const parameters = new URLSearchParams(search);
  const conditionOn = (name: string) => ({ in: parameters.getAll(name).map((value) => value || null) });
  const known = ATTRIBUTES.filter((name) => parameters.has(name)).map((name) => [name, conditionOn(name)]);
  const own = [...new Set(parameters.keys())]
    .filter((name) => name.startsWith(OWN))
    .map((name) => ({ name: name.slice(OWN.length), ...conditionOn(name) }));
  const period = parameters.get('period') ?? '';
  const filter: LeadFilterInput = { ...Object.fromEntries(known), ...(own.length > 0 && { attributes: own }) };
  // Any day will do: whether it is a period does not depend on it.
  const isPeriod = parsePeriod(period, '2026-01-01') !== null;
  return { question: { period: isPeriod ? period : FIRST_PERIOD, filter }, saved: parameters.get('saved') };
}

/** The address that `placeOf` reads, from `?` on; empty for what is shown at first. */
export function searchFor({ question: { period, filter }, saved }: Place): string {
  const parameters = new URLSearchParams();
  if (saved !== null) parameters.set('saved', saved);
  if (period !== FIRST_PERIOD) parameters.set('period', period);
  const add = (name: string, values: readonly (string | null | undefined)[] | null | undefined) => {
    for (const value of values ?? []) parameters.append(name, value ?? '');
  };
  for (const name of ATTRIBUTES) add(name, filter[name]?.in);
  for (const { name, in: values } of filter.attributes ?? []) add(`${OWN}${name}`, values);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
