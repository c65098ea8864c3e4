import {
  countedInSla,
  type ProposedPolicy,
  type ProposedTarget,
  type SlaClock,
  type SlaCount,
  type SlaFigures,
  type SlaQuestion,
  sla,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { listed, reportPrice } from '../limits/price.js';
import { type LeadFilterFields, LeadFilterType, leadFilter } from './lead-filter.js';
import { MoneyType, moneyOrNull } from './money.js';
import { answer, commonQuestion, type QuestionFields, questionFields, reportType, type Shown } from './report.js';
import { BEHIND_HANDOFFS, behind } from './report-leads.js';
import { ResponseOutcomeType, SlaClockFiguresType } from './sla-figures.js';
import { SlaClockEnum } from './sla-policy.js';

const SlaCountEnum = builder.enumType('SlaCount', {
  description: 'The counts of an SLA report that are not of one clock.',
  values: {
    HANDOFFS: { description: '`handoffs`.' },
    WASTED: { description: '`wasted`.' },
    NEVER_WORKED: { description: '`neverWorked`.' },
  } as const satisfies Record<SlaCount, unknown>,
});

const SlaReplayType = builder.objectRef<NonNullable<SlaFigures['replay']>>('SlaReplay').implement({
  description: 'The same handoffs under the proposed policies.',
  fields: (t) => ({
    firstResponse: t.field({
      type: SlaClockFiguresType,
      resolve: ({ firstResponse }) => ({ ...firstResponse, clock: 'RESPONSE' as const, shown: null }),
      description: 'Until the first call, email or meeting, or the decision.',
    }),
    decision: t.field({
      type: SlaClockFiguresType,
      resolve: ({ decision }) => ({ ...decision, clock: 'DECISION' as const, shown: null }),
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
      resolve: (shown) => ({ ...shown.figures.firstResponse, clock: 'RESPONSE' as const, shown }),
      description: 'Until the first call, email or meeting, or the decision if that comes first.',
    }),
    decision: t.field({
      type: SlaClockFiguresType,
      resolve: (shown) => ({ ...shown.figures.decision, clock: 'DECISION' as const, shown }),
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
      resolve: (shown) => shown.figures.outcomes.map((outcome) => ({ ...outcome, shown })),
      description: 'What became of the handoffs, by time to first response: every band, then LATER, then NEVER.',
    }),
    replay: t.field({
      type: SlaReplayType,
      nullable: true,
      resolve: ({ figures }) => figures.replay,
      description: 'Null where no replay was asked for.',
    }),
    behind: t.string({
      nullable: true,
      description: BEHIND_HANDOFFS,
      args: { of: t.arg({ type: SlaCountEnum, description: 'Behind which count; default HANDOFFS.' }) },
      resolve: (shown, { of }) => behind(shown, () => countedInSla(of ?? 'HANDOFFS')),
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
    authScopes: { report: 'sla' },
    extensions: reportPrice({ weight: 100, more: ({ replay }) => listed(replay) }),
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
