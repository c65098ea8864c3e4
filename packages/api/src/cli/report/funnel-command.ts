import { funnel } from '@leadstage/core';
import { Command } from 'commander';
import { funnelCsv } from './funnel-csv.js';
import { type FunnelOptions, funnelQuestion } from './funnel-question.js';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderFunnel } from './render-funnel.js';

export function funnelCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('funnel'))
    .description('how many leads reach each stage, and which share of those before')
    .option('--mode <mode>', 'cohort follows leads from the base stage, throughput counts entries', 'cohort')
    .option('--unit <unit>', 'lead or account: an account enters a stage with the first of its leads', 'lead')
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
