import {
  type ProposedPolicy,
  type ProposedTarget,
  type ResponseOutcome,
  type SlaClock,
  type SlaClockFigures,
  type SlaFigures,
  type SlaQuestion,
  sla,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { type LeadFilterFields, LeadFilterType, leadFilter } from './lead-filter.js';
import { MoneyType, moneyOrNull } from './money.js';
import { RateType } from './rate.js';
import { answer, commonQuestion, type QuestionFields, questionFields, reportType, type Shown } from './report.js';
import { SlaClockEnum } from './sla-policy.js';

const SlaVerdictEnum = builder.enumType('SlaVerdict', {
  description: 'Whether what was promised is kept on the whole.',
  values: {
    HOLDING: { description: 'On the mean, no longer than allowed.' },
    SLIPPING: { description: 'On the mean, longer than allowed.' },
  } as const,
});

const SlaClockFiguresType = builder.objectRef<SlaClockFigures>('SlaClockFigures').implement({
  description: 'Handoffs with a target on one of the two clocks.',
  fields: (t) => ({
    met: t.exposeInt('met', { description: 'Done by the due instant, that instant included.' }),
    breached: t.exposeInt('breached', { description: 'Done later.' }),
    overdue: t.exposeInt('overdue', { description: 'Not done, and the due instant has passed.' }),
    pending: t.exposeInt('pending', { description: 'Not done, and there is time yet.' }),
    complianceRate: t.field({
      type: RateType,
      resolve: ({ complianceRate }) => complianceRate,
      description: 'met / (met + breached + overdue).',
    }),
    meanDuration: t.exposeFloat('meanDuration', {
      nullable: true,
      description: "Of those done and those overdue at their age, in seconds on each target's own clock.",
    }),
    meanRatio: t.exposeFloat('meanRatio', { nullable: true, description: 'Mean of duration ÷ target of the same.' }),
    verdict: t.expose('verdict', {
      type: SlaVerdictEnum,
      nullable: true,
      description: 'SLIPPING where the mean ratio is above 1; null where there is none.',
    }),
  }),
});

const ResponseBandEnum = builder.enumType('SlaResponseBand', {
  description: 'How soon sales responded.',
  values: {
    WITHIN: { description: 'Within the time given, and no sooner than the band before.' },
    LATER: { description: 'Later than the last band.' },
    NEVER: { description: 'Not by asOf.' },
  } as const,
});

const ResponseOutcomeType = builder.objectRef<ResponseOutcome>('SlaResponseOutcome').implement({
  description: 'What became of handoffs that sales responded to so soon, on the wall clock.',
  fields: (t) => ({
    band: t.expose('band', { type: ResponseBandEnum, description: 'How soon.' }),
    within: t.exposeFloat('within', {
      nullable: true,
      description: 'Seconds, that instant included; of WITHIN alone.',
    }),
    handoffs: t.exposeInt('handoffs', { description: 'With a policy or without.' }),
    sqlRate: t.field({
      type: RateType,
      resolve: ({ sqlRate }) => sqlRate,
      description: 'Of them, those that became SQL by asOf.',
    }),
    customerRate: t.field({
      type: RateType,
      resolve: ({ customerRate }) => customerRate,
      description: 'Of them, those that became CUSTOMER by asOf.',
    }),
  }),
});

const SlaReplayType = builder.objectRef<NonNullable<SlaFigures['replay']>>('SlaReplay').implement({
  description: 'The same handoffs under the proposed policies.',
  fields: (t) => ({
    firstResponse: t.field({
      type: SlaClockFiguresType,
      resolve: ({ firstResponse }) => firstResponse,
      description: 'Until the first call, email or meeting, or the decision.',
    }),
    decision: t.field({
      type: SlaClockFiguresType,
      resolve: ({ decision }) => decision,
      description: 'Until the decision.',
    }),
    wasted: t.exposeInt('wasted', { description: 'First response BREACHED or OVERDUE.' }),
    neverWorked: t.exposeInt('neverWorked', { description: 'First response OVERDUE.' }),
  }),
});

const SlaFiguresType = builder.objectRef<Shown<SlaFigures>>('SlaFigures').implement({
  description: 'Whether sales follows up in the agreed time.',
  fields: (t) => ({
    handoffs: t.int({
      resolve: ({ figures }) => figures.handoffs,
      description: 'Opened in the period, with a policy or without.',
    }),
    firstResponse: t.field({
      type: SlaClockFiguresType,
      resolve: ({ figures }) => figures.firstResponse,
      description: 'Until the first call, email or meeting, or the decision if that comes first.',
    }),
    decision: t.field({
      type: SlaClockFiguresType,
      resolve: ({ figures }) => figures.decision,
      description: 'Until the handoff is accepted, rejected, recycled or disqualified.',
    }),
    wasted: t.int({
      resolve: ({ figures }) => figures.wasted,
      description: 'Handoffs whose first response is BREACHED or OVERDUE.',
    }),
    neverWorked: t.int({
      resolve: ({ figures }) => figures.neverWorked,
      description: 'Handoffs whose first response is OVERDUE.',
    }),
    wastedCost: t.field({
      type: MoneyType,
      nullable: true,
      description:
        'wasted × SIMPLE cost per MQL of the same period and filter. Null where nobody entered MQL, and by or under a filter on what cost does not carry, such as the owner.',
      resolve: ({ figures, answer: { currency } }) => moneyOrNull(figures.wastedCost, currency),
    }),
    outcomes: t.field({
      type: [ResponseOutcomeType],
      resolve: ({ figures }) => [...figures.outcomes],
      description: 'What became of the handoffs, by time to first response: every band, then LATER, then NEVER.',
    }),
    replay: t.field({
      type: SlaReplayType,
      nullable: true,
      resolve: ({ figures }) => figures.replay,
      description: 'Null where no replay was asked for.',
    }),
  }),
});

export const SlaReportType = reportType('Sla', 'Whether sales follows up in the agreed time.', SlaFiguresType);

const ProposedTargetInput = builder.inputRef<{ within: string; clock: SlaClock }>('SlaProposedTargetInput').implement({
  description: 'Within what time something would be to be done, from when the handoff opened.',
  fields: (t) => ({
    within: t.string({
      required: true,
      description:
        'ISO 8601 with whole hours and minutes, and on the CALENDAR clock weeks and days of 24 h: `PT1H`, `P2D`.',
    }),
    clock: t.field({ type: SlaClockEnum, required: true, description: 'On which clock.' }),
  }),
});

interface ProposalFields {
  filter?: LeadFilterFields | null | undefined;
  firstResponse?: ProposedTarget | null | undefined;
  decision?: ProposedTarget | null | undefined;
  calendar?: string | null | undefined;
}

const ProposalInput = builder.inputRef<ProposalFields>('SlaProposalInput').implement({
  description: 'A policy as proposed; it has one of the targets or both.',
  fields: (t) => ({
    filter: t.field({ type: LeadFilterType, description: 'Which handoffs it judges; default all.' }),
    firstResponse: t.field({ type: ProposedTargetInput, description: 'For the first response.' }),
    decision: t.field({ type: ProposedTargetInput, description: 'For the decision.' }),
    calendar: t.string({
      description: 'Key of the business calendar behind BUSINESS targets; default the first that was defined.',
    }),
  }),
});

interface SlaFields extends QuestionFields {
  responseBands?: number[] | null | undefined;
  replay?: ProposalFields[] | null | undefined;
}

export const SlaInputType = builder.inputRef<SlaFields>('SlaInput').implement({
  description: 'A question about what sales promised.',
  fields: (t) => ({
    ...questionFields(t),
    responseBands: t.field({
      type: ['Duration'],
      description: 'Upper ends of the bands of time to first response, ascending, 1–20; default PT1H and PT24H.',
    }),
    replay: t.field({
      type: [ProposalInput],
      description:
        'Judge the same handoffs under these policies too, 1–20; a handoff comes under the first whose filter it meets.',
    }),
  }),
});

export function slaQuestion(input: SlaFields): SlaQuestion {
  return {
    ...commonQuestion(input),
    responseBands: input.responseBands ?? undefined,
    replay: input.replay?.map(proposal),
  };
}

builder.queryField('sla', (t) =>
  t.field({
    type: SlaReportType,
    description: 'Whether sales follows up in the agreed time, what it costs where not, and what comes of it.',
    authScopes: { scope: 'reports:read' },
    args: { input: t.arg({ type: SlaInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, sla, () => slaQuestion(input)),
  }),
);

function proposal({ filter, firstResponse, decision, calendar }: ProposalFields): ProposedPolicy {
  return {
    filter: leadFilter(filter),
    firstResponse: firstResponse ?? undefined,
    decision: decision ?? undefined,
    calendar: calendar ?? undefined,
  };
}
