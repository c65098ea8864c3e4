import { type BenchmarkLeftOut, type DiagnosisBody, type DiagnosisQuestion, diagnosis } from '@leadstage/core';
import { builder } from '../builder.js';
import { reportPrice } from '../limits/price.js';
import type { Answer } from '../query/run-report.js';
import { BenchmarkType } from './benchmark.js';
import { FindingType, type InDiagnosis, StepOverviewType, ThinType } from './diagnosis-finding.js';
import { PeriodType } from './period.js';
import type { Remembered } from './remembering.js';
import { answer, commonQuestion, type QuestionFields, questionFields, ReportInterface, reportRef } from './report.js';

const BenchmarkLeftOutType = builder.objectRef<BenchmarkLeftOut>('BenchmarkLeftOut').implement({
  description: 'A benchmark that is not compared with.',
  fields: (t) => ({
    benchmark: t.field({ type: BenchmarkType, resolve: ({ benchmark }) => benchmark, description: 'Which.' }),
    reason: t.exposeString('reason', { description: 'Why not, and what would help.' }),
  }),
});

export const DiagnosisReportType = reportRef<Answer<DiagnosisBody> & Remembered>('Diagnosis').implement({
  description: 'Which step is in trouble, since when, why, and how sure.',
  interfaces: [ReportInterface],
  fields: (t) => ({
    quiet: t.exposeBoolean('quiet', { description: 'Whether no drop was found.' }),
    summary: t.exposeString('summary', { description: 'In a sentence or two.' }),
    findings: t.field({
      type: [FindingType],
      resolve: (answer) => told(answer.findings, answer),
      description: 'Drops that stand out, worst first by leads lost.',
    }),
    improvements: t.field({
      type: [FindingType],
      resolve: (answer) => told(answer.improvements, answer),
      description: 'Rises that stand out, greatest first.',
    }),
    steps: t.field({
      type: [StepOverviewType],
      resolve: (answer) => told(answer.steps, answer),
      description: 'Every step over all leads, from LEAD up, then what is about handoffs.',
    }),
    thin: t.field({
      type: [ThinType],
      resolve: (answer) => told(answer.thin, answer),
      description: 'What could not be judged, and what it would take.',
    }),
    benchmarksLeftOut: t.field({
      type: [BenchmarkLeftOutType],
      resolve: ({ benchmarksLeftOut }) => [...benchmarksLeftOut],
      description: 'Benchmarks of another definition; none where benchmarks were named.',
    }),
    tested: t.exposeInt('tested', { description: 'How many comparisons were tested, as one family.' }),
    attributes: t.stringList({
      resolve: ({ attributes }) => [...attributes],
      description: 'Which were looked at, each on its own.',
    }),
    baseline: t.field({ type: PeriodType, resolve: ({ baseline }) => baseline, description: 'The periods before.' }),
    conversionWindow: t.float({
      resolve: ({ conversionWindow }) => conversionWindow / 1_000,
      description: 'Seconds that a lead may take from one stage to the next.',
    }),
    watchedUntil: t.expose('watchedUntil', {
      type: 'DateTime',
      description: 'asOf − conversionWindow: leads that entered a stage later do not count yet.',
    }),
  }),
});

function told<Said>(some: readonly Said[], answer: Remembered): InDiagnosis<Said>[] {
  return some.map((each) => ({ ...each, answer }));
}

interface DiagnosisFields extends QuestionFields {
  baselinePeriods?: number | null | undefined;
  conversionWindow?: number | null | undefined;
  benchmarks?: (string | number)[] | null | undefined;
}

export const DiagnosisInputType = builder.inputRef<DiagnosisFields>('DiagnosisInput').implement({
  description:
    'A question for what is wrong. Here `by` names attributes to look at each on its own (default `source` and `leadType`), and `grain` the buckets of the change point (default WEEK).',
  fields: (t) => ({
    ...questionFields(t),
    baselinePeriods: t.int({ description: 'How many periods before the period are the baseline, 1–24; default 3.' }),
    conversionWindow: t.field({
      type: 'Duration',
      description: 'How long a lead may take to the next stage; only leads watched for so long count. Default P30D.',
    }),
    benchmarks: t.idList({ description: 'Which to compare with; default every one of our own definition.' }),
  }),
});

export function diagnosisQuestion(input: DiagnosisFields): DiagnosisQuestion {
  return {
    ...commonQuestion(input),
    baselinePeriods: input.baselinePeriods ?? undefined,
    conversionWindow: input.conversionWindow ?? undefined,
    benchmarks: input.benchmarks?.map(String),
  };
}

builder.queryField('diagnosis', (t) =>
  t.field({
    type: DiagnosisReportType,
    description: 'Which step is in trouble, since when, why, and how sure.',
    authScopes: { report: 'diagnosis' },
    extensions: reportPrice({ weight: 200 }),
    args: { input: t.arg({ type: DiagnosisInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, diagnosis, () => diagnosisQuestion(input)),
  }),
);
