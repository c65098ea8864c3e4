import {
  acceptance,
  cost,
  diagnosis,
  funnel,
  type Instant,
  InvalidInput,
  type Report,
  type ReportQuestion,
  sla,
  standardMetrics,
  velocity,
} from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import type { InputObjectRef, ObjectRef } from '@pothos/core';
import {
  astFromValue,
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  valueFromASTUntyped,
} from 'graphql';
import { lockOf } from '../access/access.js';
import type { Types } from '../builder.js';
import type { Context } from '../context.js';
import { type Answer, planReport, runReport } from '../query/run-report.js';
import type { KeptQuestion } from '../query/saved-reports.js';
import { AcceptanceInputType, AcceptanceReportType } from './acceptance.js';
import { CostInputType, CostReportType, costQuestion } from './cost.js';
import { DiagnosisInputType, DiagnosisReportType, diagnosisQuestion } from './diagnosis.js';
import { FunnelInputType, FunnelReportType, funnelQuestion } from './funnel.js';
import { remembering } from './remembering.js';
import { commonQuestion } from './report.js';
import { SlaInputType, SlaReportType, slaQuestion } from './sla-report.js';
import { StandardMetricsInputType, StandardMetricsReportType, standardMetricsQuestion } from './standard-metrics.js';
import { VelocityInputType, VelocityReportType, velocityQuestion } from './velocity.js';

type ExtendedTypes = PothosSchemaTypes.ExtendDefaultTypes<Types>;

/** A report whose questions can be kept: as its input takes them. */
interface Kept<Fields, Question extends ReportQuestion, Body> {
  /** As the enum has it, and as the field of `SavedReport` and of `SaveReportInput` is called. */
  readonly name: string;
  readonly field: string;
  readonly input: InputObjectRef<ExtendedTypes, Fields>;
  readonly type: ObjectRef<ExtendedTypes, Answer<Body>>;
  readonly report: Report<Question, Body>;
  readonly toQuestion: (input: Fields) => Question;
  /** Fields of the input that name stages, each one name or a list. */
  readonly stageMembers: readonly string[];
}

/** The same where nobody knows which report it is. */
export interface RegisteredReport {
  readonly name: string;
  readonly field: string;
  readonly input: InputObjectRef<ExtendedTypes, object>;
  readonly type: ObjectRef<ExtendedTypes, object>;
  readonly stageMembers: readonly string[];
  /** @throws InvalidInput what asking would throw now */
  plan(transaction: Transaction, workspaceId: string, asked: Asked, now: Instant): Promise<void>;
  ask(context: Context, asked: Asked): Promise<object>;
}

/** A kept question, the schema that it is read by, and what is asked in place of its own. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly question: KeptQuestion;
  readonly instead?: Partial<ReportQuestion>;
}

function kept<Fields extends object, Question extends ReportQuestion, Body>(
  of: Kept<Fields, Question, Body>,
): RegisteredReport {
  const questionOf = ({ schema, question, instead }: Asked): Question => ({
    ...of.toQuestion(coerced<Fields>(schema, of.input.name, question)),
    ...instead,
  });
  return {
    name: of.name,
    field: of.field,
    input: of.input as unknown as RegisteredReport['input'],
    type: of.type as unknown as RegisteredReport['type'],
    stageMembers: of.stageMembers,
    plan: async (transaction, workspaceId, asked, now) =>
      planReport(transaction, workspaceId, of.report, questionOf(asked), now),
    ask: async (context, asked) => {
      const { database, access } = context;
      const { workspaceId } = context.owner();
      return runReport(database, workspaceId, remembering(of.report), questionOf(asked), Date.now(), lockOf(access));
    },
  };
}

/** Every report whose questions can be kept. */
export const REPORTS: readonly RegisteredReport[] = [
  kept({
    name: 'FUNNEL',
    field: 'funnel',
    input: FunnelInputType,
    type: FunnelReportType,
    report: funnel,
    toQuestion: funnelQuestion,
    stageMembers: ['base'],
  }),
  kept({
    name: 'ACCEPTANCE',
    field: 'acceptance',
    input: AcceptanceInputType,
    type: AcceptanceReportType,
    report: acceptance,
    toQuestion: commonQuestion,
    stageMembers: [],
  }),
  kept({
    name: 'VELOCITY',
    field: 'velocity',
    input: VelocityInputType,
    type: VelocityReportType,
    report: velocity,
    toQuestion: velocityQuestion,
    stageMembers: ['from', 'to', 'timeInStage'],
  }),
  kept({
    name: 'SLA',
    field: 'sla',
    input: SlaInputType,
    type: SlaReportType,
    report: sla,
    toQuestion: slaQuestion,
    stageMembers: [],
  }),
  kept({
    name: 'COST',
    field: 'cost',
    input: CostInputType,
    type: CostReportType,
    report: cost,
    toQuestion: costQuestion,
    stageMembers: ['stages'],
  }),
  kept({
    name: 'DIAGNOSIS',
    field: 'diagnosis',
    input: DiagnosisInputType,
    type: DiagnosisReportType,
    report: diagnosis,
    toQuestion: diagnosisQuestion,
    stageMembers: [],
  }),
  kept({
    name: 'STANDARD_METRICS',
    field: 'standardMetrics',
    input: StandardMetricsInputType,
    type: StandardMetricsReportType,
    report: standardMetrics,
    toQuestion: standardMetricsQuestion,
    stageMembers: [],
  }),
];

/** A value as resolvers are given it, as whoever sent it could have written it in JSON. */
export function asWritten(schema: GraphQLSchema, typeName: string, value: unknown): unknown {
  const node = astFromValue(value, inputTypeOf(schema, typeName));
  return node ? valueFromASTUntyped(node) : null;
}

/**
 * What was written, as resolvers are given it.
 * @throws InvalidInput INVALID_QUESTION where the input has changed since
 */
function coerced<Fields>(schema: GraphQLSchema, typeName: string, value: unknown): Fields {
  return coerceInputValue(value, inputTypeOf(schema, typeName), (path, _value, error) => {
    if (error.originalError instanceof InvalidInput) throw error.originalError;
    throw new InvalidInput('INVALID_QUESTION', path, `The kept question is no longer understood: ${error.message}`);
  }) as Fields;
}

function inputTypeOf(schema: GraphQLSchema, name: string): GraphQLInputType {
  const type = schema.getType(name);
  if (!isInputType(type)) throw new Error(`there is no input ${name}`);
  return type;
}
