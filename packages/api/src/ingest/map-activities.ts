import { ACTIVITY_TYPES, type ActivityInput } from '../commands/ingest-input.js';
import type { Found } from './map-stages.js';
import type { ActivityEntry } from './mapping-schema.js';
import { labelOf, type Readers } from './readers.js';
import { type Row, refuseBlank } from './row.js';

/** Reads the activity of a row; none where its date is blank. Its id is the row's own, or `lead/instant/type`. */
export function activityReader(entry: ActivityEntry, readers: Readers) {
  const applies = readers.condition(entry.where);
  const at = readers.instant(entry.at);
  const typeOf = readers.oneOf(entry.type, ACTIVITY_TYPES);
  const actor = entry.actor && readers.text(entry.actor);
  const id = entry.id && readers.required(entry.id);

  return (row: Row, lead: string): Found<ActivityInput>[] => {
    if (!applies(row)) return [];
    const occurredAt = at(row);
    if (occurredAt === null) return [];
    const before = row.problems.length;
    const type = typeOf(row);
    if (type === null) {
      if (row.problems.length === before) refuseBlank(row, labelOf(entry.type));
      return [];
    }
    const item: ActivityInput = {
      externalId: id?.(row) ?? `${lead}/${new Date(occurredAt).toISOString()}/${type}`,
      lead,
      type,
      occurredAt,
      ...(actor === undefined ? {} : { actor: actor(row) }),
    };
    return [{ item, column: labelOf(entry.at) }];
  };
}
