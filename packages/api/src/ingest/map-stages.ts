import type { TransitionInput } from '../commands/ingest-input.js';
import type { StageEntry } from './mapping-schema.js';
import { labelOf, type Readers } from './readers.js';
import type { Row } from './row.js';

/** Something a row says about its lead, with the column that problems of it are named by. */
export interface Found<Item> {
  readonly item: Item;
  readonly column: string;
}

/**
 * Reads the transitions of one entry of `stages`: one when the date is there, none when it is blank. Its id is
 * `lead/stage` (`lead/out` for leaving the ladder), so that the same export again is the same event again; a stage
 * that the mapping names more than once has its column in the id too.
 */
export function stageReader(entry: StageEntry, all: readonly StageEntry[], readers: Readers) {
  const at = readers.instant(entry.at);
  const applies = readers.condition(entry.where);
  const reason = entry.reason && readers.required(entry.reason);
  const actor = entry.actor && readers.text(entry.actor);
  const to = entry.out === true ? null : entry.stage!;
  const kind = entry.out === true ? 'DISQUALIFIED' : entry.kind;
  const column = labelOf(entry.at);
  const again = all.filter((other) => other.stage === entry.stage && other.out === entry.out).length > 1;
  const suffix = `${to ?? 'out'}${again ? `/${column}` : ''}`;

  return (row: Row, lead: string): Found<TransitionInput>[] => {
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
