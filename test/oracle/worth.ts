import { gather, groupOf, passes } from './cells.js';
import { type CostRow, cost, rollingWindows } from './cost.js';
import { fold } from './fold.js';
import { definitionsRead, reportLadder, reportStage } from './ladder.js';
import { leadsSeenBy } from './leads.js';
import { logOf } from './log.js';
import type { Cell, CostQuestion, History } from './model.js';
import { minorUnits } from './spend.js';

/** SHIFTED cost per CUSTOMER over both scopes, by the lag asked for, or else the one observed. */
export function cac(
  history: History,
  question: CostQuestion,
): { readonly lagDays: number | null; readonly rows: readonly CostRow[] } {
  const { method } = question;
  const lag = 'lagDays' in method ? method : ({ lagDays: 'OBSERVED', roundLagToDays: 1 } as const);
  const shifted = { ...lag, kind: 'SHIFTED' } as const;
  const { lags, rows } = cost(history, {
    ...question,
    stages: ['CUSTOMER'],
    method: shifted,
    costScopes: ['MARKETING', 'SALES'],
  });
  return { lagDays: lags[0]?.lagDays ?? null, rows };
}

export interface ValueRow extends Cell {
  readonly leads: number;
  /** Minor units. */
  readonly value: bigint;
}

/** Leads with a value that first entered CUSTOMER in the period, and their values. */
export function valueWon(history: History, question: CostQuestion): ValueRow[] {
  const customer = reportStage(history, question, 'CUSTOMER');
  if (!customer) return [];
  const won = leadsSeenBy(history, question).flatMap(({ lead, entries, cellsAt }) => {
    const entry = entries.get(customer.id);
    return entry ? cellsAt(entry.at).map((label) => ({ label, item: lead.value })) : [];
  });
  return valueRows(history, won);
}

export interface RoiRow extends Cell {
  readonly won: number;
  /** Minor units; the spend is null where nobody can say which it is. */
  readonly value: bigint;
  readonly spend: bigint | null;
  /** Null over no spend. */
  readonly roi: number | null;
}

/** What came back of the spend on customers, by the method asked for over both scopes. */
export function roi(history: History, question: CostQuestion): RoiRow[] {
  const windows = rollingWindows(history, question);
  const won = windows
    ? windows.flatMap(({ bucket, period }) =>
        valueWon(history, { ...question, period, grain: undefined }).map((row) => ({ ...row, bucket })),
      )
    : valueWon(history, question);
  const asked = { ...question, stages: ['CUSTOMER'], costScopes: ['MARKETING', 'SALES'] as const };
  const { lags, rows } = cost(history, asked);
  const isUnknown = lags.some(({ shifts }) => shifts.length === 0);
  const cells = new Map(
    [...won, ...rows].map(({ keys, bucket }) => [JSON.stringify([keys, bucket]), { keys, bucket }]),
  );
  return [...cells].map(([name, cell]) => {
    const at = <R extends Cell>(list: readonly R[]) =>
      list.find(({ keys, bucket }) => JSON.stringify([keys, bucket]) === name);
    const spent = isUnknown ? null : (at(rows)?.spend ?? 0n);
    const { leads = 0, value = 0n } = at(won) ?? {};
    return { ...cell, won: leads, value, spend: spent, roi: spent ? Number(value - spent) / Number(spent) : null };
  });
}

/** Leads with a value that stand in QSO or beyond, but not in CUSTOMER or beyond, at `asOf`. */
export function pipeline(history: History, question: CostQuestion): ValueRow[] {
  const { asOf = Infinity, knownAt, filter, by } = question;
  const [qso, customer] = ['QSO', 'CUSTOMER'].map((name) => reportStage(history, question, name));
  if (!qso) return [];
  const stages = reportLadder(history, question)
    .filter(({ position }) => position >= qso.position && position < (customer?.position ?? Infinity))
    .map((stage) => stage.id);
  const definitions = definitionsRead(history, question);
  const standing = fold(history, knownAt).leads.filter((lead) => {
    const last = logOf(lead, definitions).findLast((event) => event.occurredAt <= asOf);
    return passes(lead.attributes, filter) && last?.stage != null && stages.includes(last.stage);
  });
  const found = standing.flatMap((lead) => {
    const group = groupOf(lead.attributes, by);
    return (group ? [[], group] : [[]]).map((keys) => ({ label: { keys, bucket: null }, item: lead.value }));
  });
  return valueRows(history, found);
}

function valueRows({ settings }: History, found: readonly { label: Cell; item: string | null }[]): ValueRow[] {
  const valued = found.flatMap(({ label, item }) => (item === null ? [] : [{ label, item }]));
  return gather(valued).map(({ label, items }) => ({
    ...label,
    leads: items.length,
    value: items.reduce((sum, value) => sum + minorUnits(value, settings.currency), 0n),
  }));
}
