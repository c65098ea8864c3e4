import {
  type AcceptanceQuestion,
  acceptance,
  type CostQuestion,
  cost,
  type DiagnosisQuestion,
  type FunnelQuestion,
  funnel,
  type Report,
  type ReportQuestion,
  type SlaQuestion,
  type StandardMetricsQuestion,
  sla,
  standardMetrics,
  type VelocityQuestion,
  velocity,
} from '@leadstage/core';
import type { CostMethod, Proposal, Question } from '../../oracle/model.js';
import { durationOf } from './carry-out.js';
import { diagnosisWithFigures, neededReport } from './composed-rows.js';

/** What reports are to take besides what they do; they ignore what they do not know. */
interface Extended {
  readonly funnel: FunnelQuestion & { readonly unit?: 'LEAD' | 'ACCOUNT' | undefined };
  readonly velocity: VelocityQuestion & {
    readonly clock?: 'CALENDAR' | 'BUSINESS' | undefined;
    readonly calendar?: string | undefined;
    readonly timeInStage?: readonly string[] | undefined;
  };
  readonly cost: Omit<CostQuestion, 'method'> & {
    readonly method: CostMethod['kind'];
    readonly rollingDays?: number | undefined;
    readonly lagFrom?: 'OBSERVED' | 'MQL_TIME_PLUS_SLA' | undefined;
    readonly policy?: string | undefined;
    readonly allocation?: 'UNALLOCATED' | 'BY_ENTRIES' | undefined;
  };
}

export function toFunnel(
  asked: Extract<Question, { report: 'COHORT' | 'THROUGHPUT' | 'MATURITY' }>,
): Extended['funnel'] {
  if (asked.report === 'THROUGHPUT') return { ...asked.question, mode: 'THROUGHPUT' };
  const { conversionWindowMs: conversionWindow, ...question } = asked.question;
  return { ...question, conversionWindow, mode: 'COHORT' };
}

/** @param ladder the keys of the report's stages: a question about stays names two of them besides its own */
export function toVelocity(
  asked: Extract<Question, { report: 'VELOCITY' | 'STAYS' }>,
  ladder: readonly string[],
): Extended['velocity'] {
  // A calendar that does not apply is refused.
  const { calendar, ...common } = asked.question;
  const clock = common.clock === 'BUSINESS' && calendar !== undefined ? { calendar } : {};
  if (!('stage' in common)) return { ...common, ...clock };
  const { stage, ...rest } = common;
  const question = { ...rest, ...clock };
  return { ...question, from: ladder[0] ?? 'LEAD', to: ladder.at(-1) ?? 'CUSTOMER', timeInStage: [stage] };
}

export function toAcceptance(asked: Extract<Question, { report: 'ACCEPTANCE' }>): AcceptanceQuestion {
  return asked.question;
}

export function toSla(asked: Extract<Question, { report: 'SLA' }>): SlaQuestion {
  const { bandsMs: responseBands, replay, ...question } = asked.question;
  return { ...question, responseBands, ...(replay ? { replay: replay.map(proposed) } : {}) };
}

function proposed({ filter, response, decision, calendar }: Proposal) {
  return {
    filter,
    ...(response ? { firstResponse: durationOf(response) } : {}),
    ...(decision ? { decision: durationOf(decision) } : {}),
    ...(calendar === null ? {} : { calendar }),
  };
}

/** @param ladder the keys of the report's stages: without others all of them are asked for */
export function toCost(
  asked: Extract<Question, { report: 'SPEND' | 'COST' | 'WORTH' }>,
  ladder: readonly string[],
): Extended['cost'] {
  if (asked.report === 'SPEND') {
    const { lagDays = 0, ...question } = asked.question;
    return { ...question, stages: [ladder[0] ?? 'CUSTOMER'], method: 'SHIFTED', lagDays };
  }
  const { method, includeImplied, ...question } = asked.question;
  return { ...question, stages: asked.question.stages ?? ladder, ...methodOf(method) };
}

function methodOf(method: CostMethod): Pick<Extended['cost'], 'method'> & Partial<Extended['cost']> {
  const { kind } = method;
  if (!('lagDays' in method)) return { method: kind };
  const rolling = method.kind === 'ROLLING' ? { rollingDays: method.rollingDays } : {};
  if (typeof method.lagDays === 'number') return { method: kind, ...rolling, lagDays: method.lagDays };
  const { lagDays: lagFrom, roundLagToDays } = method as Extract<CostMethod, { lagDays: string }>;
  const policy = 'policy' in method ? method.policy : undefined;
  return { method: kind, ...rolling, roundLagToDays, ...(lagFrom === 'OBSERVED' ? {} : { lagFrom, policy }) };
}

export function toStandard({ question }: Extract<Question, { report: 'STANDARD' }>): StandardMetricsQuestion {
  const { conversionWindowMs: conversionWindow, ...common } = question;
  return { ...common, conversionWindow };
}

export function toDiagnosis({ question }: Extract<Question, { report: 'DIAGNOSIS' }>): DiagnosisQuestion {
  const { conversionWindowMs: conversionWindow, period, ...common } = question;
  // Buckets of the change point: of long periods no more than there may be.
  return {
    ...common,
    period,
    conversionWindow,
    grain: period.end.slice(0, 4) > period.start.slice(0, 4) ? 'YEAR' : 'WEEK',
  };
}

/** The report that answers a question, with the question as it takes it. */
export function toReport(
  asked: Question,
  ladder: readonly string[],
): { readonly report: Report<ReportQuestion, object>; readonly question: ReportQuestion } {
  const of = (report: unknown, question: ReportQuestion) => {
    return { report: report as Report<ReportQuestion, object>, question };
  };
  switch (asked.report) {
    case 'COHORT':
    case 'THROUGHPUT':
    case 'MATURITY':
      return of(funnel, toFunnel(asked));
    case 'VELOCITY':
    case 'STAYS':
      return of(velocity, toVelocity(asked, ladder));
    case 'ACCEPTANCE':
      return of(acceptance, toAcceptance(asked));
    case 'SLA':
      return of(sla, toSla(asked));
    case 'NEEDED':
      return of(neededReport(asked.question), asked.question);
    case 'STANDARD':
      return of(standardMetrics, toStandard(asked));
    case 'DIAGNOSIS':
      return of(diagnosisWithFigures, toDiagnosis(asked));
    case 'SPEND':
    case 'COST':
    case 'WORTH':
      return of(cost, toCost(asked, ladder) as ReportQuestion);
  }
}
