import type { StageDefinition, StandardStage, Team } from '@leadstage/core';
import { describe, expect, test } from 'vitest';
import { presentLadder } from './present-ladder.js';

const NOW = 1_000;

/** `key:M` or `key:S` for the team, lowest first; `key:S!` is retired. */
function ladderOf(text: string) {
  const definitions = text.split(' ').map((each, index): StageDefinition => {
    const [key = '', team = ''] = each.split(':');
    const standard: StandardStage | null = ['LEAD', 'MQL', 'SQL', 'QSO'].includes(key) ? (key as StandardStage) : null;
    const owner: Team = team.startsWith('M') ? 'MARKETING' : 'SALES';
    const texts = { name: key, objective: null, actions: [], criteria: null, notes: null, crmValues: [] };
    const place = { id: index + 1, position: index * 10, version: 1, effectiveFrom: 0, recordedAt: 0 };
    return { ...texts, ...place, key, standard, team: owner, retired: team.endsWith('!') };
  });
  const id = (key: string) => definitions.find((each) => each.key === key)?.id ?? null;
  const ladder = presentLadder(definitions, NOW);
  const standing = (from: string | null, to: string) => {
    const target = ladder.target(id(to)!);
    return target && ladder.standing(from === null ? null : ladder.stage(id(from)), target);
  };
  return { ladder, standing, id };
}

const STANDARD = 'CONTACT:M LEAD:M MQL:M SQL:S QSO:S CUSTOMER:S';

describe('where a lead stands, for a rule', () => {
  test.each([
    [STANDARD, 'CONTACT', 'MQL', 'BELOW'],
    [STANDARD, 'LEAD', 'MQL', 'BELOW'],
    [STANDARD, 'MQL', 'MQL', 'THERE'],
    [STANDARD, 'QSO', 'MQL', 'THERE'],
    [STANDARD, null, 'MQL', 'OUT'],
    [STANDARD, 'LEAD', 'SQL', 'NEEDS_SALES'],
    [STANDARD, 'MQL', 'SQL', 'NEEDS_SALES'],
    [STANDARD, 'MQL', 'QSO', 'NEEDS_SALES'],
    [STANDARD, 'SQL', 'QSO', 'BELOW'],
    [STANDARD, 'QSO', 'CUSTOMER', 'BELOW'],
    // MQL may be a stage of sales: what was handed over is for sales to decide all the same.
    ['LEAD:M MQL:S SQL:S', 'LEAD', 'MQL', 'BELOW'],
    ['LEAD:M MQL:S SQL:S', 'MQL', 'SQL', 'NEEDS_SALES'],
    ['LEAD:M MQL:M HOT:M SQL:S', 'MQL', 'HOT', 'NEEDS_SALES'],
    ['LEAD:M MQL:M HOT:M SQL:S', 'HOT', 'SQL', 'NEEDS_SALES'],
    ['LEAD:M TRIAL:S MQL:M SQL:S', 'LEAD', 'TRIAL', 'BELOW'],
    ['LEAD:M TRIAL:S MQL:M SQL:S', 'TRIAL', 'SQL', 'BELOW'],
    // Without a handoff stage there is nobody to wait for.
    ['LEAD:M OFFER:S WON:S', 'LEAD', 'OFFER', 'BELOW'],
    // From a stage that was retired it goes by where that stood.
    ['LEAD:M OLD:S! MQL:M SQL:S', 'OLD', 'MQL', 'BELOW'],
    ['LEAD:M MQL:M OLD:S! SQL:S', 'OLD', 'MQL', 'THERE'],
  ])('%s: from %s to %s it is %s', (text, from, to, standing) => {
    expect(ladderOf(text).standing(from, to)).toBe(standing);
  });

  test('a retired stage is no target, but one that can be stood in', () => {
    const { ladder, id } = ladderOf('LEAD:M OLD:S! MQL:M');
    expect(ladder.target(id('OLD')!)).toBeNull();
    expect(ladder.stage(id('OLD'))?.key).toBe('OLD');
    expect(ladder.stage(null)).toBeNull();
    expect(ladder.stages.map(({ key }) => key)).toEqual(['LEAD', 'MQL']);
  });
});
