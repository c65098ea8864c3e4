import {
  type Handoff,
  type HandoffListFilterInput,
  type HandoffListOrderInput,
  type LeadFilterInput,
  type PeriodInput,
  PermissionError,
} from '@leadstage/sdk';
import type { ListSource } from '../list/paged-list.js';
import type { Session } from '../reports/session.js';

/** Open ones; those of them that something is overdue of; those that were decided, or in one way. */
export const STATES = ['open', 'overdue', 'decided', 'accepted', 'rejected', 'recycled', 'disqualified'] as const;
export type HandoffState = (typeof STATES)[number];

/** `open` for what is none. */
export function stateOf(text: string | null): HandoffState {
  return STATES.find((state) => state === text) ?? 'open';
}

/** Whether it looks at one period. What waits, waits whenever it was handed over. */
export function isOfPeriod(state: HandoffState): boolean {
  return state !== 'open' && state !== 'overdue';
}

export interface Wanted {
  readonly state: HandoffState;
  readonly owner: string | null;
  readonly filter: LeadFilterInput;
  readonly period: PeriodInput;
}

interface Question {
  readonly filter: HandoffListFilterInput;
  readonly orderBy: HandoffListOrderInput;
}

/** What to ask for: the most urgent first, or of what is decided the latest. */
export function questionOf({ state, owner, filter, period }: Wanted): Question {
  const of = { owner, attributes: filter };
  if (!isOfPeriod(state)) {
    const overdue = state === 'overdue' ? { overdue: true } : {};
    return { filter: { ...of, open: true, ...overdue }, orderBy: { field: 'DUE', direction: 'ASC' } };
  }
  const how = state === 'decided' ? {} : { outcome: [state.toUpperCase() as NonNullable<Handoff['outcome']>] };
  return {
    filter: { ...of, open: false, ...how, openedIn: period },
    orderBy: { field: 'OPENED', direction: 'DESC' },
  };
}

/**
 * The list of an API key; of an embed token, which lists nothing but what is behind a number, those that a report of the
 * period counts.
 * @throws PermissionError where the token names no report that counts handoffs, and as the API does
 */
export async function sourceOf(session: Session, wanted: Wanted, signal: AbortSignal): Promise<ListSource<Handoff>> {
  const { client } = session;
  const { embed } = (await client.viewer({ signal })) ?? {};
  const { filter, orderBy } = questionOf(wanted);
  const behind = embed ? await behindOf(session, wanted, embed, signal) : undefined;
  const narrowed = embed ? { ...filter, openedIn: null, behind } : filter;
  return async ({ first, after }, options) => {
    const page = await client.handoffsPage({ first, after, filter: narrowed, orderBy }, options);
    return { ...page, items: page.handoffs };
  };
}

interface Opened {
  readonly reports: readonly string[];
  readonly leads: boolean;
}

async function behindOf(
  { client }: Session,
  { period, filter }: Wanted,
  { reports, leads }: Opened,
  signal: AbortSignal,
): Promise<string> {
  const options = { signal, behind: true };
  const asked = { period, filter };
  const report = leads ? (['ACCEPTANCE', 'SLA'] as const).find((name) => reports.includes(name)) : undefined;
  if (report === undefined) throw new PermissionError('FORBIDDEN', 'The token opens no list of handoffs.');
  const { total } = await (report === 'SLA' ? client.sla(asked, options) : client.acceptance(asked, options));
  if (total.behind) return total.behind;
  throw new TypeError('The report does not lead to its handoffs.');
}
