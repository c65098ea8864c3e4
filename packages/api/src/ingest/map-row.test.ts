import { describe, expect, it } from 'vitest';
import { importText } from './testing.js';

async function unitsOf(csv: string, mapping: string) {
  const { units, summary } = await importText(csv, `version: 1\n${mapping}`);
  return { units, summary };
}

const codes = (summary: { problems: readonly { code: string; column: string }[] }) =>
  summary.problems.map(({ code, column }) => `${code} ${column}`).sort();

describe('costs', () => {
  const cost = 'category: { constant: media }';
  const periodsOf = async (csv: string, mapping: string) =>
    (await unitsOf(csv, mapping)).units.map(({ costs }) => [costs?.[0]?.from, costs?.[0]?.to]);

  it('takes months, inclusive ends and numbers of days', async () => {
    expect(await periodsOf('m,a\n2018-12,5\n2018-02,5\n', `costs: { amount: a, month: m, ${cost} }`)).toEqual([
      ['2018-12-01', '2019-01-01'],
      ['2018-02-01', '2018-03-01'],
    ]);
    const short = `costs: { amount: a, month: { column: m, format: [MMM yyyy, dd/MM/yyyy] }, ${cost} }`;
    expect(await periodsOf('m,a\nMay 2018,5\n17/05/2018,5\n', short)).toEqual([
      ['2018-05-01', '2018-06-01'],
      ['2018-05-01', '2018-06-01'],
    ]);
    const range = `costs: { amount: a, from: f, to: t, toInclusive: true, ${cost} }`;
    expect(await periodsOf('f,t,a\n2018-05-01,2018-05-31,5\n', range)).toEqual([['2018-05-01', '2018-06-01']]);
    const weekly = `costs: { amount: a, from: f, days: 7, ${cost} }`;
    expect(await periodsOf('f,a\n2018-05-28 23:00:00,5\n', weekly)).toEqual([['2018-05-28', '2018-06-04']]);
  });

  it('refuses what is no period, no number, no currency', async () => {
    const csv =
      'f,t,a,c\n2018-05-01,2018-05-01,5,EUR\n2018-05-01,2018-06-01,"1,5",EUR\n2018-05-01,2018-06-01,,EUR\n2018-05-01,,1,$\n';
    const { summary } = await unitsOf(csv, `costs: { amount: a, currency: c, from: f, to: t, ${cost} }`);
    expect(summary).toMatchObject({ rows: 4, rejected: 4 });
    expect(codes(summary)).toEqual([
      'INVALID_NUMBER a',
      'INVALID_PERIOD t',
      'INVALID_VALUE c',
      'MISSING_VALUE a',
      'MISSING_VALUE t',
    ]);
  });

  it('reads several amounts of one row, and none where blank', async () => {
    const entry = (column: string) =>
      `{ amount: { column: ${column}, decimal: ",", thousands: "." }, month: m, ${cost}, source: { constant: ${column} }, skipBlank: true }`;
    const { units, summary } = await unitsOf(
      'm;g;f\n2018-05;1.200,5;\n2018-06;;\n',
      `costs: [${entry('g')}, ${entry('f')}]`,
    );
    expect(units.map(({ costs }) => costs?.map(({ amount, source }) => [amount, source]))).toEqual([[['1200.5', 'g']]]);
    expect(summary).toMatchObject({ created: 1, skipped: 1 });
  });

  it('gives an id by content, whatever the order of the mapping or the zeros of the amount', async () => {
    const first = await unitsOf('m,a,s\n2018-05,5.00,x\n', `costs: { amount: a, month: m, source: s, ${cost} }`);
    const second = await unitsOf('s,a,m\nx,5,2018-05\n', `costs: { ${cost}, source: s, month: m, amount: a }`);
    expect(first.units).toEqual(second.units);
    const own = await unitsOf('m,a,k\n2018-05,5,K1\n', `costs: { amount: a, month: m, id: k, ${cost} }`);
    expect(own.units[0]?.costs?.[0]?.externalId).toBe('K1');
  });
});

describe('history', () => {
  const rows =
    'lead,when,status,why\n1,2020-01-01 10:00,MQL,\n1,2020-01-02,Refused,no fit\n1,2020-01-03,Refused,\n1,2020-01-04,Odd,\n1,,MQL,\n';

  it('refuses a status without a meaning and counts it; makes leads itself', async () => {
    const mapping =
      'lead: { id: lead }\nhistory: { at: when, reason: why, to: { column: status, values: { MQL: MQL, Refused: { stage: LEAD, kind: REJECTED } } } }';
    const { units, summary } = await unitsOf(rows, mapping);
    expect(units.map(({ transitions }) => transitions?.[0])).toEqual([
      {
        externalId: '1/2020-01-01T10:00:00.000Z/MQL',
        lead: '1',
        to: 'MQL',
        occurredAt: Date.parse('2020-01-01T10:00Z'),
      },
      {
        externalId: '1/2020-01-02T00:00:00.000Z/Refused',
        lead: '1',
        to: 'LEAD',
        kind: 'REJECTED',
        occurredAt: Date.parse('2020-01-02'),
        reason: 'no fit',
      },
      expect.objectContaining({ reason: 'Refused' }),
    ]);
    expect(summary.unmappedValues).toEqual([{ column: 'status', value: 'Odd', count: 1 }]);
    expect(codes(summary)).toEqual(['MISSING_VALUE when', 'UNMAPPED_VALUE status']);
  });

  it('skips the others where the mapping says so', async () => {
    const mapping =
      'lead: { id: lead }\nhistory: { at: when, to: { column: status, values: { Refused: { out: true } }, others: skip } }';
    const { summary } = await unitsOf(rows, mapping);
    expect(summary).toMatchObject({ created: 1, updated: 1, skipped: 3, rejected: 0 });
  });

  it('without values takes the status as the stage', async () => {
    const { units } = await unitsOf(
      'lead,when,status\n1,2020-01-01,SQO\n',
      'lead: { id: lead }\nhistory: { at: when, to: status }',
    );
    expect(units[0]?.transitions?.[0]?.to).toBe('SQO');
  });
});

describe('values of the CRM', () => {
  const crm = (value: string) => ({ field: 'Lead Status', value });

  it('go in as they are from a history: what they mean the workspace knows', async () => {
    const { units, summary } = await unitsOf(
      'lead,when,status,by\n1,2020-01-01,Working,ann\n1,2020-01-02,Odd,\n1,2020-01-03,,\n',
      'lead: { id: lead }\nhistory: { at: when, to: { column: status, crmField: Lead Status }, actor: by }',
    );
    expect(units.flatMap(({ transitions }) => transitions)).toEqual([
      {
        externalId: '1/2020-01-01T00:00:00.000Z/Working',
        lead: '1',
        crm: crm('Working'),
        occurredAt: Date.UTC(2020, 0, 1),
        actor: 'ann',
      },
      {
        externalId: '1/2020-01-02T00:00:00.000Z/Odd',
        lead: '1',
        crm: crm('Odd'),
        occurredAt: Date.UTC(2020, 0, 2),
        actor: null,
      },
    ]);
    expect(codes(summary)).toEqual(['MISSING_VALUE status']);
  });

  it('go in from a column of the lead too, where value and date are there', async () => {
    const csv =
      'lead,made,Lead Status,changed,by\n1,2020-01-01,Working,2020-02-01,ann\n2,2020-01-01,,2020-02-01,\n3,2020-01-01,New,,\n';
    const lead = 'lead: { id: lead, createdAt: made }\n';
    for (const value of ['', ', value: Lead Status', ', value: { column: Lead Status }']) {
      const { units } = await unitsOf(
        csv,
        `${lead}stages: [{ crmField: Lead Status, at: changed, actor: by${value} }]`,
      );
      expect(
        units.map(({ transitions }) => transitions?.map((each) => [each.externalId, each.crm, each.actor])),
      ).toEqual([[['1/2020-02-01T00:00:00.000Z/Working', crm('Working'), 'ann']], undefined, undefined]);
    }
  });
});

describe('stages', () => {
  it('tells won from lost by another column, and keeps the ids of a stage named twice apart', async () => {
    const mapping = `lead: { id: deal, value: close_value }
stages:
  - { stage: SQL, at: engaged }
  - { stage: SQL, at: again, kind: REOPENED }
  - { stage: CUSTOMER, at: closed, where: { state: Won } }
  - { out: true, at: closed, where: { state: Lost }, reason: { column: why, default: not given } }`;
    const csv =
      'deal,engaged,again,closed,state,close_value,why\n1,2020-01-01,2020-02-01,2020-03-01,Won,1054,\n2,2020-01-01,,2020-03-01,Lost,0,\n';
    const { units } = await unitsOf(csv, mapping);
    expect(units[0]?.transitions?.map(({ externalId }) => externalId)).toEqual([
      '1/SQL/engaged',
      '1/SQL/again',
      '1/CUSTOMER',
    ]);
    expect(units[1]?.transitions?.[1]).toMatchObject({
      externalId: '2/out',
      to: null,
      kind: 'DISQUALIFIED',
      reason: 'not given',
    });
    expect(units.map(({ lead }) => lead?.value)).toEqual(['1054', '0']);
  });
});

describe('activities and texts', () => {
  it('maps types, joins columns and refuses values that are not listed', async () => {
    const mapping = `lead: { id: who, create: false, region: { columns: [city, land], separator: ", ", }, source: { column: src, values: { FB: social, x: "" }, others: reject } }
activities: { at: { columns: [day, time], format: dd/MM/yyyy HH:mm }, type: { column: type, values: { Phone: CALL } }, actor: by }`;
    const csv =
      'who,day,time,type,by,city,land,src\n1,02/01/2020,09:05,Phone,ann,Ulm,DE,FB\n1,02/01/2020,09:06,Fax,ann,,DE,x\n1,,,Phone,,,,TV\n';
    const fake = (
      await importText('id\n1\n', { version: 1, lead: { id: 'id', createdAt: { constant: '2020-01-01' } } })
    ).fake;
    const from = fake.units.length;
    const { summary } = await importText(csv, `version: 1\n${mapping}`, { store: fake.store });
    expect(fake.units.slice(from)).toEqual([
      {
        lead: { externalId: '1', create: false, source: 'social', region: 'Ulm, DE' },
        activities: [
          {
            externalId: '1/2020-01-02T09:05:00.000Z/CALL',
            lead: '1',
            type: 'CALL',
            occurredAt: Date.parse('2020-01-02T09:05Z'),
            actor: 'ann',
          },
        ],
      },
    ]);
    expect(codes(summary)).toEqual(['INVALID_VALUE type', 'UNMAPPED_VALUE src']);
  });
});
