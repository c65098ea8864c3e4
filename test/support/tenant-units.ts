import type { IngestUnit, LeadInput, TransitionInput } from '../../packages/api/src/commands/ingest-input.js';

const DAY = 86_400_000;

/**
 * Leads of January to March 2026. Every second one is handed over to sales two days on, of those every second one is
 * called on the third day and rejected on the fourth, and every third lead is SQL five days on: so 2 waits for sales,
 * 4 was rejected and 6 accepted. Lead 5 has left the ladder, and what the CRM says of lead 3 has no meaning yet.
 */
export function leadUnits(name: string, leads: number, accounts: number): IngestUnit[] {
  return Array.from({ length: leads }, (_, index) => {
    const number = index + 1;
    const lead = `${name}-lead-${number}`;
    const account = { externalId: `${name}-account-${number % accounts}`, name: `${name} company` };
    const began = Date.UTC(2026, 0, 1 + ((number * 7) % 90), 9);
    const entry = (to: string | null, days: number, more: Partial<TransitionInput> = {}): TransitionInput => ({
      externalId: `${lead}-${to}`,
      lead,
      to,
      occurredAt: began + days * DAY,
      actor: `${name} actor`,
      ...more,
    });
    const call = (on: string, occurredAt: number) =>
      ({ externalId: `${lead}-${on}`, lead, type: 'CALL', occurredAt, actor: `${name} actor` }) as const;
    const isRejected = number % 4 === 0;
    const reason = `${name} reason`;
    return {
      lead: {
        ...person(name, number, lead),
        account: account.externalId,
        attributes: { plan: `${name} plan`, [`${name}_only`]: `${name} own` },
      },
      account,
      transitions: [
        entry('LEAD', 0),
        ...(number % 2 === 0 ? [entry('MQL', 2)] : []),
        ...(isRejected ? [entry('LEAD', 4, { externalId: `${lead}-back`, kind: 'REJECTED', reason })] : []),
        ...(number % 3 === 0 ? [entry('SQL', 5)] : []),
        ...(number === 5 ? [entry(null, 6, { externalId: `${lead}-out`, reason })] : []),
        ...(number === 3 ? [waiting(name, lead, began + 7 * DAY)] : []),
      ],
      activities: [call('call', began + 1), ...(isRejected ? [call('answer', began + 3 * DAY)] : [])],
    };
  });
}

/** The person of lead 1 once more, under another id. */
export function twinUnit(name: string): IngestUnit {
  const lead = `${name}-twin`;
  const occurredAt = Date.UTC(2026, 1, 1);
  return {
    lead: { ...person(name, 1, lead), attributes: { [`${name}_only`]: `${name} own` } },
    transitions: [{ externalId: `${lead}-LEAD`, lead, to: 'LEAD', occurredAt, actor: `${name} actor` }],
  };
}

function person(name: string, number: number, externalId: string): LeadInput {
  return {
    externalId,
    name: `${name} person`,
    email: `${number}@${name}.example`,
    source: `${name} source ${number % 3}`,
    leadType: `${name} type`,
    campaign: `${name} campaign`,
    region: `${name} region`,
    owner: `${name} owner`,
    value: '100.50',
  };
}

function waiting(name: string, lead: string, occurredAt: number): TransitionInput {
  return { externalId: `${lead}-crm`, lead, crm: { field: `${name} field`, value: `${name} waits` }, occurredAt };
}

/** `<name>-cost` stands; `<name>-cost-2` is there to be voided, `<name>-cost-3` to be corrected. */
export function spend(name: string): IngestUnit[] {
  return ['', '-2', '-3'].map((suffix) => ({
    costs: [
      {
        externalId: `${name}-cost${suffix}`,
        currency: 'EUR',
        from: '2026-01-01',
        to: '2026-04-01',
        amount: '900.00',
        category: `${name} ads`,
        source: `${name} source 1`,
        leadType: `${name} type`,
        campaign: `${name} campaign`,
      },
    ],
  }));
}
