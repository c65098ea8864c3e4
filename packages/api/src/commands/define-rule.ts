import {
  canonicalCondition,
  InvalidInput,
  ladderAt,
  parseRuleCondition,
  type RuleCondition,
  resolveStage,
} from '@leadstage/core';
import type { Database, Transaction } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import { checkedCondition } from '../rules/check-condition.js';
import { loadRules, type StoredRule, versionsOf } from '../rules/stored-rule.js';
import { isStorable } from '../storable-text.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';

export interface RuleInput {
  /** Upper snake case, at most 63 characters. */
  readonly key: string;
  /** For people, 1–200 characters. */
  readonly name: string;
  /** Key, standard name or alias of the stage that it moves leads to. */
  readonly to: string;
  /** The JSON of docs/rules.md. */
  readonly condition: unknown;
}

/** Which version of which rule. */
export interface RuleVersion {
  readonly key: string;
  readonly version: number;
}

const KEY = /^[A-Z][A-Z0-9_]{0,62}$/;
const LONGEST_NAME = 200;

/**
 * Records a rule, or a new version of it, which is not switched on. What says the same as the latest version is that
 * version.
 * @throws InvalidInput INVALID_KEY, INVALID_NAME, INVALID_CONDITION, UNKNOWN_ATTRIBUTE, UNKNOWN_STAGE, INVALID_TARGET
 */
export async function defineRule(
  database: Database,
  workspaceId: string,
  input: RuleInput,
  once?: Once,
): Promise<RuleVersion> {
  checkNames(input);
  parseRuleCondition(input.condition);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { transaction, state } = recording;
      const condition = checkedCondition(input.condition, state.attributeKeys);
      const targetStageId = targetOf(recording, input.to);
      const latest = versionsOf(await loadRules(transaction, workspaceId), input.key).at(-1);
      const next = {
        id: latest?.id ?? recording.nextId('definition'),
        key: input.key,
        version: (latest?.version ?? 0) + 1,
        name: input.name.trim(),
        targetStageId,
        condition,
      };
      if (latest && saysTheSame(latest, next)) return { key: latest.key, version: latest.version };
      await store(transaction, workspaceId, { ...next, recordedAt: recording.recordedAt });
      recording.changed();
      return { key: next.key, version: next.version };
    },
    once,
  );
}

/** The stage's id. A rule leads into a stage of the ladder in force; the first one is where every lead stands anyway. */
export function targetOf({ state, recordedAt }: Pick<Recording, 'state' | 'recordedAt'>, name: string): number {
  const ladder = ladderAt(state.definitions, recordedAt);
  const target = resolveStage(ladder, name, ['to']);
  if (target.id !== ladder[0]?.id) return target.id;
  const above = ladder.slice(1).map(({ key }) => key);
  throw new InvalidInput(
    'INVALID_TARGET',
    ['to'],
    `${target.key} is the first stage: no lead stands below it. A rule leads to one of: ${above.join(', ')}.`,
    above.join(', '),
  );
}

function checkNames({ key, name }: RuleInput): void {
  if (!KEY.test(key)) {
    const expected = 'capital letters, digits and _, beginning with a letter, at most 63';
    throw new InvalidInput('INVALID_KEY', ['key'], `"${key.slice(0, 80)}" cannot name a rule: ${expected}.`, expected);
  }
  const length = name.trim().length;
  if (length === 0 || length > LONGEST_NAME || !isStorable(name)) {
    const expected = `a text of 1 to ${LONGEST_NAME} characters`;
    throw new InvalidInput('INVALID_NAME', ['name'], `The name is not ${expected}.`, expected);
  }
}

type Content = Pick<StoredRule, 'name' | 'targetStageId' | 'condition'>;

function saysTheSame(a: Content, b: Content): boolean {
  const text = (condition: RuleCondition) => JSON.stringify(canonicalCondition(condition));
  return a.name === b.name && a.targetStageId === b.targetStageId && text(a.condition) === text(b.condition);
}

async function store(
  transaction: Transaction,
  workspaceId: string,
  rule: Omit<StoredRule, 'enabledAt' | 'disabledAt'>,
): Promise<void> {
  await transaction.query(sql`
    INSERT INTO rule (workspace_id, id, version, key, name, recorded_at, target_stage_id, condition)
    VALUES (${workspaceId}::uuid, ${rule.id}, ${rule.version}, ${rule.key}, ${rule.name},
      ${instantParameter(rule.recordedAt)}, ${rule.targetStageId}, ${JSON.stringify(rule.condition)}::jsonb)`);
}
