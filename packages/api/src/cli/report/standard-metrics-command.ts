import { standardMetrics } from '@leadstage/core';
import { Command } from 'commander';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderStandardMetrics } from './render-standard-metrics.js';
import { standardMetricsCsv } from './standard-metrics-csv.js';
import { type StandardMetricsOptions, standardMetricsQuestion } from './standard-metrics-question.js';

export function standardMetricsCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('standard-metrics'))
    .description('the same metrics for everybody: entries, rates, times, cost')
    .option('--window <duration>', 'how long a lead may take from LEAD, such as 90d or 72h; default ever')
    .action((options: StandardMetricsOptions) =>
      print(around, options, {
        report: standardMetrics,
        question: standardMetricsQuestion(options),
        table: renderStandardMetrics,
        csv: standardMetricsCsv,
      }),
    );
}
