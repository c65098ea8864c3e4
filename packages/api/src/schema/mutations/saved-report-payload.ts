import { builder } from '../../builder.js';
import type { KeepableReport } from '../../commands/save-report.js';
import { onSnapshot } from '../../query/read-list.js';
import { savedReport } from '../../query/saved-reports.js';
import type { RegisteredReport } from '../reports-registry.js';
import { SavedReportType } from '../saved-reports.js';

/** The payload of a mutation that keeps a report. */
export function savedReportPayload(name: string) {
  return builder.objectRef<{ readonly reportId: number }>(name).implement({
    description: 'The report as it is kept.',
    fields: (t) => ({
      report: t.field({
        type: SavedReportType,
        nullable: true,
        description: 'Null where it has been deleted since.',
        resolve: ({ reportId }, _args, context) => {
          const { workspaceId } = context.owner();
          return onSnapshot(context.database, workspaceId, (transaction) =>
            savedReport(transaction, workspaceId, String(reportId)),
          );
        },
      }),
    }),
  });
}

/** A registered report as commands see it, its questions read by the schema. */
export function keepable(
  { name, stageMembers, plan }: RegisteredReport,
  schema: Parameters<RegisteredReport['plan']>[2]['schema'],
): KeepableReport {
  return {
    name,
    stageMembers,
    check: (transaction, workspaceId, question, now) => plan(transaction, workspaceId, { schema, question }, now),
  };
}
