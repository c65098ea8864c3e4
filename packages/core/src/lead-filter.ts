import type { AttributeCondition, LeadFilter } from './question.js';

/**
 * What meets both filters, attribute by attribute: values that both let in, without those that either keeps out.
 * Narrowing by the same filter again changes nothing.
 */
export function bothFilters(filter: LeadFilter, other: LeadFilter): LeadFilter {
  // Without a prototype, as filters come from outside: `__proto__` is then a name like any other.
  const both: Record<string, AttributeCondition> = Object.assign(Object.create(null), filter);
  for (const [name, condition] of Object.entries(other)) both[name] = bothConditions(filter, name, condition);
  return both;
}

/** Whether no lead meets the filter that does not meet the other: whether narrowing by the other takes nothing away. */
export function isWithin(filter: LeadFilter, other: LeadFilter): boolean {
  return Object.entries(other).every(([name, condition]) => {
    if (!Object.hasOwn(filter, name)) return false;
    const own = filter[name] as AttributeCondition;
    return isSame(bothConditions(filter, name, condition), bothConditions(filter, name, own));
  });
}

/** One list suffices: values let in, less those kept out, or where all are let in, those kept out. */
function bothConditions(filter: LeadFilter, name: string, condition: AttributeCondition): AttributeCondition {
  const conditions = Object.hasOwn(filter, name) ? [filter[name] as AttributeCondition, condition] : [condition];
  const out = new Set(conditions.flatMap(({ notIn }) => notIn ?? []));
  const lists = conditions.flatMap((each) => (each.in ? [each.in] : []));
  const [first, ...others] = lists;
  if (!first) return { notIn: [...out] };
  const kept = new Set(first.filter((value) => !out.has(value) && others.every((list) => list.includes(value))));
  return { in: [...kept] };
}

function isSame(a: AttributeCondition, b: AttributeCondition): boolean {
  if ((a.in === undefined) !== (b.in === undefined)) return false;
  const [left, right] = [new Set(a.in ?? a.notIn), new Set(b.in ?? b.notIn)];
  return left.size === right.size && [...left].every((value) => right.has(value));
}
