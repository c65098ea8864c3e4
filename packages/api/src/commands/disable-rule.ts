import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import { isEnabled, loadRules, ruleInForce } from '../rules/stored-rule.js';
import type { RuleVersion } from './define-rule.js';
import type { Once } from './idempotency.js';
import { recordIn } from './recording.js';

/**
 * Switches a rule off: it moves no more leads. What it moved stays. One that is off already stays as it is.
 * @returns the version that was on; where none was, the latest
 * @throws InvalidInput UNKNOWN_RULE
 */
export async function disableRule(
  database: Database,
  workspaceId: string,
  key: string,
  once?: Once,
): Promise<RuleVersion> {
  return recordIn(
    database,
    workspaceId,
    async ({ transaction, recordedAt, changed }) => {
      const rule = ruleInForce(await loadRules(transaction, workspaceId), key);
      const { id, version } = rule;
      if (isEnabled(rule)) {
        await transaction.query(sql`
          UPDATE rule SET disabled_at = ${instantParameter(recordedAt)}
          WHERE workspace_id = ${workspaceId}::uuid AND id = ${id} AND version = ${version}`);
        changed();
      }
      return { key, version };
    },
    once,
  );
}
