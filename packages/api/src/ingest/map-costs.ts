import { createHash } from 'node:crypto';
import type { CostInput } from '../commands/ingest-input.js';
import { costPeriodReader } from './cost-period.js';
import type { Found } from './map-stages.js';
import type { CostEntry } from './mapping-schema.js';
import { labelOf, type Readers } from './readers.js';
import { quoted, type Row, refuse, refuseBlank } from './row.js';

const ATTRIBUTES = ['source', 'leadType', 'campaign'] as const;
const SCOPES = ['MARKETING', 'SALES'] as const;

/** How often each content was seen in this file, by its hash: about 150 bytes a row, the only thing that grows with it. */
export type SeenCosts = Map<string, number>;

/**
 * Reads the cost of a row. Its id is the row's own, or follows from its content and its ordinal among equal rows of the
 * file: two equal rows are two costs, and the same file again adds none.
 */
export function costReader(entry: CostEntry, currency: string, seen: SeenCosts, readers: Readers) {
  const applies = readers.condition(entry.where);
  const amountOf = readers.number(entry.amount);
  const periodOf = costPeriodReader(entry, readers);
  const currencyOf = entry.currency && readers.required(entry.currency);
  const rateOf = entry.exchangeRate && readers.text(entry.exchangeRate);
  const categoryOf = readers.required(entry.category);
  const scopeOf = entry.costScope && readers.oneOf(entry.costScope, SCOPES);
  const idOf = entry.id && readers.required(entry.id);
  const attributes = ATTRIBUTES.flatMap((key) => {
    const source = entry[key];
    return source === undefined ? [] : [[key, readers.text(source)] as const];
  });

  return (row: Row): Found<CostInput>[] => {
    if (!applies(row)) return [];
    const before = row.problems.length;
    const amount = amountOf(row);
    if (amount === null && row.problems.length === before) {
      if (entry.skipBlank !== true) refuseBlank(row, labelOf(entry.amount));
      return [];
    }
    const period = periodOf(row);
    const written = currencyOf === undefined ? currency : currencyOf(row);
    if (written !== null && !/^[A-Za-z]{3}$/.test(written)) {
      const reason = `${quoted(written)} is no currency code of three letters, such as EUR; map it with values`;
      refuse(row, labelOf(entry.currency!), 'INVALID_VALUE', reason);
    }
    const category = categoryOf(row);
    const rate = rateOf?.(row) ?? null;
    const costScope = scopeOf?.(row) ?? null;
    const groups = Object.fromEntries(attributes.map(([key, read]) => [key, read(row)]));
    const ownId = idOf?.(row);
    if (amount === null || period === null || written === null || category === null) return [];
    if (row.problems.length > before) return [];

    const content = {
      amount,
      currency: written.toUpperCase(),
      ...(rate === null ? {} : { exchangeRate: rate }),
      ...period,
      category,
      ...groups,
      ...(costScope === null ? {} : { costScope }),
    };
    return [{ item: { externalId: ownId ?? idFromContent(content, seen), ...content }, column: labelOf(entry.amount) }];
  };
}

function idFromContent(content: object, seen: SeenCosts): string {
  const entries = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 32);
  const ordinal = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, ordinal);
  return ordinal === 1 ? `row/${hash}` : `row/${hash}/${ordinal}`;
}
