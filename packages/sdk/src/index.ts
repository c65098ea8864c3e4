export type {
  AcceptanceInput,
  ActivityType,
  AttributeConditionInput,
  CostAllocation,
  CostInput,
  CostMethod,
  CostScope,
  DiagnosisInput,
  DurationBasis,
  FunnelInput,
  FunnelMode,
  FunnelUnit,
  Grain,
  LadderMode,
  LastPeriodsInput,
  LeadFilterInput,
  MetricUnit,
  OwnAttributeConditionInput,
  PeriodInput,
  ReportPath,
  Scope,
  SlaInput,
  StandardMetricsInput,
  StandardStage,
  Team,
  TransitionKind,
  VelocityInput,
} from './_generated/operations.js';
export { createClient, type LeadReference, type LeadstageClient } from './client.js';
export {
  AuthenticationError,
  type ErrorDetails,
  type InvalidInputDetails,
  InvalidInputError,
  LeadstageError,
  NetworkError,
  PermissionError,
  ServerError,
} from './errors.js';
export type { PageRequest } from './lead-pages.js';
export type { ClientOptions } from './options.js';
export type { RequestOptions, TypedDocument, Variables } from './transport.js';
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
