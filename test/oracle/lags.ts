import { type Fraction, fraction, nearestMultiple, plus } from './fractions.js';
import { policiesAt } from './judgements.js';
import { handoffStageOf, reportLadder, reportStage } from './ladder.js';
import type { CostQuestion, History, Lag, StageDefinition } from './model.js';
import { timeToReach } from './velocity.js';
import { calendarVersions, versionAt, weeklyWork } from './working-time.js';

const DAY_MS = 86_400_000n;
const WEEK_MS = 7n * DAY_MS;

/** Days by which a stage's spend window lies before the period; null where nothing shows how long it takes. */
export function lagOf(history: History, question: CostQuestion, lag: Lag, stage: StageDefinition): number | null {
  if (typeof lag.lagDays === 'number') return lag.lagDays;
  const lead = reportStage(history, question, 'LEAD');
  if (!lead) return null;
  if (stage.position <= lead.position) return 0;
  const time =
    lag.lagDays === 'OBSERVED' ? meanTime(history, question, lead, stage) : plusSla(history, question, lag, stage);
  if (time === null) return null;
  return Number(
    nearestMultiple(
      fraction(time.numerator, time.denominator * DAY_MS),
      BigInt(('roundLagToDays' in lag && lag.roundLagToDays) || 1),
    ),
  );
}

/** The mean of timeToReach over the whole report, in milliseconds. */
function meanTime(
  history: History,
  question: CostQuestion,
  from: StageDefinition,
  to: StageDefinition,
): Fraction | null {
  const { period, filter, asOf, knownAt, ladder } = question;
  const [total] = timeToReach(history, {
    period,
    filter,
    asOf,
    knownAt,
    ladder,
    from: from.key,
    to: to.key,
    basis: 'TO',
  });
  return total ? fraction(total.sumMs, total.count) : null;
}

/** Mean time to MQL; for what comes after it plus the time in which sales promises to decide. */
function plusSla(
  history: History,
  question: CostQuestion,
  { policy: key }: Extract<Lag, { readonly lagDays: 'MQL_TIME_PLUS_SLA' }>,
  stage: StageDefinition,
): Fraction | null {
  const lead = reportStage(history, question, 'LEAD')!;
  const mql = handoffStageOf(reportLadder(history, question));
  const mean = mql && mql.position > lead.position ? meanTime(history, question, lead, mql) : null;
  if (!mql || mean === null) return null;
  if (stage.position <= mql.position) return mean;
  const decision = decisionTime(history, question, key);
  return decision && plus(mean, decision);
}

/** Working hours as a share of the calendar's week: 40 of 40 h are 7 days. */
function decisionTime(
  history: History,
  { asOf = Infinity, knownAt = Infinity }: CostQuestion,
  key?: string,
): Fraction | null {
  const known = (history.policies ?? []).filter((policy) => policy.recordedAt <= knownAt);
  const chosen = policiesAt(known, asOf).find((policy) => (key === undefined ? policy.decision : policy.key === key));
  if (!chosen?.decision) return null;
  const { clock, ms } = chosen.decision;
  if (clock === 'CALENDAR') return fraction(ms);
  const calendar = versionAt(calendarVersions(history, chosen.calendar, knownAt), asOf);
  return calendar ? fraction(BigInt(ms) * WEEK_MS, weeklyWork(calendar)) : null;
}
