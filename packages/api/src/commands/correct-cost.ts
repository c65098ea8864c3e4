import { convertMoney, type Instant, InvalidInput, isDecimal } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import type { Once } from './idempotency.js';
import { checkUnit } from './ingest/check-unit.js';
import { type CostContent, costContent } from './ingest/cost-content.js';
import { checkCost } from './ingest/take-cost.js';
import type { CostInput, Problem } from './ingest-input.js';
import { type Recording, recordIn } from './recording.js';
import { knownCost, voidStanding } from './void-cost.js';

const AMOUNT_DECIMALS = 4;

export interface CorrectedCost {
  /** Of the entry that stands. */
  readonly id: number;
  /** When it was recorded: now, or earlier where it says the same already. */
  readonly recordedAt: Instant;
  readonly changed: boolean;
}

/**
 * Puts another content under a cost's external id: what stood is voided and the new entry recorded at one instant, so
 * that every `knownAt` sees one of the two. The same content again changes nothing.
 * @throws InvalidInput UNKNOWN_COST, COST_VOIDED, and what recording a cost refuses, with the path from `cost` on
 */
export async function correctCost(
  database: Database,
  workspaceId: string,
  cost: CostInput,
  once?: Once,
): Promise<CorrectedCost> {
  const [malformed] = checkUnit({ costs: [cost] });
  if (malformed) throw refused(malformed, 'costs.0');
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const [wrong] = checkCost(cost, 'cost', recording.state.currency);
      if (wrong) throw refused(wrong, 'cost');
      const standing = await standingCost(recording, cost.externalId);
      if (costContent(standing) === costContent(contentOf(cost))) {
        return { id: standing.id, recordedAt: standing.recordedAt, changed: false };
      }
      const amount = convertedAmount(cost, recording.state.currency);
      await voidStanding(recording, cost.externalId, 'Corrected.');
      const id = await store(recording, cost, amount);
      recording.changed();
      return { id, recordedAt: recording.recordedAt, changed: true };
    },
    once,
  );
}

interface StandingCost extends CostContent {
  readonly id: number;
  readonly recordedAt: Instant;
}

async function standingCost(recording: Recording, externalId: string): Promise<StandingCost> {
  const { transaction, workspaceId } = recording;
  const [standing] = await transaction.query<StandingCost>(sql`
    SELECT id, recorded_at AS "recordedAt", given_amount AS amount, given_currency AS currency,
      exchange_rate AS "exchangeRate", starts_on AS "from", ends_on AS "to", category, source, lead_type AS "leadType",
      campaign, cost_scope AS "costScope"
    FROM cost_entry WHERE workspace_id = ${workspaceId}::uuid AND external_id = ${externalId} AND voided_at IS NULL`);
  if (standing) return standing;
  await knownCost(recording, externalId, ['cost', 'externalId']);
  throw new InvalidInput(
    'COST_VOIDED',
    ['cost', 'externalId'],
    `The cost "${externalId}" was voided and stays so. Record the right one under an id of its own.`,
  );
}

function contentOf(cost: CostInput): CostContent {
  return {
    ...cost,
    source: cost.source || null,
    leadType: cost.leadType || null,
    campaign: cost.campaign || null,
    costScope: cost.costScope ?? 'MARKETING',
    exchangeRate: cost.exchangeRate ?? null,
  };
}

/** In the workspace's currency, rounded once. */
function convertedAmount({ amount, exchangeRate }: CostInput, currency: string): string {
  const converted = exchangeRate ? convertMoney(amount, exchangeRate, currency) : amount;
  if (isDecimal(converted, AMOUNT_DECIMALS)) return converted;
  throw new InvalidInput(
    'INVALID_DECIMAL',
    ['cost', 'amount'],
    `${converted} is more than can be kept, 15 digits before the point.`,
  );
}

async function store(recording: Recording, cost: CostInput, amount: string): Promise<number> {
  const { transaction, workspaceId, recordedAt } = recording;
  const { source, leadType, campaign, costScope, exchangeRate } = contentOf(cost);
  const id = recording.nextId('cost_entry');
  await transaction.query(sql`
    INSERT INTO cost_entry (workspace_id, id, external_id, amount, given_amount, given_currency, exchange_rate, starts_on,
      ends_on, category, source, lead_type, campaign, cost_scope, recorded_at)
    VALUES (${workspaceId}::uuid, ${id}, ${cost.externalId}, ${amount}::numeric, ${cost.amount}::numeric, ${cost.currency},
      ${exchangeRate}::numeric, ${cost.from}::date, ${cost.to}::date, ${cost.category}, ${source}, ${leadType},
      ${campaign}, ${costScope}::cost_scope, ${instantParameter(recordedAt)})`);
  return id;
}

/** The first thing wrong with the cost; `costs.0.from` is `cost.from` to whoever gave it. */
function refused({ code, path, message }: Problem, prefix: string): InvalidInput {
  const rest = path.slice(prefix.length).split('.').filter(Boolean);
  return new InvalidInput(code, ['cost', ...rest], message);
}
