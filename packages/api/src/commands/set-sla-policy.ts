import { type Instant, InvalidInput, type SlaPolicy, versionInForce } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import { instantParameter, sql } from '../query/sql.js';
import { checkKey } from '../sla/check-names.js';
import { checkPolicy, type PolicyContent, type PolicyInput } from '../sla/check-policy.js';
import { loadSla } from '../sla/load-sla.js';
import { rejudge } from '../sla/rejudge.js';
import type { Once } from './idempotency.js';
import { type Recording, recordIn } from './recording.js';
import type { SetVersion } from './set-business-calendar.js';

const STEP = 10;

/**
 * Records what sales promises as a version of a policy, in force from `effectiveFrom` until the next version. The
 * handoffs that opened while it is in force are judged anew. Where the version in force says the same already,
 * nothing is recorded.
 * @throws InvalidInput UNKNOWN_POLICY where one is retired that is not there; see `checkPolicy`
 */
export async function setSlaPolicy(
  database: Database,
  workspaceId: string,
  input: PolicyInput,
  once?: Once,
): Promise<SetVersion> {
  checkKey(input.key);
  return recordIn(
    database,
    workspaceId,
    async (recording) => {
      const { policies, calendars } = await loadSla(recording.transaction, workspaceId);
      const versions = policies.filter(({ key }) => key === input.key);
      const effectiveFrom = input.effectiveFrom ?? recording.recordedAt;
      const id = versions[0]?.id ?? recording.nextId('definition');
      const inForce = versionInForce(versions, id, effectiveFrom);
      const last = Math.max(0, ...policies.map((each) => each.position));
      const position = (inForce ?? versions.at(-1))?.position ?? last + STEP;
      const { attributeKeys } = recording.state;
      const content = input.retired
        ? retired(inForce, input.key)
        : checkPolicy(input, { calendars, attributeKeys, effectiveFrom, position });
      if (inForce && isSame(inForce, content)) return { id, version: inForce.version, rejudged: 0 };
      const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
      const added = { ...content, id, version, effectiveFrom, key: input.key };
      await store(recording, added);
      return { id, version, rejudged: await rejudge(recording, added, versions) };
    },
    once,
  );
}

function retired(inForce: SlaPolicy | null, key: string): PolicyContent {
  if (inForce) return { ...inForce, retired: true };
  const message = `There is no policy ${key} in force then, so none to retire.`;
  throw new InvalidInput('UNKNOWN_POLICY', ['key'], message, 'the key of a policy in force');
}

function isSame(version: SlaPolicy, content: PolicyContent): boolean {
  const said = ({ name, position, filter, firstResponse, decision, calendarId, retired }: PolicyContent) =>
    JSON.stringify([
      ...[name, position, calendarId, retired],
      Object.keys(filter)
        .sort()
        .map((attribute) => [attribute, filter[attribute]?.in ?? null, filter[attribute]?.notIn ?? null]),
      [firstResponse, decision].map(
        (target) =>
          target && [target.clock, target.milliseconds, target.dueSoonMilliseconds, target.onOverdue, target.assignTo],
      ),
    ]);
  return said(version) === said(content);
}

async function store(
  { transaction, workspaceId, recordedAt, changed }: Recording,
  policy: PolicyContent & {
    readonly id: number;
    readonly version: number;
    readonly key: string;
    readonly effectiveFrom: Instant;
  },
): Promise<void> {
  const { id, version, key, name, effectiveFrom, position, filter, firstResponse, decision, calendarId } = policy;
  const json = (value: object | null) => sql`${value && JSON.stringify(value)}::jsonb`;
  await transaction.query(sql`
    INSERT INTO sla_policy (workspace_id, id, version, key, name, effective_from, recorded_at, position, filter,
      first_response, decision, calendar_id, retired)
    VALUES (${workspaceId}::uuid, ${id}::int, ${version}::int, ${key}, ${name}, ${instantParameter(effectiveFrom)},
      ${instantParameter(recordedAt)}, ${position}::int, ${json(filter)}, ${json(firstResponse)}, ${json(decision)},
      ${calendarId}::int, ${policy.retired})`);
  changed();
}
