import type { DiagnosisInput, DiagnosisReport, LeadstageClient, PeriodInput } from '@leadstage/sdk';

/**
 * A client whose diagnosis is that of the last period while nothing in the present one can be judged: leads are watched
 * for weeks first, so that early in a quarter there is nothing to say of it.
 * @param told when a diagnosis is answered; with the last period, as `parsePeriod` reads it, or null where none stood in
 */
export function judgedClient(client: LeadstageClient, told: (last: string | null) => void): LeadstageClient {
  return {
    ...client,
    async diagnosis(input: DiagnosisInput, options) {
      const present = await client.diagnosis(input, options);
      const last = isOver(present) || isJudged(present) ? null : lastOf(input.period);
      const instead = last && (await client.diagnosis({ ...input, period: last }, options));
      const standsIn = instead && isJudged(instead);
      told(standsIn ? `last-${last.last.grain.toLowerCase()}` : null);
      return standsIn ? instead : present;
    },
  };
}

const isOver = ({ asOf, period }: DiagnosisReport) => asOf.slice(0, 10) >= period.end;
const isJudged = ({ steps }: DiagnosisReport) => steps.some(({ period }) => period.denominator > 0);

/** Null for a period that is not one of the calendar's. */
function lastOf({ grain, containing }: PeriodInput) {
  return grain && containing ? { last: { count: 1, grain } } : null;
}
