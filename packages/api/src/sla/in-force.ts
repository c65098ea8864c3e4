import { type BusinessCalendar, type Instant, type SlaPolicy, versionInForce } from '@leadstage/core';

/** The calendars in force at an instant, by key. */
export function calendarsInForce(versions: readonly BusinessCalendar[], at: Instant): BusinessCalendar[] {
  return inForce(versions, at).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The policies in force at an instant, in the order in which they are tried. */
export function policiesInForce(versions: readonly SlaPolicy[], at: Instant): SlaPolicy[] {
  return inForce(versions, at)
    .filter(({ retired }) => !retired)
    .sort((a, b) => a.position - b.position || a.id - b.id);
}

function inForce<V extends Parameters<typeof versionInForce>[0][number]>(versions: readonly V[], at: Instant): V[] {
  const ids = [...new Set(versions.map(({ id }) => id))];
  return ids.flatMap((id) => versionInForce(versions, id, at) ?? []);
}
