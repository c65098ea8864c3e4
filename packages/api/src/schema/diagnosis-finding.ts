import type { Finding, Slice, StepOverview, Thin } from '@leadstage/core';
import { builder, type Types } from '../builder.js';
import { BenchmarkType } from './benchmark.js';
import { RateType } from './rate.js';
import { DifferenceType, SinceType, SplitType, StepType } from './rate-change.js';
import type { Remembered } from './remembering.js';
import { BEHIND_EITHER, behindIn, RatePartEnum } from './report-leads.js';
import { StageDefinitionType, TeamEnum } from './stage-definition.js';

const TroubleEnum = builder.enumType('Trouble', {
  description: 'What a drop of a step is a question of.',
  values: {
    TARGETING: { description: 'Few MQLs per lead: whom marketing reaches.' },
    QUALIFICATION: { description: 'Few SQLs per MQL: what is handed over, or the lead type.' },
    SALES_QUALIFICATION: { description: 'Few QSOs per SQL: how sales qualifies.' },
    CLOSING: { description: 'Few customers per QSO.' },
    FOLLOW_UP: { description: 'First responses later than promised.' },
  } as const,
});

const JudgedMetricEnum = builder.enumType('JudgedMetric', {
  description: 'Which rate of a step is judged; see `metricDefinitions`.',
  values: {
    STEP_RATE: { value: 'stepRate', description: 'stepRate, of leads watched for the conversion window.' },
    ACCEPTANCE_RATE: { value: 'acceptanceRate', description: 'acceptanceRate, of handoffs.' },
    COMPLIANCE_RATE: { value: 'complianceRate', description: 'complianceRate of first responses.' },
  } as const,
});

const ComparisonEnum = builder.enumType('Comparison', {
  description: 'What a period is compared with.',
  values: {
    BASELINE: { description: 'The periods before it.' },
    BENCHMARK: { description: 'A figure of others.' },
  } as const,
});

const ThinReasonEnum = builder.enumType('ThinReason', {
  description: 'Why a comparison could not be made.',
  values: {
    TOO_FEW: { description: 'Fewer than five leads would be expected to take the step, or not to take it.' },
    ALL_ALIKE: { description: 'All leads took the step, or none: there is nothing to test.' },
    NEW_STAGE: { description: 'A stage of the step was not in the ladder all the time.' },
  } as const,
});

const SideEnum = builder.enumType('DiagnosisSide', {
  description: 'Which of two rates that are compared.',
  values: {
    PERIOD: { description: '`period`.' },
    BASELINE: { description: '`baseline`.' },
  } as const,
});

/** What a diagnosis says of something, with the answer that it stands in. */
export type InDiagnosis<Said> = Said & { readonly answer: Remembered };

type Fields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, Parent>;

/** Which rate of which step. */
function subjectFields<
  Parent extends InDiagnosis<
    Pick<StepOverview, 'metric' | 'step' | 'trouble' | 'team' | 'period' | 'baseline' | 'behind'> & Partial<Slice>
  >,
>(t: Fields<Parent>) {
  return {
    metric: t.field({ type: JudgedMetricEnum, resolve: ({ metric }) => metric, description: 'Which rate.' }),
    step: t.field({ type: StepType, resolve: ({ step }) => step, description: 'Of which step.' }),
    trouble: t.field({
      type: TroubleEnum,
      resolve: ({ trouble }) => trouble,
      description: 'What a drop of it is about.',
    }),
    team: t.field({ type: TeamEnum, resolve: ({ team }) => team, description: 'Who owns the step.' }),
    period: t.field({ type: RateType, resolve: ({ period }) => period, description: 'Of the period.' }),
    baseline: t.field({
      type: RateType,
      nullable: true,
      resolve: ({ baseline }) => baseline,
      description: 'Of the periods before; null for what is compared with benchmarks alone.',
    }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_EITHER}, and where nothing was counted.`,
      args: {
        part: t.arg({ type: RatePartEnum, description: 'Behind which number of a rate; default NUMERATOR.' }),
        of: t.arg({ type: SideEnum, description: 'Behind which rate; default PERIOD.' }),
      },
      resolve: ({ answer, behind, attribute = null, value = null }, { part, of }) => {
        const period = of === 'BASELINE' ? behind.baseline : behind.period;
        const counted = part === 'DENOMINATOR' ? behind.denominator : behind.numerator;
        const group = attribute === null ? { by: [], keys: [] } : { by: [attribute], keys: [value] };
        return period && behindIn(answer, { period, ...group }, counted);
      },
    }),
  };
}

/** Over which leads, and with what. */
function comparisonFields<Parent extends Pick<Thin, 'attribute' | 'value' | 'against'>>(t: Fields<Parent>) {
  return {
    attribute: t.string({
      nullable: true,
      resolve: ({ attribute }) => attribute,
      description: 'Which leads: those with one value of this attribute. Null: all leads.',
    }),
    value: t.string({
      nullable: true,
      resolve: ({ value }) => value,
      description: 'That value; null where it is missing, and for all leads.',
    }),
    comparison: t.field({ type: ComparisonEnum, resolve: ({ against }) => against.kind, description: 'With what.' }),
    benchmark: t.field({
      type: BenchmarkType,
      nullable: true,
      resolve: ({ against }) => (against.kind === 'BENCHMARK' ? against.benchmark : null),
      description: 'BENCHMARK: which.',
    }),
  };
}

export const FindingType = builder.objectRef<InDiagnosis<Finding>>('DiagnosisFinding').implement({
  description: 'A difference that is more than chance would bring about.',
  fields: (t) => ({
    ...subjectFields(t),
    ...comparisonFields(t),
    difference: t.field({ type: DifferenceType, resolve: (each) => each.difference, description: 'How large.' }),
    z: t.exposeFloat('z', { description: 'Of the two-sided test.' }),
    p: t.exposeFloat('p', { description: 'Of this test alone, 0 to 1.' }),
    adjustedP: t.exposeFloat('adjustedP', {
      description: 'Allowing for all tests (Benjamini–Hochberg); at most 0.05.',
    }),
    leadsLost: t.exposeFloat('leadsLost', {
      description: 'How many fewer leads of the period took the step than at the other rate; negative: more.',
    }),
    since: t.field({
      type: SinceType,
      nullable: true,
      resolve: ({ since }) => since,
      description: 'BASELINE: since when. Null where the series does not say.',
    }),
    splits: t.field({
      type: [SplitType],
      resolve: ({ splits }) => [...splits],
      description: 'BASELINE, of all leads: the change split over each attribute.',
    }),
    redefined: t.field({
      type: [StageDefinitionType],
      resolve: ({ redefined }) => [...redefined],
      description:
        'Versions of the step’s stages that came into force since the baseline began: they may be part of it.',
    }),
    main: t.exposeBoolean('main', {
      description: 'The clearest evidence of its step, one for each step: where to look first.',
    }),
    reading: t.exposeString('reading', { description: 'In plain words, with the numbers.' }),
  }),
});

export const StepOverviewType = builder.objectRef<InDiagnosis<StepOverview>>('DiagnosisStep').implement({
  description: 'A step over all leads, whether anything stands out or not.',
  fields: (t) => ({
    ...subjectFields(t),
    difference: t.field({
      type: DifferenceType,
      nullable: true,
      resolve: ({ difference }) => difference,
      description: 'Of the period’s rate from the baseline’s; null where either has no leads.',
    }),
    splits: t.field({
      type: [SplitType],
      resolve: ({ splits }) => [...splits],
      description: 'The change split over each attribute.',
    }),
  }),
});

export const ThinType = builder.objectRef<InDiagnosis<Thin>>('ThinComparison').implement({
  description: 'A comparison that could not be made. It is never a finding.',
  fields: (t) => ({
    ...subjectFields(t),
    ...comparisonFields(t),
    reason: t.field({ type: ThinReasonEnum, resolve: ({ reason }) => reason, description: 'Why not.' }),
    needed: t.exposeInt('needed', {
      nullable: true,
      description: 'How many watched leads each side needs at the present rate; null where no number would do.',
    }),
    reading: t.exposeString('reading', { description: 'In plain words.' }),
  }),
});
