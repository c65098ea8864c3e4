import { cost } from '@leadstage/core';
import { Command } from 'commander';
import { costCsv } from './cost-csv.js';
import { type CostOptions, costQuestion } from './cost-question.js';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderCost } from './render-cost.js';

export function costCommand(around: Surroundings): Command {
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
