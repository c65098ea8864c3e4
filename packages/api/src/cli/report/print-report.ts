import type { Report, ReportQuestion } from '@leadstage/core';
import { type Answer, runReport } from '../../query/run-report.js';
import type { withWorkspace } from '../with-workspace.js';
import { type CommonOptions, outputOf, type Terminal } from './options.js';
import type { View } from './render-frame.js';
import { toJson } from './to-json.js';

/** What the command needs of the process around it. */
export interface Surroundings {
  readonly withWorkspace: typeof withWorkspace;
  readonly output: Terminal & NodeJS.WritableStream;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Asked<Question extends ReportQuestion, Body> {
  readonly report: Report<Question, Body>;
  readonly question: Question;
  readonly table: (answer: Answer<Body>, question: Question, view: View) => string;
  readonly csv: (answer: Answer<Body>, question: Question) => string;
}

export async function print<Question extends ReportQuestion, Body>(
  { withWorkspace, output, environment }: Surroundings,
  options: CommonOptions,
  { report, question, table, csv }: Asked<Question, Body>,
): Promise<void> {
  const { format, ...screen } = outputOf(options, output, environment);
  const text = await withWorkspace(options.workspace, async (database, workspace) => {
    const answer = await runReport(database, workspace.id, report, question);
    if (format === 'JSON') return toJson(report.name, workspace, question, answer);
    if (format === 'CSV') return csv(answer, question);
    return table(answer, question, { ...screen, workspace: workspace.name });
  });
  output.once('error', passOverClosedPipe);
  output.write(text);
}

/** Whoever reads has seen enough, as in `leadstage report funnel --format csv | head`. */
function passOverClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
