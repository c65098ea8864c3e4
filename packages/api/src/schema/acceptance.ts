import {
  type AcceptanceBody,
  type AcceptanceFigures,
  acceptance,
  entriesInto,
  type GoalStanding,
  type HandoffState,
  type Rejection,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { flat, reportPrice } from '../limits/price.js';
import type { Answer } from '../query/run-report.js';
import { LeadsNeededType, leadsNeededArgs, neededFor } from './leads-needed.js';
import { PeriodType } from './period.js';
import { RateType } from './rate.js';
import type { Remembered } from './remembering.js';
import {
  answer,
  commonQuestion,
  figuresFields,
  type QuestionFields,
  questionFields,
  ReportInterface,
  reportRef,
  type Shown,
} from './report.js';
import { BEHIND_HANDOFFS, BEHIND_LEADS, behind, behindIn } from './report-leads.js';
import { ConditionType, namedConditions } from './saved-list-question.js';
import { StageDefinitionType } from './stage-definition.js';

type ShownRejection = Rejection & { readonly shown: Shown<AcceptanceFigures> };

const RejectionType = builder.objectRef<ShownRejection>('RejectionCount').implement({
  description: 'Rejections for one reason.',
  fields: (t) => ({
    reason: t.exposeString('reason', { nullable: true, description: 'As it was written; null: none is kept.' }),
    handoffs: t.exposeInt('handoffs', { description: 'How many.' }),
    behind: t.string({
      nullable: true,
      description: BEHIND_HANDOFFS,
      resolve: ({ reason, shown }) => behind(shown, () => ({ kind: 'handoffs', state: 'REJECTED', reason })),
    }),
  }),
});

const HandoffStateEnum = builder.enumType('HandoffState', {
  description: 'How a handoff ended, or that it has not.',
  values: {
    ACCEPTED: { description: 'Sales took it.' },
    REJECTED: { description: 'Sales refused it.' },
    RECYCLED: { description: 'Its lead went back, to be nurtured.' },
    DISQUALIFIED: { description: 'Its lead left the ladder.' },
    DECIDED: { description: 'Ended in one of these ways.' },
    OPEN: { description: 'Has not ended.' },
  } as const satisfies Record<HandoffState, unknown>,
});

const AcceptanceFiguresType = builder.objectRef<Shown<AcceptanceFigures>>('AcceptanceFigures').implement({
  description: 'What became of the handoffs that opened, by asOf.',
  fields: (t) => {
    const count = (
      name: 'handedOver' | 'accepted' | 'rejected' | 'recycled' | 'disqualified' | 'open',
      description: string,
    ) => t.int({ description, resolve: ({ figures }) => figures[name] });
    return {
      handedOver: count('handedOver', 'Handoffs that opened in the period.'),
      accepted: count('accepted', 'Of them, those that sales took.'),
      rejected: count('rejected', 'Those that sales refused.'),
      recycled: count('recycled', 'Those whose lead went back, to be nurtured.'),
      disqualified: count('disqualified', 'Those whose lead left the ladder.'),
      open: count('open', 'Those that nobody had decided on.'),
      acceptanceRate: t.field({
        type: RateType,
        description: 'accepted / handedOver, in handoffs. Nearer 1 is better.',
        resolve: ({ figures }) => figures.acceptanceRate,
      }),
      acceptanceRateOfDecided: t.field({
        type: RateType,
        description: 'accepted / (handedOver − open), in handoffs.',
        resolve: ({ figures }) => figures.acceptanceRateOfDecided,
      }),
      rejections: t.field({
        type: [RejectionType],
        description: 'Rejections by reason, most frequent first, without a reason last; they add up to `rejected`.',
        resolve: (shown) => shown.figures.rejections.map((each) => ({ ...each, shown })),
      }),
      behind: t.string({
        nullable: true,
        description: BEHIND_HANDOFFS,
        args: {
          state: t.arg({
            type: HandoffStateEnum,
            description: 'Behind which count; default all that were handed over.',
          }),
        },
        resolve: (shown, { state }) => behind(shown, () => ({ kind: 'handoffs', state: state ?? null })),
      }),
    };
  },
});

type AcceptanceAnswer = Answer<AcceptanceBody> & Remembered;
type ShownStanding = GoalStanding & { readonly answer: AcceptanceAnswer };

const GoalStandingType = builder.objectRef<ShownStanding>('GoalStanding').implement({
  description: 'A goal, and where it stood at the report’s asOf.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How it is named.' }),
    version: t.exposeInt('version', { description: 'Counts from 1 per goal.' }),
    name: t.exposeString('name', { description: 'For people.' }),
    stage: t.field({
      type: StageDefinitionType,
      nullable: true,
      resolve: ({ stage }) => stage,
      description: 'Entered by the leads that count; null where it was not in force at asOf.',
    }),
    period: t.field({ type: PeriodType, description: 'Local dates.', resolve: ({ period }) => period }),
    target: t.exposeInt('target', { description: 'Entries.' }),
    filter: t.field({
      type: [ConditionType],
      description: 'Which leads count, whatever the report’s filter.',
      resolve: ({ filter }) => namedConditions(filter),
    }),
    entered: t.exposeInt('entered', {
      nullable: true,
      description: 'Leads that first entered the stage in the goal’s period; null with `stage`.',
    }),
    behind: t.string({
      nullable: true,
      description: `${BEHIND_LEADS} Of \`entered\`; null with it.`,
      resolve: ({ answer, stage, period, filter }) =>
        stage && behindIn(answer, { period, filter }, entriesInto(stage.key)),
    }),
    attainment: t.exposeFloat('attainment', { nullable: true, description: 'entered / target.' }),
    pace: t.exposeFloat('pace', {
      nullable: true,
      description: 'entered / (target × elapsedShare); null before the period has begun.',
    }),
    elapsedShare: t.exposeFloat('elapsedShare', {
      description: 'How much of the goal’s period has gone by at asOf, 0 to 1.',
    }),
    leadsNeeded: t.field({
      extensions: flat(100),
      type: LeadsNeededType,
      description:
        'How many leads and MQLs it asks for at the present rates, and before which date at the present lag.',
      args: leadsNeededArgs(t),
      resolve: ({ answer: { asOf, knownAt, ladder }, period, ...goal }, args, context) =>
        neededFor(context, { ...goal, ...period }, { asOf, knownAt, ladder }, args),
    }),
  }),
});

export const AcceptanceReportType = reportRef<AcceptanceAnswer>('Acceptance').implement({
  description: 'Whether sales accepts what marketing hands over.',
  interfaces: [ReportInterface],
  fields: (t) => ({
    ...figuresFields('Acceptance', AcceptanceFiguresType)(t),
    goals: t.field({
      type: [GoalStandingType],
      description: 'Every goal that is pursued and whose period overlaps the report’s, by period and key.',
      resolve: (report) => report.goals.map((goal) => ({ ...goal, answer: report })),
    }),
  }),
});

export const AcceptanceInputType = builder.inputRef<QuestionFields>('AcceptanceInput').implement({
  description: 'A question about handoffs. The attribute `owner` is that of the handoff: at the decision, or at asOf.',
  fields: (t) => questionFields(t),
});

builder.queryField('acceptance', (t) =>
  t.field({
    type: AcceptanceReportType,
    description: 'What became of the leads that were handed over to sales, and how goals stand.',
    authScopes: { report: 'acceptance' },
    extensions: reportPrice({ weight: 20 }),
    args: { input: t.arg({ type: AcceptanceInputType, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => answer(context, acceptance, () => commonQuestion(input)),
  }),
);
