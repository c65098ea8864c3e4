import type { IngestUnit, TransitionInput } from '../../packages/api/src/commands/ingest-input.js';

const DAY_MS = 86_400_000;
const START = Date.parse('2025-01-06T09:00:00Z');

/** The quarter in which all of it happens. */
export const QUARTER = { start: '2025-01-01', end: '2025-04-01' } as const;

const LEAD_TYPES = [
  { leadType: 'e-book', leads: 100, mqls: 80, sqls: 8, spend: '400' },
  { leadType: 'demo request', leads: 100, mqls: 80, sqls: 48, spend: '3600' },
] as const;

/**
 * Worked example A: MQL to SQL is 10 % for the e-book and 60 % for the demo request, yet an SQL costs 50 and 75.
 * Each lead enters LEAD on one of 28 days, MQL 10 days later, and SQL 20 days after that.
 */
export function exampleA(): IngestUnit[] {
  return LEAD_TYPES.flatMap(({ leadType, leads, mqls, sqls, spend }) => [
    ...Array.from({ length: leads }, (_, index) => {
      const stages = ['LEAD', ...(index < mqls ? ['MQL'] : []), ...(index < sqls ? ['SQL'] : [])];
      return leadUnit(`${leadType} ${index + 1}`, leadType, stages, START + (index % 28) * DAY_MS);
    }),
    {
      costs: [
        {
          externalId: leadType,
          amount: spend,
          currency: 'EUR',
          from: QUARTER.start,
          to: QUARTER.end,
          category: 'ads',
          leadType,
        },
      ],
    },
  ]);
}

const DAYS_TO = { LEAD: 0, MQL: 10, SQL: 30 } as const;

function leadUnit(externalId: string, leadType: string, stages: readonly string[], start: number): IngestUnit {
  const transitions = stages.map(
    (to): TransitionInput => ({
      externalId: `${externalId} ${to}`,
      lead: externalId,
      to,
      occurredAt: start + DAYS_TO[to as keyof typeof DAYS_TO] * DAY_MS,
    }),
  );
  return { lead: { externalId, leadType }, transitions };
}
