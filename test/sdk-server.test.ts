import { createClient, InvalidInputError, PermissionError } from '@leadstage/sdk';
import {
  createServerClient,
  type LeadstageServerClient,
  type MutationInput,
  OrphanedLeadsError,
  WrongMoveError,
} from '@leadstage/sdk/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUARTER } from './support/example-a.js';
import { type SeededServer, startSeededServer } from './support/seeded-server.js';

let server: SeededServer;
let client: LeadstageServerClient;
beforeAll(async () => {
  server = await startSeededServer();
  client = createServerClient(server);
});
afterAll(() => server?.close());

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (error: unknown) => error as InvalidInputError,
  );
const all = async <Item>(list: AsyncIterable<Item>) => {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
};
const lead = (externalId: string) => ({ lead: { externalId } });

describe('leads through the server client', () => {
  it('are stored, with what became of each', async () => {
    const { created, rejected, outcomes } = await client.upsertLeads({
      leads: [{ externalId: 'w1', createdAt: '2025-05-01T09:00:00Z', account: 'acme' }],
    });
    expect([created, rejected, outcomes.map(({ status }) => status)]).toEqual([1, 0, ['CREATED']]);
    const transitions: MutationInput<'recordTransitions'>['transitions'] = [
      { externalId: 'w1 MQL', lead: 'w1', to: 'MQL', occurredAt: '2025-05-02T09:00:00Z' },
      { externalId: 'w1 ?', lead: 'w1', to: 'NOWHERE', occurredAt: '2025-05-02T09:00:00Z' },
    ];
    const recorded = await client.recordTransitions({ transitions });
    expect(recorded).toMatchObject({ created: 1, rejected: 1 });
    expect(recorded.outcomes[1]?.problems[0]).toMatchObject({ code: 'UNKNOWN_STAGE', severity: 'ERROR' });
  });

  it('move, or say why they cannot', async () => {
    const accepted = await client.acceptLead({ ...lead('w1'), actor: 'anna' });
    expect(accepted.transition).toMatchObject({ kind: 'ACCEPTED', to: { key: 'SQL' }, actor: 'anna' });
    expect(accepted.handoff?.outcome).toBe('ACCEPTED');
    const again = await failureOf(client.acceptLead(lead('w1')));
    expect(again).toBeInstanceOf(WrongMoveError);
    expect(again).toMatchObject({
      code: 'NO_OPEN_HANDOFF',
      handoffOpen: false,
      presentStage: 'SQL',
      path: ['input'],
    });
    expect(again.requestId).toMatch(/./);
    const unknown = await failureOf(client.acceptLead(lead('nobody')));
    expect(unknown).toBeInstanceOf(InvalidInputError);
    expect(unknown).toMatchObject({ name: 'InvalidInputError', code: 'UNKNOWN_LEAD' });
  });

  it('are told the same for the same key, and nothing is done twice', async () => {
    const input = { ...lead('e-book 9'), owner: 'anna', idempotencyKey: 'assign-1' };
    expect(await client.assignLead(input)).toEqual(await client.assignLead(input));
    expect(await failureOf(client.assignLead({ ...input, owner: 'bo' }))).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect((await client.assignLead({ ...input, idempotencyKey: undefined })).changed).toBe(false);
  });

  it('are listed by account, owner and handoff', async () => {
    expect((await client.account({ externalId: 'acme' }))?.leads.map(({ externalId }) => externalId)).toEqual(['w1']);
    expect(await client.upsertAccounts({ accounts: [{ externalId: 'acme', name: 'Acme', target: true }] })).toEqual({
      outcomes: [{ index: 0, status: 'UPDATED', problem: null }],
    });
    expect((await all(client.accounts({ filter: { target: true } }))).map(({ name }) => name)).toEqual(['Acme']);
    expect(await all(client.leads({ filter: { owner: 'anna' }, orderBy: { direction: 'DESC' } }))).toHaveLength(1);
    const open = await client.handoffsPage({ first: 1, filter: { open: true } });
    const handoffs = await all(client.handoffs({ pageSize: 50, filter: { open: true } }));
    expect([open.totalCount, handoffs.length]).toEqual([104, 104]);
  });
});

describe('settings through the server client', () => {
  it('are changed and read', async () => {
    const within = { within: 'PT1H', clock: 'BUSINESS' } as const;
    const hours = [{ weekday: 'MONDAY', from: '09:00', to: '17:00' }] as const;
    await client.setBusinessCalendar({ key: 'OFFICE', name: 'Office', timeZone: 'UTC', country: 'IS', hours });
    const { policy } = await client.setSlaPolicy({
      key: 'ALL',
      name: 'All',
      calendar: 'OFFICE',
      firstResponseWithin: within,
    });
    expect(await client.slaPolicies()).toEqual([policy]);
    const [calendar] = await client.businessCalendars({ year: 2026 });
    expect(calendar?.holidays?.map(({ date }) => date)).toContain('2026-06-17');
    expect((await client.businessCalendars())[0]).not.toHaveProperty('holidays');

    const goal = {
      key: 'G',
      name: 'SQLs',
      stage: 'SQL',
      target: 100,
      period: { grain: 'YEAR', containing: '2026-11-01' },
    } as const;
    await client.setGoal(goal);
    const [standing] = await client.goals({ needed: { ratesOver: QUARTER } });
    expect(standing?.leadsNeeded?.leads?.stage.key).toBe('LEAD');
    expect((await client.goals())[0]).not.toHaveProperty('leadsNeeded');

    await client.mapCrmValues({ values: [{ field: 'Status', value: 'Working', meaning: 'STAGE', stage: 'MQL' }] });
    expect(await client.crmValues({ field: 'Status' })).toMatchObject([{ value: 'Working', stage: { key: 'MQL' } }]);
    const benchmark = {
      metric: 'stepRate',
      stage: 'MQL',
      value: '0.5',
      source: 'A study',
      publishedOn: '2025-01-01',
      definition: 'x',
    };
    const { id } = (await client.addBenchmark(benchmark)).benchmark;
    await client.voidBenchmark({ id });
    expect([await client.benchmarks(), await client.benchmarks({ voided: true })]).toMatchObject([[], [{ id }]]);
  });

  it('of the ladder refuse to leave leads without a stage', async () => {
    const error = await failureOf(client.retireStage({ key: 'SQL' }));
    expect(error).toBeInstanceOf(OrphanedLeadsError);
    expect(error).toMatchObject({ leads: 57 });
    expect(await client.stageVersions({ stage: 'SQL' })).toMatchObject([{ key: 'SQL', retired: false }]);
    expect(await client.ladderJob()).toBeNull();
  });

  it('of rules tell what a rule says of leads', async () => {
    const condition = { attribute: 'leadType', in: ['e-book'] };
    const { rule } = await client.defineRule({ key: 'EBOOK', name: 'E-book', to: 'MQL', condition });
    expect(await client.rules()).toEqual([rule]);
    expect((await client.rule({ key: 'EBOOK' }))?.versions).toEqual([rule]);
    const told = await client.dryRunRule({ key: 'EBOOK' });
    const answers = await all(client.ruleAnswers({ key: 'EBOOK', answer: 'YES', belowTarget: false, pageSize: 60 }));
    expect([told.yes, answers.length]).toEqual([100, 100]);
    expect(await client.ruleAnswersPage({ key: 'EBOOK', answer: 'YES', first: 1 })).not.toHaveProperty('totalCount');
  });

  it('keep reports, lists and packs', async () => {
    const { report } = await client.saveReport({ name: 'R', funnel: { period: QUARTER } });
    const { report: copy } = await client.copyReport({ id: report?.id ?? '', name: 'S', by: ['source'] });
    expect((await client.savedReports()).map(({ name }) => name)).toEqual(['R', 'S']);
    await client.deleteReport({ id: copy?.id ?? '' });
    expect(await client.savedReport({ id: copy?.id ?? '' })).toBeNull();

    const { list } = await client.saveList({ name: 'SQLs', filter: { stage: ['SQL'] } });
    const id = list?.id ?? '';
    expect(await client.savedList({ id })).toMatchObject({ name: 'SQLs', totalCount: 57, filter: { stage: ['SQL'] } });
    expect(await all(client.savedListLeads({ id, pageSize: 20 }))).toHaveLength(57);
    expect((await client.savedLists()).map(({ name }) => name)).toEqual(['SQLs']);
    expect(await failureOf(client.savedListLeadsPage({ id: '999', first: 1 }))).toMatchObject({ code: 'UNKNOWN_LIST' });

    const { pack } = await client.publishMetricPack({ name: 'Q1', question: { period: QUARTER } });
    expect((await client.metricPack({ id: pack.id, again: true }))?.reproduction?.reproduces).toBe(true);
  });

  it('have webhooks with their deliveries, and costs with corrections', async () => {
    const made = await client.createWebhook({ url: 'https://hooks.example/x', events: ['LEAD_TRANSITIONED'] });
    expect(made.secret).toMatch(/^whsec_/);
    expect((await client.webhooks({ deliveries: 5 }))[0]?.deliveries?.edges).toEqual([]);
    await client.deleteWebhook({ id: made.webhook?.id ?? '' });
    expect(await client.webhooks()).toEqual([]);

    await client.voidCost({ externalId: 'e-book', reason: 'test' });
    const costs = await all(client.costs({ pageSize: 1 }));
    expect(costs.map(({ externalId, status }) => [externalId, status])).toEqual([
      ['demo request', 'STANDING'],
      ['e-book', 'VOIDED'],
    ]);
  });
});

describe('access through the server client', () => {
  it('is given, rotated and taken, and told of afterwards', async () => {
    const { key, apiKey } = await client.createApiKey({ name: 'partner', scopes: ['REPORTS_READ'] });
    const partner = createClient({ url: server.url, apiKey: key ?? '' });
    expect((await partner.viewer())?.scopes).toEqual(['REPORTS_READ']);
    expect(await failureOf(partner.auditLogPage({ first: 1 }))).toBeInstanceOf(PermissionError);
    const rotated = await client.rotateApiKey({ id: apiKey.id });
    await client.revokeApiKey({ id: rotated.apiKey.id });
    const names = (await all(client.apiKeys({ pageSize: 1 }))).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('partner'))).toHaveLength(2);
    const [last] = (await client.auditLogPage({ first: 1, filter: { act: 'revokeApiKey' } })).auditLog;
    expect(last).toMatchObject({ actor: { kind: 'API_KEY', name: 'Test' }, detail: { id: rotated.apiKey.id } });
  });

  it('for a page: a token from createEmbedToken, fetched when one is needed', async () => {
    let asked = 0;
    const page = createClient({
      url: server.url,
      async getToken() {
        asked += 1;
        const { token, expiresAt } = await client.createEmbedToken({
          reports: ['FUNNEL'],
          filter: { leadType: { in: ['e-book'] } },
          ttl: 'PT5M',
        });
        return { token: token ?? '', expiresAt };
      },
    });
    const [funnel, stages] = await Promise.all([page.funnel({ period: QUARTER }), page.stages()]);
    expect(funnel.total.stages.find(({ stage }) => stage.key === 'SQL')?.reached).toBe(8);
    expect(stages).toHaveLength(6);
    expect(asked).toBe(1);
    // What was signed before is refused from now on: the page renews, and does not notice.
    await client.rotateSigningKey({ overlap: 'PT0S' });
    expect((await page.funnel({ period: QUARTER })).total.stages).toHaveLength(5);
    expect(asked).toBe(2);
    expect(await failureOf(page.velocity({ period: QUARTER }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failureOf(page.auditLogPage({ first: 1 }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(asked).toBe(2);
  });
});
