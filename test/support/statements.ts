import pg from 'pg';

const LONGEST = 120;

/** What makes a new connection ready belongs to no request: whether one is opened depends on the pool alone. */
const OF_A_CONNECTION = /^SET ROLE /;

/** How every statement begins that goes over the wire while `work` runs, by whichever way it is sent. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const original = pg.Client.prototype.query;
  const recording = function (this: pg.Client, ...args: unknown[]) {
    const [statement] = args as [string | { readonly text?: string }];
    texts.push(typeof statement === 'string' ? statement : (statement.text ?? ''));
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  };
  pg.Client.prototype.query = recording as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return texts
    .filter((text) => !OF_A_CONNECTION.test(text))
    .map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST));
}
