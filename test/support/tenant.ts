import type { Database } from '@leadstage/prisma';
import { createApiKey } from '../../packages/api/src/access/api-key.js';
import { createWorkspace } from '../../packages/api/src/commands/create-workspace.js';
import { ingest } from '../../packages/api/src/commands/ingest.js';
import type { IngestUnit } from '../../packages/api/src/commands/ingest-input.js';

/** A workspace in every text of which its own name stands, so that a leak shows whichever way it comes. */
export interface Tenant {
  readonly name: string;
  readonly id: string;
  /** May do everything. */
  readonly key: string;
  /** Its leads have the internal ids 1 to `leads` and the external ids `<name>-lead-1` …; both tenants have a lead 1. */
  readonly leads: number;
}

/** Makes a workspace with rows in every table there is. */
export async function newTenant(database: Database, name: string, leads: number): Promise<Tenant> {
  const id = await createWorkspace(database, { name, timeZone: 'UTC', currency: 'EUR' });
  const key = await createApiKey(database, id, { name: `${name} admin`, scopes: ['admin'] });
  const { outcomes } = await ingest(database, id, [...leadUnits(name, leads), spend(name)]);
  const refused = outcomes.filter(({ status }) => status === 'REJECTED');
  if (refused.length > 0) throw new Error(`the test data is refused: ${JSON.stringify(refused[0])}`);
  return { name, id, key, leads };
}

/** Leads of January to March 2026: every second one is MQL two days on, every third SQL five days on. */
function leadUnits(name: string, leads: number): IngestUnit[] {
  return Array.from({ length: leads }, (_, index) => {
    const number = index + 1;
    const lead = `${name}-lead-${number}`;
    const began = Date.UTC(2026, 0, 1 + ((number * 7) % 90), 9);
    const entry = (to: string, days: number) => ({
      externalId: `${lead}-${to}`,
      lead,
      to,
      occurredAt: began + days * 86_400_000,
      actor: `${name} actor`,
    });
    return {
      lead: {
        externalId: lead,
        name: `${name} person`,
        email: `${number}@${name}.example`,
        source: `${name} source ${number % 3}`,
        leadType: `${name} type`,
        campaign: `${name} campaign`,
        region: `${name} region`,
        owner: `${name} owner`,
        account: `${name}-account-${number % 4}`,
        value: '100.50',
        attributes: { plan: `${name} plan`, [`${name}_only`]: `${name} own` },
      },
      account: { externalId: `${name}-account-${number % 4}`, name: `${name} company` },
      transitions: [
        entry('LEAD', 0),
        ...(number % 2 === 0 ? [entry('MQL', 2)] : []),
        ...(number % 3 === 0 ? [entry('SQL', 5)] : []),
      ],
      activities: [{ externalId: `${lead}-call`, lead, type: 'CALL', occurredAt: began + 1, actor: `${name} actor` }],
    };
  });
}

function spend(name: string): IngestUnit {
  const range = { currency: 'EUR', from: '2026-01-01', to: '2026-04-01' };
  const cost = { ...range, externalId: `${name}-cost`, amount: '900.00', category: `${name} ads` };
  return { costs: [{ ...cost, source: `${name} source 1`, leadType: `${name} type`, campaign: `${name} campaign` }] };
}
