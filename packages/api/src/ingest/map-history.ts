import { TRANSITION_KINDS, type TransitionInput } from '../commands/ingest-input.js';
import type { Found } from './map-stages.js';
import type { HistorySection, StatusValue } from './mapping-schema.js';
import { labelOf, type Readers } from './readers.js';
import { type Reader, type Row, refuseBlank, refuseUnmapped } from './row.js';

interface Meaning extends Omit<StatusValue, 'reason'> {
  readonly reason?: Reader<string> | undefined;
}

/**
 * Reads the transition of one row of a status history; none where the row is about something else, or its status is
 * one to skip. Its id is the row's own, or `lead/instant/status`. A status without a meaning is refused, never guessed;
 * with `crmField` the workspace knows the meaning, now or later.
 */
export function historyReader(section: HistorySection, readers: Readers) {
  const applies = readers.condition(section.where);
  const status = readers.cell(section.to.column);
  const meaning = meaningReader(section, readers);
  const at = readers.instant(section.at);
  const kindOf = section.kind && readers.oneOf(section.kind, TRANSITION_KINDS);
  const reasonOf = section.reason && readers.text(section.reason);
  const actor = section.actor && readers.text(section.actor);
  const id = section.id && readers.required(section.id);
  const { column, crmField } = section.to;

  return (row: Row, lead: string): Found<TransitionInput>[] => {
    if (!applies(row)) return [];
    const text = status(row);
    const meant = meaning(row, text);
    if (meant === null || meant.skip === true) return [];
    const occurredAt = at(row);
    if (occurredAt === null) {
      if (row.problems.length === 0) refuseBlank(row, labelOf(section.at));
      return [];
    }
    const externalId = id?.(row) ?? `${lead}/${new Date(occurredAt).toISOString()}/${text}`;
    const by = actor === undefined ? {} : { actor: actor(row) };
    if (crmField !== undefined) {
      return [{ item: { externalId, lead, crm: { field: crmField, value: text }, occurredAt, ...by }, column }];
    }
    const kind = meant.out === true ? 'DISQUALIFIED' : (meant.kind ?? kindOf?.(row) ?? undefined);
    const out = kind === 'DISQUALIFIED';
    const given = meant.reason?.(row) ?? reasonOf?.(row) ?? null;
    // A CRM often keeps the reason in the status itself: "Closed - Not Converted".
    const reason = given ?? (out || kind === 'REJECTED' ? text : null);
    const item: TransitionInput = {
      externalId,
      lead,
      to: out ? null : meant.stage!,
      ...(kind === undefined ? {} : { kind }),
      occurredAt,
      ...by,
      ...(reason === null ? {} : { reason }),
    };
    return [{ item, column }];
  };
}

/** Without `values` the status itself is a stage's key, or with `crmField` a value of the CRM. */
function meaningReader({ to }: HistorySection, readers: Readers): (row: Row, status: string) => Meaning | null {
  const meanings = new Map<string, Meaning>();
  for (const [value, { reason, ...rest }] of Object.entries(to.values ?? {})) {
    meanings.set(value.trim(), { ...rest, reason: reason && readers.text(reason) });
  }
  return (row, status) => {
    const known = meanings.get(status);
    if (known !== undefined) return known;
    if (to.others === 'skip') return { skip: true };
    if (status === '') return refuseBlank(row, to.column);
    if (to.values === undefined) return { stage: status };
    return refuseUnmapped(row, to.column, status);
  };
}
