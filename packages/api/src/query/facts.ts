import { raw, type Sql } from './sql.js';

/*
 * The only file that names fact tables and their columns. Prisma's schema declares them (prisma/schema/facts.prisma);
 * everything that reads or writes a projection takes its names from here.
 */

/** Stage ids are slots: a lead fact has a first-entry column for each. */
export const SLOTS: readonly number[] = Array.from({ length: 16 }, (_, index) => index + 1);

export const LEAD_FACT = raw('lead_fact');
export const HANDOFF_FACT = raw('handoff_fact');
export const ROLLUP_MONTH = raw('rollup_month');
export const ROLLUP_DAY = raw('rollup_day');

/** The column of the first entry into a stage, `entered_03` for stage 3. */
export function enteredColumn(slot: number): string {
  return `entered_${String(slot).padStart(2, '0')}`;
}

export function entered(alias: string, slot: number): Sql {
  return raw(`${alias}.${enteredColumn(slot)}`);
}

/** True where the first entry into the stage is not implied by a later one. */
export function isExplicit(alias: string, slot: number): Sql {
  return raw(`${alias}.explicit & ${2 ** (slot - 1)} <> 0`);
}

/** Columns of the lead fact in the order in which a projection yields them; its generation comes with the write. */
export const LEAD_FACT_COLUMNS: readonly string[] = [
  'workspace_id',
  'lead_id',
  'segment_id',
  'account_id',
  'owner',
  'value',
  'attributes',
  'stage_id',
  'stage_since',
  'out_at',
  'explicit',
  ...SLOTS.map(enteredColumn),
];

/** Columns of the handoff fact in the order in which a projection yields them. */
export const HANDOFF_FACT_COLUMNS: readonly string[] = [
  'workspace_id',
  'lead_id',
  'opened_by',
  'opened_at',
  'closed_by',
  'closed_at',
  'outcome',
  'reason',
  'closed_into',
  'owner',
  'segment_id',
  'account_id',
  'attributes',
  'first_response_at',
  'sql_at',
  'customer_at',
  'policy_id',
  'policy_version',
  'response_due_at',
  'response_due_soon_at',
  'decision_due_at',
  'decision_due_soon_at',
];

/** Attributes that live in the segment dimension, and their columns there. */
export const SEGMENT_ATTRIBUTES: Readonly<Record<string, string>> = {
  source: 'source',
  leadType: 'lead_type',
  campaign: 'campaign',
  region: 'region',
};

/** Attributes of a lead that every workspace has, segment or not. */
export const STANDARD_ATTRIBUTES: readonly string[] = [...Object.keys(SEGMENT_ATTRIBUTES), 'owner', 'account'];
