import { GRAINS, type ReportQuestion } from '@leadstage/core';
import type { Command } from 'commander';
import pc from 'picocolors';
import { choiceOf, wholeOf } from './choice.js';
import { parseFilter } from './parse-filter.js';
import { parseInstant } from './parse-instant.js';
import { periodOf } from './parse-period.js';
import { namesOf } from './split-list.js';
import type { Screen } from './table.js';

/** What every report takes, as it was typed. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly grain?: string;
  readonly by?: string;
  readonly filter?: readonly string[];
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly ladder?: string;
  readonly format: string;
  readonly color: boolean;
  readonly width?: string;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('-w, --workspace <name>', 'name or id of the workspace; needed where there are several')
    .option('--from <date>', 'first date of the period, YYYY-MM-DD')
    .option('--to <date>', 'the date after its last one')
    .option(
      '--period <text>',
      'instead: 2026, 2026-05, 2026-05-17, last-90-days, last-4-quarters; default last-12-months',
    )
    .option('--grain <grain>', 'also a series by day, week, month, quarter, half_year or year')
    .option('--by <attributes>', 'break down by up to three attributes, such as source,region')
    .option(
      '--filter <condition>',
      'attribute=value,value or attribute!=value; null is a missing value, quotes hold commas',
      collected,
    )
    .option('--as-of <instant>', 'count only what had happened by then, such as 2026-05-01T00:00:00Z')
    .option('--known-at <instant>', 'count only what had been recorded by then')
    .option(
      '--ladder <ladder>',
      'as_then: events count under the ladder of their day; today: under that of --as-of',
      'as_then',
    )
    .option('--format <format>', 'table, json or csv', 'table')
    .option('--no-color', 'no colours (the environment variable NO_COLOR does the same)')
    .option('--width <columns>', 'width of tables, 40 to 1000; default that of the terminal');
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/**
 * The part of a question that all reports share.
 * @throws InvalidInput INVALID_OPTION
 */
export function commonQuestion(options: CommonOptions): ReportQuestion {
  const { grain, by, filter, asOf, knownAt, ladder } = options;
  return {
    period: periodOf(options),
    ...(grain === undefined ? {} : { grain: choiceOf(grain, GRAINS, '--grain') }),
    ...(by === undefined ? {} : { by: namesOf(by, '--by') }),
    ...(filter === undefined ? {} : { filter: parseFilter(filter) }),
    ...(asOf === undefined ? {} : { asOf: parseInstant(asOf, '--as-of') }),
    ...(knownAt === undefined ? {} : { knownAt: parseInstant(knownAt, '--known-at') }),
    ...(ladder === undefined || ladder === 'as_then'
      ? {}
      : { ladder: choiceOf(ladder, ['AS_THEN', 'TODAY'], '--ladder') }),
  };
}

const FORMATS = ['TABLE', 'JSON', 'CSV'] as const;

export interface Output extends Screen {
  readonly format: (typeof FORMATS)[number];
}

/** Where a report is printed. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** For files and pipes, which have no width of their own. */
const WIDTH_OF_NO_TERMINAL = 100;
const LEAST_WIDTH = 40;
const MOST_WIDTH = 1_000;

/**
 * The format, and how wide and colourful the terminal is.
 * @throws InvalidInput INVALID_OPTION
 */
export function outputOf(
  options: Pick<CommonOptions, 'format' | 'color' | 'width'>,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Output {
  const format = choiceOf(options.format, FORMATS, '--format');
  const width =
    options.width === undefined
      ? Math.max(LEAST_WIDTH, terminal.columns || WIDTH_OF_NO_TERMINAL)
      : wholeOf(options.width, LEAST_WIDTH, MOST_WIDTH, '--width');
  return { format, width, colors: pc.createColors(options.color && showsColors(terminal, environment)) };
}

/** https://no-color.org: any text but the empty one. */
function showsColors({ isTTY }: Terminal, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return isTTY === true && TERM !== 'dumb';
}
