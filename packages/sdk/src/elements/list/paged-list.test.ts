import type { ReactiveControllerHost } from 'lit';
import { describe, expect, it } from 'vitest';
import { type ListSource, PagedList, type PageOf } from './paged-list.js';

const host = { addController() {}, requestUpdate() {} } as unknown as ReactiveControllerHost;

/** Of the numbers below `count`; cursors are the number of what went before. */
function numbers(count: number, asked: PageOf[] = []): ListSource<number> {
  return async (page) => {
    asked.push(page);
    const from = Number(page.after ?? 0);
    const end = Math.min(count, from + page.first);
    const items = Array.from({ length: end - from }, (_, index) => from + index);
    return { items, totalCount: count, hasNextPage: end < count, endCursor: String(end) };
  };
}

describe('a list in pages', () => {
  it('shows 20, and 20 more where it is asked to', async () => {
    const list = new PagedList<number>(host);
    const asked: PageOf[] = [];
    await list.begin(numbers(45, asked));
    expect([list.items.length, list.totalCount, list.hasNextPage, list.waits]).toEqual([20, 45, true, false]);
    await list.more();
    await list.more();
    expect(list.items).toEqual(Array.from({ length: 45 }, (_, index) => index));
    expect(list.hasNextPage).toBe(false);
    expect(asked.map(({ after }) => after)).toEqual([null, '20', '40']);
  });

  it('keeps what it has where a page fails, and asks for that again', async () => {
    const list = new PagedList<number>(host);
    let fails = false;
    const all = numbers(30);
    await list.begin(async (page, options) => {
      if (fails) throw new Error('away');
      return all(page, options);
    });
    fails = true;
    await list.more();
    expect([list.items.length, list.error, list.waits]).toEqual([20, new Error('away'), false]);
    fails = false;
    await list.more();
    expect([list.items.length, list.error]).toEqual([30, null]);
  });

  it('forgets the page of the list before', async () => {
    const list = new PagedList<number>(host);
    let answer: (() => void) | undefined;
    const slow: ListSource<number> = (page, options) =>
      new Promise((resolve) => {
        answer = () => resolve(numbers(3)(page, options));
      });
    const first = list.begin(slow);
    await list.begin(numbers(1));
    answer?.();
    await first;
    expect([list.items, list.totalCount]).toEqual([[0], 1]);
    await list.begin(null);
    expect([list.items, list.totalCount, list.waits]).toEqual([[], null, false]);
  });

  it('gives all of it by hundreds, telling how many are there, until it is told to end', async () => {
    const list = new PagedList<number>(host);
    await list.begin(numbers(250));
    const told: (readonly [number, number])[] = [];
    const all = await list.all(new AbortController().signal, (done, of) => told.push([done, of]));
    expect([all.length, told]).toEqual([
      250,
      [
        [100, 250],
        [200, 250],
        [250, 250],
      ],
    ]);
    const ended = new AbortController();
    await expect(list.all(ended.signal, () => ended.abort())).rejects.toThrow('aborted');
  });

  it('is not led in a circle', async () => {
    const list = new PagedList<number>(host);
    await list.begin(async () => ({ items: [1], totalCount: 9, hasNextPage: true, endCursor: 'same' }));
    expect(await list.all(new AbortController().signal, () => {})).toEqual([1, 1]);
  });
});
