import { InvalidInput } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import { presentLadder } from '../rules/present-ladder.js';
import { findRule, isEnabled, loadRules, versionsOf } from '../rules/stored-rule.js';
import type { RuleVersion } from './define-rule.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

/** Every write of a lead runs all of them. */
const MOST_ENABLED = 100;

/**
 * Switches a version of a rule on, and any other of the same rule off. That moves no lead by itself: from then on
 * every write of a lead runs it. One that is on already stays as it is.
 * @param asked by default the latest version
 * @throws InvalidInput UNKNOWN_RULE, UNKNOWN_RULE_VERSION, RETIRED_TARGET, TOO_MANY_RULES
 */
export async function enableRule(
  database: Database,
  workspaceId: string,
  asked: { readonly key: string; readonly version?: number | undefined },
  once?: Once,
): Promise<RuleVersion> {
  return recordIn(
    database,
    workspaceId,
    async ({ transaction, state, recordedAt, changed }) => {
      const rules = await loadRules(transaction, workspaceId);
      const rule = findRule(rules, asked.key, asked.version);
      const { key, version } = rule;
      if (isEnabled(rule)) return { key, version };
      if (presentLadder(state.definitions, recordedAt).target(rule.targetStageId) === null) {
        throw new InvalidInput(
          'RETIRED_TARGET',
          ['key'],
          `The ladder no longer has the stage to which version ${version} of ${key} leads: define a version that leads to another.`,
        );
      }
      if (!versionsOf(rules, key).some(isEnabled) && rules.filter(isEnabled).length >= MOST_ENABLED) {
        const message = `${MOST_ENABLED} rules are enabled already, and every write runs all of them: disable one first.`;
        throw new InvalidInput('TOO_MANY_RULES', ['key'], message, `at most ${MOST_ENABLED} enabled rules`);
      }
      await transaction.query(sql`
        UPDATE rule SET
          enabled_at = CASE WHEN version = ${version}::int THEN ${instantParameter(recordedAt)} ELSE enabled_at END,
          disabled_at = CASE WHEN version = ${version}::int THEN NULL ELSE ${instantParameter(recordedAt)} END
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${rule.id}
          AND (version = ${version}::int OR (enabled_at IS NOT NULL AND disabled_at IS NULL))`);
      changed();
      return { key, version };
    },
    once,
  );
}
