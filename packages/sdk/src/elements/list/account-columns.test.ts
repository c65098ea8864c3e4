import type { Account } from '@leadstage/sdk';
import { expect, test } from 'vitest';
import { COMMON_WORDS } from '../words/common-words.js';
import { formatsFor } from '../words/formats.js';
import { accountColumns, accountTable } from './account-columns.js';
import { LIST_WORDS } from './list-words.js';

const scene = { words: COMMON_WORDS.en, listWords: LIST_WORDS.en, formats: formatsFor('en') };
const [mql, sql] = [
  { key: 'MQL', name: 'Qualified' },
  { key: 'SQL', name: 'Sales qualified' },
];
const known: Account = {
  ...{ id: '1', externalId: 'a-1', name: 'Acme', domain: 'acme.example', target: true, tier: 'A' },
  ...{ leadCount: 1_200, openHandoffs: 3, furthestStage: sql, stages: [{ stage: mql, leads: 9 }] },
};
const unknown: Account = {
  ...{ id: '2', externalId: 'a-2', name: null, domain: null, target: false, tier: null },
  ...{ leadCount: 0, openHandoffs: 0, furthestStage: null, stages: [] },
};

test('a file has everything of each account, exact, and nothing for what is not known', () => {
  const { columns, rows } = accountTable('Accounts', [known, unknown], scene);
  expect(columns.map(({ title }) => title)).toEqual([
    ...['External id', 'Name', 'Domain', 'Target account', 'Tier', 'Furthest stage', 'Leads', 'Open handoffs'],
  ]);
  expect(rows.map((cells) => cells.map(({ value }) => value))).toEqual([
    ['a-1', 'Acme', 'acme.example', '✓', 'A', 'Sales qualified', 1_200, 3],
    ['a-2', null, null, null, null, null, 0, 0],
  ]);
});

test('a row tells how far its leads have come, and how many there are', () => {
  const told = (account: Account) =>
    accountColumns(scene)
      .slice(1)
      .map(({ shown }) => shown(account));
  expect(told(known)).toEqual(['Sales qualified', '1,200', '3', 'A', 'acme.example']);
  expect(told(unknown)).toEqual(['No stage', '0', '0', '–', '–']);
});
