import { Command } from 'commander';
import { withWorkspace } from '../with-workspace.js';
import { acceptanceCommand } from './acceptance-command.js';
import { costCommand } from './cost-command.js';
import { diagnosisCommand } from './diagnosis-command.js';
import { funnelCommand } from './funnel-command.js';
import { metricDefinitionsCommand } from './metric-definitions-command.js';
import type { Surroundings } from './print-report.js';
import { slaCommand } from './sla-command.js';
import { standardMetricsCommand } from './standard-metrics-command.js';
import { velocityCommand } from './velocity-command.js';

/**
 * `leadstage report <name>`: prints a report of one workspace.
 * Its actions throw InvalidInput for whoever runs the program to print.
 */
export function reportCommand(surroundings: Partial<Surroundings> = {}): Command {
  const { environment = process.env, output = process.stdout } = surroundings;
  const around: Surroundings = { withWorkspace: surroundings.withWorkspace ?? withWorkspace, output, environment };
  const report = new Command('report').description('print a report of a workspace');
  for (const command of [
    funnelCommand,
    acceptanceCommand,
    velocityCommand,
    slaCommand,
    costCommand,
    diagnosisCommand,
    standardMetricsCommand,
    metricDefinitionsCommand,
  ]) {
    report.addCommand(command(around));
  }
  return report;
}
