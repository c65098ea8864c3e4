import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { RowProblem } from './row.js';

/** A row with what is wrong with it. */
export interface ListedRow {
  readonly line: number;
  readonly fields: readonly string[];
  readonly problems: readonly RowProblem[];
}

const OWN_COLUMNS = ['line', 'column', 'code', 'reason'] as const;

/**
 * A CSV of rows with their line and reasons before the original fields, in UTF-8 and with the delimiter of the original, so
 * that corrected rows can be imported from it with the same mapping. It is made when the first row comes; one left by an earlier
 * run is removed.
 */
export class RowList {
  private stream: WriteStream | undefined;
  private failure: Error | undefined;
  count = 0;

  constructor(
    private readonly path: string,
    private readonly header: readonly string[],
    private readonly delimiter: string,
  ) {}

  /** The file's path once it has a row. */
  get file(): string | undefined {
    return this.stream === undefined ? undefined : this.path;
  }

  async removeOld(): Promise<void> {
    await rm(this.path, { force: true });
  }

  /** Writes the rows; waits while the disk is behind. */
  async add(rows: readonly ListedRow[]): Promise<void> {
    if (rows.length === 0) return;
    this.stream ??= this.open();
    this.count += rows.length;
    await this.write(rows.map((row) => this.line(row)).join(''));
  }

  async close(): Promise<void> {
    if (this.stream === undefined) return;
    const closed = once(this.stream, 'close');
    this.stream.end();
    await closed;
    if (this.failure !== undefined) throw this.failure;
  }

  private open(): WriteStream {
    const stream = createWriteStream(this.path);
    stream.on('error', (error) => {
      this.failure = error;
    });
    const own = OWN_COLUMNS.map((name) => (this.header.includes(name) ? `reject_${name}` : name));
    stream.write(csvLine([...own, ...this.header], this.delimiter));
    return stream;
  }

  private line({ line, fields, problems }: ListedRow): string {
    const columns = [...new Set(problems.map(({ column }) => column))].filter((name) => name !== '').join(' | ');
    const reasons = problems.map(({ column, reason }) => (column === '' ? reason : `${column}: ${reason}`)).join('; ');
    return csvLine([String(line), columns, problems[0]?.code ?? '', reasons, ...fields], this.delimiter);
  }

  private async write(text: string): Promise<void> {
    if (this.stream!.write(text) || this.failure !== undefined) return;
    await once(this.stream!, 'drain');
  }
}

function csvLine(fields: readonly string[], delimiter: string): string {
  const special = (text: string) => text.includes(delimiter) || /["\r\n]/.test(text);
  return `${fields.map((text) => (special(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter)}\n`;
}
