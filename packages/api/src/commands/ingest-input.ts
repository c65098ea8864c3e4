import type { CrmValue, Instant, LocalDate, TransitionKind } from '@leadstage/core';

export { TRANSITION_KINDS, type TransitionKind } from '@leadstage/core';

/**
 * What one call of `ingest` stores whole or not at all: typically a row of a file with its lead and that lead's
 * transitions. Everything carries the caller's own id, and an id that is known already is stored once.
 */
export interface IngestUnit {
  readonly lead?: LeadInput;
  readonly account?: AccountInput;
  readonly transitions?: readonly TransitionInput[];
  readonly activities?: readonly ActivityInput[];
  readonly costs?: readonly CostInput[];
}

/** A property left out stays as it is; null clears it. */
export interface LeadInput {
  readonly externalId: string;
  /** Required for a new lead without transitions in the same unit; else their earliest instant. */
  readonly createdAt?: Instant;
  /** Stands for `createdAt` where a new lead names none; nothing to a lead that is known. */
  readonly createdAtIfNew?: Instant;
  /** False: refuse the unit when no such lead is known, instead of creating it. Default true. */
  readonly create?: boolean;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly source?: string | null;
  readonly leadType?: string | null;
  readonly campaign?: string | null;
  readonly region?: string | null;
  readonly owner?: string | null;
  /** The account's external id; an account that is not known yet is created. */
  readonly account?: string | null;
  /** Expected or won value in the workspace's currency, a plain decimal such as `1200.50`. */
  readonly value?: string | null;
  /** Workspace-defined attributes by key; keys not named stay as they are. */
  readonly attributes?: Readonly<Record<string, string | null>>;
}

export interface AccountInput {
  readonly externalId: string;
  readonly name?: string | null;
}

export interface TransitionInput {
  /** The caller said in several ways, or in none, where it went: the unit is refused. */
  readonly ambiguous?: true;
  readonly externalId: string;
  /** The lead's external id. */
  readonly lead: string;
  /** The stage's key or an alias (`SQO`); null leaves the ladder (kind DISQUALIFIED). Either this or `crm` is given. */
  readonly to?: string | null;
  /** A value of the CRM, mapped by `mapCrmValues`; then kind and reason follow from it. An unmapped one waits. */
  readonly crm?: CrmValue;
  readonly kind?: TransitionKind;
  readonly occurredAt: Instant;
  readonly actor?: string | null;
  /** Required for REJECTED and DISQUALIFIED. */
  readonly reason?: string | null;
}

export const ACTIVITY_TYPES = ['CALL', 'EMAIL', 'MEETING'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

export interface ActivityInput {
  readonly externalId: string;
  readonly lead: string;
  readonly type: ActivityType;
  readonly occurredAt: Instant;
  readonly actor?: string | null;
}

export interface CostInput {
  readonly externalId: string;
  /** A plain decimal with at most 4 decimals; may be negative (a credit). */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Workspace currency per unit of `currency`; required when the two differ, refused when they do not. */
  readonly exchangeRate?: string;
  /** Local dates `[from, to)`. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly category: string;
  readonly source?: string | null;
  readonly leadType?: string | null;
  readonly campaign?: string | null;
  readonly costScope?: 'MARKETING' | 'SALES';
}

/** Something to say about one unit: errors refuse it, warnings do not. */
export interface Problem {
  readonly severity: 'ERROR' | 'WARNING';
  /** Stable, e.g. `UNKNOWN_STAGE`, `IN_THE_FUTURE`, `CONFLICT`, `OUT_OF_ORDER`. */
  readonly code: string;
  /** Where in the unit, e.g. `transitions.0.occurredAt`. */
  readonly path: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}

export type IngestStatus = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED';

export interface IngestOutcome {
  /** Position of the unit in the call. */
  readonly index: number;
  /** CREATED: its lead (or, without one, its first item) is new. UPDATED: something was added or changed. */
  readonly status: IngestStatus;
  readonly problems: readonly Problem[];
}

export interface IngestResult {
  /** When the call was recorded; null when nothing was stored. */
  readonly recordedAt: Instant | null;
  readonly outcomes: readonly IngestOutcome[];
}
