import {
  type CountedResponses,
  countedInBand,
  type ResponseOutcome,
  SLA_STATUSES,
  type SlaClockFigures,
  type SlaFigures,
  type SlaMeasure,
} from '@leadstage/core';
import { builder } from '../builder.js';
import { SlaStatusEnum } from './handoff.js';
import { RateType } from './rate.js';
import type { Shown } from './report.js';
import { BEHIND_HANDOFFS, behind } from './report-leads.js';

const SlaVerdictEnum = builder.enumType('SlaVerdict', {
  description: 'Whether what was promised is kept on the whole.',
  values: {
    HOLDING: { description: 'On the mean, no longer than allowed.' },
    SLIPPING: { description: 'On the mean, longer than allowed.' },
  } as const,
});

/** On which clock, and in which cell; a replay has none. */
interface ShownClock extends SlaClockFigures {
  readonly clock: SlaMeasure['clock'];
  readonly shown: Shown<SlaFigures> | null;
}

export const SlaClockFiguresType = builder.objectRef<ShownClock>('SlaClockFigures').implement({
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
    behind: t.string({
      nullable: true,
      description: `${BEHIND_HANDOFFS} Null in a replay too: whoever replays has the proposals, and the text would have to hold them.`,
      args: {
        status: t.arg({
          type: SlaStatusEnum,
          description: 'Behind which count; default met, breached, overdue and pending together.',
        }),
      },
      resolve: ({ clock, shown }, { status }) =>
        shown && behind(shown, () => ({ kind: 'sla', clock, statuses: status ? [status] : SLA_STATUSES })),
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

const BecameEnum = builder.enumType('SlaResponseCount', {
  description: 'Which handoffs of a band.',
  values: {
    HANDOFFS: { description: '`handoffs`.' },
    SQL: { description: 'The numerator of `sqlRate`.' },
    CUSTOMER: { description: 'The numerator of `customerRate`.' },
  } as const,
});

type ShownOutcome = ResponseOutcome & { readonly shown: Shown<SlaFigures> };

export const ResponseOutcomeType = builder.objectRef<ShownOutcome>('SlaResponseOutcome').implement({
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
    behind: t.string({
      nullable: true,
      description: BEHIND_HANDOFFS,
      args: { of: t.arg({ type: BecameEnum, description: 'Behind which count; default HANDOFFS.' }) },
      resolve: ({ shown, ...outcome }, { of }) => {
        const became: CountedResponses['became'] = of === 'SQL' || of === 'CUSTOMER' ? of : null;
        return behind(shown, () => countedInBand(outcome, shown.figures.outcomes, became));
      },
    }),
  }),
});
