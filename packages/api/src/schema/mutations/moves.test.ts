import type { Database } from '@leadstage/prisma';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, askingOf } from '../../../../../test/support/ask.js';
import { describeDatabase, newWorkspace, openTestDatabase } from '../../../../../test/support/database.js';
import { createApiKey } from '../../access/api-key.js';
import { ingest } from '../../commands/ingest.js';
import { verify } from '../../commands/verify.js';

let database: Database;
let ask: Ask;
let workspaceId: string;
let key: string;
let calls = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  ask = askingOf(database);
});
afterAll(() => database?.close());

beforeEach(async () => {
  workspaceId = await newWorkspace(database);
  key = await createApiKey(database, workspaceId, { name: 'Desk', scopes: ['leads:read', 'leads:write'] });
  await ingest(database, workspaceId, [
    lead('new', []),
    lead('nurtured', ['LEAD']),
    lead('handed', ['LEAD', 'MQL']),
    lead('taken', ['LEAD', 'MQL', 'SQL']),
    { ...lead('out', ['LEAD']), transitions: [...lead('out', ['LEAD']).transitions, lost('out')] },
  ]);
});

const START = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;

function lead(externalId: string, stages: readonly string[]) {
  const transitions = stages.map((to, index) => ({
    externalId: `${externalId}-${to}`,
    lead: externalId,
    to,
    occurredAt: START + index * HOUR,
  }));
  return { lead: { externalId, createdAt: START, owner: 'ann' }, transitions };
}

function lost(externalId: string) {
  return {
    externalId: `${externalId}-lost`,
    lead: externalId,
    to: null,
    reason: 'no answer',
    occurredAt: START + HOUR,
  };
}

type Result = Record<string, unknown>;

const MOVED = `... on LeadMovePayload {
  lead { externalId stage { key } } transition { externalId kind actor reason from { key } to { key } occurredAt }
  handoff { outcome reason owner openedAt closedAt }
}`;
const REFUSED = '... on UserError { code path message expected }';
const STANDING = '... on WrongMove { presentStage handoffOpen }';

async function mutate(name: string, input: string, selection = MOVED, idempotencyKey = `key-${++calls}`) {
  const query = `mutation { ${name}(input: { idempotencyKey: "${idempotencyKey}", ${input} }) {
    __typename ${selection} ${REFUSED} ${selection === MOVED ? STANDING : ''} } }`;
  const { data, errors } = await ask(query, `Bearer ${key}`);
  expect(errors).toEqual([]);
  return data?.[name] as Result;
}

const of = (externalId: string) => `lead: { externalId: "${externalId}" }`;

async function expectVerified(): Promise<void> {
  expect(await verify(database, workspaceId)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
}

describe(`moves over GraphQL, ${describeDatabase()}`, () => {
  it.each([
    ['advanceLead', 'new', 'to: "MQL"', 'ENTERED', null, 'MQL', null],
    ['advanceLead', 'nurtured', 'to: "mql"', 'ADVANCED', 'LEAD', 'MQL', null],
    ['advanceLead', 'taken', 'to: "SQO"', 'ADVANCED', 'SQL', 'QSO', undefined],
    ['acceptLead', 'handed', '', 'ACCEPTED', 'MQL', 'SQL', 'ACCEPTED'],
    ['acceptLead', 'handed', 'to: "CUSTOMER"', 'ACCEPTED', 'MQL', 'CUSTOMER', 'ACCEPTED'],
    ['rejectLead', 'handed', 'reason: "no budget"', 'REJECTED', 'MQL', 'LEAD', 'REJECTED'],
    ['rejectLead', 'handed', 'reason: "no budget", to: "CONTACT"', 'REJECTED', 'MQL', 'CONTACT', 'REJECTED'],
    ['recycleLead', 'handed', '', 'RECYCLED', 'MQL', 'LEAD', 'RECYCLED'],
    ['recycleLead', 'taken', '', 'RECYCLED', 'SQL', 'LEAD', undefined],
    ['disqualifyLead', 'handed', 'reason: "a student"', 'DISQUALIFIED', 'MQL', null, 'DISQUALIFIED'],
    ['reopenLead', 'out', '', 'REOPENED', null, 'LEAD', undefined],
    ['reopenLead', 'out', 'to: "MQL"', 'REOPENED', null, 'MQL', null],
  ] as const)(
    '%s of a lead that is %s (%s) is %s, from %s to %s',
    async (name, from, more, kind, left, to, outcome) => {
      const moved = await mutate(name, `${of(from)}, ${more}`);
      expect(moved).toMatchObject({
        __typename: 'LeadMovePayload',
        lead: { externalId: from, stage: to && { key: to } },
        transition: { kind, actor: 'Desk', from: left && { key: left }, to: to && { key: to } },
        handoff: outcome === undefined ? null : { outcome, owner: 'ann' },
      });
      expect((moved.transition as Result).externalId).toMatch(/^move:\d+$/);
      await expectVerified();
    },
  );

  it.each([
    ['advanceLead', 'nurtured', 'to: "SQL"', 'NEEDS_HANDOFF', 'LEAD', false, ['input', 'to']],
    ['advanceLead', 'handed', 'to: "SQL"', 'HANDOFF_OPEN', 'MQL', true, ['input', 'to']],
    ['advanceLead', 'taken', 'to: "MQL"', 'NOT_LATER', 'SQL', false, ['input', 'to']],
    ['advanceLead', 'out', 'to: "MQL"', 'OUT_OF_LADDER', null, false, ['input']],
    ['acceptLead', 'nurtured', '', 'NO_OPEN_HANDOFF', 'LEAD', false, ['input']],
    ['acceptLead', 'handed', 'to: "LEAD"', 'NOT_LATER', 'MQL', true, ['input', 'to']],
    ['rejectLead', 'taken', 'reason: "no"', 'NO_OPEN_HANDOFF', 'SQL', false, ['input']],
    ['rejectLead', 'handed', 'reason: " "', 'MISSING_REASON', 'MQL', true, ['input', 'reason']],
    ['recycleLead', 'new', '', 'NO_EARLIER_STAGE', 'CONTACT', false, ['input']],
    ['recycleLead', 'taken', 'to: "QSO"', 'NOT_EARLIER', 'SQL', false, ['input', 'to']],
    ['disqualifyLead', 'out', 'reason: "again"', 'ALREADY_OUT', null, false, ['input']],
    ['reopenLead', 'nurtured', '', 'NOT_OUT', 'LEAD', false, ['input']],
    ['reopenLead', 'out', 'to: "NOWHERE"', 'UNKNOWN_STAGE', null, false, ['input', 'to']],
  ] as const)('%s of a lead that is %s (%s) is refused: %s', async (name, from, more, code, stage, open, path) => {
    const refused = await mutate(name, `${of(from)}, ${more}`);
    expect(refused).toMatchObject({ __typename: 'WrongMove', code, path, presentStage: stage, handoffOpen: open });
    expect(refused.message).toMatch(/\.$/);
    await expectVerified();
  });

  it('say what they are given: actor, reason, instant and external id', async () => {
    const more = `actor: "rule:fit@1", reason: "fits", occurredAt: "2026-03-02T11:30:00Z", externalId: "crm-9"`;
    expect(await mutate('acceptLead', `${of('handed')}, ${more}`)).toMatchObject({
      transition: {
        externalId: 'crm-9',
        actor: 'rule:fit@1',
        reason: 'fits',
        occurredAt: '2026-03-02T11:30:00.000Z',
      },
      handoff: { closedAt: '2026-03-02T11:30:00.000Z' },
    });
    const voided = await mutate(
      'voidTransition',
      'externalId: "crm-9", reason: "wrong lead"',
      '... on VoidTransitionPayload { voidedAt }',
    );
    expect(voided).toMatchObject({ __typename: 'VoidTransitionPayload' });
    expect(await mutate('rejectLead', `${of('handed')}, reason: "no need"`)).toMatchObject({
      handoff: { outcome: 'REJECTED', reason: 'no need' },
    });
    await expectVerified();
  });

  it.each([
    ['of nobody', of('nobody'), 'UNKNOWN_LEAD', ['input', 'lead', 'externalId']],
    ['of no id', 'lead: { id: "99" }', 'UNKNOWN_LEAD', ['input', 'lead', 'id']],
    ['of an id that is none', 'lead: { id: "x" }', 'INVALID_ARGUMENTS', ['input', 'lead', 'id']],
    ['of two leads', 'lead: { id: "1", externalId: "new" }', 'INVALID_ARGUMENTS', ['input', 'lead', 'id']],
    ['of none', 'lead: {}', 'INVALID_ARGUMENTS', ['input', 'lead', 'id']],
    ['in the future', `${of('handed')}, occurredAt: "2099-01-01T00:00:00Z"`, 'IN_THE_FUTURE', ['input', 'occurredAt']],
    ['too early', `${of('handed')}, occurredAt: "2026-03-02T08:59:59Z"`, 'BEFORE_CREATION', ['input', 'occurredAt']],
    ['under a taken id', `${of('handed')}, externalId: "taken-MQL"`, 'CONFLICT', ['input', 'externalId']],
    ['under a blank id', `${of('handed')}, externalId: " "`, 'MISSING_ID', ['input', 'externalId']],
    ['with a NUL', `${of('handed')}, reason: "a\\u0000"`, 'INVALID_TEXT', ['input', 'reason']],
    ['with a novel', `${of('handed')}, actor: "${'x'.repeat(2001)}"`, 'TOO_LONG', ['input', 'actor']],
  ] as const)('are refused %s', async (_, input, code, path) => {
    expect(await mutate('acceptLead', input)).toMatchObject({ __typename: 'InvalidInput', code, path });
  });

  it('answer a repeated call as the first time, also when it was refused, and another call under its key with an error', async () => {
    const accept = () => mutate('acceptLead', of('handed'), MOVED, 'accept-1');
    const first = await accept();
    expect(await accept()).toEqual(first);
    const reject = (reason: string) => mutate('rejectLead', `${of('handed')}, reason: "${reason}"`, MOVED, 'reject-1');
    const refused = await reject('late');
    expect(refused).toMatchObject({ __typename: 'WrongMove', code: 'NO_OPEN_HANDOFF', presentStage: 'SQL' });
    await mutate('recycleLead', of('handed'));
    expect(await reject('late')).toEqual(refused);
    expect(await reject('later')).toMatchObject({ __typename: 'InvalidInput', code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('need the scope leads:write', async () => {
    const reader = await createApiKey(database, workspaceId, { name: 'Reader', scopes: ['leads:read'] });
    for (const name of ['acceptLead', 'recycleLead', 'assignLead', 'deleteLead']) {
      const query = `mutation { ${name}(input: { idempotencyKey: "k", ${of('handed')} }) { __typename } }`;
      const { errors } = await ask(query, `Bearer ${reader}`);
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });
});

describe(`assigning and merging over GraphQL, ${describeDatabase()}`, () => {
  const ASSIGNED = '... on AssignLeadPayload { changed occurredAt lead { owner handoffs { owner } } }';
  const MERGED = `... on MergeLeadsPayload { absorbedId recordedAt
    lead { id externalId name source region owner stage { key } createdAt transitions { externalId } handoffs { outcome } } }`;

  it('a lead gets an owner, whose its open handoff is; the same again changes nothing', async () => {
    const assign = (owner: string, more = '') =>
      mutate('assignLead', `${of('handed')}, owner: ${owner} ${more}`, ASSIGNED);
    expect(await assign('"ben"')).toMatchObject({
      changed: true,
      lead: { owner: 'ben', handoffs: [{ owner: 'ben' }] },
    });
    expect(await assign('"ben"')).toMatchObject({ changed: false, lead: { owner: 'ben' } });
    const before = await assign('"cem"', ', occurredAt: "2026-03-02T11:00:00Z"');
    expect(before).toMatchObject({ changed: true, occurredAt: '2026-03-02T11:00:00.000Z', lead: { owner: 'ben' } });
    expect(await assign('null')).toMatchObject({ changed: true, lead: { owner: null, handoffs: [{ owner: null }] } });
    expect(await assign('"dee"', ', occurredAt: "2099-01-01T00:00:00Z"')).toMatchObject({ code: 'IN_THE_FUTURE' });
    await expectVerified();
  });

  it('a closed handoff keeps the owner of its decision, unless it is told who that was', async () => {
    await mutate('acceptLead', of('handed'));
    const assign = (more: string) => mutate('assignLead', `${of('handed')}, owner: "ben" ${more}`, ASSIGNED);
    expect(await assign('')).toMatchObject({ lead: { owner: 'ben', handoffs: [{ owner: 'ann' }] } });
    expect(await assign(', occurredAt: "2026-03-02T10:30:00Z"')).toMatchObject({
      lead: { handoffs: [{ owner: 'ben' }] },
    });
  });

  it('two records become one: both ids answer with the survivor, which takes over what it lacks', async () => {
    const early = { lead: { externalId: 'early', createdAt: START - HOUR, name: 'Eve', source: 'fair', region: 'EU' } };
    await ingest(database, workspaceId, [early, { lead: { externalId: 'handed', source: 'web' } }]);
    const merged = await mutate('mergeLeads', `${of('early')}, into: { externalId: "handed" }`, MERGED);
    expect(merged).toMatchObject({
      lead: { externalId: 'handed', name: 'Eve', source: 'web', region: 'EU', owner: 'ann', stage: { key: 'MQL' } },
    });
    const { lead } = merged as { lead: { id: string } };
    for (const argument of ['externalId: "early"', `id: "${merged.absorbedId}"`, 'externalId: "handed"']) {
      const { data } = await ask(`{ lead(${argument}) { id stage { key } } }`, `Bearer ${key}`);
      expect(data).toEqual({ lead: { id: lead.id, stage: { key: 'MQL' } } });
    }
    expect(await mutate('acceptLead', of('early'))).toMatchObject({
      lead: { externalId: 'handed', stage: { key: 'SQL' } },
    });
    await expectVerified();
  });

  it('logs of merged leads are one log with one handoff; a chain of merges ends in the last', async () => {
    await mutate('mergeLeads', `${of('handed')}, into: { externalId: "taken" }`, MERGED);
    const merged = await mutate('mergeLeads', `${of('taken')}, into: { externalId: "nurtured" }`, MERGED);
    expect(merged.lead).toMatchObject({
      externalId: 'nurtured',
      stage: { key: 'SQL' },
      handoffs: [{ outcome: 'ACCEPTED' }],
    });
    expect((merged.lead as { transitions: unknown[] }).transitions).toHaveLength(6);
    expect(await mutate('mergeLeads', `${of('nurtured')}, into: { externalId: "handed" }`, MERGED)).toMatchObject({
      __typename: 'InvalidInput',
      code: 'ALREADY_MERGED',
      path: ['input', 'into'],
    });
    await expectVerified();
  });

  it('a merge of somebody unknown is refused', async () => {
    expect(await mutate('mergeLeads', `${of('new')}, into: { id: "77" }`, MERGED)).toMatchObject({
      code: 'UNKNOWN_LEAD',
      path: ['input', 'into', 'id'],
    });
  });
});
