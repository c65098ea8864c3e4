import { describe, expect, it } from 'vitest';
import { chosen } from './with-workspace.js';

const ONE = { id: '00000000-0000-4000-8000-000000000001', name: 'Acme' };
const OTHER = { id: '00000000-0000-4000-8000-000000000002', name: 'Umbrella' };
const NAMESAKE = { id: '00000000-0000-4000-8000-000000000003', name: 'Acme' };

describe('the workspace that is meant', () => {
  it.each([
    ['by its name', [ONE, OTHER], 'Umbrella', OTHER],
    ['by its id', [ONE, OTHER], OTHER.id, OTHER],
    ['by its id among namesakes', [ONE, NAMESAKE], NAMESAKE.id, NAMESAKE],
    ['without a name, where there is one alone', [ONE], undefined, ONE],
  ] as const)('is found %s', (_how, workspaces, name, expected) => {
    expect(chosen(workspaces, name)).toBe(expected);
  });

  it.each([
    ['that is not there', [ONE, OTHER], 'Initech', /no workspace "Initech".*"Acme", "Umbrella"/],
    ['where there are several', [ONE, OTHER], undefined, /several workspaces.*"Acme", "Umbrella"/],
    ['where there is none', [], undefined, /no workspace yet/],
    ['that two have', [ONE, NAMESAKE], 'Acme', /2 workspaces are named "Acme".*0001, .*0003\.$/],
  ] as const)('is asked for by a name %s', (_how, workspaces, name, message) => {
    expect(() => chosen(workspaces, name)).toThrow(message);
  });
});
