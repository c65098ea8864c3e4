/* The locked filter of an embed token: whatever is asked under it, the answer is that to the question and the lock. */
import type { LeadFilter, Report, ReportQuestion } from '@leadstage/core';
import type { Database } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Access, EMBEDDABLE_REPORTS } from '../packages/api/src/access/access.js';
import { createApiKey } from '../packages/api/src/access/api-key.js';
import { authenticate } from '../packages/api/src/access/authenticate.js';
import { createEmbedToken } from '../packages/api/src/commands/create-embed-token.js';
import { ingest } from '../packages/api/src/commands/ingest.js';
import { runReport } from '../packages/api/src/query/run-report.js';
import { describeDatabase, openTestDatabase } from './support/database.js';
import { documentOf, type Send, sendingTo } from './support/embed.js';
import { attributesOf, DOMAIN, embedWorkspace, GOALS, leadNumbers, mark, passesOf } from './support/embed-workspace.js';

const RUNS = Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 40);

let database: Database;
let send: Send;
let key: string;
let maker: Access;
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  database = await openTestDatabase();
  send = sendingTo(database);
  key = await keyOf(await embedWorkspace(database));
  maker = (await authenticate({ database }, `Bearer ${key}`)) as Access;
});
afterAll(() => database?.close());

const keyOf = (id: string) => createApiKey(database, id, { name: 'k', scopes: ['admin'] });

async function tokenOf(filter: LeadFilter, leads = false): Promise<string> {
  return (await createEmbedToken(database, maker, { reports: EMBEDDABLE_REPORTS, filter, leads })).token!;
}

const valuesOf = (name: string) =>
  fc.uniqueArray(fc.constantFrom(...DOMAIN[name]!, 'unseen'), { minLength: 1, maxLength: 3 });
const conditionOn = (name: string) =>
  fc.oneof(
    fc.record({ in: valuesOf(name) }),
    fc.record({ notIn: valuesOf(name) }),
    fc.record({ in: valuesOf(name), notIn: valuesOf(name) }),
  );
const NAMES = Object.keys(DOMAIN);
const filters = fc
  .subarray(NAMES, { maxLength: 2 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, conditionOn(name)]))),
  ) as fc.Arbitrary<LeadFilter>;

/** The question's filter and the lock, by hand. */
function together(filter: LeadFilter, lock: LeadFilter): LeadFilter {
  const names = [...new Set([...Object.keys(filter), ...Object.keys(lock)])];
  return Object.fromEntries(
    names.map((name) => {
      const both = [filter[name], lock[name]].filter((each) => each !== undefined);
      const included = both.flatMap((each) => (each.in ? [each.in] : []));
      const notIn = both.flatMap((each) => each.notIn ?? []);
      const all = included.length > 0 && included.reduce((a, b) => a.filter((value) => b.includes(value)));
      return [name, { ...(all ? { in: all } : {}), ...(notIn.length > 0 ? { notIn } : {}) }];
    }),
  );
}

/** As the API takes it. */
function written({ plan, ...filter }: LeadFilter): object {
  return { ...filter, ...(plan ? { attributes: [{ name: 'plan', ...plan }] } : {}) };
}

const PERIOD = { start: '2026-01-01', end: '2026-04-01' };
const ASKED = { period: PERIOD, asOf: '2026-06-01T00:00:00Z' };
interface Question {
  readonly operation: string;
  readonly filter: LeadFilter;
  readonly input: object;
}
const series = fc.constantFrom({}, { grain: 'MONTH' });
const breakdown = fc.subarray([...NAMES, 'account'], { maxLength: 3 }).map((by) => ({ by }));
const any = (...inputs: object[]) => fc.constantFrom(...inputs);
const about = (operation: string, inputs: fc.Arbitrary<object>, ...more: fc.Arbitrary<object>[]) =>
  fc
    .tuple(filters, inputs, ...more)
    .map(([filter, ...parts]): Question => ({ operation, filter, input: Object.assign({}, ...parts) }));
const TARGET = { within: 'PT30H', clock: 'CALENDAR' };
const questions = fc.oneof(
  about(
    'Funnel',
    any({}, { mode: 'THROUGHPUT' }, { unit: 'ACCOUNT' }, { conversionWindow: 'P5D' }, { includeImplied: false }),
    series,
    breakdown,
  ),
  about('Acceptance', any({}), series, breakdown),
  about(
    'Velocity',
    any({ from: 'LEAD', to: 'SQL' }, { from: 'LEAD', to: 'MQL', timeInStage: ['MQL'] }),
    series,
    breakdown,
  ),
  about(
    'Sla',
    any(
      {},
      { replay: [{ filter: { source: { in: ['web'] } }, firstResponse: TARGET }, { decision: TARGET }] },
      { replay: [{ filter: { region: { notIn: ['north'] } }, decision: TARGET }] },
    ),
    series,
    breakdown,
  ),
  about(
    'Cost',
    any({}, { method: 'SHIFTED' }, { method: 'KERNEL' }, { method: 'SHIFTED', lagFrom: 'MQL_TIME_PLUS_SLA' }),
    any({}, { costScopes: ['MARKETING', 'SALES'] }),
    series,
    breakdown,
  ),
  about('Cost', any({ method: 'ROLLING', rollingDays: 20, grain: 'MONTH' }), breakdown),
  about('Diagnosis', any({ baselinePeriods: 1, period: { start: '2026-01-20', end: '2026-02-10' } }), breakdown),
  about('StandardMetrics', any({}, { conversionWindow: 'P9D' }), series),
);

const FIELD: Readonly<Record<string, string>> = {
  ...{ Funnel: 'funnel', Acceptance: 'acceptance', Velocity: 'velocity', Sla: 'sla', Cost: 'cost' },
  ...{ Diagnosis: 'diagnosis', StandardMetrics: 'standardMetrics' },
};

async function ask(credential: string, { operation, filter, input }: Question): Promise<Record<string, unknown>> {
  const variables = { input: { ...ASKED, ...input, filter: written(filter) } };
  const { data, text } = await send(credential, { query: documentOf(operation), variables });
  expect(data, text).toBeTruthy();
  const { statistics: _, ...answer } = (data as Record<string, Record<string, unknown>>)[FIELD[operation]!]!;
  return answer;
}

type Json = unknown;
/** The answer with some of its members changed, wherever they stand. */
const rewritten = (answer: object, change: (name: string, value: Json) => Json): Record<string, Json> =>
  JSON.parse(JSON.stringify(answer, (name, value) => change(name, value)));

/** Every lead that there could be. */
const LEADS = NAMES.reduce<readonly Record<string, string | null>[]>(
  (leads, name) => leads.flatMap((lead) => [...DOMAIN[name]!, 'unseen'].map((value) => ({ ...lead, [name]: value }))),
  [{}],
);
function goalsWithin(lock: LeadFilter): readonly string[] {
  const passes = passesOf(lock);
  return Object.keys(GOALS).filter((goal) => LEADS.filter(passesOf(GOALS[goal]!)).every(passes));
}

/** What may not be told under a lock: money that lacks what the lock asks for, and goals of more leads than it lets in. */
function withoutOutside(answer: object, lock: LeadFilter): Record<string, Json> {
  if (Object.keys(lock).length === 0) return answer as Record<string, Json>;
  const goals = goalsWithin(lock);
  type Metric = { metric: string; variant: string | null };
  return rewritten(answer, (name, value) => {
    if (name === 'outsideFilter' || name === 'beforeFirstCost') return null;
    if (name === 'goals') return (value as { key: string }[]).filter((each) => goals.includes(each.key));
    if (name !== 'metrics') return value;
    return (value as Metric[]).filter(
      ({ metric, variant }) =>
        variant !== 'OUTSIDE_FILTER' && (metric !== 'attainment' || goals.includes(variant as string)),
    );
  });
}

describe(`under a locked filter, ${describeDatabase()}`, () => {
  it('any question is answered as an admin who asks for that and the lock, and tells of nothing outside', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(filters, questions, async (lock, question) => {
        const answer = await ask(await tokenOf(lock), question);
        const asked = { ...question, filter: together(question.filter, lock) };
        expect(answer).toEqual(withoutOutside(await ask(key, asked), lock));
        if (
          JSON.stringify(answer.total ?? answer.steps).match(
            /"(reached|handedOver|handoffs|count|entered|denominator)":[1-9]/,
          )
        )
          told += 1;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(told).toBeGreaterThan(RUNS / 5);
  });

  it('it is as if nothing else had ever been recorded', async () => {
    const locks: LeadFilter[] = [
      { source: { in: ['web'] } },
      { source: { notIn: ['web', null] }, leadType: { in: ['demo', null] } },
      { region: { in: ['north', null] } },
      { owner: { in: ['ann'] }, plan: { notIn: ['gold'] } },
    ];
    for (const lock of locks) {
      const alone = await keyOf(await embedWorkspace(database, lock));
      const token = await tokenOf(lock);
      for (const question of fc.sample(questions, { numRuns: 14, seed: 7 })) {
        const asked = { ...question, filter: together(question.filter, lock) };
        const inside = (answer: object) => {
          const { total, groups, series: points, steps, findings, summary } = withoutOutside(answer, lock);
          return rewritten({ total, groups, points, steps, findings, summary }, (name, value) =>
            name === 'metrics'
              ? (value as { metric: string }[]).filter(({ metric }) => metric !== 'attainment')
              : name === 'benchmark'
                ? null
                : value,
          );
        };
        expect(inside(await ask(token, question)), JSON.stringify([lock, question])).toEqual(
          inside(await ask(alone, asked)),
        );
      }
    }
  });

  it('a report counts nobody outside, even where it forgets its filter', async () => {
    type Counts = { readonly counts: readonly number[] };
    const forgetful: Report<ReportQuestion, Counts> = {
      name: 'forgetful',
      async answer(_question, frame, desk) {
        const lead = frame.ladder.find(({ key }) => key === 'LEAD')!.id;
        const measure = { kind: 'entered', unit: 'LEAD', stage: lead, explicitOnly: false } as const;
        const counts: number[] = [];
        for (const filter of [frame.filter, {}, { source: { in: ['fair', 'web'] } }, { region: { notIn: ['x'] } }]) {
          const total = (await desk.ask([measure], { ...frame, filter })).cell(null, null);
          counts.push(Number(total.values(0)[0]));
        }
        return { counts };
      },
    };
    const question = { period: PERIOD };
    const lock = { source: { in: ['web'] } };
    const web = leadNumbers.filter((lead) => attributesOf(lead).source === 'web').length;
    const { counts } = await runReport(database, maker.workspaceId, forgetful, question, Date.now(), lock);
    expect(counts).toEqual([web, web, web, web]);
    const free = await runReport(database, maker.workspaceId, forgetful, question);
    expect(free.counts[0]).toBe(leadNumbers.length);
  });

  it('loose cost is not spread, for its shares would tell of leads outside', async () => {
    const input = { allocation: 'BY_ENTRIES', by: ['source'] };
    const variables = { input: { ...ASKED, ...input } };
    const query = documentOf('Cost');
    expect((await send(await tokenOf({ source: { in: ['web'] } }), { query, variables })).codes).toEqual([
      'LOCKED_FILTER',
    ]);
    const open = await send(await tokenOf({}), { query, variables });
    expect([open.codes, (open.data as never as { cost: { total: unknown } }).cost.total]).toEqual([
      [],
      (await ask(key, { operation: 'Cost', filter: {}, input })).total,
    ]);
  });

  it('goals show where all of their leads are within it', async () => {
    const goals = async (lock: LeadFilter) => {
      const answer = await ask(await tokenOf(lock), { operation: 'Acceptance', filter: {}, input: {} });
      return (answer.goals as { key: string }[]).map((goal) => goal.key).sort();
    };
    expect(await goals({})).toEqual(Object.keys(GOALS).sort());
    expect(await goals({ source: { in: ['web'] } })).toEqual(['WEB']);
    expect(await goals({ source: { in: ['fair', 'web', null] } })).toEqual(['WEB', 'WEB_FAIR']);
    expect(await goals({ source: { notIn: ['mail'] } })).toEqual(['NOT_MAIL', 'WEB', 'WEB_FAIR']);
    expect(await goals({ region: { in: ['north'] } })).toEqual(['NORTH_BEN']);
    expect(await goals({ region: { in: ['north'] }, source: { in: ['web'] } })).toEqual([]);
  });
});

describe('the lists behind numbers', () => {
  const FIGURES = `{ acceptance(input: { period: { start: "2026-01-01", end: "2026-04-01" } }) { total { handedOver behind rejections { behind } } }
    funnel(input: { period: { start: "2026-01-01", end: "2026-04-01" }, by: ["source"] }) {
      total { stages { reached behind } } groups { figures { stages { reached behind } } } } }`;
  interface Listed {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: { readonly externalId?: string; readonly lead?: { readonly externalId: string } };
    }[];
  }
  const numbersOf = (externalIds: readonly string[]) =>
    externalIds.map((each) => Number(/\d+/.exec(each)![0])).sort((a, b) => a - b);
  async function listed(credential: string, list: 'leads' | 'handoffs', behind: string): Promise<number[]> {
    const operation = list === 'leads' ? 'Leads' : 'Handoffs';
    const variables = { first: 100, filter: { behind }, ...(list === 'leads' ? { withTotal: true } : {}) };
    const { data, text } = await send(credential, { query: documentOf(operation), variables });
    expect(data, text).toBeTruthy();
    const { totalCount, edges } = (data as never as Record<string, Listed>)[list]!;
    expect(edges).toHaveLength(totalCount);
    return numbersOf(edges.map(({ node }) => node.lead?.externalId ?? node.externalId!));
  }

  it('of somebody who sees more have only those within the lock', async () => {
    const { text } = await send(key, { query: FIGURES });
    const { acceptance, ...funnel } = JSON.parse(text).data;
    const behinds = (value: object) =>
      [...JSON.stringify(value).matchAll(/"behind":"([^"]+)"/g)].map(([, each]) => each!);
    for (const lock of [
      { source: { in: ['web'] } },
      { owner: { notIn: ['ann'] }, plan: { in: [null] } },
    ] as LeadFilter[]) {
      const token = await tokenOf(lock, true);
      const isInside = passesOf(lock);
      let some = 0;
      for (const [list, texts] of [
        ['leads', behinds(funnel)],
        ['handoffs', behinds(acceptance)],
      ] as const) {
        for (const behind of texts) {
          const all = await listed(key, list, behind);
          const own = await listed(token, list, behind);
          expect(own).toEqual(all.filter((lead) => isInside(attributesOf(lead))));
          some += own.length;
        }
      }
      expect(some).toBeGreaterThan(10);
      // With a key of its own it opens none; without `leads`, no list.
      const plain = await tokenOf(lock);
      const got = await send(plain, {
        query: documentOf('Leads'),
        variables: { first: 1, filter: { behind: behinds(funnel)[0] }, withTotal: true },
      });
      expect([got.codes, got.data]).toEqual([['FORBIDDEN'], null]);
    }
  });

  it('have nobody who has left the lock since, and nobody who came into it', async () => {
    const id = await embedWorkspace(database);
    const ownKey = await keyOf(id);
    const own = (await authenticate({ database }, `Bearer ${ownKey}`)) as Access;
    const lock = { source: { in: ['web'] } };
    const { token } = await createEmbedToken(database, own, { reports: ['funnel'], filter: lock, leads: true });
    const { text } = await send(ownKey, { query: FIGURES });
    const [behind] = [...JSON.stringify(JSON.parse(text).data.funnel.total).matchAll(/"behind":"([^"]+)"/g)].map(
      ([, each]) => each!,
    );
    const before = await listed(token!, 'leads', behind!);
    const [leaving, staying] = before as [number, number];
    const coming = leadNumbers.find((lead) => attributesOf(lead).source === 'fair')!;
    await ingest(database, id, [
      { lead: { externalId: `${mark(leaving)}x`, source: 'fair' } },
      { lead: { externalId: `${mark(coming)}x`, source: 'web' } },
    ]);
    const after = await listed(token!, 'leads', behind!);
    expect(after).not.toContain(leaving);
    expect(after).toContain(staying);
    // It was counted by somebody else at an instant at which it was outside.
    expect(after).not.toContain(coming);
    expect(after).toEqual(before.filter((lead) => lead !== leaving));
  });
});
