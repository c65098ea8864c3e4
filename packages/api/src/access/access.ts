import type { LeadFilter } from '@leadstage/core';

/** What a credential may do. */
export const SCOPES = ['reports:read', 'leads:read', 'leads:write', 'costs:write', 'embeds:create', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whose request this is, and what it may see and do. */
export interface Access {
  readonly workspaceId: string;
  /** Of the API key; of an embed token the key that it was made with. */
  readonly keyId: string;
  readonly keyName: string;
  /** Of an embed token none: it may do only what `embed` says. */
  readonly scopes: readonly Scope[];
  /** Null for an API key. */
  readonly embed: Embed | null;
}

/** The query fields that an embed token may open. */
export const EMBEDDABLE_REPORTS = [
  'funnel',
  'acceptance',
  'velocity',
  'sla',
  'cost',
  'diagnosis',
  'standardMetrics',
] as const;
export type EmbeddableReport = (typeof EMBEDDABLE_REPORTS)[number];

/** What an embed token opens: some reports of one workspace, under a filter that whoever holds it cannot widen. */
export interface Embed {
  readonly tokenId: string;
  readonly reports: readonly EmbeddableReport[];
  /** Holds for everything that is answered, besides what the question itself asks for. */
  readonly filter: LeadFilter;
  /** Whether the leads behind a number may be listed. */
  readonly leads: boolean;
  /** Of the page that may use it; null: any that the workspace allows. */
  readonly origin: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Whether a credential, if there is one, has a scope; an admin has all. */
export function allows(access: Access | null, scope: Scope): boolean {
  return access !== null && (access.scopes.includes(scope) || access.scopes.includes('admin'));
}

/** Whether a credential, if there is one, may ask for a report. */
export function allowsReport(access: Access | null, report: string): boolean {
  const opened: readonly string[] = access?.embed?.reports ?? [];
  return allows(access, 'reports:read') || opened.includes(report);
}

/** What a credential may not look past; null: nothing. */
export function lockOf(access: Access | null): LeadFilter | null {
  return access?.embed?.filter ?? null;
}
