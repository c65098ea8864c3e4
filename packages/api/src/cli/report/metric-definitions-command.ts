import { METRICS, type MetricDefinition } from '@leadstage/core';
import { Command } from 'commander';
import { choiceOf } from './choice.js';
import { outputOf } from './options.js';
import type { Surroundings } from './print-report.js';
import { sections, wrapped } from './render-frame.js';
import type { Screen } from './table.js';

interface Options {
  readonly format: string;
  readonly color: boolean;
  readonly width?: string;
}

export function metricDefinitionsCommand({ output, environment }: Surroundings): Command {
  return new Command('metric-definitions')
    .description('every metric with its formula and meaning')
    .option('--format <format>', 'table or json', 'table')
    .option('--no-color', 'no colours (the environment variable NO_COLOR does the same)')
    .option('--width <columns>', 'width of the text, 40 to 1000; default that of the terminal')
    .action((options: Options) => {
      const asJson = choiceOf(options.format, ['TABLE', 'JSON'], '--format') === 'JSON';
      const screen = outputOf(options, output, environment);
      output.write(asJson ? `${JSON.stringify(METRICS, null, 2)}\n` : renderMetricDefinitions(METRICS, screen));
    });
}

export function renderMetricDefinitions(metrics: readonly MetricDefinition[], screen: Screen): string {
  return sections(...metrics.map((metric) => definition(metric, screen)));
}

function definition({ name, title, unit, formula, description, notes }: MetricDefinition, screen: Screen): string {
  const { colors, width } = screen;
  const indented = (text: string, mark: string) =>
    wrapped([text], width - mark.length).map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
  return [
    `${colors.bold(title)} ${colors.dim(`${name}, ${unit}`)}`,
    ...indented(description, '  '),
    ...indented(formula, '  = '),
    ...notes.flatMap((note) => indented(note, '  · ').map(colors.dim)),
  ].join('\n');
}
