import pg from 'pg';

const LONGEST = 120;

/** What makes a new connection ready belongs to no request: whether one is opened depends on the pool alone. */
const OF_A_CONNECTION = /^SET ROLE /;
/** Nor does the note of a key's last use, which is made beside requests, once a minute. */
const OF_A_KEY = /^\s*UPDATE api_key SET last_used_at/;

interface Sent {
  readonly text: string;
  readonly client: pg.Client;
  rows: number;
}

export interface Trips<Result> {
  readonly texts: string[];
  /** How many rows came back in all. */
  readonly rows: number;
  readonly result: Result;
}

/** How every statement begins that goes over the wire while `work` runs, by whichever way it is sent. */
export async function statementsOf(work: () => Promise<unknown>, options: { notes?: boolean } = {}): Promise<string[]> {
  return (await tripsOf(work, options)).texts;
}

/**
 * The same, with how many rows came back, and what `work` made of them.
 * @param options notes: whether notes of a key's use are among them
 */
export async function tripsOf<Result>(work: () => Promise<Result>, { notes = false } = {}): Promise<Trips<Result>> {
  const sent: Sent[] = [];
  const original = pg.Client.prototype.query;
  const recording = function (this: pg.Client, ...args: unknown[]) {
    const [statement] = args as [string | { readonly text?: string }];
    const one = { client: this, text: typeof statement === 'string' ? statement : (statement.text ?? ''), rows: 0 };
    sent.push(one);
    const answer = (original as (...all: unknown[]) => unknown).apply(this, args);
    if (!(answer instanceof Promise)) return answer;
    return answer.then((told: { readonly rowCount?: number | null }) => {
      one.rows = told.rowCount ?? 0;
      return told;
    });
  };
  pg.Client.prototype.query = recording as typeof original;
  let result: Result;
  try {
    result = await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  const left = notes ? new Set<Sent>() : notesIn(sent);
  const own = sent.filter((each) => !OF_A_CONNECTION.test(each.text) && !left.has(each));
  return {
    texts: own.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST)),
    rows: own.reduce((sum, { rows }) => sum + rows, 0),
    result,
  };
}

/** The notes with their transactions: the statement before and the one after, on the same connection. */
function notesIn(sent: readonly Sent[]): Set<Sent> {
  const notes = sent.filter(({ text }) => OF_A_KEY.test(text));
  return new Set(
    notes.flatMap((note) => {
      const own = sent.filter(({ client }) => client === note.client);
      const at = own.indexOf(note);
      return own.slice(Math.max(at - 1, 0), at + 2);
    }),
  );
}
