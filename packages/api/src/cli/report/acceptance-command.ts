import { acceptance } from '@leadstage/core';
import { Command } from 'commander';
import { acceptanceCsv } from './acceptance-csv.js';
import { type CommonOptions, commonQuestion, withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderAcceptance } from './render-acceptance.js';

export function acceptanceCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('acceptance'))
    .description('what sales makes of the leads that are handed over, and how goals stand')
    .action((options: CommonOptions) =>
      print(around, options, {
        report: acceptance,
        question: commonQuestion(options),
        table: renderAcceptance,
        csv: acceptanceCsv,
      }),
    );
}
