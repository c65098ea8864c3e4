import { dateOf, type Instant, type LeadFilter, type PeriodInput, resolvePeriod, startOfDate } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import type { HandoffOutcome } from '../projections/project-handoffs.js';
import { leadAttribute, meets } from './attributes.js';
import { rowsBehind } from './behind.js';
import { HANDOFF_FACT } from './facts.js';
import type { Listing, Order } from './keyset.js';
import { checkFilterAttributes, dimensionsOf, storable, within } from './lead-list.js';
import { instantParameter, raw, type Sql, sql } from './sql.js';
import { withinLock } from './within-lock.js';
import type { WorkspaceState } from './workspace-state.js';

/** One passage of a lead to sales. */
export interface Handoff {
  readonly leadId: number;
  /** The transition that opened it, or minus the lead's id where its creation did; unique in the workspace. */
  readonly openedBy: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly outcome: HandoffOutcome | null;
  readonly reason: string | null;
  readonly closedInto: number | null;
  /** At the decision; of an open one, now. */
  readonly owner: string | null;
  readonly firstResponseAt: Instant | null;
  readonly policyId: number | null;
  readonly policyVersion: number | null;
  readonly responseDueAt: Instant | null;
  readonly decisionDueAt: Instant | null;
}

/** Conditions on handoffs, all of which must hold. Attributes are the lead's, but for the owner, who is the handoff's. */
export interface HandoffListFilter {
  readonly open?: boolean | undefined;
  readonly outcome?: readonly HandoffOutcome[] | undefined;
  readonly owner?: string | undefined;
  /** First response or decision was due before now, and is not there. */
  readonly overdue?: boolean | undefined;
  /** Something that is not done yet is due before this instant. */
  readonly dueBefore?: Instant | undefined;
  readonly openedIn?: PeriodInput | undefined;
  readonly attributes?: LeadFilter | undefined;
  /** Was counted in a number of a report, the text beside which this is: the handoffs as they were then, and as known then. */
  readonly behind?: string | undefined;
}

export interface HandoffListOrder {
  /** DUE: by the earliest due instant of what is not done yet; handoffs without one come last. */
  readonly field: 'OPENED' | 'DUE';
  readonly direction: 'ASC' | 'DESC';
}

export interface HandoffListQuestion {
  readonly filter?: HandoffListFilter | undefined;
  /** Default by opening, earliest first. */
  readonly orderBy?: HandoffListOrder | undefined;
}

const HANDOFF =
  raw(`f.lead_id AS "leadId", f.opened_by AS "openedBy", f.opened_at AS "openedAt", f.closed_at AS "closedAt",
  f.outcome, f.reason, f.closed_into AS "closedInto", f.owner, f.first_response_at AS "firstResponseAt",
  f.policy_id AS "policyId", f.policy_version AS "policyVersion", f.response_due_at AS "responseDueAt",
  f.decision_due_at AS "decisionDueAt"`);

/** The earliest due instant of what is not done yet; null where nothing is due. */
const DUE = raw(`least(
  CASE WHEN f.first_response_at IS NULL THEN f.response_due_at END, CASE WHEN f.closed_at IS NULL THEN f.decision_due_at END)`);

/**
 * The list of handoffs that a question asks for, read from the handoff fact.
 * @throws InvalidInput UNKNOWN_ATTRIBUTE, INVALID_FILTER, INVALID_PERIOD, INVALID_TEXT …
 */
export function handoffListing(
  state: WorkspaceState,
  { filter = {}, orderBy }: HandoffListQuestion,
  now: Instant,
): Listing {
  const attributes = filter.attributes ?? {};
  checkFilterAttributes(attributes, state);
  const { behind } = filter;
  const conditions = [
    ...(behind === undefined ? [current(state)] : []),
    ...withinLock(state, 'LEAD', raw('f.lead_id')),
    ...Object.entries(attributes).map(([name, condition]) => meets(leadAttribute(name), condition)),
  ];
  if (filter.open !== undefined) conditions.push(raw(`f.closed_at IS ${filter.open ? '' : 'NOT'} NULL`));
  if (filter.outcome) conditions.push(sql`f.outcome = ANY(${[...filter.outcome]}::transition_kind[])`);
  if (filter.owner !== undefined) conditions.push(sql`f.owner = ${storable(filter.owner, ['filter', 'owner'])}`);
  if (filter.overdue !== undefined) {
    conditions.push(sql`(${DUE} < ${instantParameter(now)}) IS ${raw(filter.overdue ? 'TRUE' : 'NOT TRUE')}`);
  }
  if (filter.dueBefore !== undefined) conditions.push(sql`${DUE} < ${instantParameter(filter.dueBefore)}`);
  if (filter.openedIn) conditions.push(openedWithin(filter.openedIn, state, now));
  const handoffs =
    behind === undefined ? HANDOFF_FACT : sql`(${rowsBehind(behind, 'HANDOFFS', state, now, ['filter', 'behind'])})`;
  return {
    columns: HANDOFF,
    from: sql`${handoffs} f ${dimensionsOf(Object.keys(attributes))}`,
    conditions,
    order: orderOf(orderBy),
  };
}

/** Every handoff of leads, earliest first. */
export function handoffsOf(
  transaction: Transaction,
  state: Pick<WorkspaceState, 'id' | 'generation'>,
  leadIds: readonly number[],
): Promise<Handoff[]> {
  return transaction.query<Handoff>(sql`
    SELECT ${HANDOFF} FROM ${HANDOFF_FACT} f
    WHERE ${current(state)} AND f.lead_id = ANY(${[...leadIds]}::bigint[])
    ORDER BY f.lead_id, f.opened_at, f.opened_by`);
}

function current({ id, generation }: Pick<WorkspaceState, 'id' | 'generation'>): Sql {
  return sql`f.workspace_id = ${id}::uuid AND f.generation = ${generation}`;
}

function openedWithin(period: PeriodInput, state: WorkspaceState, now: Instant): Sql {
  const { timeZone } = state;
  const { start, end } = within(['filter', 'openedIn'], () => resolvePeriod(period, state, dateOf(now, timeZone)));
  return sql`f.opened_at >= ${instantParameter(startOfDate(start, timeZone))}
    AND f.opened_at < ${instantParameter(startOfDate(end, timeZone))}`;
}

function orderOf(orderBy: HandoffListOrder | undefined): Order {
  const descending = orderBy?.direction === 'DESC';
  const unique = { column: raw('f.opened_by'), kind: 'INTEGER' } as const;
  return orderBy?.field === 'DUE'
    ? { name: 'DUE', keys: [{ column: DUE, kind: 'INSTANT', nullable: true }, unique], descending }
    : { name: 'OPENED', keys: [{ column: raw('f.opened_at'), kind: 'INSTANT' }, unique], descending };
}
