import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { copyReport } from '../../commands/copy-report.js';
import { LeadFilterType } from '../lead-filter.js';
import { GrainEnum, PeriodInputType } from '../period.js';
import { asWritten, REPORTS } from '../reports-registry.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { keepable, savedReportPayload } from './saved-report-payload.js';

const StageChangeInput = builder.inputType('StageChangeInput', {
  description: 'A stage in place of another, each by its key, standard name or alias.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'A stage that the question names.' }),
    to: t.string({ required: true, description: 'What it becomes in the copy.' }),
  }),
});

const CopyInput = builder.inputType('CopyReportInput', {
  description:
    'Which report to copy, and what the copy should ask instead. What is left out stays; null takes it away.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    id: t.id({ required: true, description: 'Of the report.' }),
    name: t.string({ required: true, description: 'Of the copy, 1–255 characters; no other report may have it.' }),
    stages: t.field({
      type: [StageChangeInput],
      description: 'Every name that means `from` becomes `to`, all at once: an MQL report becomes the SQL report.',
    }),
    period: t.field({ type: PeriodInputType, description: 'Other dates.' }),
    grain: t.field({ type: GrainEnum, description: 'Another series.' }),
    filter: t.field({ type: LeadFilterType, description: 'Other leads.' }),
    by: t.stringList({ description: 'Another breakdown.' }),
  }),
});

const CopyPayload = savedReportPayload('CopyReportPayload');

builder.mutationField('copyReport', (t) =>
  t.field({
    type: CopyPayload,
    errors: { types: [InvalidInput] },
    description: 'Copies a saved report and adapts it.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: CopyInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: (root, args, context, info) => {
      const { schema } = info;
      const reports = new Map(REPORTS.map((report) => [report.name, keepable(report, schema)]));
      return command<typeof args.input, { reportId: number }>(
        'copyReport',
        async ({ database, workspaceId, once }, { id, name, stages, period, grain, filter, by }) => {
          const changes = {
            ...(period == null ? {} : { period: asWritten(schema, 'PeriodInput', period) }),
            ...(grain === undefined ? {} : { grain }),
            ...(filter === undefined ? {} : { filter: asWritten(schema, 'LeadFilterInput', filter) }),
            ...(by === undefined ? {} : { by }),
          };
          const copy = { id, name, stages: stages ?? [], changes };
          return { reportId: await copyReport(database, workspaceId, copy, reports, once) };
        },
      )(root, args, context, info);
    },
  }),
);
