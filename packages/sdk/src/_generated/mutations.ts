// Generated from ../api/schema.graphql and src/operations/*.graphql by `npm run generate -w @leadstage/sdk`. Do not edit.
import type { AcceptLeadMutation, AcceptLeadInput, AddBenchmarkMutation, AddBenchmarkInput, AdvanceLeadMutation, AdvanceLeadInput, AssignLeadMutation, AssignLeadInput, CopyReportMutation, CopyReportInput, CorrectCostMutation, CorrectCostInput, CreateApiKeyMutation, CreateApiKeyInput, CreateEmbedTokenMutation, CreateEmbedTokenInput, CreateWebhookMutation, CreateWebhookInput, DefineRuleMutation, DefineRuleInput, DefineStageMutation, DefineStageInput, DeleteLeadMutation, DeleteLeadInput, DeleteListMutation, DeleteListInput, DeleteReportMutation, DeleteReportInput, DeleteWebhookMutation, DeleteWebhookInput, DisableRuleMutation, DisableRuleInput, DisqualifyLeadMutation, DisqualifyLeadInput, DryRunRuleMutation, DryRunRuleInput, EnableRuleMutation, EnableRuleInput, IngestMutation, IngestInput, MapCrmValuesMutation, MapCrmValuesInput, MergeLeadsMutation, MergeLeadsInput, PublishMetricPackMutation, PublishMetricPackInput, RecordActivitiesMutation, RecordActivitiesInput, RecordCostsMutation, RecordCostsInput, RecordTransitionsMutation, RecordTransitionsInput, RecycleLeadMutation, RecycleLeadInput, RejectLeadMutation, RejectLeadInput, ReopenLeadMutation, ReopenLeadInput, ResendDeliveriesMutation, ResendDeliveriesInput, RetireStageMutation, RetireStageInput, RevokeApiKeyMutation, RevokeApiKeyInput, RotateApiKeyMutation, RotateApiKeyInput, RotateSigningKeyMutation, RotateSigningKeyInput, SaveListMutation, SaveListInput, SaveReportMutation, SaveReportInput, SetBusinessCalendarMutation, SetBusinessCalendarInput, SetGoalMutation, SetGoalInput, SetSlaPolicyMutation, SetSlaPolicyInput, UpdateWorkspaceMutation, UpdateWorkspaceInput, UpsertAccountsMutation, UpsertAccountsInput, UpsertLeadsMutation, UpsertLeadsInput, VoidBenchmarkMutation, VoidBenchmarkInput, VoidCostMutation, VoidCostInput, VoidTransitionMutation, VoidTransitionInput } from './operations.js';
import type { Done, Unkeyed } from '../mutations.js';
import type { RequestOptions } from '../transport.js';
export type { AcceptLeadInput, AcceptanceInput, AccountUpsertInput, ActivityRecordInput, ActivityType, AddBenchmarkInput, AdvanceLeadInput, AssignLeadInput, AttributeConditionInput, AttributeValueInput, CopyReportInput, CorrectCostInput, CostAllocation, CostInput, CostMethod, CostRecordInput, CostScope, CreateApiKeyInput, CreateEmbedTokenInput, CreateWebhookInput, CrmMeaning, CrmValueInput, DefineRuleInput, DefineStageInput, DeleteLeadInput, DeleteListInput, DeleteReportInput, DeleteWebhookInput, DiagnosisInput, DisableRuleInput, DisqualifyLeadInput, DryRunRuleInput, DurationBasis, EnableRuleInput, EnteredInput, FunnelInput, FunnelMode, FunnelUnit, Grain, IngestAccountInput, IngestInput, LadderMode, LagSource, LastPeriodsInput, LeadFilterInput, LeadListFilterInput, LeadListOrderField, LeadListOrderInput, LeadReferenceInput, LeadUpsertInput, MapCrmValueInput, MapCrmValuesInput, MergeLeadsInput, OverdueAction, OwnAttributeConditionInput, OwnDayInput, PeriodInput, PublishMetricPackInput, RecordActivitiesInput, RecordCostsInput, RecordTransitionsInput, RecycleLeadInput, RejectLeadInput, ReopenLeadInput, ReportKind, ResendDeliveriesInput, RetireStageInput, RevokeApiKeyInput, RotateApiKeyInput, RotateSigningKeyInput, SaveListInput, SaveReportInput, Scope, SetBusinessCalendarInput, SetGoalInput, SetSlaPolicyInput, SlaClock, SlaInput, SlaProposalInput, SlaProposedTargetInput, SlaTargetInput, SortDirection, StageChangeInput, StandardMetricsInput, StandardStage, Team, TransitionKind, TransitionRecordInput, UpdateWorkspaceInput, UpsertAccountsInput, UpsertLeadsInput, VelocityInput, VoidBenchmarkInput, VoidCostInput, VoidTransitionInput, WebhookEventType, Weekday, WeekdayHoursInput, WorkingHoursInput } from './operations.js';

/** Every mutation of the API, by its name there. */
export interface Mutations {
  /** Sales takes a lead that was handed over. */
  acceptLead(input: Unkeyed<AcceptLeadInput>, options?: RequestOptions): Promise<Done<AcceptLeadMutation['acceptLead']>>;
  /** Records a figure of others to compare with. */
  addBenchmark(input: Unkeyed<AddBenchmarkInput>, options?: RequestOptions): Promise<Done<AddBenchmarkMutation['addBenchmark']>>;
  /** Takes a lead on to a later stage; one of which no transition is known enters it. Into MQL it is handed over to sales. */
  advanceLead(input: Unkeyed<AdvanceLeadInput>, options?: RequestOptions): Promise<Done<AdvanceLeadMutation['advanceLead']>>;
  /** Gives a lead to an owner, or to nobody. A handoff belongs to its owner at the decision. */
  assignLead(input: Unkeyed<AssignLeadInput>, options?: RequestOptions): Promise<Done<AssignLeadMutation['assignLead']>>;
  /** Copies a saved report and adapts it. */
  copyReport(input: Unkeyed<CopyReportInput>, options?: RequestOptions): Promise<Done<CopyReportMutation['copyReport']>>;
  /** Corrects a recorded cost: the old entry is voided and the new one recorded at the same instant. */
  correctCost(input: Unkeyed<CorrectCostInput>, options?: RequestOptions): Promise<Done<CorrectCostMutation['correctCost']>>;
  /** Makes an API key. A workspace has at most 1,000 valid ones. */
  createApiKey(input: Unkeyed<CreateApiKeyInput>, options?: RequestOptions): Promise<Done<CreateApiKeyMutation['createApiKey']>>;
  /** Makes a token with which a web page may ask some reports about some leads for a while. See docs/embedding.md. */
  createEmbedToken(input: Unkeyed<CreateEmbedTokenInput>, options?: RequestOptions): Promise<Done<CreateEmbedTokenMutation['createEmbedToken']>>;
  /** Makes a webhook, which is told of what is recorded from then on. */
  createWebhook(input: Unkeyed<CreateWebhookInput>, options?: RequestOptions): Promise<Done<CreateWebhookMutation['createWebhook']>>;
  /** Defines a rule, or a new version of it, which moves nothing until `enableRule`. What says the same as the latest version is that version. */
  defineRule(input: Unkeyed<DefineRuleInput>, options?: RequestOptions): Promise<Done<DefineRuleMutation['defineRule']>>;
  /** Makes a stage, or a new version of one: renames it, moves it, says what it means. Versions before keep their time. Where recorded events count differently by it, all leads are read anew first, and the change is in force when that is through. */
  defineStage(input: Unkeyed<DefineStageInput>, options?: RequestOptions): Promise<Done<DefineStageMutation['defineStage']>>;
  /** Erases the personal data of a lead, and of those merged with it, everywhere; what reports count stays. It cannot be undone. */
  deleteLead(input: Unkeyed<DeleteLeadInput>, options?: RequestOptions): Promise<Done<DeleteLeadMutation['deleteLead']>>;
  /** Forgets a saved list. Its leads stay. */
  deleteList(input: Unkeyed<DeleteListInput>, options?: RequestOptions): Promise<Done<DeleteListMutation['deleteList']>>;
  /** Forgets a saved report. Copies of it stay. */
  deleteReport(input: Unkeyed<DeleteReportInput>, options?: RequestOptions): Promise<Done<DeleteReportMutation['deleteReport']>>;
  /** Deletes a webhook and drops what was on its way to it. A request under way may still arrive. */
  deleteWebhook(input: Unkeyed<DeleteWebhookInput>, options?: RequestOptions): Promise<Done<DeleteWebhookMutation['deleteWebhook']>>;
  /** Switches a rule off: it moves no more leads. What it moved stays. */
  disableRule(input: Unkeyed<DisableRuleInput>, options?: RequestOptions): Promise<Done<DisableRuleMutation['disableRule']>>;
  /** Takes a lead out of the ladder; an open handoff is closed by it. */
  disqualifyLead(input: Unkeyed<DisqualifyLeadInput>, options?: RequestOptions): Promise<Done<DisqualifyLeadMutation['disqualifyLead']>>;
  /** What a rule says of every lead as it is now, and what it would do, before it is switched on. Changes nothing. Goes through all leads, some 5,000 a transaction: of hundreds of thousands it takes a while. */
  dryRunRule(input?: Unkeyed<DryRunRuleInput>, options?: RequestOptions): Promise<Done<DryRunRuleMutation['dryRunRule']>>;
  /** Switches a version of a rule on, and any other of the same rule off. That moves no lead by itself: from then on every write of a lead runs it. Ask `dryRunRule` first what it would do. */
  enableRule(input: Unkeyed<EnableRuleInput>, options?: RequestOptions): Promise<Done<EnableRuleMutation['enableRule']>>;
  /** Records a batch of anything in one transaction, exactly once by your own ids. Each item is stored or refused by itself, with its problems. With costs it needs costs:write too. */
  ingest(input?: Unkeyed<IngestInput>, options?: RequestOptions): Promise<Done<IngestMutation['ingest']>>;
  /** Says what values of CRM fields mean. What came before it was mapped and waits takes effect now, as of when it happened. What had a meaning when it came keeps it: to change a mapping acts on what comes later. */
  mapCrmValues(input: Unkeyed<MapCrmValuesInput>, options?: RequestOptions): Promise<Done<MapCrmValuesMutation['mapCrmValues']>>;
  /** Makes two records of one person one. What the one that stays lacks of attributes, name and e-mail it takes over. It cannot be undone. */
  mergeLeads(input: Unkeyed<MergeLeadsInput>, options?: RequestOptions): Promise<Done<MergeLeadsMutation['mergeLeads']>>;
  /** Computes the standard metrics and keeps them for ever, with a hash and the two instants that give the same again. */
  publishMetricPack(input: Unkeyed<PublishMetricPackInput>, options?: RequestOptions): Promise<Done<PublishMetricPackMutation['publishMetricPack']>>;
  /** Adds what sales did about leads. */
  recordActivities(input: Unkeyed<RecordActivitiesInput>, options?: RequestOptions): Promise<Done<RecordActivitiesMutation['recordActivities']>>;
  /** Adds costs. One that is wrong is put right by correctCost or voidCost. */
  recordCosts(input: Unkeyed<RecordCostsInput>, options?: RequestOptions): Promise<Done<RecordCostsMutation['recordCosts']>>;
  /** Adds entries to the log as they happened, also late and out of order. What was decided elsewhere is not checked again; for a decision made now use acceptLead, rejectLead and so on. */
  recordTransitions(input: Unkeyed<RecordTransitionsInput>, options?: RequestOptions): Promise<Done<RecordTransitionsMutation['recordTransitions']>>;
  /** Takes a lead back to be nurtured, from wherever it stands; an open handoff is closed by it. */
  recycleLead(input: Unkeyed<RecycleLeadInput>, options?: RequestOptions): Promise<Done<RecycleLeadMutation['recycleLead']>>;
  /** Sales refuses a lead that was handed over. */
  rejectLead(input: Unkeyed<RejectLeadInput>, options?: RequestOptions): Promise<Done<RejectLeadMutation['rejectLead']>>;
  /** Brings a lead back that is out of the ladder. Into MQL it is handed over to sales. */
  reopenLead(input: Unkeyed<ReopenLeadInput>, options?: RequestOptions): Promise<Done<ReopenLeadMutation['reopenLead']>>;
  /** Sends what was given up again, under the same event ids. */
  resendDeliveries(input: Unkeyed<ResendDeliveriesInput>, options?: RequestOptions): Promise<Done<ResendDeliveriesMutation['resendDeliveries']>>;
  /** Takes a stage out of the ladder; before, it stays what it was. Refused while leads stand in it, and where it is the last. `defineStage` brings it back. */
  retireStage(input: Unkeyed<RetireStageInput>, options?: RequestOptions): Promise<Done<RetireStageMutation['retireStage']>>;
  /** Revokes an API key at once; a request under way may still end. The last key with the scope ADMIN cannot be revoked here. */
  revokeApiKey(input: Unkeyed<RevokeApiKeyInput>, options?: RequestOptions): Promise<Done<RevokeApiKeyMutation['revokeApiKey']>>;
  /** Makes a key with the name and the scopes of another, which then ends after an overlap. */
  rotateApiKey(input: Unkeyed<RotateApiKeyInput>, options?: RequestOptions): Promise<Done<RotateApiKeyMutation['rotateApiKey']>>;
  /** Signs embed tokens with a new key from now on. */
  rotateSigningKey(input?: Unkeyed<RotateSigningKeyInput>, options?: RequestOptions): Promise<Done<RotateSigningKeyMutation['rotateSigningKey']>>;
  /** Keeps a filter and an order of leads under a name, in place of the list that had it. */
  saveList(input: Unkeyed<SaveListInput>, options?: RequestOptions): Promise<Done<SaveListMutation['saveList']>>;
  /** Keeps a question to a report under a name, in place of the one that had it. A period such as `last` moves with the calendar. */
  saveReport(input: Unkeyed<SaveReportInput>, options?: RequestOptions): Promise<Done<SaveReportMutation['saveReport']>>;
  /** Sets working hours, as a new version; what handoffs were due before stays known. Where the version in force says the same already, nothing happens. */
  setBusinessCalendar(input: Unkeyed<SetBusinessCalendarInput>, options?: RequestOptions): Promise<Done<SetBusinessCalendarMutation['setBusinessCalendar']>>;
  /** Records a goal, or another version of it. Where it says the same already, nothing is recorded. */
  setGoal(input: Unkeyed<SetGoalInput>, options?: RequestOptions): Promise<Done<SetGoalMutation['setGoal']>>;
  /** Sets what sales promises, as a new version of a policy. Where the version in force says the same already, nothing happens. */
  setSlaPolicy(input: Unkeyed<SetSlaPolicyInput>, options?: RequestOptions): Promise<Done<SetSlaPolicyMutation['setSlaPolicy']>>;
  /** Changes the name, settings and allowed origins of the workspace. Settings are kept with the instant at which they were recorded. */
  updateWorkspace(input?: Unkeyed<UpdateWorkspaceInput>, options?: RequestOptions): Promise<Done<UpdateWorkspaceMutation['updateWorkspace']>>;
  /** Makes accounts or changes them, each stored or rejected by itself. */
  upsertAccounts(input: Unkeyed<UpsertAccountsInput>, options?: RequestOptions): Promise<Done<UpsertAccountsMutation['upsertAccounts']>>;
  /** Makes leads and changes them. A field left out stays as it is. */
  upsertLeads(input: Unkeyed<UpsertLeadsInput>, options?: RequestOptions): Promise<Done<UpsertLeadsMutation['upsertLeads']>>;
  /** Voids a benchmark that was recorded by mistake, or has been superseded. */
  voidBenchmark(input: Unkeyed<VoidBenchmarkInput>, options?: RequestOptions): Promise<Done<VoidBenchmarkMutation['voidBenchmark']>>;
  /** Voids a cost that was recorded by mistake. Nothing is deleted, and its external id stays taken. */
  voidCost(input: Unkeyed<VoidCostInput>, options?: RequestOptions): Promise<Done<VoidCostMutation['voidCost']>>;
  /** Voids a transition that was recorded by mistake. Nothing is deleted. */
  voidTransition(input: Unkeyed<VoidTransitionInput>, options?: RequestOptions): Promise<Done<VoidTransitionMutation['voidTransition']>>;
}