import { type Database, inWorkspace } from '@leadstage/prisma';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newWorkspace, openTestDatabase } from '../../../../../test/support/database.js';
import { leadUnit, projectionsOf, store } from '../../../../../test/support/ladder.js';
import { listCrmValues } from '../../query/crm-values.js';
import { ingest } from '../ingest.js';
import type { IngestUnit, TransitionInput } from '../ingest-input.js';
import { verify } from '../verify.js';
import { defineStage } from './define-stage.js';
import { type CrmValueMeaning, mapCrmValues } from './map-crm-values.js';
import { retireStage } from './retire-stage.js';

const MAY = Date.UTC(2026, 4, 1);
const DAY = 86_400_000;
const FIELD = 'Lead Status';

let database: Database;
let id: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  id = await newWorkspace(database);
});
afterAll(() => database?.close());

const crm = (externalId: string, value: string, day: number, more: Partial<TransitionInput> = {}): TransitionInput => ({
  externalId,
  lead: externalId.split('/')[0]!,
  crm: { field: FIELD, value },
  occurredAt: MAY + day * DAY,
  ...more,
});
const lead = (externalId: string, ...transitions: TransitionInput[]): IngestUnit => ({
  lead: { externalId, createdAt: MAY },
  transitions,
});
async function take(...units: IngestUnit[]) {
  const { outcomes } = await ingest(database, id, units);
  return outcomes.map(({ status, problems }) =>
    [status, ...problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`)].join(' '),
  );
}
const map = (...values: (Omit<CrmValueMeaning, 'field'> & { field?: string })[]) =>
  mapCrmValues(
    database,
    id,
    values.map((each) => ({ field: FIELD, ...each })),
  );
const listed = async (field: string | null = null) => {
  const values = await inWorkspace(database, id, (transaction) => listCrmValues(transaction, id, field));
  return values.map(({ value, meaning, stageId, waiting }) => [value, meaning, stageId, waiting]);
};
const WAITS = 'WARNING UNMAPPED_CRM_VALUE transitions.0.crm.value';

describe('a value of the CRM', () => {
  it('that is unmapped waits, and takes effect as of when it happened once it is mapped', async () => {
    expect(await take(lead('a', crm('a/1', 'Working', 1)), lead('b', crm('b/1', ' working ', 2)))).toEqual([
      `CREATED ${WAITS}`,
      `CREATED ${WAITS}`,
    ]);
    expect(await take(lead('c', crm('c/1', 'Dead', 3)))).toEqual([`CREATED ${WAITS}`]);
    expect(await listed()).toEqual([
      ['Working', null, null, 2],
      ['Dead', null, null, 1],
    ]);
    expect(await map({ value: 'WORKING', stage: 'mql' }, { value: 'Dead', meaning: 'OUT' })).toEqual([2, 1]);
    expect(await listed(FIELD)).toEqual([
      ['Dead', 'OUT', null, 0],
      ['WORKING', 'STAGE', 3, 0],
    ]);
    expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });

    // The same as if it had been said by stages.
    const other = await newWorkspace(database);
    await store(database, other, [
      lead('a', { externalId: 'a/1', lead: 'a', to: 'MQL', occurredAt: MAY + DAY }),
      lead('b', { externalId: 'b/1', lead: 'b', to: 'MQL', occurredAt: MAY + 2 * DAY }),
      lead('c', { externalId: 'c/1', lead: 'c', to: null, occurredAt: MAY + 3 * DAY, reason: `${FIELD}: Dead` }),
    ]);
    expect(await projectionsOf(database, id)).toEqual(await projectionsOf(database, other));
  });

  it('that is mapped takes effect at once, and one that is ignored none', async () => {
    expect(await map({ value: 'Working', stage: 'MQL' }, { value: 'Parked', meaning: 'IGNORED' })).toEqual([0, 0]);
    expect(await take(lead('a', crm('a/1', 'working', 1), crm('a/2', 'Parked', 2)))).toEqual(['CREATED']);
    const [fact] = (await projectionsOf(database, id)).filter((row) => row.startsWith('lead_fact'));
    expect(fact).toContain('"stage_id":3');
    expect((await listed()).map(([, , , waiting]) => waiting)).toEqual([0, 0]);
  });

  it('that comes again changes nothing, whatever it means by now; another under its id is refused', async () => {
    await take(lead('a', crm('a/1', 'Working', 1)), lead('b'));
    expect(await take({ transitions: [crm('a/1', 'WORKING', 1)] })).toEqual(['UNCHANGED']);
    await map({ value: 'Working', stage: 'MQL' });
    expect(await take({ transitions: [crm('a/1', 'Working', 1)] })).toEqual(['UNCHANGED']);
    await map({ value: 'Working', stage: 'SQL' });
    expect(await take({ transitions: [crm('a/1', 'Working', 1)] })).toEqual(['UNCHANGED']);
    const refused = ['REJECTED ERROR CONFLICT transitions.0.externalId'];
    for (const more of [{ occurredAt: MAY }, { lead: 'b' }, { crm: { field: 'Stage', value: 'Working' } }]) {
      expect(await take({ transitions: [crm('a/1', 'Working', 1, more)] })).toEqual(refused);
    }
    expect(await take({ transitions: [crm('a/1', 'Other', 1)] })).toEqual(refused);
    const told = { externalId: 'a/1', lead: 'a', to: 'MQL', occurredAt: MAY + DAY };
    expect(await take({ transitions: [told] })).toEqual(refused);
    expect(
      await take({ transitions: [{ ...told, externalId: 'a/t' }] }, { transitions: [crm('a/t', 'X', 1)] }),
    ).toEqual(['CREATED', ...refused]);
  });

  it('that had a meaning keeps it when the mapping changes', async () => {
    await map({ value: 'Working', stage: 'MQL' });
    await take(lead('a', crm('a/1', 'Working', 1)));
    expect(await map({ value: 'Working', stage: 'SQL' })).toEqual([0]);
    await take(lead('b', crm('b/1', 'Working', 1)));
    const facts = (await projectionsOf(database, id)).filter((row) => row.startsWith('lead_fact'));
    expect(facts.map((row) => /"stage_id":(\d)/.exec(row)?.[1])).toEqual(['3', '4']);
  });

  it('whose stage is retired waits for another', async () => {
    await map({ value: 'Deal', stage: 'QSO' });
    await retireStage(database, id, { key: 'QSO', effectiveFrom: MAY });
    expect(await take(lead('a', crm('a/1', 'Deal', 1)))).toEqual([`CREATED ${WAITS}`]);
    expect(await listed()).toEqual([['Deal', 'STAGE', 5, 1]]);
    expect(await map({ value: 'Deal', stage: 'SQL' })).toEqual([1]);
  });

  it('is mapped with the stage that it means, which may be new', async () => {
    await take(lead('a', crm('a/1', 'Accepted', 1)));
    const stage = { key: 'SAL', name: 'Sales accepted', team: 'SALES', after: 'MQL' } as const;
    const crmValues = [{ field: FIELD, value: 'Accepted' }];
    const future = { ...stage, crmValues, effectiveFrom: Date.UTC(2100, 0) };
    await expect(defineStage(database, id, future)).rejects.toMatchObject({ code: 'STAGE_NOT_IN_FORCE' });
    await defineStage(database, id, { ...stage, crmValues });
    expect(await listed()).toEqual([['Accepted', 'STAGE', 7, 0]]);
  });

  it.each<[string, Partial<TransitionInput>]>([
    ['MISSING_VALUE transitions.0.crm.value', { crm: { field: FIELD, value: ' ' } }],
    ['TOO_LONG transitions.0.crm.field', { crm: { field: 'x'.repeat(256), value: 'v' } }],
    ['FOLLOWS_FROM_CRM_VALUE transitions.0.kind', { kind: 'ENTERED' }],
    ['FOLLOWS_FROM_CRM_VALUE transitions.0.reason', { reason: 'x' }],
    ['IN_THE_FUTURE transitions.0.occurredAt', { occurredAt: Date.UTC(2100, 0) }],
    ['INVALID_TRANSITION transitions.0.to', { to: 'MQL' }],
    ['UNKNOWN_LEAD transitions.0.lead', { lead: 'nobody' }],
  ])('is refused: %s', async (problem, more) => {
    expect(await take(lead('a', crm('a/1', 'Working', 1, more)))).toEqual([`REJECTED ERROR ${problem}`]);
  });
});

describe('a mapping', () => {
  it.each<[string, Omit<CrmValueMeaning, 'field'>[]]>([
    ['MISSING_STAGE values.0.stage', [{ value: 'x' }]],
    ['MISSING_STAGE values.0.stage', [{ value: 'x', meaning: 'STAGE' }]],
    ['NEEDLESS_STAGE values.0.stage', [{ value: 'x', meaning: 'OUT', stage: 'MQL' }]],
    ['UNKNOWN_STAGE values.0.stage', [{ value: 'x', stage: 'SAL' }]],
    ['MISSING_VALUE values.0.value', [{ value: ' ', stage: 'MQL' }]],
    ['TOO_LONG values.0.value', [{ value: 'x'.repeat(256), stage: 'MQL' }]],
    [
      'DUPLICATE_VALUE values.1.value',
      [
        { value: 'x', stage: 'MQL' },
        { value: ' X', meaning: 'OUT' },
      ],
    ],
    ['TOO_MANY_VALUES values', Array.from({ length: 501 }, (_, index) => ({ value: `${index}`, stage: 'MQL' }))],
  ])('is refused: %s', async (where, values) => {
    const refused = await map(...values).catch((error) => error);
    expect(`${refused.code} ${refused.path.join('.')}`).toBe(where);
  });

  it('may come before or after the values: it comes to the same', async () => {
    const values = fc.constantFrom('new', 'Working', 'lost', 'noise');
    const history = fc.array(fc.record({ lead: fc.nat(3), value: values, day: fc.nat(30) }), { maxLength: 14 });
    const meanings = [
      { value: 'New', stage: 'LEAD' },
      { value: 'working', stage: 'MQL' },
      { value: 'Lost', meaning: 'OUT' as const },
      { value: 'noise', meaning: 'IGNORED' as const },
    ];
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(14), { minLength: 4, maxLength: 4 }), async (events, mappedAfter) => {
        const made = async (when: (index: number) => number) => {
          id = await newWorkspace(database);
          await store(
            database,
            id,
            [0, 1, 2, 3].map((each) => leadUnit(`l${each}`, 0, [])),
          );
          for (const [at, event] of [...events, null].entries()) {
            for (const [index, meaning] of meanings.entries()) if (when(index) === at) await map(meaning);
            if (!event) continue;
            const transition = crm(`l${event.lead}/${at}`, event.value, event.day);
            await store(database, id, [{ transitions: [transition] }]);
          }
          expect(await verify(database, id)).toMatchObject({ wrongFacts: 0, wrongRollupCells: 0 });
          return withoutIds(await projectionsOf(database, id));
        };
        // At one instant the order of recording decides, so instants differ.
        fc.pre(new Set(events.map(({ lead, day }) => `${lead}/${day}`)).size === events.length);
        const late = (index: number) => Math.min(mappedAfter[index]!, events.length);
        expect(await made(late)).toEqual(await made(() => 0));
      }),
      { numRuns: Math.ceil(Number(process.env.LEADSTAGE_PROPERTY_RUNS ?? 60) / 6) },
    );
  }, 600_000);
});

/** The internal ids of transitions follow the order in which they took effect. */
function withoutIds(rows: readonly string[]): string[] {
  return rows.map((row) => row.replaceAll(/"(opened|closed)_by": ?\d+/g, '"$1_by":0')).sort();
}
