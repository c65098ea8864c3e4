export type {
  AcceptanceInput,
  AccountListFilterInput,
  AccountListOrderInput,
  ActivityType,
  AttributeConditionInput,
  AuditLogFilterInput,
  CostAllocation,
  CostInput,
  CostListFilterInput,
  CostMethod,
  CostScope,
  DeliveryStatus,
  DiagnosisInput,
  DurationBasis,
  FunnelInput,
  FunnelMode,
  FunnelUnit,
  Grain,
  HandoffListFilterInput,
  HandoffListOrderInput,
  LadderMode,
  LastPeriodsInput,
  LeadFilterInput,
  LeadListFilterInput,
  LeadListOrderInput,
  MetricUnit,
  OwnAttributeConditionInput,
  PeriodInput,
  ReportPath,
  RuleAnswerKind,
  Scope,
  SlaInput,
  StandardMetricsInput,
  StandardStage,
  Team,
  TransitionKind,
  VelocityInput,
} from './_generated/operations.js';
export { createClient, type LeadstageClient } from './client.js';
export {
  AuthenticationError,
  type ErrorDetails,
  type InvalidInputDetails,
  InvalidInputError,
  LeadstageError,
  NetworkError,
  PermissionError,
  RateLimitError,
  ServerError,
} from './errors.js';
export type {
  AccountList,
  AccountsPage,
  ApiKeysPage,
  AuditLogPage,
  CostsPage,
  HandoffList,
  HandoffsPage,
  LeadList,
  LeadsPage,
  Lists,
  RuleAnswerList,
  RuleAnswersPage,
} from './lists.js';
export type { ClientOptions, ConnectionOptions, WithApiKey, WithGetToken, WithToken } from './options.js';
export type { ListRequest, PageEnd, PageOfMany, PagePlace, PageSize } from './pages.js';
export type { Records, Reference } from './records.js';
export type { GetToken, IssuedToken, TokenRequest } from './renewed-credential.js';
export type { Reports } from './reports.js';
export type { GoalsRequest, Settings, WebhooksRequest } from './settings.js';
export type { ReportOptions, RequestOptions, TypedDocument, Variables } from './transport.js';
export type * from './types.js';
export {
  verifyWebhook,
  type WebhookAlert,
  type WebhookEvent,
  type WebhookGoalAtRisk,
  type WebhookHandoff,
  type WebhookLead,
  type WebhookRequest,
  WebhookSignatureError,
  type WebhookTransition,
} from './webhook.js';
