import { cost, funnel, type Report, type ReportQuestion, velocity } from '@leadstage/core';
import { Command } from 'commander';
import { type ReportAnswer, runReport } from '../../query/run-report.js';
import { withWorkspace } from '../with-workspace.js';
import { type CommonOptions, outputOf, type Terminal, withCommonOptions } from './options.js';
import {
  type CostOptions,
  costQuestion,
  type FunnelOptions,
  funnelQuestion,
  type VelocityOptions,
  velocityQuestion,
} from './questions.js';
import { renderCost } from './render-cost.js';
import type { View } from './render-frame.js';
import { renderFunnel } from './render-funnel.js';
import { renderVelocity } from './render-velocity.js';
import { costCsv, funnelCsv, velocityCsv } from './to-csv.js';
import { toJson } from './to-json.js';

/** What the command needs of the process around it. */
export interface Surroundings {
  readonly withWorkspace: typeof withWorkspace;
  readonly output: Terminal & NodeJS.WritableStream;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * `leadstage report funnel|velocity|cost`: prints a report of one workspace.
 * Its actions throw InvalidInput for whoever runs the program to print.
 */
export function reportCommand(surroundings: Partial<Surroundings> = {}): Command {
  const { environment = process.env, output = process.stdout } = surroundings;
  const around: Surroundings = { withWorkspace: surroundings.withWorkspace ?? withWorkspace, output, environment };
  return new Command('report')
    .description('print a report of a workspace')
    .addCommand(funnelCommand(around))
    .addCommand(velocityCommand(around))
    .addCommand(costCommand(around));
}

function funnelCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('funnel'))
    .description('how many leads reach each stage, and which share of those before')
    .option('--mode <mode>', 'cohort follows leads from the base stage, throughput counts entries', 'cohort')
    .option('--base <stage>', 'the first stage shown; default LEAD')
    .option('--window <duration>', 'cohort: how long a lead may take from the base stage, such as 30d or 72h')
    .option('--explicit-only', 'do not count a skipped stage as entered')
    .action((options: FunnelOptions) =>
      print(around, options, {
        report: funnel,
        question: funnelQuestion(options),
        table: renderFunnel,
        csv: funnelCsv,
      }),
    );
}

function velocityCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('velocity'))
    .description('how long leads take from one stage to a later one')
    .requiredOption('--from-stage <stage>', 'where the time begins')
    .requiredOption('--to-stage <stage>', 'where it ends')
    .option('--basis <basis>', 'to or from: which of the two entries lies in the period', 'to')
    .action((options: VelocityOptions) =>
      print(around, options, {
        report: velocity,
        question: velocityQuestion(options),
        table: renderVelocity,
        csv: velocityCsv,
      }),
    );
}

function costCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('cost'))
    .description('what a lead at each stage has cost')
    .option('--method <method>', 'simple: spend of the period; shifted: spend of an earlier window', 'simple')
    .option('--stages <stages>', 'stages to show, such as LEAD,SQL; default every stage from LEAD up')
    .option('--lag <days>', 'shifted: whole days to look back; default the observed time to each stage')
    .option('--round-lag <days>', 'shifted: round the observed lag to a multiple of so many days')
    .option('--scopes <scopes>', 'whose costs: marketing, sales or marketing,sales', 'marketing')
    .action((options: CostOptions) =>
      print(around, options, {
        report: cost,
        question: costQuestion(options),
        table: renderCost,
        csv: costCsv,
      }),
    );
}

interface Asked<Question extends ReportQuestion, Figures> {
  readonly report: Report<Question, Figures>;
  readonly question: Question;
  readonly table: (answer: ReportAnswer<Figures>, question: Question, view: View) => string;
  readonly csv: (answer: ReportAnswer<Figures>, question: Question) => string;
}

async function print<Question extends ReportQuestion, Figures>(
  { withWorkspace, output, environment }: Surroundings,
  options: CommonOptions,
  { report, question, table, csv }: Asked<Question, Figures>,
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
