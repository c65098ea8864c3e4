import { dateOf } from '@leadstage/core';
import type { ExportedLead } from '../query/exported-leads.js';

/** What an export says of a lead beyond its own attributes, in the order of the columns. */
export interface LeadColumn {
  readonly name: string;
  /** Chosen by people outside; the rest is ours and safe as it is. */
  readonly isText: boolean;
  readonly value: (lead: ExportedLead, dating: Dating) => string | number | null;
}

/** By which stage a list is dated, and where its dates begin. */
export interface Dating {
  readonly stage: string | null;
  readonly timeZone: string;
}

const text = (name: string, value: (lead: ExportedLead) => string | null): LeadColumn => ({
  name,
  isText: true,
  value,
});
const ours = (name: string, value: LeadColumn['value']): LeadColumn => ({ name, isText: false, value });
const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Instants are in UTC, `entered_on` is the local date of the workspace. */
export const LEAD_COLUMNS: readonly LeadColumn[] = [
  ours('id', ({ id }) => id),
  text('external_id', ({ externalId }) => externalId),
  text('name', ({ name }) => name),
  text('email', ({ email }) => email),
  ours('created_at', ({ createdAt }) => instant(createdAt)),
  text('source', ({ source }) => source),
  text('lead_type', ({ leadType }) => leadType),
  text('campaign', ({ campaign }) => campaign),
  text('region', ({ region }) => region),
  text('owner', ({ owner }) => owner),
  text('account', ({ account }) => account),
  ours('value', ({ value }) => value),
  text('stage', ({ stage }) => stage),
  ours('stage_since', ({ stageSince }) => instant(stageSince)),
  ours('entered_stage', (_lead, { stage }) => stage),
  ours('entered_on', ({ enteredAt }, { timeZone }) => (enteredAt === null ? null : dateOf(enteredAt, timeZone))),
  ours('entered_at', ({ enteredAt }) => instant(enteredAt)),
];
