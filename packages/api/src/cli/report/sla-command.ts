import { sla } from '@leadstage/core';
import { Command } from 'commander';
import { withCommonOptions } from './options.js';
import { print, type Surroundings } from './print-report.js';
import { renderSla } from './render-sla.js';
import { slaCsv } from './sla-csv.js';
import { type SlaOptions, slaQuestion } from './sla-question.js';

export function slaCommand(around: Surroundings): Command {
  return withCommonOptions(new Command('sla'))
    .description('whether sales follows up in the agreed time')
    .option('--bands <durations>', 'time to first response by which outcomes are shown; default 1h,24h')
    .option('--replay-response <duration>', 'judge the same handoffs by such a time to first response too: 1h, 90m, 2d')
    .option('--replay-decision <duration>', 'the same for the decision')
    .option('--replay-clock <clock>', 'replay: calendar is time as it passes, business working time; default calendar')
    .option('--replay-calendar <key>', 'replay, business: the calendar; default the first that was defined')
    .action((options: SlaOptions) =>
      print(around, options, {
        report: sla,
        question: slaQuestion(options),
        table: renderSla,
        csv: slaCsv,
      }),
    );
}
