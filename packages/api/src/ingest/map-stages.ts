import type { TransitionInput } from '../commands/ingest-input.js';
import type { StageEntry } from './mapping-schema.js';
import { labelOf, type Readers } from './readers.js';
import type { Row } from './row.js';

/** Something a row says about its lead, with the column that problems of it are named by. */
export interface Found<Item> {
  readonly item: Item;
  readonly column: string;
}

type StageReader = (row: Row, lead: string) => Found<TransitionInput>[];

/** Reads the transitions of one entry of `stages`: one when the date is there, none when it is blank. */
export function stageReader(entry: StageEntry, all: readonly StageEntry[], readers: Readers): StageReader {
  return entry.crmField === undefined ? stepReader(entry, all, readers) : valueReader(entry, entry.crmField, readers);
}

/**
 * The step's id is `lead/stage` (`lead/out` for leaving the ladder), so that the same export again is the same event
 * again; a stage that the mapping names more than once has its column in the id too.
 */
function stepReader(entry: StageEntry, all: readonly StageEntry[], readers: Readers): StageReader {
  const at = readers.instant(entry.at);
  const applies = readers.condition(entry.where);
  const reason = entry.reason && readers.required(entry.reason);
  const actor = entry.actor && readers.text(entry.actor);
  const to = entry.out === true ? null : entry.stage!;
  const kind = entry.out === true ? 'DISQUALIFIED' : entry.kind;
  const column = labelOf(entry.at);
  const again = all.filter((other) => other.stage === entry.stage && other.out === entry.out).length > 1;
  const suffix = `${to ?? 'out'}${again ? `/${column}` : ''}`;

  return (row, lead) => {
    if (!applies(row)) return [];
    const occurredAt = at(row);
    if (occurredAt === null) return [];
    const item: TransitionInput = {
      externalId: `${lead}/${suffix}`,
      lead,
      to,
      ...(kind === undefined ? {} : { kind }),
      occurredAt,
      ...(actor === undefined ? {} : { actor: actor(row) }),
      ...(reason === undefined ? {} : { reason: reason(row) }),
    };
    return [{ item, column }];
  };
}

/** A value of the CRM goes in as it is; its id is `lead/instant/value`, as in a history. A blank one is none. */
function valueReader({ at, where, actor, value }: StageEntry, field: string, readers: Readers): StageReader {
  const source = value ?? { column: field };
  const instant = readers.instant(at);
  const applies = readers.condition(where);
  const text = readers.text(source);
  const by = actor && readers.text(actor);

  return (row, lead) => {
    if (!applies(row)) return [];
    const [occurredAt, given] = [instant(row), text(row)];
    if (occurredAt === null || given === null) return [];
    const item: TransitionInput = {
      externalId: `${lead}/${new Date(occurredAt).toISOString()}/${given}`,
      lead,
      crm: { field, value: given },
      occurredAt,
      ...(by === undefined ? {} : { actor: by(row) }),
    };
    return [{ item, column: labelOf(source) }];
  };
}
