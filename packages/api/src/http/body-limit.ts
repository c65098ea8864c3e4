import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** All bodies at one time hold too much already. */
export class TooManyBodies extends Error {
  override readonly name = 'TooManyBodies';
}

/** Bodies at one time, each of the largest size. */
const BODIES = 5;

export interface Bodies {
  /**
   * Reads a body, never more of it than is allowed, whatever its header says.
   * @throws BodyTooLarge, TooManyBodies; what the connection throws when it breaks
   */
  read(request: IncomingMessage): Promise<Body>;
}

export interface Body {
  readonly stream: Readable;
  /** It is needed no longer. */
  forget(): void;
}

/** Counts what is held of the bodies of all requests together, so that many large ones cannot fill the memory. */
export function bodiesOf(maxBody: number): Bodies {
  const most = BODIES * maxBody;
  let held = 0;
  return {
    async read(request) {
      if (Number(request.headers['content-length'] ?? 0) > maxBody) throw new BodyTooLarge();
      const chunks: Buffer[] = [];
      let size = 0;
      try {
        // Not destroyed when it is left: that would close the connection before it is told why.
        for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
          size += chunk.length;
          held += chunk.length;
          if (size > maxBody) throw new BodyTooLarge();
          if (held > most) throw new TooManyBodies();
          chunks.push(chunk);
        }
      } catch (error) {
        held -= size;
        throw error;
      }
      let forgotten = false;
      return {
        stream: Readable.from(chunks, { objectMode: false }),
        forget() {
          if (!forgotten) held -= size;
          forgotten = true;
        },
      };
    },
  };
}
