import { dateOf, type Instant, type LocalDate, type PeriodInput, resolvePeriod } from '@leadstage/core';
import type { Listing } from './keyset.js';
import { storable, within } from './lead-list.js';
import { dateParameter, raw, sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

/** STANDING counts; VOIDED counts no longer; CORRECTED was voided for another entry under its external id. */
export type CostStatus = 'STANDING' | 'VOIDED' | 'CORRECTED';

/** One record of money spent. Amounts are decimal text. */
export interface CostEntry {
  readonly id: number;
  readonly externalId: string;
  /** In the workspace's currency. */
  readonly amount: string;
  readonly givenAmount: string;
  readonly givenCurrency: string;
  readonly exchangeRate: string | null;
  readonly from: LocalDate;
  /** Not included. */
  readonly to: LocalDate;
  readonly category: string;
  readonly source: string | null;
  readonly leadType: string | null;
  readonly campaign: string | null;
  readonly costScope: 'MARKETING' | 'SALES';
  readonly recordedAt: Instant;
  readonly voidedAt: Instant | null;
  readonly voidReason: string | null;
  readonly status: CostStatus;
}

export interface CostListFilter {
  /** Its range shares a day with the period. */
  readonly period?: PeriodInput | undefined;
  readonly category?: string | undefined;
  /** Null: entries without one. */
  readonly source?: string | null | undefined;
  readonly standing?: boolean | undefined;
}

/**
 * The list of cost entries, latest record first, voided ones included.
 * @throws InvalidInput INVALID_PERIOD, INVALID_DATE, INVALID_TEXT
 */
export function costListing(state: WorkspaceState, filter: CostListFilter, now: Instant): Listing {
  const conditions = [sql`e.workspace_id = ${state.id}::uuid`];
  const { period, category, source, standing } = filter;
  if (period) {
    const { start, end } = within(['filter'], () => resolvePeriod(period, state, dateOf(now, state.timeZone)));
    conditions.push(sql`e.starts_on < ${dateParameter(end)} AND e.ends_on > ${dateParameter(start)}`);
  }
  if (category !== undefined) conditions.push(sql`e.category = ${storable(category, ['filter', 'category'])}`);
  if (source === null) conditions.push(sql`e.source IS NULL`);
  else if (source !== undefined) conditions.push(sql`e.source = ${storable(source, ['filter', 'source'])}`);
  if (standing !== undefined) conditions.push(raw(`e.voided_at IS ${standing ? '' : 'NOT'} NULL`));
  return {
    columns: sql`e.id, e.external_id AS "externalId", e.amount::text AS amount, trim_scale(e.given_amount)::text AS "givenAmount",
      e.given_currency AS "givenCurrency", trim_scale(e.exchange_rate)::text AS "exchangeRate", e.starts_on AS "from",
      e.ends_on AS "to", e.category, e.source, e.lead_type AS "leadType", e.campaign, e.cost_scope AS "costScope",
      e.recorded_at AS "recordedAt", e.voided_at AS "voidedAt", e.void_reason AS "voidReason",
      CASE WHEN e.voided_at IS NULL THEN 'STANDING'
        WHEN EXISTS (
          SELECT 1 FROM cost_entry c WHERE c.workspace_id = e.workspace_id AND c.external_id = e.external_id
            AND c.recorded_at = e.voided_at
        ) THEN 'CORRECTED' ELSE 'VOIDED' END AS status`,
    from: sql`cost_entry e`,
    conditions,
    order: { name: 'COSTS', keys: [{ column: raw('e.id'), kind: 'INTEGER' }], descending: true },
  };
}
