import { velocity } from '@leadstage/core';
import { Command } from 'commander';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderVelocity } from './render-velocity.js';
import { velocityCsv } from './velocity-csv.js';
import { type VelocityOptions, velocityQuestion } from './velocity-question.js';

export function velocityCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('velocity'))
    .description('how long leads take from one stage to a later one, and how long they stay in stages')
    .option('--from-stage <stage>', 'where the time begins; default LEAD')
    .option('--to-stage <stage>', 'where it ends; default CUSTOMER')
    .option('--basis <basis>', 'to or from: which of the two entries lies in the period', 'to')
    .option('--clock <clock>', 'calendar: time as it passes; business: working time', 'calendar')
    .option('--calendar <key>', 'business clock: of which calendar; default the first that was defined')
    .option('--stays <stages>', 'also how long leads stay in these stages, such as MQL,SQL; open stays count')
    .action((options: VelocityOptions) =>
      print(around, options, {
        report: velocity,
        question: velocityQuestion(options),
        table: renderVelocity,
        csv: velocityCsv,
      }),
    );
}
