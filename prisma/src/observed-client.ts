import pg from 'pg';

/** Told of each statement as it is sent; what it returns is called once the statement has ended, with what went wrong. */
export type StatementObserver = (text: string) => (error?: unknown) => void;

type Query = (...given: unknown[]) => unknown;
type Callback = (error: unknown, ...rest: unknown[]) => void;

/** Connections whose statements are observed, whichever way they are sent: through a transaction of ours or by Prisma. */
export function clientObservedBy(observe: StatementObserver): typeof pg.Client {
  class ObservedClient extends pg.Client {}
  const send = pg.Client.prototype.query as Query;
  ObservedClient.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
    const text = textOf(given[0]);
    if (text === null) return send.apply(this, given);
    const ended = observe(text);
    const callback = given.at(-1);
    if (typeof callback === 'function') {
      given[given.length - 1] = (error: unknown, ...rest: unknown[]) => {
        ended(error);
        (callback as Callback)(error, ...rest);
      };
      return send.apply(this, given);
    }
    const answer = send.apply(this, given) as Promise<unknown>;
    answer.then(() => ended(), ended);
    return answer;
  } as typeof pg.Client.prototype.query;
  return ObservedClient;
}

/** Null for what runs itself, such as a cursor. */
function textOf(statement: unknown): string | null {
  if (typeof statement === 'string') return statement;
  const { text, submit } = (statement ?? {}) as { readonly text?: unknown; readonly submit?: unknown };
  return typeof text === 'string' && typeof submit !== 'function' ? text : null;
}
