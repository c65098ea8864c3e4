import { type Instant, InvalidInput, parseRuleCondition, type RuleCondition } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { sql } from '../query/sql.js';

/** One version of a rule. */
export interface StoredRule {
  /** The same for all its versions. */
  readonly id: number;
  /** Upper snake case. */
  readonly key: string;
  /** Counts from 1. */
  readonly version: number;
  readonly name: string;
  readonly recordedAt: Instant;
  readonly targetStageId: number;
  readonly condition: RuleCondition;
  /** The last time that it was switched on; null: never. */
  readonly enabledAt: Instant | null;
  /** Null while it is on, and when it never was. */
  readonly disabledAt: Instant | null;
}

export function isEnabled({ enabledAt, disabledAt }: Pick<StoredRule, 'enabledAt' | 'disabledAt'>): boolean {
  return enabledAt !== null && disabledAt === null;
}

/** Every version of every rule (`enabledOnly`: those that are switched on), by key and version. One statement. */
export async function loadRules(
  transaction: Transaction,
  workspaceId: string,
  { enabledOnly = false } = {},
): Promise<StoredRule[]> {
  const rows = await transaction.query<Omit<StoredRule, 'condition'> & { condition: unknown }>(sql`
    SELECT id, key, version, name, recorded_at AS "recordedAt", target_stage_id AS "targetStageId", condition,
      enabled_at AS "enabledAt", disabled_at AS "disabledAt"
    FROM rule
    WHERE workspace_id = ${workspaceId}::uuid AND (NOT ${enabledOnly} OR (enabled_at IS NOT NULL AND disabled_at IS NULL))
    ORDER BY key COLLATE "C", version`);
  // jsonb keeps its keys in an order of its own; parsing puts ours back.
  return rows.map((row) => ({ ...row, condition: parseRuleCondition(row.condition) }));
}

/**
 * The version of a rule, by default the latest.
 * @throws InvalidInput UNKNOWN_RULE, UNKNOWN_RULE_VERSION
 */
export function findRule(rules: readonly StoredRule[], key: string, version?: number): StoredRule {
  const versions = versionsOf(rules, key);
  const latest = versions.at(-1);
  if (latest === undefined) {
    const keys = [...new Set(rules.map((rule) => rule.key))].join(', ');
    const known = keys === '' ? 'There is none yet; `defineRule` makes one.' : `There are: ${keys}.`;
    throw new InvalidInput('UNKNOWN_RULE', ['key'], `There is no rule "${key}". ${known}`, keys || undefined);
  }
  const found = version === undefined ? latest : versions.find((rule) => rule.version === version);
  if (found) return found;
  const expected = `a version from 1 to ${latest.version}`;
  throw new InvalidInput(
    'UNKNOWN_RULE_VERSION',
    ['version'],
    `The rule ${key} has no version ${version}; its versions are 1 to ${latest.version}.`,
    expected,
  );
}

/** All versions of one rule, the latest last. */
export function versionsOf(rules: readonly StoredRule[], key: string): StoredRule[] {
  return rules.filter((rule) => rule.key === key);
}

/** The version that is switched on; where none is, the latest. */
export function ruleInForce(rules: readonly StoredRule[], key: string): StoredRule {
  return versionsOf(rules, key).find(isEnabled) ?? findRule(rules, key);
}
