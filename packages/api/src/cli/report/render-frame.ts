import type { Instant, LeadFilter, Period, ReportQuestion, StageDefinition } from '@leadstage/core';
import type { Answered } from '../../query/run-report.js';
import { displayWidth, shorten } from './display-width.js';
import { count } from './format-number.js';
import type { Screen } from './table.js';
import { visibleKey, visibleText } from './visible-text.js';

/** How and for whom a report is drawn. */
export interface View extends Screen {
  readonly workspace: string;
}

/** What was asked: the report, the workspace, the period, the two instants, and every condition. */
export function header(
  title: string,
  conditions: readonly string[],
  answer: Answered,
  { filter = {} }: ReportQuestion,
  { workspace, width, colors }: View,
): string {
  const name = shorten(`${title} · ${visibleText(workspace)}`, width);
  const when = [
    `${periodText(answer.period)} (${answer.period.end} excluded)`,
    `as of ${instantText(answer.asOf)}`,
    `known at ${instantText(answer.knownAt)}`,
  ];
  const lines = [...wrapped(when, width), ...wrapped([...conditions, ...filterTexts(filter)], width)];
  return [colors.bold(name), ...lines.map(colors.dim)].join('\n');
}

/** Under which definitions and from what the numbers were measured. */
export function footer({ definitions, statistics }: Answered, { width, colors }: View): string {
  const { rowsRead, sources, elapsedMs } = statistics;
  const read = [
    `${count(rowsRead)} ${rowsRead === 1 ? 'row' : 'rows'} read`,
    ...sources,
    `${count(Math.round(elapsedMs))} ms`,
  ];
  return [...wrapped([definitionsText(definitions)], width), ...wrapped(read, width)].map(colors.dim).join('\n');
}

/** Parts of a report below each other, those without any text left out. */
export function sections(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A part with what it shows above it. */
export function section(caption: string, body: string, { colors, width }: Screen): string {
  return [...wrapped(caption.split(' · '), width).map(colors.bold), body].join('\n');
}

export function periodText({ start, end }: Period): string {
  return `${start} – ${end}`;
}

/** Milliseconds only where there are any; the text can be given back as an option. */
export function instantText(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** `stages v1` where all are of one version, else each with its own. */
function definitionsText(definitions: readonly StageDefinition[]): string {
  const [first, ...others] = [...new Set(definitions.map((each) => each.version))];
  if (first !== undefined && others.length === 0) return `stages v${first}`;
  return `stages ${definitions.map(({ key, version }) => `${visibleText(key)} v${version}`).join(', ')}`;
}

function filterTexts(filter: LeadFilter): string[] {
  return Object.entries(filter).flatMap(([attribute, { in: included, notIn }]) => [
    ...(included ? [`${visibleText(attribute)} = ${included.map(visibleKey).join(', ')}`] : []),
    ...(notIn ? [`${visibleText(attribute)} ≠ ${notIn.map(visibleKey).join(', ')}`] : []),
  ]);
}

/** The parts in as few lines as hold them; a part longer than a line is broken between its words. */
export function wrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  const add = (text: string, separator: string) => {
    const longer = `${lines.at(-1)}${separator}${text}`;
    if (lines.length > 0 && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(shorten(text, width));
  };
  for (const part of parts) {
    if (displayWidth(part) <= width) add(part, ' · ');
    else part.split(' ').forEach((word, index) => void add(word, index === 0 ? ' · ' : ' '));
  }
  return lines;
}
