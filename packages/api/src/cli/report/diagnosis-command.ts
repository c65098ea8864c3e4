import { diagnosis } from '@leadstage/core';
import { Command } from 'commander';
import { diagnosisCsv } from './diagnosis-csv.js';
import { type DiagnosisOptions, diagnosisQuestion } from './diagnosis-question.js';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderDiagnosis } from './render-diagnosis.js';

export function diagnosisCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('diagnosis'))
    .description('which step is in trouble, since when, why, and how sure')
    .option('--baseline <periods>', 'how many periods before the period to compare with, 1 to 24', '3')
    .option('--window <duration>', 'how long a lead may take to the next stage, such as 30d or 72h', '30d')
    .option('--benchmarks <ids>', 'which to compare with, such as 4,7, or none; default all of our own definitions')
    .addHelpText(
      'after',
      '\nHere --by names attributes to look at each on its own (default source,leadType),\nand --grain the buckets of "since when" (default week).',
    )
    .action((options: DiagnosisOptions) =>
      print(around, options, {
        report: diagnosis,
        question: diagnosisQuestion(options),
        table: renderDiagnosis,
        csv: diagnosisCsv,
      }),
    );
}
