import type { Transaction } from '@leadstage/prisma';
import { sql } from './sql.js';

/** Which version of a policy judges a handoff. */
export interface PolicyVersion {
  readonly id: number;
  readonly version: number;
  readonly key: string;
  readonly name: string;
}

/** Versions of SLA policies by id and version. */
export function policyVersions(
  transaction: Transaction,
  workspaceId: string,
  wanted: readonly { readonly id: number; readonly version: number }[],
): Promise<PolicyVersion[]> {
  return transaction.query<PolicyVersion>(sql`
    SELECT p.id, p.version, p.key, p.name
    FROM sla_policy p
    JOIN unnest(${wanted.map(({ id }) => id)}::int[], ${wanted.map(({ version }) => version)}::int[]) AS w (id, version)
      ON w.id = p.id AND w.version = p.version
    WHERE p.workspace_id = ${workspaceId}::uuid`);
}
