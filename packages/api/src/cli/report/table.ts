import type pc from 'picocolors';
import { bar, largest } from './bars.js';
import { displayWidth, padEnd, padStart, shorten } from './display-width.js';

export type Colors = ReturnType<typeof pc.createColors>;

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** The cells' text from the fullest form to the shortest; the fullest that fits is shown. Null leaves it out. */
  readonly forms: readonly (readonly string[] | null)[];
}

export interface Table {
  /** Stand at the left, and again in every part of a table that is too wide to be shown in one. */
  readonly keys: readonly Column[];
  readonly columns: readonly Column[];
  /** Drawn at the right into whatever room is left, and left out where there is none. */
  readonly bars?: readonly (number | null)[];
}

export interface Screen {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colors: Colors;
}

/** A column whose cells are shown whole at every width. */
export function column(title: string, align: Column['align'], cells: readonly string[]): Column {
  return { title, align, forms: [cells] };
}

/** Cells made of several parts, each part aligned at the right below its like: `960 80.0 %` above `  8 10.0 %`. */
export function sideBySide(parts: readonly (readonly string[])[]): string[] {
  const widths = parts.map(widest);
  return (parts[0] ?? []).map((_, row) =>
    parts
      .map((cells, part) => padStart(cells[row] ?? '', widths[part] ?? 0))
      .filter((_cell, part) => (widths[part] ?? 0) > 0)
      .join(' '),
  );
}

const GAP = 2;
const LEAST_BAR = 4;
const MOST_BAR = 40;

/** Below a third of the screen shared among them, key columns are not shortened; nor below 6 columns. */
const KEYS_SHARE = 0.35;
const LEAST_KEY = 6;

/**
 * Draws a table that never passes the screen's width while its columns one by one fit into it. To that end it takes
 * shorter forms, shortens keys, leaves out the bars, and last goes on below with the columns that are left.
 */
export function drawTable(table: Table, screen: Screen): string {
  const room = table.bars ? GAP + LEAST_BAR : 0;
  const longKeys = laidOutAll(table.keys, 0);
  const shortKeys = longKeys.map((key) => shortened(key, screen.width, longKeys.length));
  const forms = Math.max(1, ...table.columns.map((each) => each.forms.length));
  for (let form = 0; form < forms; form += 1) {
    const columns = laidOutAll(table.columns, form);
    for (const keys of [longKeys, shortKeys]) {
      const panel = [...keys, ...columns];
      if (widthOf(panel) + room <= screen.width) return drawPanel(panel, table.bars, screen);
    }
  }
  return panelsOf(shortKeys, laidOutAll(table.columns, forms - 1), screen.width)
    .map((panel) => drawPanel(panel, undefined, screen))
    .join('\n\n');
}

interface LaidOut {
  readonly title: string;
  readonly align: Column['align'];
  readonly cells: readonly string[];
  readonly width: number;
}

function laidOutAll(columns: readonly Column[], form: number): LaidOut[] {
  return columns.flatMap(({ title, align, forms }) => {
    const cells = forms[Math.min(form, forms.length - 1)];
    return cells ? [{ title, align, cells, width: widest([title, ...cells]) }] : [];
  });
}

function shortened(key: LaidOut, width: number, among: number): LaidOut {
  const most = Math.max(LEAST_KEY, Math.floor((width * KEYS_SHARE) / among));
  if (key.width <= most) return key;
  const cells = key.cells.map((cell) => shorten(cell, most));
  const title = shorten(key.title, most);
  return { ...key, title, cells, width: widest([title, ...cells]) };
}

function widthOf(columns: readonly LaidOut[]): number {
  return columns.reduce((sum, { width }) => sum + width, GAP * Math.max(0, columns.length - 1));
}

function panelsOf(keys: readonly LaidOut[], columns: readonly LaidOut[], width: number): LaidOut[][] {
  const panels: LaidOut[][] = [];
  for (const each of columns) {
    const current = panels.at(-1);
    if (current && widthOf([...current, each]) <= width) current.push(each);
    else panels.push([...keys, each]);
  }
  return panels;
}

function drawPanel(columns: readonly LaidOut[], bars: Table['bars'], { width, colors }: Screen): string {
  const line = (cellOf: (each: LaidOut) => string) =>
    columns.map((each) => (each.align === 'left' ? padEnd : padStart)(cellOf(each), each.width)).join(' '.repeat(GAP));
  const barWidth = Math.min(MOST_BAR, width - widthOf(columns) - GAP);
  const most = largest(bars ?? []);
  const rows = Array.from({ length: columns[0]?.cells.length ?? 0 }, (_, row) => {
    const text = line((each) => each.cells[row] ?? '');
    const drawn = bars ? bar(bars[row] ?? null, most, barWidth) : '';
    return drawn === '' ? text.trimEnd() : `${text}${' '.repeat(GAP)}${colors.cyan(drawn)}`;
  });
  return [colors.dim(line((each) => each.title).trimEnd()), ...rows].join('\n');
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}
