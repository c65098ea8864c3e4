import { builder } from '../../builder.js';
import { ActivityTypeEnum } from '../activity.js';
import { CostScopeEnum } from '../cost.js';
import { TransitionKindEnum } from '../transition.js';

const OWN_ID = 'Your own id of it, 1–255 characters. What has come under it before is not stored twice.';
const LEAD = "The lead's external id.";
const KEPT = 'Left out: stays as it is; null: cleared.';

const AttributeValueInput = builder.inputType('AttributeValueInput', {
  description: 'A value of a workspace-defined attribute.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its key: a letter, then letters, digits and _.' }),
    value: t.string({ description: 'Null clears it.' }),
  }),
});

export const LeadUpsert = builder.inputType('LeadUpsertInput', {
  description: `A lead, made or changed. ${KEPT}`,
  fields: (t) => ({
    externalId: t.string({ required: true, description: OWN_ID }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Since when it is known; a new lead needs it, unless transitions of it come in the same call.',
    }),
    name: t.string({ description: 'Personal data.' }),
    email: t.string({ description: 'Personal data.' }),
    source: t.string({ description: 'Where it came from.' }),
    leadType: t.string({ description: 'What it answered: e-book, demo request …' }),
    campaign: t.string({ description: 'The campaign that won it.' }),
    region: t.string({ description: 'Where it is.' }),
    owner: t.string({ description: 'Who works it. `assignLead` says since when.' }),
    account: t.string({ description: "Its account's external id; an account that is not known is made." }),
    value: t.field({ type: 'Decimal', description: "Expected, then won, in the workspace's currency." }),
    attributes: t.field({
      type: [AttributeValueInput],
      description: 'Workspace-defined attributes; those not named stay. No personal data belongs here.',
    }),
  }),
});

export const AccountUpsertItem = builder.inputType('IngestAccountInput', {
  description: `A company, made or changed. ${KEPT}`,
  fields: (t) => ({
    externalId: t.string({ required: true, description: OWN_ID }),
    name: t.string({ description: 'For people.' }),
  }),
});

export const CrmValueInput = builder.inputType('CrmValueInput', {
  description: 'A value of a field of the CRM.',
  fields: (t) => ({
    field: t.string({ required: true, description: 'The field: `Lead Status`.' }),
    value: t.string({ required: true, description: 'Its value: `Working`. Compared without case and outer blanks.' }),
  }),
});

export const TransitionRecord = builder.inputType('TransitionRecordInput', {
  description:
    'An entry of a lead into a stage, as it happened. Exactly one of `to`, `out` and `crm` says where it went. It is stored as given, also late and out of order.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: OWN_ID }),
    lead: t.string({ required: true, description: LEAD }),
    to: t.string({ description: "The stage's key, a standard stage's name, or `SQO`." }),
    out: t.boolean({ description: 'True: the lead left the ladder (DISQUALIFIED); needs a reason.' }),
    crm: t.field({
      type: CrmValueInput,
      description: 'A value of the CRM, mapped by `mapCrmValues`. One that is not mapped waits until it is.',
    }),
    kind: t.field({ type: TransitionKindEnum, description: 'Default: it follows from the two stages.' }),
    occurredAt: t.field({ type: 'DateTime', required: true, description: 'When it happened.' }),
    actor: t.string({ description: 'Who did it.' }),
    reason: t.string({ description: 'Why; required for REJECTED and DISQUALIFIED.' }),
  }),
});

export const ActivityRecord = builder.inputType('ActivityRecordInput', {
  description: 'What sales did about a lead. The first one on a handoff stops its response clock.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: OWN_ID }),
    lead: t.string({ required: true, description: LEAD }),
    type: t.field({ type: ActivityTypeEnum, required: true, description: 'Call, e-mail or meeting.' }),
    occurredAt: t.field({ type: 'DateTime', required: true, description: 'When it happened.' }),
    actor: t.string({ description: 'Who did it.' }),
  }),
});

export const CostRecord = builder.inputType('CostRecordInput', {
  description: 'Money spent over local dates `[from, to)`, accruing evenly by day.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: OWN_ID }),
    amount: t.field({ type: 'Decimal', required: true, description: 'At most 4 decimals; negative is a credit.' }),
    currency: t.string({ required: true, description: 'ISO 4217.' }),
    exchangeRate: t.field({
      type: 'Decimal',
      description: "The workspace's currency per unit of `currency`; required where the two differ, refused where not.",
    }),
    from: t.field({ type: 'Date', required: true, description: 'First local date.' }),
    to: t.field({ type: 'Date', required: true, description: 'The local date after the last.' }),
    category: t.string({ required: true, description: 'Such as `ads`.' }),
    source: t.string({ description: 'Of the leads it was spent on.' }),
    leadType: t.string({ description: 'Of the leads it was spent on.' }),
    campaign: t.string({ description: 'It was spent on.' }),
    costScope: t.field({ type: CostScopeEnum, description: 'Default MARKETING.' }),
  }),
});
