import { velocity } from '@leadstage/core';
import { Command } from 'commander';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderVelocity } from './render-velocity.js';
import { velocityCsv } from './velocity-csv.js';
import { type VelocityOptions, velocityQuestion } from './velocity-question.js';

export function velocityCommand(around: Surroundings): Command {
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
