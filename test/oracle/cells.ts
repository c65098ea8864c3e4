import type { AttributeCondition, LeadFilter, Period } from '../../packages/core/src/question.js';
import { isWithin } from './calendar.js';
import type { Cell } from './model.js';

/** Whether a value, null where missing, meets a condition. */
export function meets(value: string | null, condition: AttributeCondition): boolean {
  if (condition.in && !condition.in.includes(value)) return false;
  return !condition.notIn?.includes(value);
}

export function passes(attributes: ReadonlyMap<string, string>, filter: LeadFilter | undefined): boolean {
  return Object.entries(filter ?? {}).every(([name, condition]) => meets(attributes.get(name) ?? null, condition));
}

/** A lead's group; undefined without a breakdown. */
export function groupOf(
  attributes: ReadonlyMap<string, string>,
  by: readonly string[] | undefined,
): (string | null)[] | undefined {
  return by?.length ? by.map((name) => attributes.get(name) ?? null) : undefined;
}

/** The bucket a date lies in; undefined without a series. */
export function bucketOf(date: string, buckets: readonly Period[] | undefined): number | undefined {
  return buckets?.findIndex((bucket) => isWithin(date, bucket));
}

/** The up to four cells one thing counts in: {total, its group} x {whole period, its bucket}. */
export function cellsOf(group: readonly (string | null)[] | undefined, bucket: number | undefined): Cell[] {
  const keys: (readonly (string | null)[])[] = group ? [[], group] : [[]];
  const buckets: (number | null)[] = bucket === undefined ? [null] : [null, bucket];
  return keys.flatMap((key) => buckets.map((index) => ({ keys: key, bucket: index })));
}

/** Items gathered by an equal `label` (any plain value). */
export function gather<L, T>(items: readonly { readonly label: L; readonly item: T }[]): { label: L; items: T[] }[] {
  const found = new Map<string, { label: L; items: T[] }>();
  for (const { label, item } of items) {
    const key = JSON.stringify(label);
    const group = found.get(key) ?? { label, items: [] };
    group.items.push(item);
    found.set(key, group);
  }
  return [...found.values()];
}
