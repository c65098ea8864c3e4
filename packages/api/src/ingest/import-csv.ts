import { basename, resolve } from 'node:path';
import type { IngestResult, IngestUnit } from '../commands/ingest-input.js';
import { ImportError } from './import-error.js';
import { ImportCounts, type ImportSummary } from './import-summary.js';
import { type ImportWorkspace, type MappedRow, type RowMapper, rowMapper } from './map-row.js';
import type { Mapping } from './mapping.js';
import { type CsvFile, type CsvRow, invalidText, readCsv } from './read-csv.js';
import { type ListedRow, RowList } from './rejects.js';
import type { RowProblem } from './row.js';

export interface ImportOptions {
  readonly file: string;
  readonly mapping: Mapping;
  readonly workspace: ImportWorkspace;
  /** Stores a batch in one transaction, each unit whole or not at all; known external ids change nothing. */
  readonly store: (units: readonly IngestUnit[]) => Promise<IngestResult>;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops before the next batch. */
  readonly signal?: AbortSignal;
  /** Default: the file's name with `.rejects.csv` (`.warnings.csv`) in the current directory. */
  readonly rejectsFile?: string;
  readonly warningsFile?: string;
  /** Rows a call of `store`. Default 2,000. */
  readonly batchRows?: number;
}

export interface ImportProgress {
  readonly rows: number;
  readonly rejected: number;
  /** Bytes read of the file; `totalBytes` is 0 where the system cannot say. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rowsPerSecond: number;
}

const BATCH_ROWS = 2_000;

/**
 * Imports a CSV file in constant memory: reads a piece, maps its rows, stores them by batches, and reads on only when
 * they are stored. A row that cannot be imported goes to the rejects file and the rest goes on; importing the same file
 * again stores only what is not there yet. Throws `ImportError` for a file that cannot be read (further), and whatever
 * `store` throws; the rows stored until then stay.
 */
export async function importCsv(options: ImportOptions): Promise<ImportSummary> {
  const started = performance.now();
  const mapper = rowMapper(options.mapping, options.workspace);
  const { quote = '"', skipLines = 0, ...format } = options.mapping.file ?? {};
  const csv = await readCsv(options.file, { ...format, quote, skipLines }, mapper.readers.names);
  const counts = new ImportCounts();
  const rejects = new RowList(listPath(options, 'rejects'), csv.header, csv.delimiter);
  const warnings = new RowList(listPath(options, 'warnings'), csv.header, csv.delimiter);
  const batchOf = new BatchStore(options, mapper, counts, rejects, warnings, csv.header.length);
  let bytes = 0;
  let aborted = false;
  try {
    mapper.readers.bind(csv.columns);
    await rejects.removeOld();
    await warnings.removeOld();
    for await (const batch of batches(csv, options.batchRows ?? BATCH_ROWS)) {
      aborted = options.signal?.aborted === true;
      if (aborted) break;
      await batchOf.store(batch.rows);
      bytes = batch.bytes;
      const rowsPerSecond = Math.round(counts.rows / Math.max(0.001, (performance.now() - started) / 1000));
      options.onProgress?.({
        rows: counts.rows,
        rejected: counts.rejected,
        bytes,
        totalBytes: csv.size,
        rowsPerSecond,
      });
      if (batch.failure !== undefined) throw afterRows(batch.failure, counts.rows);
    }
  } finally {
    await Promise.all([csv.close(), rejects.close(), warnings.close()]);
  }
  if (counts.rows === 0 && !aborted) {
    throw new ImportError('the file has a header and no rows', { code: 'NO_ROWS', file: options.file, line: 1 });
  }
  return {
    ...counts.totals,
    problems: counts.problems,
    unmappedValues: counts.unmappedValues,
    elapsedMs: Math.round(performance.now() - started),
    bytes,
    aborted,
    ...(rejects.file === undefined ? {} : { rejectsFile: rejects.file }),
    ...(warnings.file === undefined ? {} : { warningsFile: warnings.file }),
  };
}

function listPath(options: ImportOptions, kind: 'rejects' | 'warnings'): string {
  const path = options[`${kind}File`] ?? `${basename(options.file)}.${kind}.csv`;
  if (resolve(path) !== resolve(options.file)) return path;
  throw new ImportError(`the ${kind} file would overwrite it`, { code: 'INVALID_OPTION', file: options.file });
}

interface Batch {
  readonly rows: readonly CsvRow[];
  readonly bytes: number;
  /** Why nothing can be read after these rows. */
  readonly failure?: ImportError;
}

/** Rows by batches; where the file breaks off, the rows before are still a batch. */
async function* batches(csv: CsvFile, size: number): AsyncGenerator<Batch> {
  let rows: CsvRow[] = [];
  let bytes = 0;
  try {
    for await (const piece of csv.pieces) {
      bytes = piece.bytes;
      for (const row of piece.rows) {
        rows.push(row);
        if (rows.length < size) continue;
        yield { rows, bytes };
        rows = [];
      }
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    yield { rows, bytes, failure: error };
    return;
  }
  if (rows.length > 0) yield { rows, bytes };
}

function afterRows(failure: ImportError, rows: number): ImportError {
  if (rows === 0) return failure;
  const reason = `${failure.reason}. The ${rows} rows before it are imported; correct the file and run the import again`;
  return new ImportError(reason, failure);
}

/** Maps and stores one batch after the other, and lists what is refused in the order of lines. */
class BatchStore {
  constructor(
    private readonly options: ImportOptions,
    private readonly mapper: RowMapper,
    private readonly counts: ImportCounts,
    private readonly rejects: RowList,
    private readonly warnings: RowList,
    private readonly width: number,
  ) {}

  async store(rows: readonly CsvRow[]): Promise<void> {
    const mapped = rows.map((row) => this.mapped(row));
    const units = mapped.flatMap((result) => ('unit' in result ? [result.unit] : []));
    const outcomes = units.length === 0 ? [] : (await this.options.store(units)).outcomes;
    const byIndex = new Map(outcomes.map((outcome) => [outcome.index, outcome]));
    const rejected: ListedRow[] = [];
    const warned: ListedRow[] = [];
    let index = 0;
    for (const [position, result] of mapped.entries()) {
      const { line, fields } = rows[position]!;
      const list = (severity: 'ERROR' | 'WARNING', problems: readonly RowProblem[]) => {
        (severity === 'ERROR' ? rejected : warned).push({ line, fields, problems });
        for (const problem of problems) this.counts.note(severity, line, problem);
      };
      this.counts.rows += 1;
      if ('skipped' in result) this.counts.skipped += 1;
      else if ('problems' in result) {
        this.counts.rejected += 1;
        list('ERROR', result.problems);
      } else {
        const outcome = byIndex.get(index)!;
        index += 1;
        this.counts[COUNTED[outcome.status]] += 1;
        const problemsOf = (severity: 'ERROR' | 'WARNING') =>
          outcome.problems
            .filter((problem) => problem.severity === severity)
            .map(({ path, code, message }) => ({
              column: this.mapper.columnOf(path, result.columns),
              code,
              reason: message,
            }));
        if (outcome.status === 'REJECTED') list('ERROR', problemsOf('ERROR'));
        const saved = problemsOf('WARNING');
        this.counts.warnings += saved.length;
        if (saved.length > 0) list('WARNING', saved);
      }
    }
    await this.rejects.add(rejected);
    await this.warnings.add(warned);
  }

  private mapped(row: CsvRow): MappedRow {
    const { fields, malformed, invalid } = row;
    const refused = (code: string, reason: string) => ({ problems: [{ column: '', code, reason }] });
    if (malformed !== undefined) return refused('MALFORMED_ROW', malformed);
    if (invalid !== undefined) return refused('INVALID_ENCODING', `line ${invalid.line} ${invalidText(invalid)}`);
    if (fields.every((text) => text === '')) return { skipped: true };
    if (fields.length !== this.width) {
      return refused('FIELD_COUNT', `the row has ${fields.length} fields, and the header ${this.width}`);
    }
    return this.mapper.map(fields);
  }
}

const COUNTED = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged', REJECTED: 'rejected' } as const;
