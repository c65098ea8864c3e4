import { cost } from '@leadstage/core';
import { Command } from 'commander';
import { costCsv } from './cost-csv.js';
import { type CostOptions, costQuestion } from './cost-question.js';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderCost } from './render-cost.js';

export function costCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('cost'))
    .description('what a lead at each stage has cost, what a customer has, and what came back')
    .option(
      '--method <method>',
      'simple: spend of the period; shifted: of an earlier window; rolling: of the last days before each bucket ends; kernel: weighed by how long each lead took',
      'simple',
    )
    .option('--stages <stages>', 'stages to show, such as LEAD,SQL; default every stage from LEAD up')
    .option('--lag <days>', 'shifted, rolling and CAC: whole days to look back; default derived')
    .option(
      '--lag-from <source>',
      'observed: the mean time to each stage (default); mql_time_plus_sla: that to MQL and the time sales has to decide',
    )
    .option('--policy <key>', 'mql_time_plus_sla: which policy; default the first with a decision target')
    .option('--round-lag <days>', 'round a derived lag to a multiple of so many days')
    .option('--rolling-days <days>', 'rolling: days in a window')
    .option(
      '--allocation <allocation>',
      'cost that lacks an attribute: unallocated leaves it apart, by_entries spreads it over the groups',
      'unallocated',
    )
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
