import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importCsv } from './import-csv.js';
import { loadMapping } from './mapping.js';
import { FakeStore, temporaryFile } from './testing.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const mappings = join(root, 'examples/mappings');
const STAGES = ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO', 'CUSTOMER'];

async function importSample(name: string, fake = new FakeStore(), file = join(mappings, 'samples', `${name}.csv`)) {
  const mapping = await loadMapping(join(mappings, `${name}.yaml`), { stageKeys: STAGES });
  const rejectsFile = temporaryFile('', 'rejects.csv');
  const from = fake.units.length;
  const workspace = { timeZone: 'Europe/Berlin', currency: 'BRL' };
  const summary = await importCsv({ file, mapping, workspace, store: fake.store, rejectsFile });
  return { summary, units: fake.units.slice(from), fake };
}

const at = (text: string) => Date.parse(text);

describe('examples/mappings', () => {
  it('has a sample for every mapping', () => {
    const names = readdirSync(mappings).filter((name) => name.endsWith('.yaml'));
    const samples = readdirSync(join(mappings, 'samples'));
    expect(names.map((name) => name.replace('.yaml', '.csv')).sort()).toEqual(samples.sort());
  });

  it('olist-leads: a day in Sao Paulo begins at 02:00Z in summer time, and a blank origin is null', async () => {
    const { units, summary } = await importSample('olist-leads');
    expect(summary).toMatchObject({ rows: 3, created: 3, rejected: 0 });
    expect(units[0]).toEqual({
      lead: {
        externalId: 'a1',
        createdAt: at('2018-02-01T02:00Z'),
        source: 'social',
        attributes: { landing_page_id: 'lp1' },
      },
      transitions: [{ externalId: 'a1/LEAD', lead: 'a1', to: 'LEAD', occurredAt: at('2018-02-01T02:00Z') }],
    });
    expect(units.map(({ lead }) => lead?.source)).toEqual(['social', 'unknown', null]);
  });

  it('olist-deals: adds a win to a lead that is known, and refuses one that is not', async () => {
    const unknown = await importSample('olist-deals');
    expect(unknown.summary).toMatchObject({ created: 0, rejected: 1 });
    const { fake } = await importSample('olist-leads');
    const { units, summary } = await importSample('olist-deals', fake);
    expect(summary).toMatchObject({ updated: 1, rejected: 0 });
    expect(units).toEqual([
      {
        lead: {
          externalId: 'a1',
          create: false,
          leadType: 'online_medium',
          owner: 'r1',
          attributes: {
            business_segment: 'pet',
            business_type: 'reseller',
            lead_behaviour_profile: 'cat',
            sdr_id: 'd1',
          },
        },
        transitions: [
          { externalId: 'a1/CUSTOMER', lead: 'a1', to: 'CUSTOMER', occurredAt: at('2018-02-26T19:58:54Z') },
        ],
      },
    ]);
  });

  it('olist-spend: two equal rows are two costs, and the file again adds none', async () => {
    const { units, fake } = await importSample('olist-spend');
    const costs = units.flatMap((unit) => unit.costs ?? []);
    expect(costs[0]).toEqual({
      externalId: expect.stringMatching(/^row\/[0-9a-f]{32}$/),
      amount: '41.61',
      currency: 'BRL',
      from: '2017-06-01',
      to: '2017-07-01',
      category: 'media',
      source: 'display',
      costScope: 'MARKETING',
    });
    expect(costs[2]).toEqual({ ...costs[1], externalId: `${costs[1]?.externalId}/2` });
    expect(costs[1]).toMatchObject({ amount: '4200', source: null });
    const again = await importSample('olist-spend', fake);
    expect(again.summary).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('salesforce-leads and salesforce-lead-history', async () => {
    const leads = await importSample('salesforce-leads');
    expect(leads.summary).toMatchObject({ created: 2, skipped: 1, rejected: 0 });
    expect(leads.units[0]).toEqual({
      lead: {
        externalId: '00Q1',
        createdAt: at('2024-03-04T09:15Z'),
        name: 'Ada Berg',
        email: 'ada@example.com',
        source: 'Web',
        region: 'Norway',
        owner: '0051',
        account: 'Nordlys AS',
        attributes: { industry: 'Energy', rating: 'Hot' },
      },
      account: { externalId: 'Nordlys AS', name: 'Nordlys AS' },
      transitions: [{ externalId: '00Q1/LEAD', lead: '00Q1', to: 'LEAD', occurredAt: at('2024-03-04T09:15Z') }],
    });
    expect(leads.units[1]?.lead).toMatchObject({ name: 'Okafor', source: null, account: 'Delta "Group", Ltd' });
    expect(leads.units[1]?.transitions?.[0]?.occurredAt).toBe(at('2024-03-05T23:30Z'));

    const history = await importSample('salesforce-lead-history', leads.fake);
    expect(history.summary).toMatchObject({ updated: 3, skipped: 1, rejected: 1 });
    expect(history.summary.unmappedValues).toEqual([{ column: 'NewValue', value: 'On hold', count: 1 }]);
    expect(history.units.flatMap((unit) => unit.transitions ?? [])).toEqual([
      { externalId: '0171', lead: '00Q1', to: 'MQL', occurredAt: at('2024-03-06T10:00Z'), actor: '0051' },
      { externalId: '0173', lead: '00Q1', to: 'SQL', occurredAt: at('2024-03-10T16:45:10Z'), actor: '0053' },
      {
        externalId: '0174',
        lead: '00Q2',
        to: null,
        kind: 'DISQUALIFIED',
        occurredAt: at('2024-03-12T08:00Z'),
        actor: '0052',
        reason: 'Closed - Not Converted',
      },
    ]);
  });

  it('hubspot-contacts: a blank date is no transition, and epoch milliseconds are dates too', async () => {
    const { units, summary } = await importSample('hubspot-contacts');
    expect(summary).toMatchObject({ created: 2, rejected: 0 });
    expect(units[0]?.transitions?.map(({ to, occurredAt }) => [to, occurredAt])).toEqual([
      ['LEAD', at('2024-01-10T08:00Z')],
      ['MQL', at('2024-01-15T12:30:00.500Z')],
      ['SQL', at('2024-02-01T00:00Z')],
    ]);
    expect(units[0]?.lead).toMatchObject({ name: 'Ines Costa', account: '9001', source: 'ORGANIC_SEARCH' });
    expect(units[1]?.lead).toMatchObject({ name: 'Jon', account: null, createdAt: at('2024-01-10T10:00Z') });
    expect(units[1]?.transitions?.map(({ to }) => to)).toEqual(['CONTACT']);
  });

  it('dynamics365-leads and dynamics365-lead-audit: AM and PM in New York, across the change of clocks', async () => {
    const leads = await importSample('dynamics365-leads');
    expect(leads.summary).toMatchObject({ created: 2, rejected: 0 });
    // 10 March 2024: clocks go forward at 02:00, so 01:30 is still at -05:00.
    expect(leads.units[0]?.lead).toMatchObject({
      createdAt: at('2024-03-10T06:30Z'),
      value: '12500',
      name: 'Mia Wong',
    });
    expect(leads.units[0]?.transitions).toHaveLength(1);
    expect(leads.units[1]?.account).toBeUndefined();
    expect(leads.units[1]?.transitions?.[1]).toEqual({
      externalId: '5e1c0001-0000-0000-0000-000000000002/out',
      lead: '5e1c0001-0000-0000-0000-000000000002',
      to: null,
      kind: 'DISQUALIFIED',
      occurredAt: at('2024-03-20T04:00Z'),
      reason: 'No Longer Interested',
    });
    const audit = await importSample('dynamics365-lead-audit', leads.fake);
    expect(audit.summary).toMatchObject({ updated: 2, skipped: 1, rejected: 0 });
    expect(audit.units[0]?.transitions?.[0]).toMatchObject({ to: 'MQL', occurredAt: at('2024-03-12T13:00Z') });
  });

  it('sugarcrm-leads and sugarcrm-leads-audit: NULL is a blank, a recycled lead goes back', async () => {
    const leads = await importSample('sugarcrm-leads');
    expect(leads.summary).toMatchObject({ created: 2, skipped: 1, rejected: 0 });
    expect(leads.units[0]?.lead).toMatchObject({ value: '12000', createdAt: at('2023-05-02T07:45Z') });
    expect(leads.units[1]?.lead).toMatchObject({ name: 'Tom', source: null, region: null, value: null });
    const audit = await importSample('sugarcrm-leads-audit', leads.fake);
    expect(audit.summary).toMatchObject({ updated: 3, skipped: 1, rejected: 0 });
    expect(audit.units.flatMap((unit) => unit.transitions ?? []).map(({ to, kind }) => [to, kind])).toEqual([
      ['MQL', undefined],
      ['LEAD', 'RECYCLED'],
      [null, 'DISQUALIFIED'],
    ]);
  });
});

const olist = join(root, '../shared/data/olist');
const there = existsSync(olist);

describe.skipIf(!there)(`the real Olist files${there ? '' : ' (skipped: ../shared/data/olist is not there)'}`, () => {
  it('gives 8,000 leads, 842 wins and 103 costs without a reject', async () => {
    const leads = await importSample(
      'olist-leads',
      undefined,
      join(olist, 'olist_marketing_qualified_leads_dataset.csv'),
    );
    expect(leads.summary).toMatchObject({ rows: 8000, created: 8000, rejected: 0, warnings: 0, problems: [] });
    const sources = leads.units.map(({ lead }) => lead?.source);
    expect(sources.filter((source) => source === null)).toHaveLength(60);
    expect(sources.filter((source) => source === 'unknown')).toHaveLength(1099);

    const deals = await importSample('olist-deals', leads.fake, join(olist, 'olist_closed_deals_dataset.csv'));
    expect(deals.summary).toMatchObject({ rows: 842, updated: 842, rejected: 0 });
    const entered = new Map(
      leads.units.map(({ lead, transitions }) => [lead?.externalId, transitions?.[0]?.occurredAt]),
    );
    const days = deals.units
      .map(({ lead, transitions }) => (transitions![0]!.occurredAt - entered.get(lead?.externalId)!) / 86_400_000)
      .filter((value) => value >= 0);
    expect(days).toHaveLength(841);
    expect(days.reduce((sum, value) => sum + value, 0) / 841).toBeCloseTo(49.0495, 4);

    const spend = await importSample('olist-spend', leads.fake, join(olist, 'synthetic_spend.csv'));
    expect(spend.summary).toMatchObject({ rows: 103, created: 103, rejected: 0 });

    const again = await importSample('olist-deals', leads.fake, join(olist, 'olist_closed_deals_dataset.csv'));
    expect(again.summary).toMatchObject({ unchanged: 842, updated: 0, rejected: 0 });
  });
});
