import { describe, expect, it } from 'vitest';
import { keyStore, type Store } from './key-store.js';

function memory() {
  const kept = new Map<string, string>();
  const store: Store = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
  return { kept, store: () => store };
}

const forbidden = (): Store => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('the key', () => {
  it('is kept in the tab unless it is to stay', () => {
    const [tab, computer] = [memory(), memory()];
    const keys = keyStore(tab.store, computer.store);
    keys.keep('lsk_1', false);
    expect([tab.kept.size, computer.kept.size, keys.read()]).toEqual([1, 0, 'lsk_1']);
    keys.keep('lsk_2', true);
    expect([tab.kept.size, computer.kept.size, keys.read()]).toEqual([0, 1, 'lsk_2']);
    keys.forget();
    expect([tab.kept.size, computer.kept.size, keys.read()]).toEqual([0, 0, null]);
  });

  it('is not kept where the browser forbids it', () => {
    const keys = keyStore(forbidden, forbidden);
    keys.keep('lsk_1', true);
    expect(keys.read()).toBeNull();
  });
});
