import type { Instant } from '@leadstage/core';
import type { Transaction } from '@leadstage/prisma';
import { familiesOf } from './families.js';
import { inScope, joinPerson, mergedLeads, personId } from './record-scope.js';
import { sql } from './sql.js';
import type { WorkspaceState } from './workspace-state.js';

export interface LeadActivity {
  readonly leadId: number;
  readonly externalId: string;
  readonly type: 'CALL' | 'EMAIL' | 'MEETING';
  readonly occurredAt: Instant;
  readonly actor: string | null;
}

/** What sales did about leads, oldest first, without what was voided; of merged leads under the surviving id. */
export async function activitiesOf(
  transaction: Transaction,
  state: Pick<WorkspaceState, 'id' | 'hasMerges' | 'definitions'>,
  leadIds: readonly number[],
): Promise<LeadActivity[]> {
  const { id: workspaceId, definitions, hasMerges } = state;
  const scope = { workspaceId, definitions, hasMerges, leadIds: await familiesOf(transaction, state, leadIds) };
  return transaction.query<LeadActivity>(sql`
    WITH ${mergedLeads(scope)}
    SELECT ${personId(scope, 'c')} AS "leadId", c.external_id AS "externalId", c.type, c.occurred_at AS "occurredAt", c.actor
    FROM activity c ${joinPerson(scope, 'c')}
    WHERE ${inScope(scope, 'c')} AND c.voided_at IS NULL
    ORDER BY 1, c.occurred_at, c.id`);
}
