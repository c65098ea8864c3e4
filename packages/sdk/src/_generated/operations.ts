// Generated from ../api/schema.graphql and src/operations/*.graphql by `npm run generate -w @leadstage/sdk`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which lead moves, and what is known of it. */
export type AcceptLeadInput = {
  /** Who did it; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Your own id of the transition, 1–255 characters; with it the transition can be voided. Default `move:` and ours. */
  readonly externalId?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
  /** When it happened, the creation of the lead at the earliest; default now. What stood then decides. */
  readonly occurredAt?: string | null | undefined;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** A stage of sales; default the first after MQL. */
  readonly to?: string | null | undefined;
};

/** A question about handoffs. The attribute `owner` is that of the handoff: at the decision, or at asOf. */
export type AcceptanceInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
};

/** Which accounts a list has. All conditions must hold. */
export type AccountListFilterInput = {
  /** Was counted in a number of a report by account: the text that the report answers as `behind`. As many accounts as the number says, for ever. */
  readonly behind?: string | null | undefined;
  /** Whether they are on the list of target accounts. */
  readonly target?: boolean | null | undefined;
  /** Stands in the name, the domain or the external id; case does not matter. */
  readonly text?: string | null | undefined;
  /** Of this tier. */
  readonly tier?: string | null | undefined;
};

/** What a list of accounts is sorted by. */
export type AccountListOrderField =
  /** The highest stage that one of its leads reached. */
  | 'FURTHEST'
  /** How many leads it has. */
  | 'LEADS'
  /** The name, or the external id where there is none. */
  | 'NAME';

/** How a list of accounts is sorted. */
export type AccountListOrderInput = {
  /** Default ASC by NAME, else DESC. */
  readonly direction?: SortDirection | null | undefined;
  /** Default NAME. */
  readonly field?: AccountListOrderField | null | undefined;
};

/** What became of an account in a call. */
export type AccountOutcomeStatus =
  /** It is new. */
  | 'CREATED'
  /** It cannot be stored; see the problem. The others were. */
  | 'REJECTED'
  /** It was like that already. */
  | 'UNCHANGED'
  /** Something of it changed. */
  | 'UPDATED';

/** An account, made or changed. Left out: stays as it is; null: cleared. */
export type AccountUpsertInput = {
  /** A host name such as `example.com`; kept in small letters. */
  readonly domain?: string | null | undefined;
  /** Your own id of it, 1–255 characters. */
  readonly externalId: string;
  /** For people. */
  readonly name?: string | null | undefined;
  /** On the list of target accounts; null: no. */
  readonly target?: boolean | null | undefined;
  /** The workspace's own ranking of target accounts: `A`. */
  readonly tier?: string | null | undefined;
};

/** What sales did about a lead. The first one on a handoff stops its response clock. */
export type ActivityRecordInput = {
  /** Who did it. */
  readonly actor?: string | null | undefined;
  /** Your own id of it, 1–255 characters. What has come under it before is not stored twice. */
  readonly externalId: string;
  /** The lead's external id. */
  readonly lead: string;
  /** When it happened. */
  readonly occurredAt: string;
  /** Call, e-mail or meeting. */
  readonly type: ActivityType;
};

/** How a lead was worked. */
export type ActivityType =
  /** By telephone, whoever called. */
  | 'CALL'
  /** In writing. */
  | 'EMAIL'
  /** Face to face, in a room or on a screen. */
  | 'MEETING';

/** A figure of others to compare with. */
export type AddBenchmarkInput = {
  /** How the source defines the figure. */
  readonly definition: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Name of one of our metrics; see `metricDefinitions`. */
  readonly metric: string;
  /** When it was published. */
  readonly publishedOn: string;
  /** Who says so, and where. */
  readonly source: string;
  /** Key, standard name or alias of the stage it is about. */
  readonly stage?: string | null | undefined;
  /** In the metric's unit: a rate of 12 % is 0.12. */
  readonly value: string;
};

/** Which lead moves, and what is known of it. */
export type AdvanceLeadInput = {
  /** Who did it; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Your own id of the transition, 1–255 characters; with it the transition can be voided. Default `move:` and ours. */
  readonly externalId?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
  /** When it happened, the creation of the lead at the earliest; default now. What stood then decides. */
  readonly occurredAt?: string | null | undefined;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** The stage, by its key or an alias. */
  readonly to: string;
};

/** Who gets which lead. */
export type AssignLeadInput = {
  /** Who assigns it; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
  /** Since when, also long ago; default now. */
  readonly occurredAt?: string | null | undefined;
  /** Who works it from then on; left out or null: nobody. */
  readonly owner?: string | null | undefined;
};

/** Keeps leads by the value of an attribute; null in a list stands for a missing value. */
export type AttributeConditionInput = {
  /** One of these. */
  readonly in?: ReadonlyArray<string | null | undefined> | null | undefined;
  /** None of these. */
  readonly notIn?: ReadonlyArray<string | null | undefined> | null | undefined;
};

/** A value of a workspace-defined attribute. */
export type AttributeValueInput = {
  /** Its key: a letter, then letters, digits and _. */
  readonly name: string;
  /** Null clears it. */
  readonly value?: string | null | undefined;
};

/** Who may act. */
export type AuditActorKind =
  /** Whoever used an API key. */
  | 'API_KEY'
  /** Whoever ran `leadstage` where the database is. */
  | 'COMMAND_LINE';

/** Which acts a page has. All conditions must hold. */
export type AuditLogFilterInput = {
  /** Name of a mutation: `revokeApiKey`. */
  readonly act?: string | null | undefined;
  /** Id of the key that was used. */
  readonly actorId?: string | null | undefined;
  /** At that instant or later. */
  readonly since?: string | null | undefined;
};

/** What a period is compared with. */
export type Comparison =
  /** The periods before it. */
  | 'BASELINE'
  /** A figure of others. */
  | 'BENCHMARK';

/** Which report to copy, and what the copy should ask instead. What is left out stays; null takes it away. */
export type CopyReportInput = {
  /** Another breakdown. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Other leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Another series. */
  readonly grain?: Grain | null | undefined;
  /** Of the report. */
  readonly id: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Of the copy, 1–255 characters; no other report may have it. */
  readonly name: string;
  /** Other dates. */
  readonly period?: PeriodInput | null | undefined;
  /** Every name that means `from` becomes `to`, all at once: an MQL report becomes the SQL report. */
  readonly stages?: ReadonlyArray<StageChangeInput> | null | undefined;
};

/** What a recorded cost should have said. */
export type CorrectCostInput = {
  /** The whole cost as it should be, under the external id that it was recorded with. */
  readonly cost: CostRecordInput;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** What becomes of cost that lacks an attribute of `by` or of the filter. */
export type CostAllocation =
  /** It is spread over the groups in proportion to their LEAD entries in the period. */
  | 'BY_ENTRIES'
  /** It is shown as `unallocated` and `outsideFilter`. */
  | 'UNALLOCATED';

/** Whether a cost entry counts. */
export type CostEntryStatus =
  /** The same, and another entry took its place under its external id. */
  | 'CORRECTED'
  /** It counts. */
  | 'STANDING'
  /** It was a mistake, and counts for an earlier `knownAt` alone. */
  | 'VOIDED';

/** A question about cost. */
export type CostInput = {
  /** Default UNALLOCATED. */
  readonly allocation?: CostAllocation | null | undefined;
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Default MARKETING only. */
  readonly costScopes?: ReadonlyArray<CostScope> | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** SHIFTED, ROLLING, and CAC with any method: days to look back, 0–3650; default derived by `lagFrom`. */
  readonly lagDays?: number | null | undefined;
  /** What a lag is derived from; default OBSERVED. */
  readonly lagFrom?: LagSource | null | undefined;
  /** Default SIMPLE. */
  readonly method?: CostMethod | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** MQL_TIME_PLUS_SLA: key of the SLA policy; default the first in force at asOf that has a decision target. */
  readonly policy?: string | null | undefined;
  /** ROLLING, required: days in a window, 1–3650. */
  readonly rollingDays?: number | null | undefined;
  /** Round a derived lag to a multiple of so many days, 1–366; default 1. */
  readonly roundLagToDays?: number | null | undefined;
  /** Default every stage from LEAD up. */
  readonly stages?: ReadonlyArray<string> | null | undefined;
};

/** Which cost entries a list has. All conditions must hold. */
export type CostListFilterInput = {
  /** Of this category. */
  readonly category?: string | null | undefined;
  /** Their range shares a day with these local dates. */
  readonly period?: PeriodInput | null | undefined;
  /** Of this source; null: of none. Left out: of any. */
  readonly source?: string | null | undefined;
  /** Whether they count. */
  readonly standing?: boolean | null | undefined;
};

/** Which spend is set against the entries of a period. */
export type CostMethod =
  /** The spend of earlier days, weighed by how long the leads of the period took. */
  | 'KERNEL'
  /** For a series: the spend of the last `rollingDays` before the end of each bucket, moved back by the lag, over the entries of these days. */
  | 'ROLLING'
  /** The spend of the period moved back by the lag of the stage. */
  | 'SHIFTED'
  /** The spend of the same period. */
  | 'SIMPLE';

/** Money spent over local dates `[from, to)`, accruing evenly by day. */
export type CostRecordInput = {
  /** At most 4 decimals; negative is a credit. */
  readonly amount: string;
  /** It was spent on. */
  readonly campaign?: string | null | undefined;
  /** Such as `ads`. */
  readonly category: string;
  /** Default MARKETING. */
  readonly costScope?: CostScope | null | undefined;
  /** ISO 4217. */
  readonly currency: string;
  /** The workspace's currency per unit of `currency`; required where the two differ, refused where not. */
  readonly exchangeRate?: string | null | undefined;
  /** Your own id of it, 1–255 characters. What has come under it before is not stored twice. */
  readonly externalId: string;
  /** First local date. */
  readonly from: string;
  /** Of the leads it was spent on. */
  readonly leadType?: string | null | undefined;
  /** Of the leads it was spent on. */
  readonly source?: string | null | undefined;
  /** The local date after the last. */
  readonly to: string;
};

/** Whose cost it is. */
export type CostScope =
  /** What it costs to win leads. */
  | 'MARKETING'
  /** What it costs to work them. */
  | 'SALES';

/** What the key is for and may do. */
export type CreateApiKeyInput = {
  /** From then on it gives nothing; at most five years ahead. Left out or null: never. */
  readonly expiresAt?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** What it is for, 1–255 characters. */
  readonly name: string;
  /** What it may do, at least one. */
  readonly scopes: ReadonlyArray<Scope>;
};

/** What whoever holds the token may ask. */
export type CreateEmbedTokenInput = {
  /** Of which leads: it holds besides every filter that is asked with. Default all of the workspace. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Whether leads and handoffs may be listed too, through `behind`; the key needs leads:read. Default false. */
  readonly leads?: boolean | null | undefined;
  /** The only origin of pages that may use it, one of the workspace’s; default any of them, and servers. */
  readonly origin?: string | null | undefined;
  /** Which reports, at least one. */
  readonly reports: ReadonlyArray<ReportKind>;
  /** For how long, PT1M to PT24H; default PT15M. */
  readonly ttl?: string | null | undefined;
};

/** Where events are sent, and which. */
export type CreateWebhookInput = {
  /** At least one. */
  readonly events: ReadonlyArray<WebhookEventType>;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** http or https, on the public internet unless the operator allows private addresses. */
  readonly url: string;
};

/** What a value of a CRM field says of a lead. */
export type CrmMeaning =
  /** Nothing. */
  | 'IGNORED'
  /** It left the ladder (DISQUALIFIED), with field and value as the reason. */
  | 'OUT'
  /** It entered a stage. */
  | 'STAGE';

/** A value of a field of the CRM. */
export type CrmValueInput = {
  /** The field: `Lead Status`. */
  readonly field: string;
  /** Its value: `Working`. Compared without case and outer blanks. */
  readonly value: string;
};

/** A qualification rule, or a new version of one. */
export type DefineRuleInput = {
  /** When a lead meets it; docs/rules.md describes the form. */
  readonly condition: unknown;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Yours: capital letters, digits and _, at most 63: `ICP_TO_MQL`. A known one makes a new version. */
  readonly key: string;
  /** For people, 1–200 characters. */
  readonly name: string;
  /** Key, standard name or alias of the stage that it moves leads to; not the first one. */
  readonly to: string;
};

/** A stage, or what changes of one. A new one needs name, team and its place. */
export type DefineStageInput = {
  /** What is expected to be done in it, at most 50. Left out: as the version in force says. */
  readonly actions?: ReadonlyArray<string> | null | undefined;
  /** Key of the stage that it comes right after, in the ladder of `effectiveFrom`. */
  readonly after?: string | null | undefined;
  /** Key of the stage that it comes right before. */
  readonly before?: string | null | undefined;
  /** When a lead belongs here, in words. Left out: as the version in force says. Null: none. */
  readonly criteria?: string | null | undefined;
  /** Values of CRM fields that mean it, besides those that do already; as by `mapCrmValues`. */
  readonly crmValues?: ReadonlyArray<CrmValueInput> | null | undefined;
  /** In force from this instant on, past or future. Default now. */
  readonly effectiveFrom?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Key of a stage there is (or was), or of a new one: a capital letter, then capital letters, digits and _, at most 40 in all. */
  readonly key: string;
  /** For people, at most 200 characters. Left out: as the version in force says. */
  readonly name?: string | null | undefined;
  /** Anything else. Left out: as the version in force says. Null: none. */
  readonly notes?: string | null | undefined;
  /** What the stage is for. Left out: as the version in force says. Null: none. */
  readonly objective?: string | null | undefined;
  /** Order in the ladder, which no other stage of it has. Or `after`, or `before`. */
  readonly position?: number | null | undefined;
  /** The standard stage it counts as. Left out: as the version in force says. Null: none. */
  readonly standard?: StandardStage | null | undefined;
  /** The team that owns it. Left out: as the version in force says. */
  readonly team?: Team | null | undefined;
};

/** Whose personal data is erased. */
export type DeleteLeadInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
};

/** Which list to forget. */
export type DeleteListInput = {
  /** Of the list. */
  readonly id: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** Which saved report to forget. */
export type DeleteReportInput = {
  /** Of the report. */
  readonly id: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** Which webhook is to go. */
export type DeleteWebhookInput = {
  /** The webhook's id. */
  readonly id: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** How far an event is on its way to a webhook. */
export type DeliveryStatus =
  /** It was given up; `resendDeliveries` sends it again. */
  | 'DEAD'
  /** The receiver answered 2xx. */
  | 'DELIVERED'
  /** It will be sent, again if it has failed before. */
  | 'PENDING';

/** A question for what is wrong. Here `by` names attributes to look at each on its own (default `source` and `leadType`), and `grain` the buckets of the change point (default WEEK). */
export type DiagnosisInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** How many periods before the period are the baseline, 1–24; default 3. */
  readonly baselinePeriods?: number | null | undefined;
  /** Which to compare with; default every one of our own definition. */
  readonly benchmarks?: ReadonlyArray<string> | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** How long a lead may take to the next stage; only leads watched for so long count. Default P30D. */
  readonly conversionWindow?: string | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
};

/** Which rule is switched off. */
export type DisableRuleInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** The rule's key. */
  readonly key: string;
};

/** Which lead moves, and what is known of it. */
export type DisqualifyLeadInput = {
  /** Who did it; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Your own id of the transition, 1–255 characters; with it the transition can be voided. Default `move:` and ours. */
  readonly externalId?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
  /** When it happened, the creation of the lead at the earliest; default now. What stood then decides. */
  readonly occurredAt?: string | null | undefined;
  /** Why, in a few words. Reports list reasons. */
  readonly reason: string;
};

/** A rule that is defined, by `key` and perhaps `version`; or one that is not yet, by `condition` and `to`. */
export type DryRunRuleInput = {
  /** Of a rule that is not; docs/rules.md describes the form. */
  readonly condition?: unknown;
  /** As of every mutation. This one changes nothing, so what it answers is not kept: each call looks anew. */
  readonly idempotencyKey: string;
  /** Of a rule that is defined. */
  readonly key?: string | null | undefined;
  /** With `condition`: the stage that it would move leads to. */
  readonly to?: string | null | undefined;
  /** With `key`; default the latest. */
  readonly version?: number | null | undefined;
};

/** Which of the two entries lies in the period. */
export type DurationBasis =
  /** The entry into the earlier stage: what became of those who began then. */
  | 'FROM'
  /** The entry into the later stage: how long those took who arrived then. */
  | 'TO';

/** Which rule is switched on. */
export type EnableRuleInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** The rule's key. */
  readonly key: string;
  /** Default the latest. */
  readonly version?: number | null | undefined;
};

/** First entered a stage in a period: what a throughput funnel counts as entered. */
export type EnteredInput = {
  /** Leave out leads that skipped the stage; default false. */
  readonly explicitOnly?: boolean | null | undefined;
  /** Local dates. */
  readonly period: PeriodInput;
  /** Key, standard name or alias of a stage of today’s ladder. */
  readonly stage: string;
};

/** A question about the funnel. */
export type FunnelInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** The first stage shown; default LEAD. */
  readonly base?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** COHORT: how long after its entry into the base stage a lead may take; exactly so long is in. */
  readonly conversionWindow?: string | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Count a skipped stage as entered with the next one; default true. */
  readonly includeImplied?: boolean | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Default COHORT. */
  readonly mode?: FunnelMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** Default LEAD. */
  readonly unit?: FunnelUnit | null | undefined;
};

/** What a funnel counts. */
export type FunnelMode =
  /** Follows the leads that entered the base stage in the period. */
  | 'COHORT'
  /** Counts entries into each stage in the period. */
  | 'THROUGHPUT';

/** What a funnel counts the entries of. */
export type FunnelUnit =
  /** Accounts: each enters a stage with the first of its leads that passes the filter. */
  | 'ACCOUNT'
  /** Leads. */
  | 'LEAD';

/** Length of a period. Weeks, quarters, halves and years follow the workspace’s calendar. */
export type Grain =
  /** A local date. */
  | 'DAY'
  /** Six months of the fiscal year. */
  | 'HALF_YEAR'
  /** A calendar month. */
  | 'MONTH'
  /** Three months of the fiscal year. */
  | 'QUARTER'
  /** Seven dates from the workspace’s first day of the week. */
  | 'WEEK'
  /** A fiscal year. */
  | 'YEAR';

/** Which handoffs a list has. All conditions must hold; one that is null or left out is none. */
export type HandoffListFilterInput = {
  /** By the lead's attributes; the owner is the handoff's. */
  readonly attributes?: LeadFilterInput | null | undefined;
  /** Was counted in a number of a report: the text that the report answers as `behind`. The handoffs as they stood then, as many as the number says. */
  readonly behind?: string | null | undefined;
  /** Something not done yet is due before this instant. */
  readonly dueBefore?: string | null | undefined;
  /** Whether a decision is still to be made. */
  readonly open?: boolean | null | undefined;
  /** Opened on these local dates. */
  readonly openedIn?: PeriodInput | null | undefined;
  /** Ended in one of these ways. */
  readonly outcome?: ReadonlyArray<HandoffOutcome> | null | undefined;
  /** Whether first response or decision was due before now and is not there. */
  readonly overdue?: boolean | null | undefined;
  /** At the decision; of an open one, now. */
  readonly owner?: string | null | undefined;
};

/** What a list of handoffs is sorted by. */
export type HandoffListOrderField =
  /** The earliest due instant of what is not done yet; handoffs without one come last. */
  | 'DUE'
  /** When it opened. */
  | 'OPENED';

/** How a list of handoffs is sorted. */
export type HandoffListOrderInput = {
  /** Default ASC. */
  readonly direction?: SortDirection | null | undefined;
  /** Default OPENED. */
  readonly field?: HandoffListOrderField | null | undefined;
};

/** How a handoff ended. */
export type HandoffOutcome =
  /** The lead went on into a later stage. */
  | 'ACCEPTED'
  /** It left the ladder. */
  | 'DISQUALIFIED'
  /** It went back, to be nurtured. */
  | 'RECYCLED'
  /** Sales refused it. */
  | 'REJECTED';

/** A company, made or changed. Left out: stays as it is; null: cleared. */
export type IngestAccountInput = {
  /** Your own id of it, 1–255 characters. What has come under it before is not stored twice. */
  readonly externalId: string;
  /** For people. */
  readonly name?: string | null | undefined;
};

/** One batch. At most 10,000 items in a call. Items are taken in the order accounts, leads, transitions, activities, costs, each by itself. */
export type IngestInput = {
  /** Companies. */
  readonly accounts?: ReadonlyArray<IngestAccountInput> | null | undefined;
  /** What sales did. */
  readonly activities?: ReadonlyArray<ActivityRecordInput> | null | undefined;
  /** Money spent. */
  readonly costs?: ReadonlyArray<CostRecordInput> | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Leads. */
  readonly leads?: ReadonlyArray<LeadUpsertInput> | null | undefined;
  /** Entries into stages. */
  readonly transitions?: ReadonlyArray<TransitionRecordInput> | null | undefined;
};

/** Which list of the call an item stands in. */
export type IngestItemKind =
  /** `accounts` */
  | 'ACCOUNT'
  /** `activities` */
  | 'ACTIVITY'
  /** `costs` */
  | 'COST'
  /** `leads` */
  | 'LEAD'
  /** `transitions` */
  | 'TRANSITION';

/** How bad it is. */
export type IngestSeverity =
  /** The item is refused. */
  | 'ERROR'
  /** It is stored as given. */
  | 'WARNING';

/** What became of an item. */
export type IngestStatus =
  /** It is new. */
  | 'CREATED'
  /** Nothing of it is stored; its problems say why. */
  | 'REJECTED'
  /** All of it was known. */
  | 'UNCHANGED'
  /** Something was added or changed. */
  | 'UPDATED';

/** Which rate of a step is judged; see `metricDefinitions`. */
export type JudgedMetric =
  /** acceptanceRate, of handoffs. */
  | 'ACCEPTANCE_RATE'
  /** complianceRate of first responses. */
  | 'COMPLIANCE_RATE'
  /** stepRate, of leads watched for the conversion window. */
  | 'STEP_RATE';

/** Why all leads are read anew. */
export type LadderJobReason =
  /** The ladder changes: it does when the job is through. */
  | 'LADDER'
  /** `leadstage rebuild`. */
  | 'REBUILD'
  /** The workspace's time zone changes, and with it its days. */
  | 'TIME_ZONE'
  /** A new version of Leadstage keeps more in its projections. */
  | 'UPGRADE';

/** Under which ladder the past is read. */
export type LadderMode =
  /** Each event counts under the ladder of its day: as defined then. */
  | 'AS_THEN'
  /** All events count as if the ladder in force at asOf had always been: restated under today’s. */
  | 'TODAY';

/** What a lag is derived from. */
export type LagSource =
  /** After MQL: the mean time from LEAD to MQL, and the decision target of an SLA policy on top of it. */
  | 'MQL_TIME_PLUS_SLA'
  /** The mean time from LEAD to the stage. */
  | 'OBSERVED';

/** The last complete periods before asOf. */
export type LastPeriodsInput = {
  /** 1–1000. */
  readonly count: number;
  /** Their length. */
  readonly grain: Grain;
};

/** Conditions on leads, all of which must hold. */
export type LeadFilterInput = {
  /** Its company, by the caller's own id. */
  readonly account?: AttributeConditionInput | null | undefined;
  /** Workspace-defined attributes. */
  readonly attributes?: ReadonlyArray<OwnAttributeConditionInput> | null | undefined;
  /** The campaign that won it. */
  readonly campaign?: AttributeConditionInput | null | undefined;
  /** What it answered. */
  readonly leadType?: AttributeConditionInput | null | undefined;
  /** Who works it. */
  readonly owner?: AttributeConditionInput | null | undefined;
  /** Where it is. */
  readonly region?: AttributeConditionInput | null | undefined;
  /** Where the lead came from. */
  readonly source?: AttributeConditionInput | null | undefined;
};

/** Which leads a list has. All conditions must hold; one that is null or left out is none. */
export type LeadListFilterInput = {
  /** By attributes, as reports are filtered. */
  readonly attributes?: LeadFilterInput | null | undefined;
  /** Was counted in a number of a report: the text that the report answers as `behind`. As many leads as the number says, for ever. */
  readonly behind?: string | null | undefined;
  /** First entered a stage in a period. */
  readonly entered?: EnteredInput | null | undefined;
  /** Has never entered this stage, nor a later one. */
  readonly notReached?: string | null | undefined;
  /** Whether a handoff of it waits for a decision of sales. */
  readonly openHandoff?: boolean | null | undefined;
  /** Who works it now; for several, or nobody, use `attributes { owner }`. */
  readonly owner?: string | null | undefined;
  /** Has ever entered this stage, or a later one. */
  readonly reached?: string | null | undefined;
  /** Stands in one of these stages now; null stands for out of the ladder. */
  readonly stage?: ReadonlyArray<string | null | undefined> | null | undefined;
};

/** What a list of leads is sorted by. */
export type LeadListOrderField =
  /** When it first entered a stage. Only leads that entered it are listed. */
  | 'ENTERED'
  /** When the lead became known here. */
  | 'RECORDED';

/** How a list of leads is sorted. Equal ones stand in the order in which they were recorded. */
export type LeadListOrderInput = {
  /** Default ASC. */
  readonly direction?: SortDirection | null | undefined;
  /** Default RECORDED. */
  readonly field?: LeadListOrderField | null | undefined;
  /** With ENTERED: which stage. Required there. */
  readonly stage?: string | null | undefined;
};

/** A lead: give either `id` or `externalId`. One that was merged into another means that other one. */
export type LeadReferenceInput = {
  /** Yours. */
  readonly externalId?: string | null | undefined;
  /** Ours. A lead that was erased answers to it alone. */
  readonly id?: string | null | undefined;
};

/** A lead, made or changed. Left out: stays as it is; null: cleared. */
export type LeadUpsertInput = {
  /** Its account's external id; an account that is not known is made. */
  readonly account?: string | null | undefined;
  /** Workspace-defined attributes; those not named stay. No personal data belongs here. */
  readonly attributes?: ReadonlyArray<AttributeValueInput> | null | undefined;
  /** The campaign that won it. */
  readonly campaign?: string | null | undefined;
  /** Since when it is known; a new lead needs it, unless transitions of it come in the same call. */
  readonly createdAt?: string | null | undefined;
  /** Personal data. */
  readonly email?: string | null | undefined;
  /** Your own id of it, 1–255 characters. What has come under it before is not stored twice. */
  readonly externalId: string;
  /** What it answered: e-book, demo request … */
  readonly leadType?: string | null | undefined;
  /** Personal data. */
  readonly name?: string | null | undefined;
  /** Who works it. `assignLead` says since when. */
  readonly owner?: string | null | undefined;
  /** Where it is. */
  readonly region?: string | null | undefined;
  /** Where it came from. */
  readonly source?: string | null | undefined;
  /** Expected, then won, in the workspace's currency. */
  readonly value?: string | null | undefined;
};

/** A value of a CRM field and what it means. */
export type MapCrmValueInput = {
  /** The field: `Lead Status`; at most 255 characters. */
  readonly field: string;
  /** Default STAGE where a stage is given. */
  readonly meaning?: CrmMeaning | null | undefined;
  /** A stage of today's ladder: its key, a standard stage's name, or `SQO`. */
  readonly stage?: string | null | undefined;
  /** Its value: `Working`; at most 255 characters, compared without case and outer blanks. */
  readonly value: string;
};

/** What values mean. */
export type MapCrmValuesInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Each once, at most 500. */
  readonly values: ReadonlyArray<MapCrmValueInput>;
};

/** Which two records are one person. */
export type MergeLeadsInput = {
  /** Who says so; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** The one that stays. */
  readonly into: LeadReferenceInput;
  /** The one that is absorbed. */
  readonly lead: LeadReferenceInput;
};

/** What a metric counts in. A RATE is a share of 1; a RATIO may pass 1. */
export type MetricUnit =
  /** A local date. */
  | 'DATE'
  /** Days. */
  | 'DAYS'
  /** Handoffs from marketing to sales. */
  | 'HANDOFFS'
  /** Leads, or accounts where the report counts them. */
  | 'LEADS'
  /** The workspace’s currency. */
  | 'MONEY'
  /** A share, 0 to 1. */
  | 'RATE'
  /** One number over another; 1 is as many, or as planned. */
  | 'RATIO'
  /** Seconds. */
  | 'SECONDS';

/** What is done with an overdue handoff. */
export type OverdueAction =
  /** Webhooks are told; nothing more. */
  | 'NOTIFY'
  /** They are told, and the lead gets another owner. */
  | 'REASSIGN'
  /** They are told, and the lead goes back to marketing: the handoff is RECYCLED. */
  | 'RECALL';

/** The same for a workspace-defined attribute. */
export type OwnAttributeConditionInput = {
  /** One of these. */
  readonly in?: ReadonlyArray<string | null | undefined> | null | undefined;
  /** Its key. */
  readonly name: string;
  /** None of these. */
  readonly notIn?: ReadonlyArray<string | null | undefined> | null | undefined;
};

/** A date with hours of its own, which win over public holidays and the day of the week. */
export type OwnDayInput = {
  /** In the calendar's time zone; each once. */
  readonly date: string;
  /** When work is done on it; none: it is a day off. */
  readonly hours: ReadonlyArray<WorkingHoursInput>;
  /** For people, 1–200 characters. */
  readonly name: string;
};

/** Exactly one of: `start` and `end`; `grain` and `containing`; `last`. */
export type PeriodInput = {
  /** A date of that period. */
  readonly containing?: string | null | undefined;
  /** The date after the last. */
  readonly end?: string | null | undefined;
  /** The month, quarter … that holds `containing`. */
  readonly grain?: Grain | null | undefined;
  /** The last complete periods before asOf. */
  readonly last?: LastPeriodsInput | null | undefined;
  /** The first date. */
  readonly start?: string | null | undefined;
};

/** A pack to publish. */
export type PublishMetricPackInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** 1–255 characters, such as `Q1 2026`. */
  readonly name: string;
  /** Which metrics. `asOf` is now by default, `knownAt` the last commit before. */
  readonly question: StandardMetricsInput;
};

/** At most 10,000 items in a call. */
export type RecordActivitiesInput = {
  /** What sales did. */
  readonly activities: ReadonlyArray<ActivityRecordInput>;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** At most 10,000 items in a call. */
export type RecordCostsInput = {
  /** Money spent. */
  readonly costs: ReadonlyArray<CostRecordInput>;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** At most 10,000 items in a call. */
export type RecordTransitionsInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Entries into stages. */
  readonly transitions: ReadonlyArray<TransitionRecordInput>;
};

/** Which lead moves, and what is known of it. */
export type RecycleLeadInput = {
  /** Who did it; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Your own id of the transition, 1–255 characters; with it the transition can be voided. Default `move:` and ours. */
  readonly externalId?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
  /** When it happened, the creation of the lead at the earliest; default now. What stood then decides. */
  readonly occurredAt?: string | null | undefined;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** An earlier stage of marketing; default the one before MQL. */
  readonly to?: string | null | undefined;
};

/** Which lead moves, and what is known of it. */
export type RejectLeadInput = {
  /** Who did it; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Your own id of the transition, 1–255 characters; with it the transition can be voided. Default `move:` and ours. */
  readonly externalId?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
  /** When it happened, the creation of the lead at the earliest; default now. What stood then decides. */
  readonly occurredAt?: string | null | undefined;
  /** Why, in a few words. Reports list reasons. */
  readonly reason: string;
  /** An earlier stage of marketing; default the one before MQL. */
  readonly to?: string | null | undefined;
};

/** Which lead moves, and what is known of it. */
export type ReopenLeadInput = {
  /** Who did it; default the key's name. */
  readonly actor?: string | null | undefined;
  /** Your own id of the transition, 1–255 characters; with it the transition can be voided. Default `move:` and ours. */
  readonly externalId?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Which lead. */
  readonly lead: LeadReferenceInput;
  /** When it happened, the creation of the lead at the earliest; default now. What stood then decides. */
  readonly occurredAt?: string | null | undefined;
  /** Why. */
  readonly reason?: string | null | undefined;
  /** The stage; default the one that it left. */
  readonly to?: string | null | undefined;
};

/** Which report a kept question is for. */
export type ReportKind =
  /** Answered by `acceptance`. */
  | 'ACCEPTANCE'
  /** Answered by `cost`. */
  | 'COST'
  /** Answered by `diagnosis`. */
  | 'DIAGNOSIS'
  /** Answered by `funnel`. */
  | 'FUNNEL'
  /** Answered by `sla`. */
  | 'SLA'
  /** Answered by `standardMetrics`. */
  | 'STANDARD_METRICS'
  /** Answered by `velocity`. */
  | 'VELOCITY';

/** Where counts of leads were read. All paths give the same numbers. */
export type ReportPath =
  /** One row per lead. */
  | 'FACT'
  /** The log as it was known at an earlier instant. */
  | 'RECORD'
  /** Counts by day. */
  | 'ROLLUP_DAY'
  /** Counts by month and segment. */
  | 'ROLLUP_MONTH';

/** Which dead deliveries are to be sent again. */
export type ResendDeliveriesInput = {
  /** Ids of events; default all of its dead ones. Those that are not dead are left as they are. */
  readonly events?: ReadonlyArray<string> | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** The webhook's id. */
  readonly webhook: string;
};

/** Which stage leaves the ladder, and when. */
export type RetireStageInput = {
  /** Out of the ladder from this instant on, past or future, also where a later version brought it back. Default now. */
  readonly effectiveFrom?: string | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** The stage's key. */
  readonly key: string;
};

/** Which key is to give nothing any more. */
export type RevokeApiKeyInput = {
  /** The key's id. */
  readonly id: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** Which key is replaced, and how long both work. */
export type RotateApiKeyInput = {
  /** Of the new key, at most five years ahead; null: never. Left out: it lasts as long as the old one was made for. */
  readonly expiresAt?: string | null | undefined;
  /** Of the key that is to go. */
  readonly id: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** How long the old key still works: none to 30 days, default PT24H. It never works longer than before. */
  readonly overlap?: string | null | undefined;
};

/** How long embed tokens that were made before are taken. */
export type RotateSigningKeyInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** PT0S to PT24H; default PT24H, which no token outlives. PT0S ends every token now. */
  readonly overlap?: string | null | undefined;
};

/** What a rule says of a lead. */
export type RuleAnswerKind =
  /** It does not, whatever is still missing. */
  | 'NO'
  /** What is missing decides it. */
  | 'TOO_LITTLE_INFORMATION'
  /** The lead meets the condition. */
  | 'YES';

/** A list to keep. */
export type SaveListInput = {
  /** Which leads; default all. */
  readonly filter?: LeadListFilterInput | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** 1–255 characters. A list of the same name is replaced. */
  readonly name: string;
  /** Default as they were recorded. */
  readonly orderBy?: LeadListOrderInput | null | undefined;
};

/** A question to keep: exactly one of the reports. */
export type SaveReportInput = {
  /** What `acceptance` is asked. */
  readonly acceptance?: AcceptanceInput | null | undefined;
  /** What `cost` is asked. */
  readonly cost?: CostInput | null | undefined;
  /** What `diagnosis` is asked. */
  readonly diagnosis?: DiagnosisInput | null | undefined;
  /** What `funnel` is asked. */
  readonly funnel?: FunnelInput | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** 1–255 characters. A report of the same name is replaced. */
  readonly name: string;
  /** What `sla` is asked. */
  readonly sla?: SlaInput | null | undefined;
  /** What `standardMetrics` is asked. */
  readonly standardMetrics?: StandardMetricsInput | null | undefined;
  /** What `velocity` is asked. */
  readonly velocity?: VelocityInput | null | undefined;
};

/** What a credential may do. docs/access.md lists what each opens. */
export type Scope =
  /** Everything, and alone: definitions, webhooks, keys, settings, the audit log. */
  | 'ADMIN'
  /** Record, correct and void costs. */
  | 'COSTS_WRITE'
  /** Make embed tokens. */
  | 'EMBEDS_CREATE'
  /** Leads, accounts and handoffs with their personal data, lists of them, and their export. */
  | 'LEADS_READ'
  /** Record, move, assign, merge and erase leads; accounts; lists. */
  | 'LEADS_WRITE'
  /** Reports, and what they are measured by: settings, ladder, policies, goals, rules, costs, published packs. */
  | 'REPORTS_READ';

/** Working hours, whole: what is left out is not in the new version. */
export type SetBusinessCalendarInput = {
  /** ISO 3166-1 alpha-2, such as `DE`: nothing is worked on its public holidays. */
  readonly country?: string | null | undefined;
  /** Own days off, half days and extra days, at most 2,000. */
  readonly days?: ReadonlyArray<OwnDayInput> | null | undefined;
  /** It decides for handoffs that open from then on; default now. Past: a correction, by which handoffs that have opened since get due instants anew. */
  readonly effectiveFrom?: string | null | undefined;
  /** In any order, without overlaps. */
  readonly hours: ReadonlyArray<WeekdayHoursInput>;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Capitals, digits and _, such as `BERLIN`. A new one makes a calendar. */
  readonly key: string;
  /** For people, 1–200 characters. */
  readonly name: string;
  /** Of the country, such as `BY`, with holidays of its own. */
  readonly region?: string | null | undefined;
  /** IANA name: `Europe/Berlin`. */
  readonly timeZone: string;
};

/** A goal, made or changed. What is left out stays as it is; a new goal needs name, stage, period and target. */
export type SetGoalInput = {
  /** Raise `goal.at_risk` when the pace falls below it, 0 to 1.5; null: never. */
  readonly atRiskBelow?: string | null | undefined;
  /** Which leads count; default all. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Names it: capitals, digits and _, such as Q1_MQL. */
  readonly key: string;
  /** For people. */
  readonly name?: string | null | undefined;
  /** `start` and `end`, or `grain` and `containing`; kept as the dates that it is now. */
  readonly period?: PeriodInput | null | undefined;
  /** No longer pursued; default false. */
  readonly retired?: boolean | null | undefined;
  /** Key, standard name or alias of a stage of today’s ladder. */
  readonly stage?: string | null | undefined;
  /** Entries, at least 1. */
  readonly target?: number | null | undefined;
};

/** A policy, whole: what is left out is not in the new version. */
export type SetSlaPolicyInput = {
  /** Key of the calendar behind BUSINESS targets, which need one. */
  readonly calendar?: string | null | undefined;
  /** For accepting, rejecting, recycling or disqualifying. */
  readonly decisionWithin?: SlaTargetInput | null | undefined;
  /** It decides for handoffs that open from then on; default now. Past: handoffs that have opened since are judged anew. */
  readonly effectiveFrom?: string | null | undefined;
  /** To which handoffs it applies; left out: to all. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** For the first call, email or meeting, or the decision if that comes first. */
  readonly firstResponseWithin?: SlaTargetInput | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Capitals, digits and _, such as `HOT_LEADS`. A new one makes a policy. */
  readonly key: string;
  /** For people, 1–200 characters; required unless it is retired. */
  readonly name?: string | null | undefined;
  /** Policies are tried in this order, ascending; the first whose filter fits decides. Default: where it was; a new one comes last. */
  readonly position?: number | null | undefined;
  /** True: from `effectiveFrom` on it applies to nothing. All else stays as it was, and is not looked at. */
  readonly retired?: boolean | null | undefined;
};

/** How time is told. */
export type SlaClock =
  /** The working hours of the policy's calendar. */
  | 'BUSINESS'
  /** As it passes; a day is 24 hours. */
  | 'CALENDAR';

/** A question about what sales promised. */
export type SlaInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** Judge the same handoffs under these policies too, 1–20; a handoff comes under the first whose filter it meets. */
  readonly replay?: ReadonlyArray<SlaProposalInput> | null | undefined;
  /** Upper ends of the bands of time to first response, ascending, 1–20; default PT1H and PT24H. */
  readonly responseBands?: ReadonlyArray<string> | null | undefined;
};

/** A policy as proposed; it has one of the targets or both. */
export type SlaProposalInput = {
  /** Key of the business calendar behind BUSINESS targets; default the first that was defined. */
  readonly calendar?: string | null | undefined;
  /** For the decision. */
  readonly decision?: SlaProposedTargetInput | null | undefined;
  /** Which handoffs it judges; default all. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** For the first response. */
  readonly firstResponse?: SlaProposedTargetInput | null | undefined;
};

/** Within what time something would be to be done, from when the handoff opened. */
export type SlaProposedTargetInput = {
  /** On which clock. */
  readonly clock: SlaClock;
  /** ISO 8601 with whole hours and minutes, and on the CALENDAR clock weeks and days of 24 h: `PT1H`, `P2D`. */
  readonly within: string;
};

/** How soon sales responded. */
export type SlaResponseBand =
  /** Later than the last band. */
  | 'LATER'
  /** Not by asOf. */
  | 'NEVER'
  /** Within the time given, and no sooner than the band before. */
  | 'WITHIN';

/** Whether what was promised was done in time. */
export type SlaStatus =
  /** Done later. */
  | 'BREACHED'
  /** Done by the due instant, that instant included. */
  | 'MET'
  /** Not done, and the due instant has passed. */
  | 'OVERDUE'
  /** Not done, and there is time yet. */
  | 'PENDING';

/** Within what time something is to be done, from when the handoff opened. */
export type SlaTargetInput = {
  /** The new owner: required with REASSIGN, and refused otherwise. */
  readonly assignTo?: string | null | undefined;
  /** On which clock. */
  readonly clock: SlaClock;
  /** How long before it is due, on the same clock, `handoff.due_soon` is raised: `PT15M`. Left out: never. */
  readonly dueSoon?: string | null | undefined;
  /** What is done when it is overdue; default NOTIFY. */
  readonly onOverdue?: OverdueAction | null | undefined;
  /** ISO 8601 with whole hours and minutes, and on the CALENDAR clock weeks and days of 24 h: `PT1H`, `P2D`. At most 3,660 days. */
  readonly within: string;
};

/** Whether what was promised is kept on the whole. */
export type SlaVerdict =
  /** On the mean, no longer than allowed. */
  | 'HOLDING'
  /** On the mean, longer than allowed. */
  | 'SLIPPING';

/** Which way a list is sorted. */
export type SortDirection =
  /** Smallest or earliest first. */
  | 'ASC'
  /** Largest or latest first. */
  | 'DESC';

/** A stage in place of another, each by its key, standard name or alias. */
export type StageChangeInput = {
  /** A stage that the question names. */
  readonly from: string;
  /** What it becomes in the copy. */
  readonly to: string;
};

/** A question for the standard metrics. They are not broken down: `by` is refused. */
export type StandardMetricsInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** How long after its entry into LEAD a lead may take to reach a stage; default ever. */
  readonly conversionWindow?: string | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
};

/** The stages that every funnel can be compared by. */
export type StandardStage =
  /** A person whose details are held. */
  | 'CONTACT'
  /** Has bought. */
  | 'CUSTOMER'
  /** Answered an offer. */
  | 'LEAD'
  /** Marketing-qualified lead: ready to be handed over to sales. */
  | 'MQL'
  /** Qualified sales opportunity: a deal that can be won. */
  | 'QSO'
  /** Sales-qualified lead: sales has taken it on. */
  | 'SQL';

/** Who owns a stage. */
export type Team =
  /** Brings leads in and makes them ready. */
  | 'MARKETING'
  /** Takes them on and closes. */
  | 'SALES';

/** Why a comparison could not be made. */
export type ThinReason =
  /** All leads took the step, or none: there is nothing to test. */
  | 'ALL_ALIKE'
  /** A stage of the step was not in the ladder all the time. */
  | 'NEW_STAGE'
  /** Fewer than five leads would be expected to take the step, or not to take it. */
  | 'TOO_FEW';

/** What a transition was. */
export type TransitionKind =
  /** Sales took it on. */
  | 'ACCEPTED'
  /** Up the ladder, outside of a handoff. */
  | 'ADVANCED'
  /** Out of the ladder, with a reason. */
  | 'DISQUALIFIED'
  /** The first of the lead, or the stage it was in already. */
  | 'ENTERED'
  /** It went back to an earlier stage, to be nurtured. */
  | 'RECYCLED'
  /** Sales refused it, with a reason; it went back to an earlier stage. */
  | 'REJECTED'
  /** Back into the ladder. */
  | 'REOPENED';

/** An entry of a lead into a stage, as it happened. Exactly one of `to`, `out` and `crm` says where it went. It is stored as given, also late and out of order. */
export type TransitionRecordInput = {
  /** Who did it. */
  readonly actor?: string | null | undefined;
  /** A value of the CRM, mapped by `mapCrmValues`. One that is not mapped waits until it is. */
  readonly crm?: CrmValueInput | null | undefined;
  /** Your own id of it, 1–255 characters. What has come under it before is not stored twice. */
  readonly externalId: string;
  /** Default: it follows from the two stages. */
  readonly kind?: TransitionKind | null | undefined;
  /** The lead's external id. */
  readonly lead: string;
  /** When it happened. */
  readonly occurredAt: string;
  /** True: the lead left the ladder (DISQUALIFIED); needs a reason. */
  readonly out?: boolean | null | undefined;
  /** Why; required for REJECTED and DISQUALIFIED. */
  readonly reason?: string | null | undefined;
  /** The stage's key, a standard stage's name, or `SQO`. */
  readonly to?: string | null | undefined;
};

/** What a drop of a step is a question of. */
export type Trouble =
  /** Few customers per QSO. */
  | 'CLOSING'
  /** First responses later than promised. */
  | 'FOLLOW_UP'
  /** Few SQLs per MQL: what is handed over, or the lead type. */
  | 'QUALIFICATION'
  /** Few QSOs per SQL: how sales qualifies. */
  | 'SALES_QUALIFICATION'
  /** Few MQLs per lead: whom marketing reaches. */
  | 'TARGETING';

/** What is to change; what is left out or null stays. */
export type UpdateWorkspaceInput = {
  /** ISO 4217; only while no cost and no value of a lead is recorded. */
  readonly currency?: string | null | undefined;
  /** 1–12. */
  readonly fiscalYearStartMonth?: number | null | undefined;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** For people, 1–255 characters; unique among the workspaces of the database. */
  readonly name?: string | null | undefined;
  /** Web pages that may call the API from a browser, instead of those before: `https://host[:port]`, http for localhost alone; at most 20. */
  readonly origins?: ReadonlyArray<string> | null | undefined;
  /** IANA name. Every date begins by it: reports of a `knownAt` before keep the one before. */
  readonly timeZone?: string | null | undefined;
  /** ISO weekday on which a week begins: 1 Monday … 7 Sunday. */
  readonly weekStart?: number | null | undefined;
};

/** At most 10,000 accounts in a call. One that comes twice is taken twice, in order. */
export type UpsertAccountsInput = {
  /** Accounts. */
  readonly accounts: ReadonlyArray<AccountUpsertInput>;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** At most 10,000 items in a call. */
export type UpsertLeadsInput = {
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Leads. */
  readonly leads: ReadonlyArray<LeadUpsertInput>;
};

/** A question about time from stage to stage. */
export type VelocityInput = {
  /** Only events that occurred by then count; default now. */
  readonly asOf?: string | null | undefined;
  /** Default TO. */
  readonly basis?: DurationBasis | null | undefined;
  /** Break down by up to three attributes, such as `source`. See `workspace { attributes }`. */
  readonly by?: ReadonlyArray<string> | null | undefined;
  /** BUSINESS: key of the business calendar; default the first that was defined. */
  readonly calendar?: string | null | undefined;
  /** Default CALENDAR, time as it passes. */
  readonly clock?: SlaClock | null | undefined;
  /** Which leads. */
  readonly filter?: LeadFilterInput | null | undefined;
  /** The stage where the clock starts; default LEAD. */
  readonly from?: string | null | undefined;
  /** Also answer a series of such buckets. */
  readonly grain?: Grain | null | undefined;
  /** Only what had been recorded by then counts; default all. */
  readonly knownAt?: string | null | undefined;
  /** Default AS_THEN. */
  readonly ladder?: LadderMode | null | undefined;
  /** Which dates. */
  readonly period: PeriodInput;
  /** Also how long leads stay in these stages. Default none. */
  readonly timeInStage?: ReadonlyArray<string> | null | undefined;
  /** The later stage where it stops; default CUSTOMER. */
  readonly to?: string | null | undefined;
};

/** Which benchmark should no longer be compared with. */
export type VoidBenchmarkInput = {
  /** Of the benchmark. */
  readonly id: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
};

/** Which cost should not have been recorded. */
export type VoidCostInput = {
  /** The cost's external id. */
  readonly externalId: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Why it is voided; kept with it. */
  readonly reason: string;
};

/** Which transition was a mistake. */
export type VoidTransitionInput = {
  /** The transition's external id. */
  readonly externalId: string;
  /** Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days. */
  readonly idempotencyKey: string;
  /** Why it is voided; kept with it. */
  readonly reason: string;
};

/** What a webhook can be told of. In what is sent, and in headers, `LEAD_TRANSITIONED` is `lead.transitioned`. */
export type WebhookEventType =
  /** A goal's pace fell below its threshold. */
  | 'GOAL_AT_RISK'
  /** Sales took a handoff. */
  | 'HANDOFF_ACCEPTED'
  /** A first response or a decision will soon be due. */
  | 'HANDOFF_DUE_SOON'
  /** A lead was handed over to sales. */
  | 'HANDOFF_OPENED'
  /** A first response or a decision is overdue. */
  | 'HANDOFF_OVERDUE'
  /** Sales refused a handoff. */
  | 'HANDOFF_REJECTED'
  /** A transition was recorded: a lead entered a stage, or left the ladder. */
  | 'LEAD_TRANSITIONED';

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** A stretch of work on a day of every week; two of them leave a break between. */
export type WeekdayHoursInput = {
  /** HH:MM by the wall clock of the zone, 00:00–23:59. */
  readonly from: string;
  /** HH:MM, after `from`, at most 24:00. Work past midnight goes on at 00:00 of the next day. */
  readonly to: string;
  /** On which day. */
  readonly weekday: Weekday;
};

/** A stretch of work within a day. */
export type WorkingHoursInput = {
  /** HH:MM by the wall clock of the zone, 00:00–23:59. */
  readonly from: string;
  /** HH:MM, after `from`, at most 24:00. Work past midnight goes on at 00:00 of the next day. */
  readonly to: string;
};

export type AcceptanceFiguresFragment = { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number, readonly behind?: string | null }> } & { readonly behind?: string | null, readonly acceptedBehind?: string | null, readonly rejectedBehind?: string | null, readonly recycledBehind?: string | null, readonly disqualifiedBehind?: string | null, readonly openBehind?: string | null };

export type AcceptanceBehindFragment = { readonly behind: string | null, readonly acceptedBehind: string | null, readonly rejectedBehind: string | null, readonly recycledBehind: string | null, readonly disqualifiedBehind: string | null, readonly openBehind: string | null };

export type AcceptancePointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly behind?: string | null, readonly acceptedBehind?: string | null, readonly rejectedBehind?: string | null, readonly recycledBehind?: string | null, readonly disqualifiedBehind?: string | null, readonly openBehind?: string | null, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number, readonly behind?: string | null }> } };

export type GoalStandingFragment = { readonly key: string, readonly version: number, readonly name: string, readonly target: number, readonly entered: number | null, readonly behind?: string | null, readonly attainment: number | null, readonly pace: number | null, readonly elapsedShare: number, readonly stage: { readonly key: string, readonly name: string } | null, readonly period: { readonly start: string, readonly end: string } };

export type AcceptanceQueryVariables = Exact<{
  input: AcceptanceInput;
  behind?: boolean | null | undefined;
}>;


export type AcceptanceQuery = { readonly acceptance: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly behind?: string | null, readonly acceptedBehind?: string | null, readonly rejectedBehind?: string | null, readonly recycledBehind?: string | null, readonly disqualifiedBehind?: string | null, readonly openBehind?: string | null, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number, readonly behind?: string | null }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly behind?: string | null, readonly acceptedBehind?: string | null, readonly rejectedBehind?: string | null, readonly recycledBehind?: string | null, readonly disqualifiedBehind?: string | null, readonly openBehind?: string | null, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number, readonly behind?: string | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly behind?: string | null, readonly acceptedBehind?: string | null, readonly rejectedBehind?: string | null, readonly recycledBehind?: string | null, readonly disqualifiedBehind?: string | null, readonly openBehind?: string | null, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number, readonly behind?: string | null }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handedOver: number, readonly accepted: number, readonly rejected: number, readonly recycled: number, readonly disqualified: number, readonly open: number, readonly behind?: string | null, readonly acceptedBehind?: string | null, readonly rejectedBehind?: string | null, readonly recycledBehind?: string | null, readonly disqualifiedBehind?: string | null, readonly openBehind?: string | null, readonly acceptanceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly acceptanceRateOfDecided: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly rejections: ReadonlyArray<{ readonly reason: string | null, readonly handoffs: number, readonly behind?: string | null }> } }>, readonly goals: ReadonlyArray<{ readonly key: string, readonly version: number, readonly name: string, readonly target: number, readonly entered: number | null, readonly behind?: string | null, readonly attainment: number | null, readonly pace: number | null, readonly elapsedShare: number, readonly stage: { readonly key: string, readonly name: string } | null, readonly period: { readonly start: string, readonly end: string } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type AccountFragment = { readonly id: string, readonly externalId: string, readonly name: string | null, readonly domain: string | null, readonly target: boolean, readonly tier: string | null, readonly leadCount: number, readonly openHandoffs: number, readonly furthestStage: { readonly key: string, readonly name: string } | null, readonly stages: ReadonlyArray<{ readonly leads: number, readonly stage: { readonly key: string, readonly name: string } }> };

export type AccountQueryVariables = Exact<{
  id?: string | null | undefined;
  externalId?: string | null | undefined;
  leads: number;
}>;


export type AccountQuery = { readonly account: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly domain: string | null, readonly target: boolean, readonly tier: string | null, readonly leadCount: number, readonly openHandoffs: number, readonly leads: ReadonlyArray<{ readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }>, readonly furthestStage: { readonly key: string, readonly name: string } | null, readonly stages: ReadonlyArray<{ readonly leads: number, readonly stage: { readonly key: string, readonly name: string } }> } | null };

export type AccountsQueryVariables = Exact<{
  filter?: AccountListFilterInput | null | undefined;
  orderBy?: AccountListOrderInput | null | undefined;
  first: number;
  after?: string | null | undefined;
  withTotal: boolean;
}>;


export type AccountsQuery = { readonly accounts: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly domain: string | null, readonly target: boolean, readonly tier: string | null, readonly leadCount: number, readonly openHandoffs: number, readonly furthestStage: { readonly key: string, readonly name: string } | null, readonly stages: ReadonlyArray<{ readonly leads: number, readonly stage: { readonly key: string, readonly name: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type UpsertAccountsMutationVariables = Exact<{
  input: UpsertAccountsInput;
}>;


export type UpsertAccountsMutation = { readonly upsertAccounts:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly outcomes: ReadonlyArray<{ readonly index: number, readonly status: AccountOutcomeStatus, readonly problem: { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> } | null }> }
   };

export type ApiKeyFragment = { readonly id: string, readonly name: string, readonly prefix: string, readonly scopes: ReadonlyArray<Scope>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly replaces: string | null };

export type ApiKeysQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  withTotal: boolean;
}>;


export type ApiKeysQuery = { readonly apiKeys: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly prefix: string, readonly scopes: ReadonlyArray<Scope>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly replaces: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { readonly createApiKey:
    | { readonly key: string | null, readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly scopes: ReadonlyArray<Scope>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly replaces: string | null } }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type RotateApiKeyMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { readonly rotateApiKey:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly key: string | null, readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly scopes: ReadonlyArray<Scope>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly replaces: string | null } }
   };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { readonly revokeApiKey:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly apiKey: { readonly id: string, readonly name: string, readonly prefix: string, readonly scopes: ReadonlyArray<Scope>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly expiresAt: string | null, readonly revokedAt: string | null, readonly replaces: string | null } }
   };

export type CreateEmbedTokenMutationVariables = Exact<{
  input: CreateEmbedTokenInput;
}>;


export type CreateEmbedTokenMutation = { readonly createEmbedToken:
    | { readonly token: string | null, readonly expiresAt: string }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type RotateSigningKeyMutationVariables = Exact<{
  input: RotateSigningKeyInput;
}>;


export type RotateSigningKeyMutation = { readonly rotateSigningKey:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly validUntil: string }
   };

export type AuditEntryFragment = { readonly id: string, readonly occurredAt: string, readonly act: string, readonly detail: unknown, readonly refusal: string | null, readonly requestId: string | null, readonly actor: { readonly kind: AuditActorKind, readonly id: string | null, readonly name: string } };

export type AuditLogQueryVariables = Exact<{
  filter?: AuditLogFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
  withTotal: boolean;
}>;


export type AuditLogQuery = { readonly auditLog: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly occurredAt: string, readonly act: string, readonly detail: unknown, readonly refusal: string | null, readonly requestId: string | null, readonly actor: { readonly kind: AuditActorKind, readonly id: string | null, readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BenchmarkFragment = { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string, readonly definition: string, readonly recordedAt: string, readonly voidedAt: string | null };

export type BenchmarksQueryVariables = Exact<{
  voided?: boolean | null | undefined;
}>;


export type BenchmarksQuery = { readonly benchmarks: ReadonlyArray<{ readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string, readonly definition: string, readonly recordedAt: string, readonly voidedAt: string | null }> };

export type AddBenchmarkMutationVariables = Exact<{
  input: AddBenchmarkInput;
}>;


export type AddBenchmarkMutation = { readonly addBenchmark:
    | { readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string, readonly definition: string, readonly recordedAt: string, readonly voidedAt: string | null } }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type VoidBenchmarkMutationVariables = Exact<{
  input: VoidBenchmarkInput;
}>;


export type VoidBenchmarkMutation = { readonly voidBenchmark:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly voidedAt: string }
   };

export type BusinessCalendarFragment = { readonly key: string, readonly name: string, readonly version: number, readonly timeZone: string, readonly country: string | null, readonly region: string | null, readonly effectiveFrom: string, readonly recordedAt: string, readonly hours: ReadonlyArray<{ readonly weekday: Weekday, readonly from: string, readonly to: string }>, readonly days: ReadonlyArray<{ readonly date: string, readonly name: string, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }> };

export type BusinessCalendarsQueryVariables = Exact<{
  at?: string | null | undefined;
  year: number;
  withHolidays: boolean;
}>;


export type BusinessCalendarsQuery = { readonly businessCalendars: ReadonlyArray<{ readonly key: string, readonly name: string, readonly version: number, readonly timeZone: string, readonly country: string | null, readonly region: string | null, readonly effectiveFrom: string, readonly recordedAt: string, readonly holidays?: ReadonlyArray<{ readonly date: string, readonly from: string | null, readonly name: string }>, readonly hours: ReadonlyArray<{ readonly weekday: Weekday, readonly from: string, readonly to: string }>, readonly days: ReadonlyArray<{ readonly date: string, readonly name: string, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }> }> };

export type SetBusinessCalendarMutationVariables = Exact<{
  input: SetBusinessCalendarInput;
}>;


export type SetBusinessCalendarMutation = { readonly setBusinessCalendar:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly rejudgedHandoffs: number, readonly calendar: { readonly key: string, readonly name: string, readonly version: number, readonly timeZone: string, readonly country: string | null, readonly region: string | null, readonly effectiveFrom: string, readonly recordedAt: string, readonly hours: ReadonlyArray<{ readonly weekday: Weekday, readonly from: string, readonly to: string }>, readonly days: ReadonlyArray<{ readonly date: string, readonly name: string, readonly hours: ReadonlyArray<{ readonly from: string, readonly to: string }> }> } }
   };

export type CostEntryFragment = { readonly externalId: string, readonly amount: string, readonly exchangeRate: string | null, readonly category: string, readonly costScope: CostScope, readonly source: string | null, readonly campaign: string | null, readonly leadType: string | null, readonly status: CostEntryStatus, readonly recordedAt: string, readonly voidedAt: string | null, readonly voidReason: string | null, readonly period: { readonly start: string, readonly end: string }, readonly given: { readonly amount: string, readonly currency: string } };

export type CostEntriesQueryVariables = Exact<{
  filter?: CostListFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
  withTotal: boolean;
}>;


export type CostEntriesQuery = { readonly costs: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly externalId: string, readonly amount: string, readonly exchangeRate: string | null, readonly category: string, readonly costScope: CostScope, readonly source: string | null, readonly campaign: string | null, readonly leadType: string | null, readonly status: CostEntryStatus, readonly recordedAt: string, readonly voidedAt: string | null, readonly voidReason: string | null, readonly period: { readonly start: string, readonly end: string }, readonly given: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CorrectCostMutationVariables = Exact<{
  input: CorrectCostInput;
}>;


export type CorrectCostMutation = { readonly correctCost:
    | { readonly changed: boolean, readonly recordedAt: string }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type VoidCostMutationVariables = Exact<{
  input: VoidCostInput;
}>;


export type VoidCostMutation = { readonly voidCost:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly voidedAt: string }
   };

export type MoneyFragment = { readonly amount: string, readonly currency: string };

export type CostFiguresFragment = { readonly stages: ReadonlyArray<{ readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly behind?: string | null, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly behind?: string | null, readonly value: { readonly amount: string, readonly currency: string } } | null };

export type CostPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly behind?: string | null, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly behind?: string | null, readonly value: { readonly amount: string, readonly currency: string } } | null } };

export type CostQueryVariables = Exact<{
  input: CostInput;
  behind?: boolean | null | undefined;
}>;


export type CostQuery = { readonly cost: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly behind?: string | null, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly behind?: string | null, readonly value: { readonly amount: string, readonly currency: string } } | null }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly behind?: string | null, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly behind?: string | null, readonly value: { readonly amount: string, readonly currency: string } } | null }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly behind?: string | null, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly behind?: string | null, readonly value: { readonly amount: string, readonly currency: string } } | null } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly lagLeads: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly costPerEntry: { readonly amount: string, readonly currency: string } | null, readonly interval: { readonly low: { readonly amount: string, readonly currency: string }, readonly high: { readonly amount: string, readonly currency: string } } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null, readonly entryWindow: { readonly start: string, readonly end: string }, readonly beforeFirstCost: { readonly days: number, readonly share: number } | null, readonly unallocated: { readonly amount: string, readonly currency: string } | null, readonly outsideFilter: { readonly amount: string, readonly currency: string } | null }>, readonly cac: { readonly entered: number, readonly behind?: string | null, readonly lagDays: number | null, readonly cost: { readonly amount: string, readonly currency: string } | null, readonly spend: { readonly amount: string, readonly currency: string } | null, readonly spendWindow: { readonly start: string, readonly end: string } | null } | null, readonly roi: { readonly roi: number | null, readonly won: number, readonly behind?: string | null, readonly valueWon: { readonly amount: string, readonly currency: string }, readonly spend: { readonly amount: string, readonly currency: string } | null } | null, readonly pipelineValue: { readonly leads: number, readonly behind?: string | null, readonly value: { readonly amount: string, readonly currency: string } } | null } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type CrmValuesQueryVariables = Exact<{
  field?: string | null | undefined;
}>;


export type CrmValuesQuery = { readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string, readonly meaning: CrmMeaning | null, readonly waiting: number, readonly firstSeenAt: string | null, readonly lastSeenAt: string | null, readonly stage: { readonly key: string, readonly name: string } | null }> };

export type MapCrmValuesMutationVariables = Exact<{
  input: MapCrmValuesInput;
}>;


export type MapCrmValuesMutation = { readonly mapCrmValues:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly tookEffect: number, readonly values: ReadonlyArray<{ readonly field: string, readonly value: string, readonly tookEffect: number }> }
   };

export type RateDifferenceFragment = { readonly value: number, readonly low: number, readonly high: number };

export type LadderStepFragment = { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } };

export type ChangeSplitFragment = { readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> };

export type BenchmarkLabelFragment = { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string };

export type DiagnosisFindingFragment = { readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly z: number, readonly p: number, readonly adjustedP: number, readonly leadsLost: number, readonly main: boolean, readonly reading: string, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number }, readonly since: { readonly at: { readonly start: string, readonly end: string }, readonly from: { readonly start: string, readonly end: string }, readonly to: { readonly start: string, readonly end: string } } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }>, readonly redefined: ReadonlyArray<{ readonly version: number, readonly effectiveFrom: string, readonly key: string, readonly name: string }> } & { readonly behind?: string | null, readonly denominatorBehind?: string | null, readonly baselineBehind?: string | null, readonly baselineDenominatorBehind?: string | null };

export type FindingBehindFragment = { readonly behind: string | null, readonly denominatorBehind: string | null, readonly baselineBehind: string | null, readonly baselineDenominatorBehind: string | null };

export type StepBehindFragment = { readonly behind: string | null, readonly denominatorBehind: string | null, readonly baselineBehind: string | null, readonly baselineDenominatorBehind: string | null };

export type ThinBehindFragment = { readonly behind: string | null, readonly denominatorBehind: string | null, readonly baselineBehind: string | null, readonly baselineDenominatorBehind: string | null };

export type DiagnosisQueryVariables = Exact<{
  input: DiagnosisInput;
  behind?: boolean | null | undefined;
}>;


export type DiagnosisQuery = { readonly diagnosis: { readonly watchedUntil: string, readonly conversionWindow: number, readonly attributes: ReadonlyArray<string>, readonly tested: number, readonly quiet: boolean, readonly summary: string, readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly baseline: { readonly start: string, readonly end: string }, readonly findings: ReadonlyArray<{ readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly z: number, readonly p: number, readonly adjustedP: number, readonly leadsLost: number, readonly main: boolean, readonly reading: string, readonly behind?: string | null, readonly denominatorBehind?: string | null, readonly baselineBehind?: string | null, readonly baselineDenominatorBehind?: string | null, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number }, readonly since: { readonly at: { readonly start: string, readonly end: string }, readonly from: { readonly start: string, readonly end: string }, readonly to: { readonly start: string, readonly end: string } } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }>, readonly redefined: ReadonlyArray<{ readonly version: number, readonly effectiveFrom: string, readonly key: string, readonly name: string }> }>, readonly improvements: ReadonlyArray<{ readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly z: number, readonly p: number, readonly adjustedP: number, readonly leadsLost: number, readonly main: boolean, readonly reading: string, readonly behind?: string | null, readonly denominatorBehind?: string | null, readonly baselineBehind?: string | null, readonly baselineDenominatorBehind?: string | null, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number }, readonly since: { readonly at: { readonly start: string, readonly end: string }, readonly from: { readonly start: string, readonly end: string }, readonly to: { readonly start: string, readonly end: string } } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }>, readonly redefined: ReadonlyArray<{ readonly version: number, readonly effectiveFrom: string, readonly key: string, readonly name: string }> }>, readonly steps: ReadonlyArray<{ readonly metric: JudgedMetric, readonly trouble: Trouble, readonly team: Team, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly difference: { readonly value: number, readonly low: number, readonly high: number } | null, readonly splits: ReadonlyArray<{ readonly attribute: string, readonly change: number, readonly mixEffect: number, readonly rateEffect: number, readonly groups: ReadonlyArray<{ readonly value: string | null, readonly mixEffect: number, readonly rateEffect: number }> }> } & { readonly behind?: string | null, readonly denominatorBehind?: string | null, readonly baselineBehind?: string | null, readonly baselineDenominatorBehind?: string | null }>, readonly thin: ReadonlyArray<{ readonly metric: JudgedMetric, readonly attribute: string | null, readonly value: string | null, readonly comparison: Comparison, readonly reason: ThinReason, readonly needed: number | null, readonly reading: string, readonly step: { readonly from: { readonly key: string, readonly name: string }, readonly to: { readonly key: string, readonly name: string } }, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } | null, readonly period: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly baseline: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null } & { readonly behind?: string | null, readonly denominatorBehind?: string | null, readonly baselineBehind?: string | null, readonly baselineDenominatorBehind?: string | null }>, readonly benchmarksLeftOut: ReadonlyArray<{ readonly reason: string, readonly benchmark: { readonly id: string, readonly metric: string, readonly stage: string | null, readonly value: string, readonly source: string, readonly publishedOn: string } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type RateFragment = { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null };

export type FunnelFiguresFragment = { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly behind?: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> };

export type FunnelCountsBehindFragment = { readonly stages: ReadonlyArray<{ readonly stepBehind?: string | null, readonly matureBehind?: string | null, readonly unassignedBehind?: string | null }> };

export type FunnelPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly behind?: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } };

export type FunnelQueryVariables = Exact<{
  input: FunnelInput;
  behind?: boolean | null | undefined;
}>;


export type FunnelQuery = { readonly funnel: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly behind?: string | null, readonly stepBehind?: string | null, readonly matureBehind?: string | null, readonly unassignedBehind?: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly behind?: string | null, readonly stepBehind?: string | null, readonly matureBehind?: string | null, readonly unassignedBehind?: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly behind?: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly stages: ReadonlyArray<{ readonly reached: number | null, readonly entered: number | null, readonly unassigned: number | null, readonly behind?: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly stepRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly overallRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly matureShare: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly projected: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly periodRatio: { readonly value: number | null, readonly numerator: number, readonly denominator: number } | null }> } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type GoalFragment = { readonly key: string, readonly version: number, readonly name: string, readonly target: number, readonly atRiskBelow: string | null, readonly atRiskSince: string | null, readonly retired: boolean, readonly asOf: string, readonly entered: number | null, readonly attainment: number | null, readonly pace: number | null, readonly elapsedShare: number, readonly stage: { readonly key: string, readonly name: string } | null, readonly period: { readonly start: string, readonly end: string }, readonly filter: ReadonlyArray<{ readonly name: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }> };

export type NeededEntriesFragment = { readonly lagSeconds: number | null, readonly lagLeads: number, readonly before: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly rate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly needed: { readonly value: number | null, readonly low: number | null, readonly high: number | null }, readonly neededForTarget: { readonly value: number | null, readonly low: number | null, readonly high: number | null } };

export type GoalsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  retired?: boolean | null | undefined;
  withNeeded: boolean;
  ratesOver?: PeriodInput | null | undefined;
  conversionWindow?: string | null | undefined;
}>;


export type GoalsQuery = { readonly goals: ReadonlyArray<{ readonly key: string, readonly version: number, readonly name: string, readonly target: number, readonly atRiskBelow: string | null, readonly atRiskSince: string | null, readonly retired: boolean, readonly asOf: string, readonly entered: number | null, readonly attainment: number | null, readonly pace: number | null, readonly elapsedShare: number, readonly leadsNeeded?: { readonly missing: number | null, readonly watchedForSeconds: number, readonly ratesOver: { readonly start: string, readonly end: string }, readonly leads: { readonly lagSeconds: number | null, readonly lagLeads: number, readonly before: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly rate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly needed: { readonly value: number | null, readonly low: number | null, readonly high: number | null }, readonly neededForTarget: { readonly value: number | null, readonly low: number | null, readonly high: number | null } } | null, readonly mqls: { readonly lagSeconds: number | null, readonly lagLeads: number, readonly before: string | null, readonly stage: { readonly key: string, readonly name: string }, readonly rate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } | null, readonly needed: { readonly value: number | null, readonly low: number | null, readonly high: number | null }, readonly neededForTarget: { readonly value: number | null, readonly low: number | null, readonly high: number | null } } | null }, readonly stage: { readonly key: string, readonly name: string } | null, readonly period: { readonly start: string, readonly end: string }, readonly filter: ReadonlyArray<{ readonly name: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }> }> };

export type SetGoalMutationVariables = Exact<{
  input: SetGoalInput;
}>;


export type SetGoalMutation = { readonly setGoal:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly goal: { readonly key: string, readonly version: number, readonly name: string, readonly target: number, readonly atRiskBelow: string | null, readonly atRiskSince: string | null, readonly retired: boolean, readonly asOf: string, readonly entered: number | null, readonly attainment: number | null, readonly pace: number | null, readonly elapsedShare: number, readonly stage: { readonly key: string, readonly name: string } | null, readonly period: { readonly start: string, readonly end: string }, readonly filter: ReadonlyArray<{ readonly name: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }> } }
   };

export type HandoffFragment = { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } };

export type HandoffsQueryVariables = Exact<{
  filter?: HandoffListFilterInput | null | undefined;
  orderBy?: HandoffListOrderInput | null | undefined;
  first: number;
  after?: string | null | undefined;
  withTotal?: boolean;
}>;


export type HandoffsQuery = { readonly handoffs: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type IngestedFragment = { readonly created: number, readonly updated: number, readonly unchanged: number, readonly rejected: number, readonly recordedAt: string | null, readonly outcomes: ReadonlyArray<{ readonly kind: IngestItemKind, readonly index: number, readonly externalId: string, readonly status: IngestStatus, readonly problems: ReadonlyArray<{ readonly severity: IngestSeverity, readonly code: string, readonly path: string, readonly message: string }> }> };

export type IngestMutationVariables = Exact<{
  input: IngestInput;
}>;


export type IngestMutation = { readonly ingest:
    | { readonly created: number, readonly updated: number, readonly unchanged: number, readonly rejected: number, readonly recordedAt: string | null, readonly outcomes: ReadonlyArray<{ readonly kind: IngestItemKind, readonly index: number, readonly externalId: string, readonly status: IngestStatus, readonly problems: ReadonlyArray<{ readonly severity: IngestSeverity, readonly code: string, readonly path: string, readonly message: string }> }> }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type UpsertLeadsMutationVariables = Exact<{
  input: UpsertLeadsInput;
}>;


export type UpsertLeadsMutation = { readonly upsertLeads:
    | { readonly created: number, readonly updated: number, readonly unchanged: number, readonly rejected: number, readonly recordedAt: string | null, readonly outcomes: ReadonlyArray<{ readonly kind: IngestItemKind, readonly index: number, readonly externalId: string, readonly status: IngestStatus, readonly problems: ReadonlyArray<{ readonly severity: IngestSeverity, readonly code: string, readonly path: string, readonly message: string }> }> }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type RecordTransitionsMutationVariables = Exact<{
  input: RecordTransitionsInput;
}>;


export type RecordTransitionsMutation = { readonly recordTransitions:
    | { readonly created: number, readonly updated: number, readonly unchanged: number, readonly rejected: number, readonly recordedAt: string | null, readonly outcomes: ReadonlyArray<{ readonly kind: IngestItemKind, readonly index: number, readonly externalId: string, readonly status: IngestStatus, readonly problems: ReadonlyArray<{ readonly severity: IngestSeverity, readonly code: string, readonly path: string, readonly message: string }> }> }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type RecordActivitiesMutationVariables = Exact<{
  input: RecordActivitiesInput;
}>;


export type RecordActivitiesMutation = { readonly recordActivities:
    | { readonly created: number, readonly updated: number, readonly unchanged: number, readonly rejected: number, readonly recordedAt: string | null, readonly outcomes: ReadonlyArray<{ readonly kind: IngestItemKind, readonly index: number, readonly externalId: string, readonly status: IngestStatus, readonly problems: ReadonlyArray<{ readonly severity: IngestSeverity, readonly code: string, readonly path: string, readonly message: string }> }> }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type RecordCostsMutationVariables = Exact<{
  input: RecordCostsInput;
}>;


export type RecordCostsMutation = { readonly recordCosts:
    | { readonly created: number, readonly updated: number, readonly unchanged: number, readonly rejected: number, readonly recordedAt: string | null, readonly outcomes: ReadonlyArray<{ readonly kind: IngestItemKind, readonly index: number, readonly externalId: string, readonly status: IngestStatus, readonly problems: ReadonlyArray<{ readonly severity: IngestSeverity, readonly code: string, readonly path: string, readonly message: string }> }> }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type LeadMoveFragment = { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }, readonly handoff: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } | null, readonly transition: { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null } | null };

export type AcceptLeadMutationVariables = Exact<{
  input: AcceptLeadInput;
}>;


export type AcceptLeadMutation = { readonly acceptLead:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }, readonly handoff: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } | null, readonly transition: { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null } | null }
    | { readonly handoffOpen: boolean, readonly presentStage: string | null, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'WrongMove' }
   };

export type RejectLeadMutationVariables = Exact<{
  input: RejectLeadInput;
}>;


export type RejectLeadMutation = { readonly rejectLead:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }, readonly handoff: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } | null, readonly transition: { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null } | null }
    | { readonly handoffOpen: boolean, readonly presentStage: string | null, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'WrongMove' }
   };

export type RecycleLeadMutationVariables = Exact<{
  input: RecycleLeadInput;
}>;


export type RecycleLeadMutation = { readonly recycleLead:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }, readonly handoff: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } | null, readonly transition: { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null } | null }
    | { readonly handoffOpen: boolean, readonly presentStage: string | null, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'WrongMove' }
   };

export type DisqualifyLeadMutationVariables = Exact<{
  input: DisqualifyLeadInput;
}>;


export type DisqualifyLeadMutation = { readonly disqualifyLead:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }, readonly handoff: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } | null, readonly transition: { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null } | null }
    | { readonly handoffOpen: boolean, readonly presentStage: string | null, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'WrongMove' }
   };

export type ReopenLeadMutationVariables = Exact<{
  input: ReopenLeadInput;
}>;


export type ReopenLeadMutation = { readonly reopenLead:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }, readonly handoff: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } | null, readonly transition: { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null } | null }
    | { readonly handoffOpen: boolean, readonly presentStage: string | null, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'WrongMove' }
   };

export type AdvanceLeadMutationVariables = Exact<{
  input: AdvanceLeadInput;
}>;


export type AdvanceLeadMutation = { readonly advanceLead:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null }, readonly handoff: { readonly id: string, readonly owner: string | null, readonly openedAt: string, readonly closedAt: string | null, readonly outcome: HandoffOutcome | null, readonly reason: string | null, readonly firstResponseAt: string | null, readonly firstResponseDueAt: string | null, readonly firstResponseStatus: SlaStatus | null, readonly decisionDueAt: string | null, readonly decisionStatus: SlaStatus | null, readonly lead: { readonly id: string, readonly externalId: string, readonly name: string | null, readonly source: string | null, readonly leadType: string | null } } | null, readonly transition: { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null } | null }
    | { readonly handoffOpen: boolean, readonly presentStage: string | null, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'WrongMove' }
   };

export type AssignLeadMutationVariables = Exact<{
  input: AssignLeadInput;
}>;


export type AssignLeadMutation = { readonly assignLead:
    | { readonly changed: boolean, readonly occurredAt: string, readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type MergeLeadsMutationVariables = Exact<{
  input: MergeLeadsInput;
}>;


export type MergeLeadsMutation = { readonly mergeLeads:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly absorbedId: string, readonly recordedAt: string, readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }
   };

export type VoidTransitionMutationVariables = Exact<{
  input: VoidTransitionInput;
}>;


export type VoidTransitionMutation = { readonly voidTransition:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly voidedAt: string }
   };

export type DeleteLeadMutationVariables = Exact<{
  input: DeleteLeadInput;
}>;


export type DeleteLeadMutation = { readonly deleteLead:
    | { readonly erasedAt: string, readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type LeadFragment = { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null };

export type TransitionFragment = { readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null };

export type LeadQueryVariables = Exact<{
  id?: string | null | undefined;
  externalId?: string | null | undefined;
}>;


export type LeadQuery = { readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly transitions: ReadonlyArray<{ readonly externalId: string, readonly kind: TransitionKind, readonly occurredAt: string, readonly recordedAt: string, readonly actor: string | null, readonly reason: string | null, readonly from: { readonly key: string, readonly name: string } | null, readonly to: { readonly key: string, readonly name: string } | null }>, readonly activities: ReadonlyArray<{ readonly externalId: string, readonly type: ActivityType, readonly occurredAt: string, readonly actor: string | null }>, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } | null };

export type LeadsQueryVariables = Exact<{
  filter?: LeadListFilterInput | null | undefined;
  orderBy?: LeadListOrderInput | null | undefined;
  first: number;
  after?: string | null | undefined;
  withTotal: boolean;
}>;


export type LeadsQuery = { readonly leads: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MetricDefinitionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricDefinitionsQuery = { readonly metricDefinitions: ReadonlyArray<{ readonly name: string, readonly title: string, readonly unit: MetricUnit, readonly description: string, readonly formula: string, readonly notes: ReadonlyArray<string> }> };

export type MetricPackHeadingFragment = { readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly period: { readonly start: string, readonly end: string } };

export type MetricPackFragment = { readonly canonical: string, readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly total: { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }>, readonly period: { readonly start: string, readonly end: string } };

export type RestatementFragment = { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly period: { readonly start: string, readonly end: string }, readonly published: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null, readonly now: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null };

export type MetricPacksQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricPacksQuery = { readonly metricPacks: ReadonlyArray<{ readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly period: { readonly start: string, readonly end: string } }> };

export type MetricPackQueryVariables = Exact<{
  id: string;
  again: boolean;
}>;


export type MetricPackQuery = { readonly metricPack: { readonly canonical: string, readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly reproduction?: { readonly reproduces: boolean, readonly sha256: string, readonly changed: ReadonlyArray<string>, readonly differences: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly period: { readonly start: string, readonly end: string }, readonly published: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null, readonly now: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }> }, readonly restatements?: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly period: { readonly start: string, readonly end: string }, readonly published: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null, readonly now: { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }>, readonly total: { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }>, readonly period: { readonly start: string, readonly end: string } } | null };

export type PublishMetricPackMutationVariables = Exact<{
  input: PublishMetricPackInput;
}>;


export type PublishMetricPackMutation = { readonly publishMetricPack:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly pack: { readonly canonical: string, readonly id: string, readonly name: string, readonly publishedAt: string, readonly asOf: string, readonly knownAt: string, readonly sha256: string, readonly total: { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> }>, readonly period: { readonly start: string, readonly end: string } } }
   };

export type DatesFragment = { readonly start: string, readonly end: string };

export type KeyFragment = { readonly attribute: string, readonly value: string | null };

export type StatisticsFragment = { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number };

type Answered_AcceptanceReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_CostReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_DiagnosisReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_FunnelReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_SlaReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_StandardMetricsReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

type Answered_VelocityReport_Fragment = { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } };

export type AnsweredFragment =
  | Answered_AcceptanceReport_Fragment
  | Answered_CostReport_Fragment
  | Answered_DiagnosisReport_Fragment
  | Answered_FunnelReport_Fragment
  | Answered_SlaReport_Fragment
  | Answered_StandardMetricsReport_Fragment
  | Answered_VelocityReport_Fragment
;

type Refusal_InvalidInput_Fragment = { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' };

type Refusal_OrphanedLeads_Fragment = { readonly leads: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'OrphanedLeads' };

type Refusal_WrongMove_Fragment = { readonly handoffOpen: boolean, readonly presentStage: string | null, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'WrongMove' };

export type RefusalFragment =
  | Refusal_InvalidInput_Fragment
  | Refusal_OrphanedLeads_Fragment
  | Refusal_WrongMove_Fragment
;

export type OnwardFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type RuleVersionFragment = { readonly key: string, readonly version: number, readonly name: string, readonly condition: unknown, readonly attributes: ReadonlyArray<string>, readonly recordedAt: string, readonly enabled: boolean, readonly enabledAt: string | null, readonly enabledVersion: number | null, readonly disabledAt: string | null, readonly to: { readonly key: string, readonly name: string } | null };

export type RulesQueryVariables = Exact<{ [key: string]: never; }>;


export type RulesQuery = { readonly rules: ReadonlyArray<{ readonly key: string, readonly version: number, readonly name: string, readonly condition: unknown, readonly attributes: ReadonlyArray<string>, readonly recordedAt: string, readonly enabled: boolean, readonly enabledAt: string | null, readonly enabledVersion: number | null, readonly disabledAt: string | null, readonly to: { readonly key: string, readonly name: string } | null }> };

export type RuleQueryVariables = Exact<{
  key: string;
}>;


export type RuleQuery = { readonly rule: { readonly key: string, readonly version: number, readonly name: string, readonly condition: unknown, readonly attributes: ReadonlyArray<string>, readonly recordedAt: string, readonly enabled: boolean, readonly enabledAt: string | null, readonly enabledVersion: number | null, readonly disabledAt: string | null, readonly versions: ReadonlyArray<{ readonly key: string, readonly version: number, readonly name: string, readonly condition: unknown, readonly attributes: ReadonlyArray<string>, readonly recordedAt: string, readonly enabled: boolean, readonly enabledAt: string | null, readonly enabledVersion: number | null, readonly disabledAt: string | null, readonly to: { readonly key: string, readonly name: string } | null }>, readonly to: { readonly key: string, readonly name: string } | null } | null };

export type RuleAnswerFragment = { readonly answer: RuleAnswerKind, readonly missing: ReadonlyArray<string>, readonly unreadable: ReadonlyArray<string>, readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } };

export type RuleAnswersQueryVariables = Exact<{
  key: string;
  answer: RuleAnswerKind;
  version?: number | null | undefined;
  belowTarget?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RuleAnswersQuery = { readonly ruleAnswers: { readonly edges: ReadonlyArray<{ readonly node: { readonly answer: RuleAnswerKind, readonly missing: ReadonlyArray<string>, readonly unreadable: ReadonlyArray<string>, readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RuleDryRunFragment = { readonly at: string, readonly leads: number, readonly yes: number, readonly no: number, readonly tooLittleInformation: number, readonly wouldMove: number, readonly alreadyThere: number, readonly movedBefore: number, readonly needsSales: number, readonly out: number, readonly to: { readonly key: string, readonly name: string } | null, readonly byStage: ReadonlyArray<{ readonly leads: number, readonly yes: number, readonly no: number, readonly tooLittleInformation: number, readonly wouldMove: number, readonly alreadyThere: number, readonly movedBefore: number, readonly needsSales: number, readonly out: number, readonly stage: { readonly key: string, readonly name: string } | null }>, readonly missing: ReadonlyArray<{ readonly attribute: string, readonly leads: number, readonly unreadable: number }>, readonly history: { readonly leads: number, readonly yes: number, readonly no: number, readonly tooLittleInformation: number }, readonly examples: ReadonlyArray<{ readonly answer: RuleAnswerKind, readonly missing: ReadonlyArray<string>, readonly unreadable: ReadonlyArray<string>, readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }> };

export type DefineRuleMutationVariables = Exact<{
  input: DefineRuleInput;
}>;


export type DefineRuleMutation = { readonly defineRule:
    | { readonly rule: { readonly key: string, readonly version: number, readonly name: string, readonly condition: unknown, readonly attributes: ReadonlyArray<string>, readonly recordedAt: string, readonly enabled: boolean, readonly enabledAt: string | null, readonly enabledVersion: number | null, readonly disabledAt: string | null, readonly to: { readonly key: string, readonly name: string } | null } }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type DryRunRuleMutationVariables = Exact<{
  input: DryRunRuleInput;
}>;


export type DryRunRuleMutation = { readonly dryRunRule:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly at: string, readonly leads: number, readonly yes: number, readonly no: number, readonly tooLittleInformation: number, readonly wouldMove: number, readonly alreadyThere: number, readonly movedBefore: number, readonly needsSales: number, readonly out: number, readonly to: { readonly key: string, readonly name: string } | null, readonly byStage: ReadonlyArray<{ readonly leads: number, readonly yes: number, readonly no: number, readonly tooLittleInformation: number, readonly wouldMove: number, readonly alreadyThere: number, readonly movedBefore: number, readonly needsSales: number, readonly out: number, readonly stage: { readonly key: string, readonly name: string } | null }>, readonly missing: ReadonlyArray<{ readonly attribute: string, readonly leads: number, readonly unreadable: number }>, readonly history: { readonly leads: number, readonly yes: number, readonly no: number, readonly tooLittleInformation: number }, readonly examples: ReadonlyArray<{ readonly answer: RuleAnswerKind, readonly missing: ReadonlyArray<string>, readonly unreadable: ReadonlyArray<string>, readonly lead: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }> }
   };

export type EnableRuleMutationVariables = Exact<{
  input: EnableRuleInput;
}>;


export type EnableRuleMutation = { readonly enableRule:
    | { readonly rule: { readonly key: string, readonly version: number, readonly name: string, readonly condition: unknown, readonly attributes: ReadonlyArray<string>, readonly recordedAt: string, readonly enabled: boolean, readonly enabledAt: string | null, readonly enabledVersion: number | null, readonly disabledAt: string | null, readonly to: { readonly key: string, readonly name: string } | null } }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type DisableRuleMutationVariables = Exact<{
  input: DisableRuleInput;
}>;


export type DisableRuleMutation = { readonly disableRule:
    | { readonly rule: { readonly key: string, readonly version: number, readonly name: string, readonly condition: unknown, readonly attributes: ReadonlyArray<string>, readonly recordedAt: string, readonly enabled: boolean, readonly enabledAt: string | null, readonly enabledVersion: number | null, readonly disabledAt: string | null, readonly to: { readonly key: string, readonly name: string } | null } }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type SavedListFragment = { readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly filter: { readonly behind: string | null, readonly notReached: string | null, readonly openHandoff: boolean | null, readonly owner: string | null, readonly reached: string | null, readonly stage: ReadonlyArray<string | null> | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }>, readonly entered: { readonly stage: string, readonly explicitOnly: boolean, readonly period: { readonly start: string | null, readonly end: string | null, readonly containing: string | null, readonly grain: Grain | null, readonly last: { readonly count: number, readonly grain: Grain } | null } } | null }, readonly orderBy: { readonly field: LeadListOrderField, readonly direction: SortDirection, readonly stage: string | null } };

export type SavedListsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedListsQuery = { readonly savedLists: ReadonlyArray<{ readonly totalCount: number, readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly filter: { readonly behind: string | null, readonly notReached: string | null, readonly openHandoff: boolean | null, readonly owner: string | null, readonly reached: string | null, readonly stage: ReadonlyArray<string | null> | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }>, readonly entered: { readonly stage: string, readonly explicitOnly: boolean, readonly period: { readonly start: string | null, readonly end: string | null, readonly containing: string | null, readonly grain: Grain | null, readonly last: { readonly count: number, readonly grain: Grain } | null } } | null }, readonly orderBy: { readonly field: LeadListOrderField, readonly direction: SortDirection, readonly stage: string | null } }> };

export type SavedListQueryVariables = Exact<{
  id: string;
}>;


export type SavedListQuery = { readonly savedList: { readonly totalCount: number, readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly filter: { readonly behind: string | null, readonly notReached: string | null, readonly openHandoff: boolean | null, readonly owner: string | null, readonly reached: string | null, readonly stage: ReadonlyArray<string | null> | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }>, readonly entered: { readonly stage: string, readonly explicitOnly: boolean, readonly period: { readonly start: string | null, readonly end: string | null, readonly containing: string | null, readonly grain: Grain | null, readonly last: { readonly count: number, readonly grain: Grain } | null } } | null }, readonly orderBy: { readonly field: LeadListOrderField, readonly direction: SortDirection, readonly stage: string | null } } | null };

export type SavedListLeadsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  withTotal: boolean;
}>;


export type SavedListLeadsQuery = { readonly savedList: { readonly leads: { readonly totalCount?: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly externalId: string, readonly createdAt: string, readonly name: string | null, readonly email: string | null, readonly source: string | null, readonly leadType: string | null, readonly campaign: string | null, readonly region: string | null, readonly owner: string | null, readonly value: string | null, readonly stageSince: string | null, readonly account: { readonly externalId: string, readonly name: string | null } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly stage: { readonly key: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type SaveListMutationVariables = Exact<{
  input: SaveListInput;
}>;


export type SaveListMutation = { readonly saveList:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly list: { readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly filter: { readonly behind: string | null, readonly notReached: string | null, readonly openHandoff: boolean | null, readonly owner: string | null, readonly reached: string | null, readonly stage: ReadonlyArray<string | null> | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }>, readonly entered: { readonly stage: string, readonly explicitOnly: boolean, readonly period: { readonly start: string | null, readonly end: string | null, readonly containing: string | null, readonly grain: Grain | null, readonly last: { readonly count: number, readonly grain: Grain } | null } } | null }, readonly orderBy: { readonly field: LeadListOrderField, readonly direction: SortDirection, readonly stage: string | null } } | null }
   };

export type DeleteListMutationVariables = Exact<{
  input: DeleteListInput;
}>;


export type DeleteListMutation = { readonly deleteList:
    | { readonly deletedAt: string }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type SavedReportFragment = { readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string };

export type SavedReportsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedReportsQuery = { readonly savedReports: ReadonlyArray<{ readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string }> };

export type SavedReportQueryVariables = Exact<{
  id: string;
}>;


export type SavedReportQuery = { readonly savedReport: { readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string } | null };

export type SaveReportMutationVariables = Exact<{
  input: SaveReportInput;
}>;


export type SaveReportMutation = { readonly saveReport:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly report: { readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string } | null }
   };

export type CopyReportMutationVariables = Exact<{
  input: CopyReportInput;
}>;


export type CopyReportMutation = { readonly copyReport:
    | { readonly report: { readonly id: string, readonly name: string, readonly report: ReportKind, readonly question: unknown, readonly createdAt: string, readonly updatedAt: string } | null }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type DeleteReportMutationVariables = Exact<{
  input: DeleteReportInput;
}>;


export type DeleteReportMutation = { readonly deleteReport:
    | { readonly deletedAt: string }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type SlaTargetFragment = { readonly within: string, readonly seconds: number, readonly clock: SlaClock, readonly dueSoonSeconds: number | null, readonly onOverdue: OverdueAction, readonly assignTo: string | null };

export type SlaPolicyFragment = { readonly key: string, readonly version: number, readonly name: string, readonly position: number, readonly calendar: string | null, readonly effectiveFrom: string, readonly recordedAt: string, readonly retired: boolean, readonly filter: ReadonlyArray<{ readonly attribute: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }>, readonly firstResponseWithin: { readonly within: string, readonly seconds: number, readonly clock: SlaClock, readonly dueSoonSeconds: number | null, readonly onOverdue: OverdueAction, readonly assignTo: string | null } | null, readonly decisionWithin: { readonly within: string, readonly seconds: number, readonly clock: SlaClock, readonly dueSoonSeconds: number | null, readonly onOverdue: OverdueAction, readonly assignTo: string | null } | null };

export type SlaPoliciesQueryVariables = Exact<{
  at?: string | null | undefined;
}>;


export type SlaPoliciesQuery = { readonly slaPolicies: ReadonlyArray<{ readonly key: string, readonly version: number, readonly name: string, readonly position: number, readonly calendar: string | null, readonly effectiveFrom: string, readonly recordedAt: string, readonly retired: boolean, readonly filter: ReadonlyArray<{ readonly attribute: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }>, readonly firstResponseWithin: { readonly within: string, readonly seconds: number, readonly clock: SlaClock, readonly dueSoonSeconds: number | null, readonly onOverdue: OverdueAction, readonly assignTo: string | null } | null, readonly decisionWithin: { readonly within: string, readonly seconds: number, readonly clock: SlaClock, readonly dueSoonSeconds: number | null, readonly onOverdue: OverdueAction, readonly assignTo: string | null } | null }> };

export type SetSlaPolicyMutationVariables = Exact<{
  input: SetSlaPolicyInput;
}>;


export type SetSlaPolicyMutation = { readonly setSlaPolicy:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly rejudgedHandoffs: number, readonly policy: { readonly key: string, readonly version: number, readonly name: string, readonly position: number, readonly calendar: string | null, readonly effectiveFrom: string, readonly recordedAt: string, readonly retired: boolean, readonly filter: ReadonlyArray<{ readonly attribute: string, readonly in: ReadonlyArray<string | null> | null, readonly notIn: ReadonlyArray<string | null> | null }>, readonly firstResponseWithin: { readonly within: string, readonly seconds: number, readonly clock: SlaClock, readonly dueSoonSeconds: number | null, readonly onOverdue: OverdueAction, readonly assignTo: string | null } | null, readonly decisionWithin: { readonly within: string, readonly seconds: number, readonly clock: SlaClock, readonly dueSoonSeconds: number | null, readonly onOverdue: OverdueAction, readonly assignTo: string | null } | null } }
   };

export type SlaClockFiguresFragment = { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } };

export type SlaClockBehindFragment = { readonly metBehind: string | null, readonly breachedBehind: string | null, readonly overdueBehind: string | null, readonly pendingBehind: string | null };

export type SlaCountsBehindFragment = { readonly wastedBehind?: string | null, readonly neverWorkedBehind?: string | null, readonly firstResponse:
    | { readonly metBehind?: string | null, readonly breachedBehind?: string | null, readonly overdueBehind?: string | null, readonly pendingBehind?: string | null }
    | Record<PropertyKey, never>
  , readonly decision:
    | { readonly metBehind?: string | null, readonly breachedBehind?: string | null, readonly overdueBehind?: string | null, readonly pendingBehind?: string | null }
    | Record<PropertyKey, never>
   };

export type SlaOutcomesBehindFragment = { readonly outcomes: ReadonlyArray<
    | { readonly sqlBehind?: string | null, readonly customerBehind?: string | null }
    | Record<PropertyKey, never>
  > };

export type SlaOutcomeBehindFragment = { readonly sqlBehind: string | null, readonly customerBehind: string | null };

export type SlaFiguresFragment = { readonly handoffs: number, readonly behind?: string | null, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly behind?: string | null, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null };

export type SlaPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handoffs: number, readonly behind?: string | null, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly behind?: string | null, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null } };

export type SlaQueryVariables = Exact<{
  input: SlaInput;
  behind?: boolean | null | undefined;
}>;


export type SlaQuery = { readonly sla: { readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly handoffs: number, readonly behind?: string | null, readonly wasted: number, readonly neverWorked: number, readonly wastedBehind?: string | null, readonly neverWorkedBehind?: string | null, readonly firstResponse: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } & { readonly metBehind?: string | null, readonly breachedBehind?: string | null, readonly overdueBehind?: string | null, readonly pendingBehind?: string | null }, readonly decision: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } & { readonly metBehind?: string | null, readonly breachedBehind?: string | null, readonly overdueBehind?: string | null, readonly pendingBehind?: string | null }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly behind?: string | null, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } & { readonly sqlBehind?: string | null, readonly customerBehind?: string | null }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly handoffs: number, readonly behind?: string | null, readonly wasted: number, readonly neverWorked: number, readonly wastedBehind?: string | null, readonly neverWorkedBehind?: string | null, readonly firstResponse: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } & { readonly metBehind?: string | null, readonly breachedBehind?: string | null, readonly overdueBehind?: string | null, readonly pendingBehind?: string | null }, readonly decision: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } & { readonly metBehind?: string | null, readonly breachedBehind?: string | null, readonly overdueBehind?: string | null, readonly pendingBehind?: string | null }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly behind?: string | null, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handoffs: number, readonly behind?: string | null, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly behind?: string | null, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly handoffs: number, readonly behind?: string | null, readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly behind?: string | null, readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly wastedCost: { readonly amount: string, readonly currency: string } | null, readonly outcomes: ReadonlyArray<{ readonly band: SlaResponseBand, readonly within: number | null, readonly handoffs: number, readonly behind?: string | null, readonly sqlRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null }, readonly customerRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }>, readonly replay: { readonly wasted: number, readonly neverWorked: number, readonly firstResponse: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } }, readonly decision: { readonly met: number, readonly breached: number, readonly overdue: number, readonly pending: number, readonly meanDuration: number | null, readonly meanRatio: number | null, readonly verdict: SlaVerdict | null, readonly complianceRate: { readonly value: number | null, readonly numerator: number, readonly denominator: number, readonly low: number | null, readonly high: number | null } } } | null } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type StageLabelFragment = { readonly key: string, readonly name: string };

export type StageFragment = { readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> };

export type StagesQueryVariables = Exact<{
  at?: string | null | undefined;
}>;


export type StagesQuery = { readonly stages: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }> };

export type StageVersionsQueryVariables = Exact<{
  stage: string;
}>;


export type StageVersionsQuery = { readonly stageVersions: ReadonlyArray<{ readonly retired: boolean, readonly recordedAt: string, readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }> };

export type LadderJobFragment = { readonly reason: LadderJobReason, readonly startedAt: string, readonly leads: number, readonly totalLeads: number };

export type LadderJobQueryVariables = Exact<{ [key: string]: never; }>;


export type LadderJobQuery = { readonly ladderJob: { readonly reason: LadderJobReason, readonly startedAt: string, readonly leads: number, readonly totalLeads: number } | null };

export type LadderChangeFragment = { readonly stage: { readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }, readonly job: { readonly reason: LadderJobReason, readonly startedAt: string, readonly leads: number, readonly totalLeads: number } | null };

export type DefineStageMutationVariables = Exact<{
  input: DefineStageInput;
}>;


export type DefineStageMutation = { readonly defineStage:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly stage: { readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }, readonly job: { readonly reason: LadderJobReason, readonly startedAt: string, readonly leads: number, readonly totalLeads: number } | null }
    | { readonly leads: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'OrphanedLeads' }
   };

export type RetireStageMutationVariables = Exact<{
  input: RetireStageInput;
}>;


export type RetireStageMutation = { readonly retireStage:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly stage: { readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }, readonly job: { readonly reason: LadderJobReason, readonly startedAt: string, readonly leads: number, readonly totalLeads: number } | null }
    | { readonly leads: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'OrphanedLeads' }
   };

export type StandardMetricFragment = { readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null };

export type StandardPeriodFragment = { readonly period: { readonly start: string, readonly end: string }, readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null }> };

export type StandardMetricBehindFragment = { readonly behind: string | null, readonly denominatorBehind: string | null };

export type StandardMetricsQueryVariables = Exact<{
  input: StandardMetricsInput;
  behind?: boolean | null | undefined;
}>;


export type StandardMetricsQuery = { readonly standardMetrics: { readonly notes: ReadonlyArray<string>, readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } & { readonly behind?: string | null, readonly denominatorBehind?: string | null }>, readonly period: { readonly start: string, readonly end: string } }, readonly series: ReadonlyArray<{ readonly metrics: ReadonlyArray<{ readonly metric: string, readonly stage: string | null, readonly variant: string | null, readonly unit: MetricUnit, readonly value: number | null, readonly numerator: number | null, readonly denominator: number | null, readonly low: number | null, readonly high: number | null, readonly amount: { readonly amount: string, readonly currency: string } | null } & { readonly behind?: string | null, readonly denominatorBehind?: string | null }>, readonly period: { readonly start: string, readonly end: string } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type VelocityFiguresFragment = { readonly count: number, readonly behind?: string | null, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly behind?: string | null, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> };

export type VelocityPointFragment = { readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly behind?: string | null, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly behind?: string | null, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> } };

export type VelocityQueryVariables = Exact<{
  input: VelocityInput;
  behind?: boolean | null | undefined;
}>;


export type VelocityQuery = { readonly velocity: { readonly from: string, readonly to: string, readonly businessCalendar: string | null, readonly asOf: string, readonly knownAt: string, readonly ladder: LadderMode, readonly total: { readonly count: number, readonly behind?: string | null, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly behind?: string | null, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> }, readonly groups: ReadonlyArray<{ readonly keys: ReadonlyArray<{ readonly attribute: string, readonly value: string | null }>, readonly figures: { readonly count: number, readonly behind?: string | null, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly behind?: string | null, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> }, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly behind?: string | null, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly behind?: string | null, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> } }> }>, readonly series: ReadonlyArray<{ readonly period: { readonly start: string, readonly end: string }, readonly figures: { readonly count: number, readonly behind?: string | null, readonly mean: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly count: number }>, readonly timeInStage: ReadonlyArray<{ readonly count: number, readonly ended: number, readonly open: number, readonly behind?: string | null, readonly mean: number | null, readonly meanOfEnded: number | null, readonly median: number | null, readonly p75: number | null, readonly p90: number | null, readonly openMedian: number | null, readonly openLongest: number | null, readonly stage: { readonly key: string, readonly name: string }, readonly histogram: ReadonlyArray<{ readonly from: number, readonly to: number | null, readonly ended: number, readonly open: number }> }> } }>, readonly period: { readonly start: string, readonly end: string }, readonly stageDefinitions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly stageVersions: ReadonlyArray<{ readonly key: string, readonly name: string, readonly position: number, readonly standard: StandardStage | null, readonly team: Team, readonly objective: string | null, readonly actions: ReadonlyArray<string>, readonly criteria: string | null, readonly notes: string | null, readonly version: number, readonly effectiveFrom: string, readonly crmValues: ReadonlyArray<{ readonly field: string, readonly value: string }> }>, readonly statistics: { readonly elapsedMs: number, readonly paths: ReadonlyArray<ReportPath>, readonly rowsRead: number } } };

export type WebhookFragment = { readonly id: string, readonly url: string, readonly events: ReadonlyArray<WebhookEventType>, readonly createdAt: string };

export type WebhooksQueryVariables = Exact<{
  deliveries: number;
  status?: DeliveryStatus | null | undefined;
  withDeliveries: boolean;
}>;


export type WebhooksQuery = { readonly webhooks: ReadonlyArray<{ readonly id: string, readonly url: string, readonly events: ReadonlyArray<WebhookEventType>, readonly createdAt: string, readonly deliveries?: { readonly edges: ReadonlyArray<{ readonly node: { readonly eventId: string, readonly type: WebhookEventType, readonly status: DeliveryStatus, readonly attempts: number, readonly lastStatus: number | null, readonly lastError: string | null, readonly recordedAt: string, readonly nextAttemptAt: string | null, readonly deliveredAt: string | null } }> } }> };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { readonly createWebhook:
    | { readonly secret: string | null, readonly webhook: { readonly id: string, readonly url: string, readonly events: ReadonlyArray<WebhookEventType>, readonly createdAt: string } | null }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type DeleteWebhookMutationVariables = Exact<{
  input: DeleteWebhookInput;
}>;


export type DeleteWebhookMutation = { readonly deleteWebhook:
    | { readonly deletedAt: string }
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
   };

export type ResendDeliveriesMutationVariables = Exact<{
  input: ResendDeliveriesInput;
}>;


export type ResendDeliveriesMutation = { readonly resendDeliveries:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly resent: number }
   };

export type WorkspaceFragment = { readonly id: string, readonly name: string, readonly timeZone: string, readonly currency: string, readonly fiscalYearStartMonth: number, readonly weekStart: number, readonly attributes: ReadonlyArray<string> };

export type WorkspaceQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkspaceQuery = { readonly workspace: { readonly id: string, readonly name: string, readonly timeZone: string, readonly currency: string, readonly fiscalYearStartMonth: number, readonly weekStart: number, readonly attributes: ReadonlyArray<string> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly name: string, readonly scopes: ReadonlyArray<Scope>, readonly embed: { readonly reports: ReadonlyArray<ReportKind>, readonly leads: boolean, readonly expiresAt: string } | null, readonly workspace: { readonly id: string, readonly name: string, readonly timeZone: string, readonly currency: string, readonly fiscalYearStartMonth: number, readonly weekStart: number, readonly attributes: ReadonlyArray<string> } } | null };

export type UpdateWorkspaceMutationVariables = Exact<{
  input: UpdateWorkspaceInput;
}>;


export type UpdateWorkspaceMutation = { readonly updateWorkspace:
    | { readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly expected: string | null, readonly refusal: 'InvalidInput' }
    | { readonly workspace: { readonly origins: ReadonlyArray<string>, readonly id: string, readonly name: string, readonly timeZone: string, readonly currency: string, readonly fiscalYearStartMonth: number, readonly weekStart: number, readonly attributes: ReadonlyArray<string> }, readonly job: { readonly reason: LadderJobReason, readonly startedAt: string, readonly leads: number, readonly totalLeads: number } | null }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DatesFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Dates on Period{start end}`, {"fragmentName":"Dates"}) as unknown as TypedDocumentString<DatesFragment, unknown>;
export const RateFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Rate on Rate{value numerator denominator low high}`, {"fragmentName":"Rate"}) as unknown as TypedDocumentString<RateFragment, unknown>;
export const AcceptanceBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment AcceptanceBehind on AcceptanceFigures{behind acceptedBehind:behind(state:ACCEPTED)rejectedBehind:behind(state:REJECTED)recycledBehind:behind(state:RECYCLED)disqualifiedBehind:behind(state:DISQUALIFIED)openBehind:behind(state:OPEN)}`, {"fragmentName":"AcceptanceBehind"}) as unknown as TypedDocumentString<AcceptanceBehindFragment, unknown>;
export const AcceptanceFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment AcceptanceFigures on AcceptanceFigures{handedOver accepted rejected recycled disqualified open acceptanceRate{...Rate}acceptanceRateOfDecided{...Rate}rejections{reason handoffs behind@include(if:$behind)}...AcceptanceBehind@include(if:$behind)}fragment AcceptanceBehind on AcceptanceFigures{behind acceptedBehind:behind(state:ACCEPTED)rejectedBehind:behind(state:REJECTED)recycledBehind:behind(state:RECYCLED)disqualifiedBehind:behind(state:DISQUALIFIED)openBehind:behind(state:OPEN)}fragment Rate on Rate{value numerator denominator low high}`, {"fragmentName":"AcceptanceFigures"}) as unknown as TypedDocumentString<AcceptanceFiguresFragment, unknown>;
export const AcceptancePointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment AcceptancePoint on AcceptancePoint{period{...Dates}figures{...AcceptanceFigures}}fragment AcceptanceFigures on AcceptanceFigures{handedOver accepted rejected recycled disqualified open acceptanceRate{...Rate}acceptanceRateOfDecided{...Rate}rejections{reason handoffs behind@include(if:$behind)}...AcceptanceBehind@include(if:$behind)}fragment AcceptanceBehind on AcceptanceFigures{behind acceptedBehind:behind(state:ACCEPTED)rejectedBehind:behind(state:REJECTED)recycledBehind:behind(state:RECYCLED)disqualifiedBehind:behind(state:DISQUALIFIED)openBehind:behind(state:OPEN)}fragment Rate on Rate{value numerator denominator low high}fragment Dates on Period{start end}`, {"fragmentName":"AcceptancePoint"}) as unknown as TypedDocumentString<AcceptancePointFragment, unknown>;
export const StageLabelFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"StageLabel"}) as unknown as TypedDocumentString<StageLabelFragment, unknown>;
export const GoalStandingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment GoalStanding on GoalStanding{key version name stage{...StageLabel}period{...Dates}target entered behind@include(if:$behind)attainment pace elapsedShare}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"GoalStanding"}) as unknown as TypedDocumentString<GoalStandingFragment, unknown>;
export const AccountFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Account on Account{id externalId name domain target tier leadCount openHandoffs furthestStage{...StageLabel}stages{stage{...StageLabel}leads}}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const ApiKeyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment ApiKey on ApiKey{id name prefix scopes createdAt lastUsedAt expiresAt revokedAt replaces}`, {"fragmentName":"ApiKey"}) as unknown as TypedDocumentString<ApiKeyFragment, unknown>;
export const AuditEntryFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment AuditEntry on AuditEntry{id occurredAt act actor{kind id name}detail refusal requestId}`, {"fragmentName":"AuditEntry"}) as unknown as TypedDocumentString<AuditEntryFragment, unknown>;
export const BenchmarkFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Benchmark on Benchmark{id metric stage value source publishedOn definition recordedAt voidedAt}`, {"fragmentName":"Benchmark"}) as unknown as TypedDocumentString<BenchmarkFragment, unknown>;
export const BusinessCalendarFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment BusinessCalendar on BusinessCalendar{key name version timeZone country region hours{weekday from to}days{date name hours{from to}}effectiveFrom recordedAt}`, {"fragmentName":"BusinessCalendar"}) as unknown as TypedDocumentString<BusinessCalendarFragment, unknown>;
export const MoneyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Money on Money{amount currency}`, {"fragmentName":"Money"}) as unknown as TypedDocumentString<MoneyFragment, unknown>;
export const CostEntryFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment CostEntry on CostEntry{externalId period{...Dates}amount given{...Money}exchangeRate category costScope source campaign leadType status recordedAt voidedAt voidReason}fragment Money on Money{amount currency}fragment Dates on Period{start end}`, {"fragmentName":"CostEntry"}) as unknown as TypedDocumentString<CostEntryFragment, unknown>;
export const CostFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment CostFigures on CostFigures{stages{stage{...StageLabel}entered behind@include(if:$behind)spend{...Money}costPerEntry{...Money}interval{low{...Money}high{...Money}}spendWindow{...Dates}entryWindow{...Dates}lagDays lagLeads beforeFirstCost{days share}unallocated{...Money}outsideFilter{...Money}}cac{cost{...Money}spend{...Money}entered behind@include(if:$behind)spendWindow{...Dates}lagDays}roi{roi won behind@include(if:$behind)valueWon{...Money}spend{...Money}}pipelineValue{leads behind@include(if:$behind)value{...Money}}}fragment Money on Money{amount currency}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"CostFigures"}) as unknown as TypedDocumentString<CostFiguresFragment, unknown>;
export const CostPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment CostPoint on CostPoint{period{...Dates}figures{...CostFigures}}fragment Money on Money{amount currency}fragment CostFigures on CostFigures{stages{stage{...StageLabel}entered behind@include(if:$behind)spend{...Money}costPerEntry{...Money}interval{low{...Money}high{...Money}}spendWindow{...Dates}entryWindow{...Dates}lagDays lagLeads beforeFirstCost{days share}unallocated{...Money}outsideFilter{...Money}}cac{cost{...Money}spend{...Money}entered behind@include(if:$behind)spendWindow{...Dates}lagDays}roi{roi won behind@include(if:$behind)valueWon{...Money}spend{...Money}}pipelineValue{leads behind@include(if:$behind)value{...Money}}}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"CostPoint"}) as unknown as TypedDocumentString<CostPointFragment, unknown>;
export const LadderStepFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment LadderStep on LadderStep{from{...StageLabel}to{...StageLabel}}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"LadderStep"}) as unknown as TypedDocumentString<LadderStepFragment, unknown>;
export const BenchmarkLabelFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment BenchmarkLabel on Benchmark{id metric stage value source publishedOn}`, {"fragmentName":"BenchmarkLabel"}) as unknown as TypedDocumentString<BenchmarkLabelFragment, unknown>;
export const RateDifferenceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment RateDifference on RateDifference{value low high}`, {"fragmentName":"RateDifference"}) as unknown as TypedDocumentString<RateDifferenceFragment, unknown>;
export const ChangeSplitFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment ChangeSplit on ChangeSplit{attribute change mixEffect rateEffect groups{value mixEffect rateEffect}}`, {"fragmentName":"ChangeSplit"}) as unknown as TypedDocumentString<ChangeSplitFragment, unknown>;
export const FindingBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment FindingBehind on DiagnosisFinding{behind denominatorBehind:behind(part:DENOMINATOR)baselineBehind:behind(of:BASELINE)baselineDenominatorBehind:behind(of:BASELINE part:DENOMINATOR)}`, {"fragmentName":"FindingBehind"}) as unknown as TypedDocumentString<FindingBehindFragment, unknown>;
export const DiagnosisFindingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment DiagnosisFinding on DiagnosisFinding{metric step{...LadderStep}trouble team attribute value comparison benchmark{...BenchmarkLabel}period{...Rate}baseline{...Rate}difference{...RateDifference}z p adjustedP leadsLost since{at{...Dates}from{...Dates}to{...Dates}}splits{...ChangeSplit}redefined{...StageLabel version effectiveFrom}main reading ...FindingBehind@include(if:$behind)}fragment RateDifference on RateDifference{value low high}fragment LadderStep on LadderStep{from{...StageLabel}to{...StageLabel}}fragment ChangeSplit on ChangeSplit{attribute change mixEffect rateEffect groups{value mixEffect rateEffect}}fragment BenchmarkLabel on Benchmark{id metric stage value source publishedOn}fragment FindingBehind on DiagnosisFinding{behind denominatorBehind:behind(part:DENOMINATOR)baselineBehind:behind(of:BASELINE)baselineDenominatorBehind:behind(of:BASELINE part:DENOMINATOR)}fragment Rate on Rate{value numerator denominator low high}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"DiagnosisFinding"}) as unknown as TypedDocumentString<DiagnosisFindingFragment, unknown>;
export const StepBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment StepBehind on DiagnosisStep{behind denominatorBehind:behind(part:DENOMINATOR)baselineBehind:behind(of:BASELINE)baselineDenominatorBehind:behind(of:BASELINE part:DENOMINATOR)}`, {"fragmentName":"StepBehind"}) as unknown as TypedDocumentString<StepBehindFragment, unknown>;
export const ThinBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment ThinBehind on ThinComparison{behind denominatorBehind:behind(part:DENOMINATOR)baselineBehind:behind(of:BASELINE)baselineDenominatorBehind:behind(of:BASELINE part:DENOMINATOR)}`, {"fragmentName":"ThinBehind"}) as unknown as TypedDocumentString<ThinBehindFragment, unknown>;
export const FunnelCountsBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment FunnelCountsBehind on FunnelFigures{stages{stepBehind:behind(of:STEP)@include(if:$behind)matureBehind:behind(of:MATURE)@include(if:$behind)unassignedBehind:behind(of:UNASSIGNED)@include(if:$behind)}}`, {"fragmentName":"FunnelCountsBehind"}) as unknown as TypedDocumentString<FunnelCountsBehindFragment, unknown>;
export const FunnelFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment FunnelFigures on FunnelFigures{stages{stage{...StageLabel}reached stepRate{...Rate}overallRate{...Rate}matureShare{...Rate}projected{value low high}entered periodRatio{value numerator denominator}unassigned behind@include(if:$behind)}}fragment Rate on Rate{value numerator denominator low high}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"FunnelFigures"}) as unknown as TypedDocumentString<FunnelFiguresFragment, unknown>;
export const FunnelPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment FunnelPoint on FunnelPoint{period{...Dates}figures{...FunnelFigures}}fragment Rate on Rate{value numerator denominator low high}fragment FunnelFigures on FunnelFigures{stages{stage{...StageLabel}reached stepRate{...Rate}overallRate{...Rate}matureShare{...Rate}projected{value low high}entered periodRatio{value numerator denominator}unassigned behind@include(if:$behind)}}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"FunnelPoint"}) as unknown as TypedDocumentString<FunnelPointFragment, unknown>;
export const GoalFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Goal on Goal{key version name stage{...StageLabel}period{...Dates}target filter{name in notIn}atRiskBelow atRiskSince retired asOf entered attainment pace elapsedShare}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"Goal"}) as unknown as TypedDocumentString<GoalFragment, unknown>;
export const NeededEntriesFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment NeededEntries on NeededEntries{stage{...StageLabel}rate{...Rate}lagSeconds lagLeads before needed{value low high}neededForTarget{value low high}}fragment Rate on Rate{value numerator denominator low high}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"NeededEntries"}) as unknown as TypedDocumentString<NeededEntriesFragment, unknown>;
export const IngestedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Ingested on IngestPayload{created updated unchanged rejected recordedAt outcomes{kind index externalId status problems{severity code path message}}}`, {"fragmentName":"Ingested"}) as unknown as TypedDocumentString<IngestedFragment, unknown>;
export const LeadFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"Lead"}) as unknown as TypedDocumentString<LeadFragment, unknown>;
export const HandoffFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}`, {"fragmentName":"Handoff"}) as unknown as TypedDocumentString<HandoffFragment, unknown>;
export const TransitionFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"Transition"}) as unknown as TypedDocumentString<TransitionFragment, unknown>;
export const LeadMoveFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment LeadMove on LeadMovePayload{lead{...Lead}handoff{...Handoff}transition{...Transition}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"LeadMove"}) as unknown as TypedDocumentString<LeadMoveFragment, unknown>;
export const MetricPackHeadingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment MetricPackHeading on MetricPack{id name publishedAt asOf knownAt period{...Dates}sha256}fragment Dates on Period{start end}`, {"fragmentName":"MetricPackHeading"}) as unknown as TypedDocumentString<MetricPackHeadingFragment, unknown>;
export const StandardMetricFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment StandardMetric on StandardMetric{metric stage variant unit value amount{...Money}numerator denominator low high}fragment Money on Money{amount currency}`, {"fragmentName":"StandardMetric"}) as unknown as TypedDocumentString<StandardMetricFragment, unknown>;
export const StandardPeriodFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment StandardPeriod on StandardPeriod{period{...Dates}metrics{...StandardMetric}}fragment Money on Money{amount currency}fragment Dates on Period{start end}fragment StandardMetric on StandardMetric{metric stage variant unit value amount{...Money}numerator denominator low high}`, {"fragmentName":"StandardPeriod"}) as unknown as TypedDocumentString<StandardPeriodFragment, unknown>;
export const MetricPackFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment MetricPack on MetricPack{...MetricPackHeading canonical total{...StandardPeriod}series{...StandardPeriod}}fragment Money on Money{amount currency}fragment MetricPackHeading on MetricPack{id name publishedAt asOf knownAt period{...Dates}sha256}fragment Dates on Period{start end}fragment StandardMetric on StandardMetric{metric stage variant unit value amount{...Money}numerator denominator low high}fragment StandardPeriod on StandardPeriod{period{...Dates}metrics{...StandardMetric}}`, {"fragmentName":"MetricPack"}) as unknown as TypedDocumentString<MetricPackFragment, unknown>;
export const RestatementFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Restatement on Restatement{period{...Dates}metric stage variant published{...StandardMetric}now{...StandardMetric}}fragment Money on Money{amount currency}fragment Dates on Period{start end}fragment StandardMetric on StandardMetric{metric stage variant unit value amount{...Money}numerator denominator low high}`, {"fragmentName":"Restatement"}) as unknown as TypedDocumentString<RestatementFragment, unknown>;
export const KeyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Key on GroupKey{attribute value}`, {"fragmentName":"Key"}) as unknown as TypedDocumentString<KeyFragment, unknown>;
export const StageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`, {"fragmentName":"Stage"}) as unknown as TypedDocumentString<StageFragment, unknown>;
export const StatisticsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}`, {"fragmentName":"Statistics"}) as unknown as TypedDocumentString<StatisticsFragment, unknown>;
export const AnsweredFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment Dates on Period{start end}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`, {"fragmentName":"Answered"}) as unknown as TypedDocumentString<AnsweredFragment, unknown>;
export const RefusalFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const OnwardFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Onward on PageInfo{hasNextPage endCursor}`, {"fragmentName":"Onward"}) as unknown as TypedDocumentString<OnwardFragment, unknown>;
export const RuleVersionFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment RuleVersion on Rule{key version name to{...StageLabel}condition attributes recordedAt enabled enabledAt enabledVersion disabledAt}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"RuleVersion"}) as unknown as TypedDocumentString<RuleVersionFragment, unknown>;
export const RuleAnswerFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment RuleAnswer on RuleAnswer{answer lead{...Lead}missing unreadable}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"RuleAnswer"}) as unknown as TypedDocumentString<RuleAnswerFragment, unknown>;
export const RuleDryRunFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment RuleDryRun on RuleDryRun{to{...StageLabel}at leads yes no tooLittleInformation wouldMove alreadyThere movedBefore needsSales out byStage{stage{...StageLabel}leads yes no tooLittleInformation wouldMove alreadyThere movedBefore needsSales out}missing{attribute leads unreadable}history{leads yes no tooLittleInformation}examples{...RuleAnswer}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment RuleAnswer on RuleAnswer{answer lead{...Lead}missing unreadable}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"RuleDryRun"}) as unknown as TypedDocumentString<RuleDryRunFragment, unknown>;
export const SavedListFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SavedList on SavedList{id name filter{attributes{name in notIn}behind entered{stage explicitOnly period{start end containing grain last{count grain}}}notReached openHandoff owner reached stage}orderBy{field direction stage}createdAt updatedAt}`, {"fragmentName":"SavedList"}) as unknown as TypedDocumentString<SavedListFragment, unknown>;
export const SavedReportFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SavedReport on SavedReport{id name report question createdAt updatedAt}`, {"fragmentName":"SavedReport"}) as unknown as TypedDocumentString<SavedReportFragment, unknown>;
export const SlaTargetFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaTarget on SlaTarget{within seconds clock dueSoonSeconds onOverdue assignTo}`, {"fragmentName":"SlaTarget"}) as unknown as TypedDocumentString<SlaTargetFragment, unknown>;
export const SlaPolicyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaPolicy on SlaPolicy{key version name position filter{attribute in notIn}calendar firstResponseWithin{...SlaTarget}decisionWithin{...SlaTarget}effectiveFrom recordedAt retired}fragment SlaTarget on SlaTarget{within seconds clock dueSoonSeconds onOverdue assignTo}`, {"fragmentName":"SlaPolicy"}) as unknown as TypedDocumentString<SlaPolicyFragment, unknown>;
export const SlaClockBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaClockBehind on SlaClockFigures{metBehind:behind(status:MET)breachedBehind:behind(status:BREACHED)overdueBehind:behind(status:OVERDUE)pendingBehind:behind(status:PENDING)}`, {"fragmentName":"SlaClockBehind"}) as unknown as TypedDocumentString<SlaClockBehindFragment, unknown>;
export const SlaCountsBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaCountsBehind on SlaFigures{wastedBehind:behind(of:WASTED)@include(if:$behind)neverWorkedBehind:behind(of:NEVER_WORKED)@include(if:$behind)firstResponse{...SlaClockBehind@include(if:$behind)}decision{...SlaClockBehind@include(if:$behind)}}fragment SlaClockBehind on SlaClockFigures{metBehind:behind(status:MET)breachedBehind:behind(status:BREACHED)overdueBehind:behind(status:OVERDUE)pendingBehind:behind(status:PENDING)}`, {"fragmentName":"SlaCountsBehind"}) as unknown as TypedDocumentString<SlaCountsBehindFragment, unknown>;
export const SlaOutcomeBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaOutcomeBehind on SlaResponseOutcome{sqlBehind:behind(of:SQL)customerBehind:behind(of:CUSTOMER)}`, {"fragmentName":"SlaOutcomeBehind"}) as unknown as TypedDocumentString<SlaOutcomeBehindFragment, unknown>;
export const SlaOutcomesBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaOutcomesBehind on SlaFigures{outcomes{...SlaOutcomeBehind@include(if:$behind)}}fragment SlaOutcomeBehind on SlaResponseOutcome{sqlBehind:behind(of:SQL)customerBehind:behind(of:CUSTOMER)}`, {"fragmentName":"SlaOutcomesBehind"}) as unknown as TypedDocumentString<SlaOutcomesBehindFragment, unknown>;
export const SlaClockFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaClockFigures on SlaClockFigures{met breached overdue pending complianceRate{...Rate}meanDuration meanRatio verdict}fragment Rate on Rate{value numerator denominator low high}`, {"fragmentName":"SlaClockFigures"}) as unknown as TypedDocumentString<SlaClockFiguresFragment, unknown>;
export const SlaFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaFigures on SlaFigures{handoffs behind@include(if:$behind)firstResponse{...SlaClockFigures behind@include(if:$behind)}decision{...SlaClockFigures behind@include(if:$behind)}wasted neverWorked wastedCost{...Money}outcomes{band within handoffs behind@include(if:$behind)sqlRate{...Rate}customerRate{...Rate}}replay{firstResponse{...SlaClockFigures}decision{...SlaClockFigures}wasted neverWorked}}fragment Money on Money{amount currency}fragment Rate on Rate{value numerator denominator low high}fragment SlaClockFigures on SlaClockFigures{met breached overdue pending complianceRate{...Rate}meanDuration meanRatio verdict}`, {"fragmentName":"SlaFigures"}) as unknown as TypedDocumentString<SlaFiguresFragment, unknown>;
export const SlaPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment SlaPoint on SlaPoint{period{...Dates}figures{...SlaFigures}}fragment Money on Money{amount currency}fragment Rate on Rate{value numerator denominator low high}fragment Dates on Period{start end}fragment SlaClockFigures on SlaClockFigures{met breached overdue pending complianceRate{...Rate}meanDuration meanRatio verdict}fragment SlaFigures on SlaFigures{handoffs behind@include(if:$behind)firstResponse{...SlaClockFigures behind@include(if:$behind)}decision{...SlaClockFigures behind@include(if:$behind)}wasted neverWorked wastedCost{...Money}outcomes{band within handoffs behind@include(if:$behind)sqlRate{...Rate}customerRate{...Rate}}replay{firstResponse{...SlaClockFigures}decision{...SlaClockFigures}wasted neverWorked}}`, {"fragmentName":"SlaPoint"}) as unknown as TypedDocumentString<SlaPointFragment, unknown>;
export const LadderJobFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment LadderJob on LadderJob{reason startedAt leads totalLeads}`, {"fragmentName":"LadderJob"}) as unknown as TypedDocumentString<LadderJobFragment, unknown>;
export const LadderChangeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment LadderChange on LadderChangePayload{stage{...Stage}job{...LadderJob}}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}fragment LadderJob on LadderJob{reason startedAt leads totalLeads}`, {"fragmentName":"LadderChange"}) as unknown as TypedDocumentString<LadderChangeFragment, unknown>;
export const StandardMetricBehindFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment StandardMetricBehind on StandardMetric{behind denominatorBehind:behind(part:DENOMINATOR)}`, {"fragmentName":"StandardMetricBehind"}) as unknown as TypedDocumentString<StandardMetricBehindFragment, unknown>;
export const VelocityFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment VelocityFigures on VelocityFigures{count behind@include(if:$behind)mean median p75 p90 histogram{from to count}timeInStage{stage{...StageLabel}count ended open behind@include(if:$behind)mean meanOfEnded median p75 p90 openMedian openLongest histogram{from to ended open}}}fragment StageLabel on StageDefinition{key name}`, {"fragmentName":"VelocityFigures"}) as unknown as TypedDocumentString<VelocityFiguresFragment, unknown>;
export const VelocityPointFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment VelocityPoint on VelocityPoint{period{...Dates}figures{...VelocityFigures}}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}fragment VelocityFigures on VelocityFigures{count behind@include(if:$behind)mean median p75 p90 histogram{from to count}timeInStage{stage{...StageLabel}count ended open behind@include(if:$behind)mean meanOfEnded median p75 p90 openMedian openLongest histogram{from to ended open}}}`, {"fragmentName":"VelocityPoint"}) as unknown as TypedDocumentString<VelocityPointFragment, unknown>;
export const WebhookFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Webhook on Webhook{id url events createdAt}`, {"fragmentName":"Webhook"}) as unknown as TypedDocumentString<WebhookFragment, unknown>;
export const WorkspaceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Workspace on Workspace{id name timeZone currency fiscalYearStartMonth weekStart attributes}`, {"fragmentName":"Workspace"}) as unknown as TypedDocumentString<WorkspaceFragment, unknown>;
export const AcceptanceDocument = /*#__PURE__*/ new TypedDocumentString(`query Acceptance($input:AcceptanceInput!$behind:Boolean=false){acceptance(input:$input){...Answered total{...AcceptanceFigures}groups{keys{...Key}figures{...AcceptanceFigures}series{...AcceptancePoint}}series{...AcceptancePoint}goals{...GoalStanding}}}fragment AcceptanceFigures on AcceptanceFigures{handedOver accepted rejected recycled disqualified open acceptanceRate{...Rate}acceptanceRateOfDecided{...Rate}rejections{reason handoffs behind@include(if:$behind)}...AcceptanceBehind@include(if:$behind)}fragment AcceptanceBehind on AcceptanceFigures{behind acceptedBehind:behind(state:ACCEPTED)rejectedBehind:behind(state:REJECTED)recycledBehind:behind(state:RECYCLED)disqualifiedBehind:behind(state:DISQUALIFIED)openBehind:behind(state:OPEN)}fragment AcceptancePoint on AcceptancePoint{period{...Dates}figures{...AcceptanceFigures}}fragment GoalStanding on GoalStanding{key version name stage{...StageLabel}period{...Dates}target entered behind@include(if:$behind)attainment pace elapsedShare}fragment Rate on Rate{value numerator denominator low high}fragment Dates on Period{start end}fragment Key on GroupKey{attribute value}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment StageLabel on StageDefinition{key name}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`) as unknown as TypedDocumentString<AcceptanceQuery, AcceptanceQueryVariables>;
export const AccountDocument = /*#__PURE__*/ new TypedDocumentString(`query Account($id:ID$externalId:String$leads:Int!){account(id:$id externalId:$externalId){...Account leads(first:$leads){...Lead}}}fragment Account on Account{id externalId name domain target tier leadCount openHandoffs furthestStage{...StageLabel}stages{stage{...StageLabel}leads}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const AccountsDocument = /*#__PURE__*/ new TypedDocumentString(`query Accounts($filter:AccountListFilterInput$orderBy:AccountListOrderInput$first:Int!$after:String$withTotal:Boolean!){accounts(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount@include(if:$withTotal)edges{node{...Account}}pageInfo{...Onward}}}fragment Account on Account{id externalId name domain target tier leadCount openHandoffs furthestStage{...StageLabel}stages{stage{...StageLabel}leads}}fragment Onward on PageInfo{hasNextPage endCursor}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const UpsertAccountsDocument = /*#__PURE__*/ new TypedDocumentString(`mutation UpsertAccounts($input:UpsertAccountsInput!){upsertAccounts(input:$input){...Refusal ...on UpsertAccountsPayload{outcomes{index status problem{code message path}}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<UpsertAccountsMutation, UpsertAccountsMutationVariables>;
export const ApiKeysDocument = /*#__PURE__*/ new TypedDocumentString(`query ApiKeys($first:Int!$after:String$withTotal:Boolean!){apiKeys(first:$first after:$after){totalCount@include(if:$withTotal)edges{node{...ApiKey}}pageInfo{...Onward}}}fragment ApiKey on ApiKey{id name prefix scopes createdAt lastUsedAt expiresAt revokedAt replaces}fragment Onward on PageInfo{hasNextPage endCursor}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`mutation CreateApiKey($input:CreateApiKeyInput!){createApiKey(input:$input){...Refusal ...on CreateApiKeyPayload{key apiKey{...ApiKey}}}}fragment ApiKey on ApiKey{id name prefix scopes createdAt lastUsedAt expiresAt revokedAt replaces}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RotateApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RotateApiKey($input:RotateApiKeyInput!){rotateApiKey(input:$input){...Refusal ...on RotateApiKeyPayload{key apiKey{...ApiKey}}}}fragment ApiKey on ApiKey{id name prefix scopes createdAt lastUsedAt expiresAt revokedAt replaces}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RevokeApiKey($input:RevokeApiKeyInput!){revokeApiKey(input:$input){...Refusal ...on RevokeApiKeyPayload{apiKey{...ApiKey}}}}fragment ApiKey on ApiKey{id name prefix scopes createdAt lastUsedAt expiresAt revokedAt replaces}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const CreateEmbedTokenDocument = /*#__PURE__*/ new TypedDocumentString(`mutation CreateEmbedToken($input:CreateEmbedTokenInput!){createEmbedToken(input:$input){...Refusal ...on CreateEmbedTokenPayload{token expiresAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<CreateEmbedTokenMutation, CreateEmbedTokenMutationVariables>;
export const RotateSigningKeyDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RotateSigningKey($input:RotateSigningKeyInput!){rotateSigningKey(input:$input){...Refusal ...on RotateSigningKeyPayload{validUntil}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<RotateSigningKeyMutation, RotateSigningKeyMutationVariables>;
export const AuditLogDocument = /*#__PURE__*/ new TypedDocumentString(`query AuditLog($filter:AuditLogFilterInput$first:Int!$after:String$withTotal:Boolean!){auditLog(filter:$filter first:$first after:$after){totalCount@include(if:$withTotal)edges{node{...AuditEntry}}pageInfo{...Onward}}}fragment AuditEntry on AuditEntry{id occurredAt act actor{kind id name}detail refusal requestId}fragment Onward on PageInfo{hasNextPage endCursor}`) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const BenchmarksDocument = /*#__PURE__*/ new TypedDocumentString(`query Benchmarks($voided:Boolean){benchmarks(voided:$voided){...Benchmark}}fragment Benchmark on Benchmark{id metric stage value source publishedOn definition recordedAt voidedAt}`) as unknown as TypedDocumentString<BenchmarksQuery, BenchmarksQueryVariables>;
export const AddBenchmarkDocument = /*#__PURE__*/ new TypedDocumentString(`mutation AddBenchmark($input:AddBenchmarkInput!){addBenchmark(input:$input){...Refusal ...on AddBenchmarkPayload{benchmark{...Benchmark}}}}fragment Benchmark on Benchmark{id metric stage value source publishedOn definition recordedAt voidedAt}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<AddBenchmarkMutation, AddBenchmarkMutationVariables>;
export const VoidBenchmarkDocument = /*#__PURE__*/ new TypedDocumentString(`mutation VoidBenchmark($input:VoidBenchmarkInput!){voidBenchmark(input:$input){...Refusal ...on VoidBenchmarkPayload{voidedAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<VoidBenchmarkMutation, VoidBenchmarkMutationVariables>;
export const BusinessCalendarsDocument = /*#__PURE__*/ new TypedDocumentString(`query BusinessCalendars($at:DateTime$year:Int!$withHolidays:Boolean!){businessCalendars(at:$at){...BusinessCalendar holidays(year:$year)@include(if:$withHolidays){date from name}}}fragment BusinessCalendar on BusinessCalendar{key name version timeZone country region hours{weekday from to}days{date name hours{from to}}effectiveFrom recordedAt}`) as unknown as TypedDocumentString<BusinessCalendarsQuery, BusinessCalendarsQueryVariables>;
export const SetBusinessCalendarDocument = /*#__PURE__*/ new TypedDocumentString(`mutation SetBusinessCalendar($input:SetBusinessCalendarInput!){setBusinessCalendar(input:$input){...Refusal ...on SetBusinessCalendarPayload{calendar{...BusinessCalendar}rejudgedHandoffs}}}fragment BusinessCalendar on BusinessCalendar{key name version timeZone country region hours{weekday from to}days{date name hours{from to}}effectiveFrom recordedAt}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<SetBusinessCalendarMutation, SetBusinessCalendarMutationVariables>;
export const CostEntriesDocument = /*#__PURE__*/ new TypedDocumentString(`query CostEntries($filter:CostListFilterInput$first:Int!$after:String$withTotal:Boolean!){costs(filter:$filter first:$first after:$after){totalCount@include(if:$withTotal)edges{node{...CostEntry}}pageInfo{...Onward}}}fragment CostEntry on CostEntry{externalId period{...Dates}amount given{...Money}exchangeRate category costScope source campaign leadType status recordedAt voidedAt voidReason}fragment Money on Money{amount currency}fragment Dates on Period{start end}fragment Onward on PageInfo{hasNextPage endCursor}`) as unknown as TypedDocumentString<CostEntriesQuery, CostEntriesQueryVariables>;
export const CorrectCostDocument = /*#__PURE__*/ new TypedDocumentString(`mutation CorrectCost($input:CorrectCostInput!){correctCost(input:$input){...Refusal ...on CorrectCostPayload{changed recordedAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<CorrectCostMutation, CorrectCostMutationVariables>;
export const VoidCostDocument = /*#__PURE__*/ new TypedDocumentString(`mutation VoidCost($input:VoidCostInput!){voidCost(input:$input){...Refusal ...on VoidCostPayload{voidedAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<VoidCostMutation, VoidCostMutationVariables>;
export const CostDocument = /*#__PURE__*/ new TypedDocumentString(`query Cost($input:CostInput!$behind:Boolean=false){cost(input:$input){...Answered total{...CostFigures}groups{keys{...Key}figures{...CostFigures}series{...CostPoint}}series{...CostPoint}}}fragment Money on Money{amount currency}fragment CostFigures on CostFigures{stages{stage{...StageLabel}entered behind@include(if:$behind)spend{...Money}costPerEntry{...Money}interval{low{...Money}high{...Money}}spendWindow{...Dates}entryWindow{...Dates}lagDays lagLeads beforeFirstCost{days share}unallocated{...Money}outsideFilter{...Money}}cac{cost{...Money}spend{...Money}entered behind@include(if:$behind)spendWindow{...Dates}lagDays}roi{roi won behind@include(if:$behind)valueWon{...Money}spend{...Money}}pipelineValue{leads behind@include(if:$behind)value{...Money}}}fragment CostPoint on CostPoint{period{...Dates}figures{...CostFigures}}fragment Dates on Period{start end}fragment Key on GroupKey{attribute value}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment StageLabel on StageDefinition{key name}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`) as unknown as TypedDocumentString<CostQuery, CostQueryVariables>;
export const CrmValuesDocument = /*#__PURE__*/ new TypedDocumentString(`query CrmValues($field:String){crmValues(field:$field){field value meaning stage{...StageLabel}waiting firstSeenAt lastSeenAt}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<CrmValuesQuery, CrmValuesQueryVariables>;
export const MapCrmValuesDocument = /*#__PURE__*/ new TypedDocumentString(`mutation MapCrmValues($input:MapCrmValuesInput!){mapCrmValues(input:$input){...Refusal ...on MapCrmValuesPayload{tookEffect values{field value tookEffect}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<MapCrmValuesMutation, MapCrmValuesMutationVariables>;
export const DiagnosisDocument = /*#__PURE__*/ new TypedDocumentString(`query Diagnosis($input:DiagnosisInput!$behind:Boolean=false){diagnosis(input:$input){baseline{...Dates}...Answered watchedUntil conversionWindow attributes tested quiet summary findings{...DiagnosisFinding}improvements{...DiagnosisFinding}steps{metric step{...LadderStep}trouble team period{...Rate}baseline{...Rate}difference{...RateDifference}splits{...ChangeSplit}...StepBehind@include(if:$behind)}thin{metric step{...LadderStep}attribute value comparison benchmark{...BenchmarkLabel}period{...Rate}baseline{...Rate}reason needed reading ...ThinBehind@include(if:$behind)}benchmarksLeftOut{benchmark{...BenchmarkLabel}reason}}}fragment RateDifference on RateDifference{value low high}fragment LadderStep on LadderStep{from{...StageLabel}to{...StageLabel}}fragment ChangeSplit on ChangeSplit{attribute change mixEffect rateEffect groups{value mixEffect rateEffect}}fragment BenchmarkLabel on Benchmark{id metric stage value source publishedOn}fragment DiagnosisFinding on DiagnosisFinding{metric step{...LadderStep}trouble team attribute value comparison benchmark{...BenchmarkLabel}period{...Rate}baseline{...Rate}difference{...RateDifference}z p adjustedP leadsLost since{at{...Dates}from{...Dates}to{...Dates}}splits{...ChangeSplit}redefined{...StageLabel version effectiveFrom}main reading ...FindingBehind@include(if:$behind)}fragment FindingBehind on DiagnosisFinding{behind denominatorBehind:behind(part:DENOMINATOR)baselineBehind:behind(of:BASELINE)baselineDenominatorBehind:behind(of:BASELINE part:DENOMINATOR)}fragment StepBehind on DiagnosisStep{behind denominatorBehind:behind(part:DENOMINATOR)baselineBehind:behind(of:BASELINE)baselineDenominatorBehind:behind(of:BASELINE part:DENOMINATOR)}fragment ThinBehind on ThinComparison{behind denominatorBehind:behind(part:DENOMINATOR)baselineBehind:behind(of:BASELINE)baselineDenominatorBehind:behind(of:BASELINE part:DENOMINATOR)}fragment Rate on Rate{value numerator denominator low high}fragment Dates on Period{start end}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment StageLabel on StageDefinition{key name}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`) as unknown as TypedDocumentString<DiagnosisQuery, DiagnosisQueryVariables>;
export const FunnelDocument = /*#__PURE__*/ new TypedDocumentString(`query Funnel($input:FunnelInput!$behind:Boolean=false){funnel(input:$input){...Answered total{...FunnelFigures ...FunnelCountsBehind}groups{keys{...Key}figures{...FunnelFigures ...FunnelCountsBehind}series{...FunnelPoint}}series{...FunnelPoint}}}fragment Rate on Rate{value numerator denominator low high}fragment FunnelFigures on FunnelFigures{stages{stage{...StageLabel}reached stepRate{...Rate}overallRate{...Rate}matureShare{...Rate}projected{value low high}entered periodRatio{value numerator denominator}unassigned behind@include(if:$behind)}}fragment FunnelCountsBehind on FunnelFigures{stages{stepBehind:behind(of:STEP)@include(if:$behind)matureBehind:behind(of:MATURE)@include(if:$behind)unassignedBehind:behind(of:UNASSIGNED)@include(if:$behind)}}fragment FunnelPoint on FunnelPoint{period{...Dates}figures{...FunnelFigures}}fragment Dates on Period{start end}fragment Key on GroupKey{attribute value}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment StageLabel on StageDefinition{key name}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`) as unknown as TypedDocumentString<FunnelQuery, FunnelQueryVariables>;
export const GoalsDocument = /*#__PURE__*/ new TypedDocumentString(`query Goals($asOf:DateTime$retired:Boolean$withNeeded:Boolean!$ratesOver:PeriodInput$conversionWindow:Duration){goals(asOf:$asOf retired:$retired){...Goal leadsNeeded(ratesOver:$ratesOver conversionWindow:$conversionWindow)@include(if:$withNeeded){missing ratesOver{...Dates}watchedForSeconds leads{...NeededEntries}mqls{...NeededEntries}}}}fragment Rate on Rate{value numerator denominator low high}fragment Goal on Goal{key version name stage{...StageLabel}period{...Dates}target filter{name in notIn}atRiskBelow atRiskSince retired asOf entered attainment pace elapsedShare}fragment NeededEntries on NeededEntries{stage{...StageLabel}rate{...Rate}lagSeconds lagLeads before needed{value low high}neededForTarget{value low high}}fragment Dates on Period{start end}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<GoalsQuery, GoalsQueryVariables>;
export const SetGoalDocument = /*#__PURE__*/ new TypedDocumentString(`mutation SetGoal($input:SetGoalInput!){setGoal(input:$input){...Refusal ...on SetGoalPayload{goal{...Goal}}}}fragment Goal on Goal{key version name stage{...StageLabel}period{...Dates}target filter{name in notIn}atRiskBelow atRiskSince retired asOf entered attainment pace elapsedShare}fragment Dates on Period{start end}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<SetGoalMutation, SetGoalMutationVariables>;
export const HandoffsDocument = /*#__PURE__*/ new TypedDocumentString(`query Handoffs($filter:HandoffListFilterInput$orderBy:HandoffListOrderInput$first:Int!$after:String$withTotal:Boolean!=true){handoffs(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount@include(if:$withTotal)edges{node{...Handoff}}pageInfo{...Onward}}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment Onward on PageInfo{hasNextPage endCursor}`) as unknown as TypedDocumentString<HandoffsQuery, HandoffsQueryVariables>;
export const IngestDocument = /*#__PURE__*/ new TypedDocumentString(`mutation Ingest($input:IngestInput!){ingest(input:$input){...Refusal ...on IngestPayload{...Ingested}}}fragment Ingested on IngestPayload{created updated unchanged rejected recordedAt outcomes{kind index externalId status problems{severity code path message}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<IngestMutation, IngestMutationVariables>;
export const UpsertLeadsDocument = /*#__PURE__*/ new TypedDocumentString(`mutation UpsertLeads($input:UpsertLeadsInput!){upsertLeads(input:$input){...Refusal ...on IngestPayload{...Ingested}}}fragment Ingested on IngestPayload{created updated unchanged rejected recordedAt outcomes{kind index externalId status problems{severity code path message}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<UpsertLeadsMutation, UpsertLeadsMutationVariables>;
export const RecordTransitionsDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RecordTransitions($input:RecordTransitionsInput!){recordTransitions(input:$input){...Refusal ...on IngestPayload{...Ingested}}}fragment Ingested on IngestPayload{created updated unchanged rejected recordedAt outcomes{kind index externalId status problems{severity code path message}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<RecordTransitionsMutation, RecordTransitionsMutationVariables>;
export const RecordActivitiesDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RecordActivities($input:RecordActivitiesInput!){recordActivities(input:$input){...Refusal ...on IngestPayload{...Ingested}}}fragment Ingested on IngestPayload{created updated unchanged rejected recordedAt outcomes{kind index externalId status problems{severity code path message}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<RecordActivitiesMutation, RecordActivitiesMutationVariables>;
export const RecordCostsDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RecordCosts($input:RecordCostsInput!){recordCosts(input:$input){...Refusal ...on IngestPayload{...Ingested}}}fragment Ingested on IngestPayload{created updated unchanged rejected recordedAt outcomes{kind index externalId status problems{severity code path message}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<RecordCostsMutation, RecordCostsMutationVariables>;
export const AcceptLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation AcceptLead($input:AcceptLeadInput!){acceptLead(input:$input){...Refusal ...on LeadMovePayload{...LeadMove}}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment LeadMove on LeadMovePayload{lead{...Lead}handoff{...Handoff}transition{...Transition}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<AcceptLeadMutation, AcceptLeadMutationVariables>;
export const RejectLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RejectLead($input:RejectLeadInput!){rejectLead(input:$input){...Refusal ...on LeadMovePayload{...LeadMove}}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment LeadMove on LeadMovePayload{lead{...Lead}handoff{...Handoff}transition{...Transition}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<RejectLeadMutation, RejectLeadMutationVariables>;
export const RecycleLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RecycleLead($input:RecycleLeadInput!){recycleLead(input:$input){...Refusal ...on LeadMovePayload{...LeadMove}}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment LeadMove on LeadMovePayload{lead{...Lead}handoff{...Handoff}transition{...Transition}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<RecycleLeadMutation, RecycleLeadMutationVariables>;
export const DisqualifyLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DisqualifyLead($input:DisqualifyLeadInput!){disqualifyLead(input:$input){...Refusal ...on LeadMovePayload{...LeadMove}}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment LeadMove on LeadMovePayload{lead{...Lead}handoff{...Handoff}transition{...Transition}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<DisqualifyLeadMutation, DisqualifyLeadMutationVariables>;
export const ReopenLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation ReopenLead($input:ReopenLeadInput!){reopenLead(input:$input){...Refusal ...on LeadMovePayload{...LeadMove}}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment LeadMove on LeadMovePayload{lead{...Lead}handoff{...Handoff}transition{...Transition}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<ReopenLeadMutation, ReopenLeadMutationVariables>;
export const AdvanceLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation AdvanceLead($input:AdvanceLeadInput!){advanceLead(input:$input){...Refusal ...on LeadMovePayload{...LeadMove}}}fragment Handoff on Handoff{id lead{id externalId name source leadType}owner openedAt closedAt outcome reason firstResponseAt firstResponseDueAt firstResponseStatus decisionDueAt decisionStatus}fragment LeadMove on LeadMovePayload{lead{...Lead}handoff{...Handoff}transition{...Transition}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<AdvanceLeadMutation, AdvanceLeadMutationVariables>;
export const AssignLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation AssignLead($input:AssignLeadInput!){assignLead(input:$input){...Refusal ...on AssignLeadPayload{lead{...Lead}changed occurredAt}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<AssignLeadMutation, AssignLeadMutationVariables>;
export const MergeLeadsDocument = /*#__PURE__*/ new TypedDocumentString(`mutation MergeLeads($input:MergeLeadsInput!){mergeLeads(input:$input){...Refusal ...on MergeLeadsPayload{lead{...Lead}absorbedId recordedAt}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<MergeLeadsMutation, MergeLeadsMutationVariables>;
export const VoidTransitionDocument = /*#__PURE__*/ new TypedDocumentString(`mutation VoidTransition($input:VoidTransitionInput!){voidTransition(input:$input){...Refusal ...on VoidTransitionPayload{voidedAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<VoidTransitionMutation, VoidTransitionMutationVariables>;
export const DeleteLeadDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DeleteLead($input:DeleteLeadInput!){deleteLead(input:$input){...Refusal ...on DeleteLeadPayload{lead{...Lead}erasedAt}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<DeleteLeadMutation, DeleteLeadMutationVariables>;
export const LeadDocument = /*#__PURE__*/ new TypedDocumentString(`query Lead($id:ID$externalId:String){lead(id:$id externalId:$externalId){...Lead transitions{...Transition}activities{externalId type occurredAt actor}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Transition on Transition{externalId kind from{...StageLabel}to{...StageLabel}occurredAt recordedAt actor reason}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<LeadQuery, LeadQueryVariables>;
export const LeadsDocument = /*#__PURE__*/ new TypedDocumentString(`query Leads($filter:LeadListFilterInput$orderBy:LeadListOrderInput$first:Int!$after:String$withTotal:Boolean!){leads(filter:$filter orderBy:$orderBy first:$first after:$after){totalCount@include(if:$withTotal)edges{node{...Lead}}pageInfo{...Onward}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Onward on PageInfo{hasNextPage endCursor}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<LeadsQuery, LeadsQueryVariables>;
export const MetricDefinitionsDocument = /*#__PURE__*/ new TypedDocumentString(`query MetricDefinitions{metricDefinitions{name title unit description formula notes}}`) as unknown as TypedDocumentString<MetricDefinitionsQuery, MetricDefinitionsQueryVariables>;
export const MetricPacksDocument = /*#__PURE__*/ new TypedDocumentString(`query MetricPacks{metricPacks{...MetricPackHeading}}fragment MetricPackHeading on MetricPack{id name publishedAt asOf knownAt period{...Dates}sha256}fragment Dates on Period{start end}`) as unknown as TypedDocumentString<MetricPacksQuery, MetricPacksQueryVariables>;
export const MetricPackDocument = /*#__PURE__*/ new TypedDocumentString(`query MetricPack($id:ID!$again:Boolean!){metricPack(id:$id){...MetricPack reproduction@include(if:$again){reproduces sha256 changed differences{...Restatement}}restatements@include(if:$again){...Restatement}}}fragment Money on Money{amount currency}fragment MetricPackHeading on MetricPack{id name publishedAt asOf knownAt period{...Dates}sha256}fragment MetricPack on MetricPack{...MetricPackHeading canonical total{...StandardPeriod}series{...StandardPeriod}}fragment Restatement on Restatement{period{...Dates}metric stage variant published{...StandardMetric}now{...StandardMetric}}fragment Dates on Period{start end}fragment StandardMetric on StandardMetric{metric stage variant unit value amount{...Money}numerator denominator low high}fragment StandardPeriod on StandardPeriod{period{...Dates}metrics{...StandardMetric}}`) as unknown as TypedDocumentString<MetricPackQuery, MetricPackQueryVariables>;
export const PublishMetricPackDocument = /*#__PURE__*/ new TypedDocumentString(`mutation PublishMetricPack($input:PublishMetricPackInput!){publishMetricPack(input:$input){...Refusal ...on PublishMetricPackPayload{pack{...MetricPack}}}}fragment Money on Money{amount currency}fragment MetricPackHeading on MetricPack{id name publishedAt asOf knownAt period{...Dates}sha256}fragment MetricPack on MetricPack{...MetricPackHeading canonical total{...StandardPeriod}series{...StandardPeriod}}fragment Dates on Period{start end}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment StandardMetric on StandardMetric{metric stage variant unit value amount{...Money}numerator denominator low high}fragment StandardPeriod on StandardPeriod{period{...Dates}metrics{...StandardMetric}}`) as unknown as TypedDocumentString<PublishMetricPackMutation, PublishMetricPackMutationVariables>;
export const RulesDocument = /*#__PURE__*/ new TypedDocumentString(`query Rules{rules{...RuleVersion}}fragment RuleVersion on Rule{key version name to{...StageLabel}condition attributes recordedAt enabled enabledAt enabledVersion disabledAt}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const RuleDocument = /*#__PURE__*/ new TypedDocumentString(`query Rule($key:String!){rule(key:$key){...RuleVersion versions{...RuleVersion}}}fragment RuleVersion on Rule{key version name to{...StageLabel}condition attributes recordedAt enabled enabledAt enabledVersion disabledAt}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<RuleQuery, RuleQueryVariables>;
export const RuleAnswersDocument = /*#__PURE__*/ new TypedDocumentString(`query RuleAnswers($key:String!$answer:RuleAnswerKind!$version:Int$belowTarget:Boolean$first:Int!$after:String){ruleAnswers(key:$key answer:$answer version:$version belowTarget:$belowTarget first:$first after:$after){edges{node{...RuleAnswer}}pageInfo{...Onward}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Onward on PageInfo{hasNextPage endCursor}fragment RuleAnswer on RuleAnswer{answer lead{...Lead}missing unreadable}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<RuleAnswersQuery, RuleAnswersQueryVariables>;
export const DefineRuleDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DefineRule($input:DefineRuleInput!){defineRule(input:$input){...Refusal ...on DefineRulePayload{rule{...RuleVersion}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment RuleVersion on Rule{key version name to{...StageLabel}condition attributes recordedAt enabled enabledAt enabledVersion disabledAt}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<DefineRuleMutation, DefineRuleMutationVariables>;
export const DryRunRuleDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DryRunRule($input:DryRunRuleInput!){dryRunRule(input:$input){...Refusal ...on RuleDryRun{...RuleDryRun}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment RuleAnswer on RuleAnswer{answer lead{...Lead}missing unreadable}fragment RuleDryRun on RuleDryRun{to{...StageLabel}at leads yes no tooLittleInformation wouldMove alreadyThere movedBefore needsSales out byStage{stage{...StageLabel}leads yes no tooLittleInformation wouldMove alreadyThere movedBefore needsSales out}missing{attribute leads unreadable}history{leads yes no tooLittleInformation}examples{...RuleAnswer}}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<DryRunRuleMutation, DryRunRuleMutationVariables>;
export const EnableRuleDocument = /*#__PURE__*/ new TypedDocumentString(`mutation EnableRule($input:EnableRuleInput!){enableRule(input:$input){...Refusal ...on EnableRulePayload{rule{...RuleVersion}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment RuleVersion on Rule{key version name to{...StageLabel}condition attributes recordedAt enabled enabledAt enabledVersion disabledAt}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<EnableRuleMutation, EnableRuleMutationVariables>;
export const DisableRuleDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DisableRule($input:DisableRuleInput!){disableRule(input:$input){...Refusal ...on DisableRulePayload{rule{...RuleVersion}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment RuleVersion on Rule{key version name to{...StageLabel}condition attributes recordedAt enabled enabledAt enabledVersion disabledAt}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<DisableRuleMutation, DisableRuleMutationVariables>;
export const SavedListsDocument = /*#__PURE__*/ new TypedDocumentString(`query SavedLists{savedLists{...SavedList totalCount}}fragment SavedList on SavedList{id name filter{attributes{name in notIn}behind entered{stage explicitOnly period{start end containing grain last{count grain}}}notReached openHandoff owner reached stage}orderBy{field direction stage}createdAt updatedAt}`) as unknown as TypedDocumentString<SavedListsQuery, SavedListsQueryVariables>;
export const SavedListDocument = /*#__PURE__*/ new TypedDocumentString(`query SavedList($id:ID!){savedList(id:$id){...SavedList totalCount}}fragment SavedList on SavedList{id name filter{attributes{name in notIn}behind entered{stage explicitOnly period{start end containing grain last{count grain}}}notReached openHandoff owner reached stage}orderBy{field direction stage}createdAt updatedAt}`) as unknown as TypedDocumentString<SavedListQuery, SavedListQueryVariables>;
export const SavedListLeadsDocument = /*#__PURE__*/ new TypedDocumentString(`query SavedListLeads($id:ID!$first:Int!$after:String$withTotal:Boolean!){savedList(id:$id){leads(first:$first after:$after){totalCount@include(if:$withTotal)edges{node{...Lead}}pageInfo{...Onward}}}}fragment Lead on Lead{id externalId createdAt name email source leadType campaign region owner value account{externalId name}attributes{name value}stage{...StageLabel}stageSince}fragment Onward on PageInfo{hasNextPage endCursor}fragment StageLabel on StageDefinition{key name}`) as unknown as TypedDocumentString<SavedListLeadsQuery, SavedListLeadsQueryVariables>;
export const SaveListDocument = /*#__PURE__*/ new TypedDocumentString(`mutation SaveList($input:SaveListInput!){saveList(input:$input){...Refusal ...on SaveListPayload{list{...SavedList}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment SavedList on SavedList{id name filter{attributes{name in notIn}behind entered{stage explicitOnly period{start end containing grain last{count grain}}}notReached openHandoff owner reached stage}orderBy{field direction stage}createdAt updatedAt}`) as unknown as TypedDocumentString<SaveListMutation, SaveListMutationVariables>;
export const DeleteListDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DeleteList($input:DeleteListInput!){deleteList(input:$input){...Refusal ...on DeleteListPayload{deletedAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<DeleteListMutation, DeleteListMutationVariables>;
export const SavedReportsDocument = /*#__PURE__*/ new TypedDocumentString(`query SavedReports{savedReports{...SavedReport}}fragment SavedReport on SavedReport{id name report question createdAt updatedAt}`) as unknown as TypedDocumentString<SavedReportsQuery, SavedReportsQueryVariables>;
export const SavedReportDocument = /*#__PURE__*/ new TypedDocumentString(`query SavedReport($id:ID!){savedReport(id:$id){...SavedReport}}fragment SavedReport on SavedReport{id name report question createdAt updatedAt}`) as unknown as TypedDocumentString<SavedReportQuery, SavedReportQueryVariables>;
export const SaveReportDocument = /*#__PURE__*/ new TypedDocumentString(`mutation SaveReport($input:SaveReportInput!){saveReport(input:$input){...Refusal ...on SaveReportPayload{report{...SavedReport}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment SavedReport on SavedReport{id name report question createdAt updatedAt}`) as unknown as TypedDocumentString<SaveReportMutation, SaveReportMutationVariables>;
export const CopyReportDocument = /*#__PURE__*/ new TypedDocumentString(`mutation CopyReport($input:CopyReportInput!){copyReport(input:$input){...Refusal ...on CopyReportPayload{report{...SavedReport}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment SavedReport on SavedReport{id name report question createdAt updatedAt}`) as unknown as TypedDocumentString<CopyReportMutation, CopyReportMutationVariables>;
export const DeleteReportDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DeleteReport($input:DeleteReportInput!){deleteReport(input:$input){...Refusal ...on DeleteReportPayload{deletedAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<DeleteReportMutation, DeleteReportMutationVariables>;
export const SlaPoliciesDocument = /*#__PURE__*/ new TypedDocumentString(`query SlaPolicies($at:DateTime){slaPolicies(at:$at){...SlaPolicy}}fragment SlaTarget on SlaTarget{within seconds clock dueSoonSeconds onOverdue assignTo}fragment SlaPolicy on SlaPolicy{key version name position filter{attribute in notIn}calendar firstResponseWithin{...SlaTarget}decisionWithin{...SlaTarget}effectiveFrom recordedAt retired}`) as unknown as TypedDocumentString<SlaPoliciesQuery, SlaPoliciesQueryVariables>;
export const SetSlaPolicyDocument = /*#__PURE__*/ new TypedDocumentString(`mutation SetSlaPolicy($input:SetSlaPolicyInput!){setSlaPolicy(input:$input){...Refusal ...on SetSlaPolicyPayload{policy{...SlaPolicy}rejudgedHandoffs}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment SlaTarget on SlaTarget{within seconds clock dueSoonSeconds onOverdue assignTo}fragment SlaPolicy on SlaPolicy{key version name position filter{attribute in notIn}calendar firstResponseWithin{...SlaTarget}decisionWithin{...SlaTarget}effectiveFrom recordedAt retired}`) as unknown as TypedDocumentString<SetSlaPolicyMutation, SetSlaPolicyMutationVariables>;
export const SlaDocument = /*#__PURE__*/ new TypedDocumentString(`query Sla($input:SlaInput!$behind:Boolean=false){sla(input:$input){...Answered total{...SlaFigures ...SlaCountsBehind ...SlaOutcomesBehind}groups{keys{...Key}figures{...SlaFigures ...SlaCountsBehind}series{...SlaPoint}}series{...SlaPoint}}}fragment Money on Money{amount currency}fragment Rate on Rate{value numerator denominator low high}fragment Dates on Period{start end}fragment Key on GroupKey{attribute value}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment SlaClockFigures on SlaClockFigures{met breached overdue pending complianceRate{...Rate}meanDuration meanRatio verdict}fragment SlaClockBehind on SlaClockFigures{metBehind:behind(status:MET)breachedBehind:behind(status:BREACHED)overdueBehind:behind(status:OVERDUE)pendingBehind:behind(status:PENDING)}fragment SlaCountsBehind on SlaFigures{wastedBehind:behind(of:WASTED)@include(if:$behind)neverWorkedBehind:behind(of:NEVER_WORKED)@include(if:$behind)firstResponse{...SlaClockBehind@include(if:$behind)}decision{...SlaClockBehind@include(if:$behind)}}fragment SlaOutcomesBehind on SlaFigures{outcomes{...SlaOutcomeBehind@include(if:$behind)}}fragment SlaOutcomeBehind on SlaResponseOutcome{sqlBehind:behind(of:SQL)customerBehind:behind(of:CUSTOMER)}fragment SlaFigures on SlaFigures{handoffs behind@include(if:$behind)firstResponse{...SlaClockFigures behind@include(if:$behind)}decision{...SlaClockFigures behind@include(if:$behind)}wasted neverWorked wastedCost{...Money}outcomes{band within handoffs behind@include(if:$behind)sqlRate{...Rate}customerRate{...Rate}}replay{firstResponse{...SlaClockFigures}decision{...SlaClockFigures}wasted neverWorked}}fragment SlaPoint on SlaPoint{period{...Dates}figures{...SlaFigures}}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`) as unknown as TypedDocumentString<SlaQuery, SlaQueryVariables>;
export const StagesDocument = /*#__PURE__*/ new TypedDocumentString(`query Stages($at:DateTime){stages(at:$at){...Stage}}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`) as unknown as TypedDocumentString<StagesQuery, StagesQueryVariables>;
export const StageVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`query StageVersions($stage:String!){stageVersions(stage:$stage){...Stage retired recordedAt}}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}`) as unknown as TypedDocumentString<StageVersionsQuery, StageVersionsQueryVariables>;
export const LadderJobDocument = /*#__PURE__*/ new TypedDocumentString(`query LadderJob{ladderJob{...LadderJob}}fragment LadderJob on LadderJob{reason startedAt leads totalLeads}`) as unknown as TypedDocumentString<LadderJobQuery, LadderJobQueryVariables>;
export const DefineStageDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DefineStage($input:DefineStageInput!){defineStage(input:$input){...Refusal ...on LadderChangePayload{...LadderChange}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}fragment LadderJob on LadderJob{reason startedAt leads totalLeads}fragment LadderChange on LadderChangePayload{stage{...Stage}job{...LadderJob}}`) as unknown as TypedDocumentString<DefineStageMutation, DefineStageMutationVariables>;
export const RetireStageDocument = /*#__PURE__*/ new TypedDocumentString(`mutation RetireStage($input:RetireStageInput!){retireStage(input:$input){...Refusal ...on LadderChangePayload{...LadderChange}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}fragment LadderJob on LadderJob{reason startedAt leads totalLeads}fragment LadderChange on LadderChangePayload{stage{...Stage}job{...LadderJob}}`) as unknown as TypedDocumentString<RetireStageMutation, RetireStageMutationVariables>;
export const StandardMetricsDocument = /*#__PURE__*/ new TypedDocumentString(`query StandardMetrics($input:StandardMetricsInput!$behind:Boolean=false){standardMetrics(input:$input){...Answered total{...StandardPeriod metrics{...StandardMetricBehind@include(if:$behind)}}series{...StandardPeriod metrics{...StandardMetricBehind@include(if:$behind)}}notes}}fragment Money on Money{amount currency}fragment Dates on Period{start end}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}fragment StandardMetric on StandardMetric{metric stage variant unit value amount{...Money}numerator denominator low high}fragment StandardPeriod on StandardPeriod{period{...Dates}metrics{...StandardMetric}}fragment StandardMetricBehind on StandardMetric{behind denominatorBehind:behind(part:DENOMINATOR)}`) as unknown as TypedDocumentString<StandardMetricsQuery, StandardMetricsQueryVariables>;
export const VelocityDocument = /*#__PURE__*/ new TypedDocumentString(`query Velocity($input:VelocityInput!$behind:Boolean=false){velocity(input:$input){...Answered from to businessCalendar total{...VelocityFigures}groups{keys{...Key}figures{...VelocityFigures}series{...VelocityPoint}}series{...VelocityPoint}}}fragment Dates on Period{start end}fragment Key on GroupKey{attribute value}fragment Statistics on ReportStatistics{elapsedMs paths rowsRead}fragment Answered on Report{period{...Dates}asOf knownAt ladder stageDefinitions{...Stage}stageVersions{...Stage}statistics{...Statistics}}fragment StageLabel on StageDefinition{key name}fragment Stage on StageDefinition{key name position standard team objective actions criteria crmValues{field value}notes version effectiveFrom}fragment VelocityFigures on VelocityFigures{count behind@include(if:$behind)mean median p75 p90 histogram{from to count}timeInStage{stage{...StageLabel}count ended open behind@include(if:$behind)mean meanOfEnded median p75 p90 openMedian openLongest histogram{from to ended open}}}fragment VelocityPoint on VelocityPoint{period{...Dates}figures{...VelocityFigures}}`) as unknown as TypedDocumentString<VelocityQuery, VelocityQueryVariables>;
export const WebhooksDocument = /*#__PURE__*/ new TypedDocumentString(`query Webhooks($deliveries:Int!$status:DeliveryStatus$withDeliveries:Boolean!){webhooks{...Webhook deliveries(first:$deliveries status:$status)@include(if:$withDeliveries){edges{node{eventId type status attempts lastStatus lastError recordedAt nextAttemptAt deliveredAt}}}}}fragment Webhook on Webhook{id url events createdAt}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const CreateWebhookDocument = /*#__PURE__*/ new TypedDocumentString(`mutation CreateWebhook($input:CreateWebhookInput!){createWebhook(input:$input){...Refusal ...on CreateWebhookPayload{secret webhook{...Webhook}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment Webhook on Webhook{id url events createdAt}`) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const DeleteWebhookDocument = /*#__PURE__*/ new TypedDocumentString(`mutation DeleteWebhook($input:DeleteWebhookInput!){deleteWebhook(input:$input){...Refusal ...on DeleteWebhookPayload{deletedAt}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const ResendDeliveriesDocument = /*#__PURE__*/ new TypedDocumentString(`mutation ResendDeliveries($input:ResendDeliveriesInput!){resendDeliveries(input:$input){...Refusal ...on ResendDeliveriesPayload{resent}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}`) as unknown as TypedDocumentString<ResendDeliveriesMutation, ResendDeliveriesMutationVariables>;
export const WorkspaceDocument = /*#__PURE__*/ new TypedDocumentString(`query Workspace{workspace{...Workspace}}fragment Workspace on Workspace{id name timeZone currency fiscalYearStartMonth weekStart attributes}`) as unknown as TypedDocumentString<WorkspaceQuery, WorkspaceQueryVariables>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`query Viewer{viewer{name scopes embed{reports leads expiresAt}workspace{...Workspace}}}fragment Workspace on Workspace{id name timeZone currency fiscalYearStartMonth weekStart attributes}`) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const UpdateWorkspaceDocument = /*#__PURE__*/ new TypedDocumentString(`mutation UpdateWorkspace($input:UpdateWorkspaceInput!){updateWorkspace(input:$input){...Refusal ...on UpdateWorkspacePayload{workspace{...Workspace origins}job{...LadderJob}}}}fragment Refusal on UserError{refusal:__typename code message path expected ...on WrongMove{handoffOpen presentStage}...on OrphanedLeads{leads}}fragment LadderJob on LadderJob{reason startedAt leads totalLeads}fragment Workspace on Workspace{id name timeZone currency fiscalYearStartMonth weekStart attributes}`) as unknown as TypedDocumentString<UpdateWorkspaceMutation, UpdateWorkspaceMutationVariables>;