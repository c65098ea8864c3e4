import {
  type Instant,
  InvalidInput,
  isDecimal,
  type LocalDate,
  ladderAt,
  METRICS,
  resolveStage,
} from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { dateParameter, instantParameter, sql } from '../query/sql.js';
import { checkedText } from './check-given.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

/** A figure of others to compare with. */
export interface NewBenchmark {
  /** Name of one of our metrics, such as `stepRate`. */
  readonly metric: string;
  /** Key, standard name or alias of a stage of today's ladder; kept as its key. */
  readonly stage?: string | undefined;
  /** Decimal text in the metric's unit: a rate of 12 % is `0.12`. */
  readonly value: string;
  /** How the source defines the figure. */
  readonly definition: string;
  readonly source: string;
  readonly publishedOn: LocalDate;
}

const VALUE_DECIMALS = 6;
const LARGEST_VALUE = 1e14;

/**
 * Records a benchmark.
 * @returns its id
 * @throws InvalidInput UNKNOWN_METRIC, UNKNOWN_STAGE, INVALID_DECIMAL, MISSING_FIELD, INVALID_TEXT, TOO_LONG
 */
export async function addBenchmark(
  database: Database,
  workspaceId: string,
  input: NewBenchmark,
  once?: Once,
): Promise<number> {
  const { metric, value, publishedOn } = input;
  if (!METRICS.some(({ name }) => name === metric)) {
    const known = METRICS.map(({ name }) => name).join(', ');
    throw new InvalidInput('UNKNOWN_METRIC', ['metric'], `There is no metric "${metric}". There are: ${known}.`, known);
  }
  if (!isDecimal(value, VALUE_DECIMALS) || Math.abs(Number(value)) >= LARGEST_VALUE) {
    const expected = `a decimal of at most 14 digits and ${VALUE_DECIMALS} decimals, such as 0.12 for 12 %`;
    throw new InvalidInput('INVALID_DECIMAL', ['value'], `"${value}" is no value; give ${expected}.`, expected);
  }
  const definition = requiredText(input.definition, 'definition');
  const source = requiredText(input.source, 'source');
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, state, recordedAt } = recording;
      const ladder = ladderAt(state.definitions, recordedAt);
      const stage = input.stage === undefined ? null : resolveStage(ladder, input.stage, ['stage']).key;
      const id = recording.nextId('definition');
      await transaction.query(sql`
        INSERT INTO benchmark (workspace_id, id, metric, stage, value, definition, source, published_on, recorded_at)
        VALUES (${workspaceId}::uuid, ${id}, ${metric}, ${stage}, ${value}::numeric, ${definition}, ${source},
          ${dateParameter(publishedOn)}, ${instantParameter(recordedAt)})`);
      recording.changed();
      return id;
    },
    once,
  );
}

/**
 * Voids a benchmark: nothing is compared with it any more. Voiding it again changes nothing.
 * @returns when it was voided
 * @throws InvalidInput UNKNOWN_BENCHMARK
 */
export async function voidBenchmark(
  database: Database,
  workspaceId: string,
  { id }: { readonly id: string },
  once?: Once,
): Promise<Instant> {
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, recordedAt } = recording;
      const [known] = /^\d{1,9}$/.test(id)
        ? await transaction.query<{ voidedAt: Instant | null }>(sql`
            SELECT voided_at AS "voidedAt" FROM benchmark WHERE workspace_id = ${workspaceId}::uuid AND id = ${Number(id)}`)
        : [];
      if (!known) throw new InvalidInput('UNKNOWN_BENCHMARK', ['id'], `There is no benchmark ${id}.`);
      if (known.voidedAt !== null) return known.voidedAt;
      await transaction.query(sql`
        UPDATE benchmark SET voided_at = ${instantParameter(recordedAt)}
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${Number(id)}`);
      recording.changed();
      return recordedAt;
    },
    once,
  );
}

function requiredText(text: string, field: string): string {
  const kept = checkedText(text, [field]);
  if (kept !== null) return kept;
  throw new InvalidInput('MISSING_FIELD', [field], `A benchmark needs its ${field}.`);
}
