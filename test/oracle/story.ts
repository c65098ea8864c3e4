import type { IngestUnit, TransitionInput } from '../../packages/api/src/commands/ingest-input.js';
import type { Instant } from '../../packages/core/src/question.js';
import { type Handoff, handoffs } from './handoffs.js';
import { DEFAULT_LADDER, type History } from './model.js';

const DAY_MS = 86_400_000;

/** A day of May 2026, UTC; `may(4.5)` is noon of the fourth. */
export const may = (day: number): Instant => Date.UTC(2026, 4, 1) + (day - 1) * DAY_MS;

/** The instant at which the first batch is recorded, each further one a day after the one before. */
export const RECORDED: Instant = may(31);

type Step = readonly [to: string | null, day: number, more?: Partial<TransitionInput>];

/** What is recorded at once of a lead that moves on days of May; its events are `L-LEAD-1`, `L-out-5`. */
export function moves(lead: string, ...steps: readonly Step[]): IngestUnit {
  const transitions = steps.map(([to, day, more]) => {
    const externalId = `${lead}-${to ?? 'out'}-${day}`;
    return { externalId, lead, to, occurredAt: may(day), ...(to === null ? { reason: 'no budget' } : {}), ...more };
  });
  return { lead: { externalId: lead }, transitions };
}

/** What sales did on a lead. */
export function calls(lead: string, ...days: readonly number[]): IngestUnit {
  const activities = days.map((day) => {
    return { externalId: `${lead}-call-${day}`, lead, type: 'CALL' as const, occurredAt: may(day) };
  });
  return { activities };
}

/** A history of batches, each one a list of units. */
export function historyOf(batches: readonly (readonly IngestUnit[])[], more: Partial<History> = {}): History {
  return {
    settings: { timeZone: 'UTC', currency: 'EUR', fiscalYearStartMonth: 1, weekStart: 1 },
    ladder: DEFAULT_LADDER,
    batches: batches.map((units, index) => ({ recordedAt: RECORDED + index * DAY_MS, units })),
    voids: [],
    commands: [],
    ...more,
  };
}

/** Handoffs in a line each, in days of May: `3–5 REJECTED into LEAD`, `9– open`. */
export function told(history: History, when: Parameters<typeof handoffs>[1] = {}): string[] {
  const day = (instant: number) => String((instant - may(0)) / 86_400_000);
  const end = ({ outcome, closedAt, closedInto }: Handoff) =>
    closedAt === null ? '– open' : `–${day(closedAt)} ${outcome}${closedInto === null ? '' : ` into ${closedInto}`}`;
  return handoffs(history, when).map((handoff) => `${day(handoff.openedAt)}${end(handoff)}`);
}
