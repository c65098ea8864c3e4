import type { IngestOutcome, IngestUnit, Problem } from '../ingest-input.js';
import type { Batch, Taken } from './batch.js';
import { takeActivity } from './take-activity.js';
import { takeCost } from './take-cost.js';
import { takeAccount, takeLead } from './take-lead.js';
import { takeTransition, warnOfDisorder } from './take-transition.js';

/**
 * Takes one unit into the batch, or leaves the batch as it was and says why.
 * @param malformed what `checkUnit` said of it
 */
export function takeUnit(batch: Batch, unit: IngestUnit, index: number, malformed: readonly Problem[]): IngestOutcome {
  if (malformed.length > 0) return { index, status: 'REJECTED', problems: malformed };
  const problems: Problem[] = [];
  const taken: Taken[] = [];
  const accepted = batch.attempt(() => {
    // The account comes first, so that the lead finds it; what the unit is about is the lead.
    const account = unit.account && takeAccount(batch, unit.account);
    if (unit.lead) taken.push(takeLead(batch, unit, problems));
    if (account) taken.push(account);
    unit.transitions?.forEach((transition, position) => {
      taken.push(takeTransition(batch, transition, `transitions.${position}`, problems));
    });
    unit.activities?.forEach((activity, position) => {
      taken.push(takeActivity(batch, activity, `activities.${position}`, problems));
    });
    unit.costs?.forEach((cost, position) => {
      taken.push(takeCost(batch, cost, `costs.${position}`, problems));
    });
    return !problems.some((problem) => problem.severity === 'ERROR');
  });
  if (!accepted) return { index, status: 'REJECTED', problems };
  unit.transitions?.forEach((transition, position) => {
    warnOfDisorder(batch, transition, `transitions.${position}`, problems);
  });
  return { index, status: statusOf(taken), problems };
}

function statusOf(taken: readonly Taken[]): Taken {
  if (taken[0] === 'CREATED') return 'CREATED';
  return taken.some((each) => each !== 'UNCHANGED') ? 'UPDATED' : 'UNCHANGED';
}
