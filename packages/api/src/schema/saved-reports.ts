import type { ReportQuestion } from '@leadstage/core';
import { builder } from '../builder.js';
import { measured } from '../limits/cost.js';
import { keptReportPrice } from '../limits/price.js';
import { onSnapshot } from '../query/read-list.js';
import { type SavedReport, savedReport, savedReports } from '../query/saved-reports.js';
import { type PeriodFields, PeriodInputType, periodInput } from './period.js';
import { REPORTS } from './reports-registry.js';

export const ReportKindEnum = builder.enumType('ReportKind', {
  description: 'Which report a kept question is for.',
  values: Object.fromEntries(
    REPORTS.map(({ name, field }) => [name, { value: name, description: `Answered by \`${field}\`.` }]),
  ),
});

interface Instead {
  readonly period?: PeriodFields | null | undefined;
  readonly asOf?: number | null | undefined;
  readonly knownAt?: number | null | undefined;
}

export const SavedReportType = builder.objectRef<SavedReport>('SavedReport').implement({
  description:
    'A question to a report that was kept. Its answer is in the field of its own report; the others are null.',
  fields: (t) => ({
    id: t.id({ description: 'Unique within the workspace.', resolve: ({ id }) => String(id) }),
    name: t.exposeString('name', { description: 'For people; unique within the workspace.' }),
    report: t.field({ type: ReportKindEnum, description: 'Which report.', resolve: ({ report }) => report }),
    question: t.field({
      type: 'JSON',
      description: 'As the input of the report takes it: ready to be sent as the variable `input`.',
      resolve: ({ question }) => question,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first saved.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
    ...Object.fromEntries(
      REPORTS.map((report) => [
        report.field,
        t.field({
          type: report.type,
          nullable: true,
          description: `Its answer now; null unless \`report\` is ${report.name}.`,
          args: {
            period: t.arg({ type: PeriodInputType, description: 'In place of its own.' }),
            asOf: t.arg({ type: 'DateTime', description: 'In place of its own.' }),
            knownAt: t.arg({ type: 'DateTime', description: 'In place of its own.' }),
          },
          extensions: keptReportPrice(),
          resolve: async (saved, args, context, { schema }) => {
            if (saved.report !== report.name) return null;
            const asked = { schema, question: saved.question, instead: insteadOf(args) };
            return measured(context.meter, await report.ask(context, asked));
          },
        }),
      ]),
    ),
  }),
});

function insteadOf({ period, asOf, knownAt }: Instead): Partial<ReportQuestion> {
  return {
    ...(period ? { period: periodInput(period) } : {}),
    ...(asOf == null ? {} : { asOf }),
    ...(knownAt == null ? {} : { knownAt }),
  };
}

builder.queryFields((t) => ({
  savedReports: t.field({
    type: [SavedReportType],
    description: 'Every saved report, by name.',
    authScopes: { scope: 'reports:read' },
    resolve: (_root, _args, context) => {
      const { workspaceId } = context.owner();
      return onSnapshot(context.database, workspaceId, (transaction) => savedReports(transaction, workspaceId));
    },
  }),
  savedReport: t.field({
    type: SavedReportType,
    nullable: true,
    description: 'A saved report; null when there is none.',
    authScopes: { scope: 'reports:read' },
    args: { id: t.arg.id({ required: true, description: 'Of the report.' }) },
    resolve: (_root, { id }, context) => {
      const { workspaceId } = context.owner();
      return onSnapshot(context.database, workspaceId, (transaction) => savedReport(transaction, workspaceId, id));
    },
  }),
}));
