import {
  acceptance,
  type CostQuestion,
  cost,
  funnel,
  InvalidInput,
  type Measure,
  sla,
  standardMetrics,
  velocity,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { runReport } from '../../../packages/api/src/query/run-report.js';
import type { Question } from '../../oracle/model.js';
import { diagnosisRows, diagnosisWithFigures, neededReport, neededRows, standardRows } from './composed-rows.js';
import { costRows, spendRows, windowRows, worthRows } from './cost-rows.js';
import * as funnelRows from './funnel-rows.js';
import { acceptanceRows, slaRows } from './handoff-rows.js';
import { type Ladder, probe, stageNamed, stagesUp } from './probe.js';
import type { Row } from './rows.js';
import { toAcceptance, toCost, toDiagnosis, toFunnel, toSla, toStandard, toVelocity } from './to-report.js';

/** A name that the ladder, or the calendars, of that day do not have: the oracle answers with nothing. */
const NOTHING = ['UNKNOWN_STAGE', 'INVALID_STAGES', 'UNKNOWN_CALENDAR', 'NO_CALENDAR'];

/** What the reports answer, in rows; the paths taken are added to `paths`. */
export async function fromSql(database: Database, id: string, asked: Question, paths: Set<string>): Promise<Row[]> {
  try {
    return await answered(database, id, asked, paths);
  } catch (error) {
    if (error instanceof InvalidInput && NOTHING.includes(error.code)) return [];
    throw error;
  }
}

/** The ladder in force at a question's `asOf`, lowest stage first; none where nothing is known yet. */
export async function ladderOf(
  database: Database,
  id: string,
  { asOf, knownAt }: Question['question'],
): Promise<Ladder> {
  const question = { period: { start: '2000-01-01', end: '2000-01-02' }, asOf, knownAt, measures: () => [] };
  return (await runReport(database, id, probe, question)).definitions;
}

async function answered(database: Database, id: string, asked: Question, paths: Set<string>): Promise<Row[]> {
  const noted = <Answer extends { readonly statistics: { readonly sources: readonly string[] } }>(answer: Answer) => {
    for (const path of answer.statistics.sources) paths.add(path);
    return answer;
  };
  const { period, grain, filter, by, asOf, knownAt, ladder: ladderMode } = asked.question;
  const common = { period, grain, filter, by, asOf, knownAt, ladder: ladderMode };
  const ladder = await ladderOf(database, id, asked.question);
  const keys = ladder.map((stage) => stage.key);
  const probed = async (measures: readonly Measure[]) =>
    noted(await runReport(database, id, probe, { ...common, measures: () => measures }));
  switch (asked.report) {
    case 'COHORT': {
      const { base, watchedForMs = null, conversionWindowMs = null, includeImplied, unit = 'LEAD' } = asked.question;
      if (watchedForMs === null) {
        return funnelRows.cohortRows(noted(await runReport(database, id, funnel, toFunnel(asked))));
      }
      const stages = stagesUp(ladder, base);
      const ids = stages.map((stage) => stage.id);
      const counted = await probed([
        {
          kind: 'reached',
          unit,
          base: ids[0]!,
          stages: ids,
          within: conversionWindowMs,
          watchedFor: watchedForMs,
          explicitOnly: !includeImplied,
        },
      ]);
      return funnelRows.reachedRows(counted, stages);
    }
    case 'THROUGHPUT': {
      const { base, includeImplied, unit } = asked.question;
      const entered = funnelRows.throughputRows(noted(await runReport(database, id, funnel, toFunnel(asked))));
      if (unit !== 'ACCOUNT') return entered;
      const stages = stagesUp(ladder, base);
      const measures = stages.map(({ id: stage }): Measure => {
        return { kind: 'unassigned', stage, explicitOnly: !includeImplied };
      });
      return [...entered, ...funnelRows.unassignedRows(await probed(measures), stages)];
    }
    case 'MATURITY': {
      const { base, conversionWindowMs: within, includeImplied, unit = 'LEAD' } = asked.question;
      const [first, ...stages] = stagesUp(ladder, base);
      const measures = stages.map(({ id: stage }): Measure => {
        return { kind: 'incidence', unit, base: first!.id, stage, within, explicitOnly: !includeImplied };
      });
      return [
        ...funnelRows.maturityRows(noted(await runReport(database, id, funnel, toFunnel(asked)))),
        ...funnelRows.fateRows(await probed(measures), stages),
      ];
    }
    case 'VELOCITY':
      return funnelRows.velocityRows(noted(await runReport(database, id, velocity, toVelocity(asked, keys))));
    case 'STAYS': {
      const stage = stageNamed(ladder, asked.question.stage).id;
      const told = noted(await runReport(database, id, velocity, toVelocity(asked, keys)));
      const isBusiness = asked.question.clock === 'BUSINESS';
      const stays = isBusiness ? [] : funnelRows.staysRows(await probed([{ kind: 'stay', stage, clock: null }]));
      return [...funnelRows.stayRows(told), ...stays];
    }
    case 'ACCEPTANCE':
      return acceptanceRows(noted(await runReport(database, id, acceptance, toAcceptance(asked))));
    case 'SLA':
      return slaRows(noted(await runReport(database, id, sla, toSla(asked))));
    case 'SPEND':
    case 'COST': {
      const body = noted(await runReport(database, id, cost, toCost(asked, keys) as CostQuestion));
      if (asked.report === 'SPEND') return spendRows(body);
      return [...costRows(body, asked.question.method.kind !== 'KERNEL'), ...windowRows(body)];
    }
    case 'WORTH': {
      const told = noted(await runReport(database, id, cost, toCost(asked, keys) as CostQuestion));
      return worthRows(told);
    }
    case 'NEEDED': {
      const report = neededReport(asked.question);
      return neededRows(noted(await runReport(database, id, report, asked.question)));
    }
    case 'STANDARD':
      return standardRows(noted(await runReport(database, id, standardMetrics, toStandard(asked))));
    case 'DIAGNOSIS':
      return diagnosisRows(noted(await runReport(database, id, diagnosisWithFigures, toDiagnosis(asked))));
  }
}
