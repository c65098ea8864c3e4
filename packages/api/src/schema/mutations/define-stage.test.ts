import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { askingOf } from '../../../../../test/support/ask.js';
import { newWorkspace, openTestDatabase } from '../../../../../test/support/database.js';
import { finishJob, leadUnit, store } from '../../../../../test/support/ladder.js';
import type { Scope } from '../../access/access.js';
import { createApiKey } from '../../access/api-key.js';

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  id = await newWorkspace(database);
});
afterAll(() => database?.close());

async function ask(query: string, scope: Scope = 'admin') {
  const key = await createApiKey(database, id, { name: scope, scopes: [scope] });
  const { data, errors } = await askingOf(database)(query, `Bearer ${key}`);
  return errors.length > 0 ? { errors } : data;
}
const refusal = '... on UserError { code path message } ... on OrphanedLeads { leads }';
const define = (input: string, key = input) =>
  `mutation { defineStage(input: { idempotencyKey: "${key.replaceAll(/\W/g, '')}", ${input} }) {
    __typename ${refusal}
    ... on LadderChangePayload { stage { key version position standard team retired crmValues { field value } } job { reason leads totalLeads } }
  } }`;
const retire = (key: string, idempotencyKey = key) =>
  `mutation { retireStage(input: { idempotencyKey: "${idempotencyKey}", key: "${key}" }) {
    __typename ${refusal} ... on LadderChangePayload { stage { key retired } job { totalLeads } } } }`;
const KEYS = '{ stages { key } }';
const keysOf = (data: unknown) => (data as { stages: { key: string }[] }).stages.map(({ key }) => key).join(' ');

const SAL =
  'key: "SAL", name: "Sales accepted", team: SALES, after: "MQL", actions: ["Call"], effectiveFrom: "2026-01-01T00:00:00Z", crmValues: [{ field: "Lead Status", value: "Accepted" }]';

it('a stage is inserted by a job that can be followed, and a repeated call answers the same', async () => {
  await store(database, id, [leadUnit('a', 0, [['MQL', 1]]), leadUnit('b', 0, [['SQL', 1]])]);
  const value = {
    externalId: 'b/2',
    lead: 'b',
    crm: { field: 'Lead Status', value: 'accepted' },
    occurredAt: Date.now(),
  };
  await store(database, id, [{ transitions: [value] }]);
  const stage = { key: 'SAL', version: 1, position: 35, standard: null, team: 'SALES', retired: false };
  const answer = {
    defineStage: {
      __typename: 'LadderChangePayload',
      stage: { ...stage, crmValues: [{ field: 'Lead Status', value: 'Accepted' }] },
      job: { reason: 'LADDER', leads: 0, totalLeads: 2 },
    },
  };
  expect(await ask(define(SAL))).toEqual(answer);
  expect(await ask('{ ladderJob { reason leads totalLeads } }', 'reports:read')).toEqual({
    ladderJob: { reason: 'LADDER', leads: 0, totalLeads: 2 },
  });
  expect(keysOf(await ask(KEYS))).toBe('CONTACT LEAD MQL SQL QSO CUSTOMER');
  expect(await ask('{ crmValues { meaning waiting } }')).toEqual({ crmValues: [{ meaning: null, waiting: 1 }] });
  await finishJob(database, id);
  expect(await ask('{ ladderJob { leads } }')).toEqual({ ladderJob: null });
  expect(keysOf(await ask(KEYS))).toBe('CONTACT LEAD MQL SAL SQL QSO CUSTOMER');
  expect(keysOf(await ask('{ stages(at: "2025-12-31T23:59:59Z") { key } }'))).toBe('CONTACT LEAD MQL SQL QSO CUSTOMER');
  // What waited for the stage took effect with it.
  expect(await ask('{ crmValues(field: "Lead Status") { value meaning stage { key } waiting } }')).toEqual({
    crmValues: [{ value: 'Accepted', meaning: 'STAGE', stage: { key: 'SAL' }, waiting: 0 }],
  });
  expect(await ask('{ lead(externalId: "b") { stage { key } } }')).toEqual({ lead: { stage: { key: 'SAL' } } });
  expect(await ask(define(SAL))).toEqual(answer);
  expect(await ask(define(`${SAL}, notes: null`))).toMatchObject({ defineStage: { stage: { version: 1 }, job: null } });
});

it('words are in force at once, each version kept', async () => {
  await store(database, id, [leadUnit('a', 0, [['MQL', 1]])]);
  const renamed = await ask(define('key: "mql", name: "Ready for sales", criteria: null'));
  expect(renamed).toMatchObject({ defineStage: { stage: { key: 'MQL', version: 2 }, job: null } });
  const versions = '{ stageVersions(stage: "MQL") { version name criteria } }';
  expect(await ask(versions)).toEqual({
    stageVersions: [
      { version: 1, name: 'Marketing qualified lead', criteria: expect.any(String) },
      { version: 2, name: 'Ready for sales', criteria: null },
    ],
  });
});

it('a stage in which leads stand is not retired: the refusal says how many', async () => {
  await store(database, id, [leadUnit('a', 0, [['MQL', 1]]), leadUnit('b', 0, [['MQL', 1]])]);
  const refused = {
    retireStage: {
      __typename: 'OrphanedLeads',
      code: 'STAGE_IN_USE',
      path: ['input', 'key'],
      message: '2 leads stand in MQL. Move them to another stage first.',
      leads: 2,
    },
  };
  expect(await ask(retire('MQL'))).toEqual(refused);
  await store(
    database,
    id,
    [leadUnit('a', 0, [['SQL', 2]]), leadUnit('b', 0, [['SQL', 2]])].map(({ transitions }) => ({
      transitions: transitions!.map((each) => ({ ...each, externalId: `${each.externalId}/again` })),
    })),
  );
  // The same key with the same input answers the same, a refusal too.
  expect(await ask(retire('MQL'))).toEqual(refused);
  expect(await ask(retire('MQL', 'again'))).toMatchObject({
    retireStage: { stage: { key: 'MQL', retired: true }, job: { totalLeads: 2 } },
  });
  await finishJob(database, id);
  expect(keysOf(await ask(KEYS))).toBe('CONTACT LEAD SQL QSO CUSTOMER');
});

it('the last stage stays, and a change needs the scope admin', async () => {
  for (const key of ['CONTACT', 'LEAD', 'MQL', 'SQL', 'QSO']) await ask(retire(key));
  expect(await ask(retire('CUSTOMER'))).toMatchObject({ retireStage: { code: 'LAST_STAGE' } });
  expect(await ask(retire('SAL'))).toMatchObject({ retireStage: { code: 'UNKNOWN_STAGE' } });
  for (const mutation of [define('key: "MQL"'), retire('MQL', 'x')]) {
    expect(await ask(mutation, 'leads:write')).toMatchObject({ errors: [{ code: 'FORBIDDEN' }] });
  }
});

it('CRM values are mapped, what waited is counted', async () => {
  const value = {
    externalId: 'a/1',
    lead: 'a',
    crm: { field: 'Lead Status', value: 'Working' },
    occurredAt: Date.now(),
  };
  await store(database, id, [{ ...leadUnit('a', 0, []), transitions: [value] }]);
  const map = `mutation { mapCrmValues(input: { idempotencyKey: "m", values: [
      { field: "Lead Status", value: "working", stage: "MQL" }, { field: "Lead Status", value: "Junk", meaning: IGNORED }] }) {
    ... on MapCrmValuesPayload { tookEffect values { value tookEffect } } ... on UserError { code message } } }`;
  const answer = {
    mapCrmValues: {
      tookEffect: 1,
      values: [
        { value: 'working', tookEffect: 1 },
        { value: 'Junk', tookEffect: 0 },
      ],
    },
  };
  expect(await ask(map)).toEqual(answer);
  expect(await ask(map)).toEqual(answer);
  expect(await ask('{ stages { key crmValues { value } } }')).toMatchObject({
    stages: expect.arrayContaining([{ key: 'MQL', crmValues: [{ value: 'working' }] }]),
  });
});
