import { InvalidInput } from '@leadstage/core';
import type { GraphQLSchema } from 'graphql';
import { builder } from '../../builder.js';
import { saveReport } from '../../commands/save-report.js';
import type { KeptQuestion } from '../../query/saved-reports.js';
import { asWritten, REPORTS } from '../reports-registry.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';
import { keepable, savedReportPayload } from './saved-report-payload.js';

const SaveInput = builder.inputType('SaveReportInput', {
  description: 'A question to keep: exactly one of the reports.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    name: t.string({ required: true, description: '1–255 characters. A report of the same name is replaced.' }),
    ...Object.fromEntries(
      REPORTS.map(({ field, input }) => [field, t.field({ type: input, description: `What \`${field}\` is asked.` })]),
    ),
  }),
});

const SavePayload = savedReportPayload('SaveReportPayload');

builder.mutationField('saveReport', (t) =>
  t.field({
    type: SavePayload,
    errors: { types: [InvalidInput] },
    description:
      'Keeps a question to a report under a name, in place of the one that had it. A period such as `last` moves with the calendar.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: SaveInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: (root, args, context, info) =>
      command<typeof args.input, { reportId: number }>(
        'saveReport',
        async ({ database, workspaceId, once }, { name, ...given }) => ({
          reportId: await saveReport(database, workspaceId, { name, ...reportIn(given, info.schema) }, once),
        }),
      )(root, args, context, info),
  }),
);

/** The one report that a question is given for. */
function reportIn(given: Readonly<Record<string, unknown>>, schema: GraphQLSchema) {
  const [report, ...others] = REPORTS.filter(({ field }) => given[field] != null);
  if (!report || others.length > 0) {
    const fields = REPORTS.map(({ field }) => field).join(', ');
    throw new InvalidInput(
      'INVALID_REPORT',
      [],
      `Give the question of exactly one report: one of ${fields}.`,
      `one of ${fields}`,
    );
  }
  const { field, input } = report;
  const keeping = keepable(report, schema);
  return {
    question: asWritten(schema, input.name, given[field]) as KeptQuestion,
    report: {
      ...keeping,
      check: (...asked: Parameters<typeof keeping.check>) =>
        keeping.check(...asked).catch((error: unknown) => {
          throw error instanceof InvalidInput ? error.within(field) : error;
        }),
    },
  };
}
