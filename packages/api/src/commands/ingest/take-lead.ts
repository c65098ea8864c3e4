import { isDecimal } from '@leadstage/core';
import { STANDARD_ATTRIBUTES } from '../../query/facts.js';
import type { AccountInput, IngestUnit, LeadInput, Problem } from '../ingest-input.js';
import { type Batch, type LeadDraft, NO_SNAPSHOT, type Taken } from './batch.js';
import { errorAt } from './check-unit.js';
import { tooLate } from './clock-skew.js';
import { type KnownLead, type LeadSnapshot, sameSnapshot } from './known.js';

const ATTRIBUTE_KEY = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;
const VALUE_DECIMALS = 4;

export function takeAccount(batch: Batch, input: AccountInput): Taken {
  const known = batch.accounts.get(input.externalId);
  const name = input.name === undefined ? (known?.name ?? null) : input.name || null;
  if (known && known.name === name) return 'UNCHANGED';
  const id = known?.id ?? batch.nextId('account');
  batch.set(batch.accounts, input.externalId, { externalId: input.externalId, id, name, isNew: known?.isNew ?? true });
  return known ? 'UPDATED' : 'CREATED';
}

export function takeLead(batch: Batch, unit: IngestUnit, problems: Problem[]): Taken {
  const input = unit.lead as LeadInput;
  problems.push(...checkLead(batch, input));
  const draft = batch.leads.get(input.externalId) ?? newDraft(batch, unit, problems);
  if (!draft || problems.some((problem) => problem.severity === 'ERROR')) return 'UNCHANGED';
  if (input.createdAt !== undefined && input.createdAt !== draft.lead.createdAt) {
    problems.push({
      severity: 'WARNING',
      code: 'CREATED_AT_KEPT',
      path: 'lead.createdAt',
      message: `The lead is known since ${new Date(draft.lead.createdAt).toISOString()}; that stays.`,
    });
  }
  const isNew = !batch.leads.has(input.externalId);
  const lead = changed(batch, draft.lead, input);
  if (isNew) {
    batch.set(batch.leads, input.externalId, { ...draft, lead, touched: true });
    return 'CREATED';
  }
  if (lead === draft.lead) return 'UNCHANGED';
  batch.changeLead(draft, { lead });
  return 'UPDATED';
}

function checkLead(batch: Batch, input: LeadInput): Problem[] {
  const problems: Problem[] = [];
  const late = input.createdAt !== undefined && tooLate(batch, input.createdAt, 'lead.createdAt');
  if (late) problems.push(late);
  if (input.value != null && input.value !== '' && !isDecimal(input.value, VALUE_DECIMALS)) {
    problems.push(errorAt('lead.value', 'INVALID_DECIMAL', `"${input.value}" is not a plain decimal such as 1200.50.`));
  }
  for (const key of Object.keys(input.attributes ?? {})) {
    if (STANDARD_ATTRIBUTES.includes(key)) {
      problems.push(
        errorAt(
          `lead.attributes.${key}`,
          'INVALID_ATTRIBUTE',
          `"${key}" is a standard attribute; give it as lead.${key}.`,
        ),
      );
    } else if (!ATTRIBUTE_KEY.test(key)) {
      problems.push(
        errorAt(
          `lead.attributes.${key}`,
          'INVALID_ATTRIBUTE',
          `"${key}" cannot name an attribute: letters, digits and _, at most 63.`,
        ),
      );
    }
  }
  return problems;
}

function newDraft(batch: Batch, unit: IngestUnit, problems: Problem[]): LeadDraft | null {
  const input = unit.lead as LeadInput;
  if (input.create === false) {
    problems.push(errorAt('lead.externalId', 'UNKNOWN_LEAD', `There is no lead "${input.externalId}".`));
    return null;
  }
  const instants = (unit.transitions ?? []).map((transition) => transition.occurredAt);
  const createdAt =
    input.createdAt ?? input.createdAtIfNew ?? (instants.length > 0 ? Math.min(...instants) : undefined);
  if (createdAt === undefined) {
    problems.push(errorAt('lead.createdAt', 'MISSING_CREATED_AT', 'A new lead without transitions needs createdAt.'));
    return null;
  }
  const lead = {
    id: batch.nextId('lead'),
    createdAt,
    name: null,
    email: null,
    snapshot: NO_SNAPSHOT,
    owner: undefined,
  };
  return { externalId: input.externalId, isNew: true, before: undefined, lead, touched: true };
}

/** The lead with the input's properties; the very same object when nothing differs. */
function changed(batch: Batch, lead: KnownLead, input: LeadInput): KnownLead {
  const snapshot: LeadSnapshot = {
    source: given(input.source, lead.snapshot.source),
    leadType: given(input.leadType, lead.snapshot.leadType),
    campaign: given(input.campaign, lead.snapshot.campaign),
    region: given(input.region, lead.snapshot.region),
    accountId: accountId(batch, input.account, lead.snapshot.accountId),
    value: given(input.value, lead.snapshot.value),
    attributes: attributes(batch, lead.snapshot.attributes, input.attributes),
  };
  const owner = given(input.owner, lead.owner ?? null) ?? (lead.owner === undefined ? undefined : null);
  const next = { ...lead, name: given(input.name, lead.name), email: given(input.email, lead.email), snapshot, owner };
  return same(next, lead) ? lead : next;
}

/** Undefined keeps what there was; a blank is missing. */
function given(value: string | null | undefined, before: string | null): string | null {
  return value === undefined ? before : value || null;
}

function accountId(batch: Batch, externalId: string | null | undefined, before: number | null): number | null {
  if (externalId === undefined) return before;
  if (!externalId) return null;
  takeAccount(batch, { externalId });
  return batch.accounts.get(externalId)?.id ?? null;
}

function attributes(batch: Batch, before: LeadSnapshot['attributes'], input: LeadInput['attributes']) {
  const next: Record<string, string> = { ...before };
  for (const [key, value] of Object.entries(input ?? {})) {
    batch.defineAttribute(key);
    if (value) next[key] = value;
    else delete next[key];
  }
  return next;
}

function same(a: KnownLead, b: KnownLead): boolean {
  return a.name === b.name && a.email === b.email && a.owner === b.owner && sameSnapshot(a.snapshot, b.snapshot);
}
