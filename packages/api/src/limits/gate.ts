/** Lets so many through at one time, and a few more wait for a while. */
export interface Gate {
  /**
   * Resolves when it is this one's turn, with what must be called once it is through.
   * @param signal takes it out of the queue
   * @throws Overloaded when the queue is full, or it has waited too long, or the signal was aborted
   */
  enter(signal?: AbortSignal): Promise<() => void>;
  readonly inside: number;
  readonly waiting: number;
}

export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

export interface GateOptions {
  readonly atOnce: number;
  readonly mostWaiting: number;
  /** Milliseconds. */
  readonly longestWait: number;
  /** While it is so, nobody is let wait: who finds a place goes in, and who does not goes away. */
  readonly isStrained?: () => boolean;
}

export function gate({ atOnce, mostWaiting, longestWait, isStrained = () => false }: GateOptions): Gate {
  let inside = 0;
  // In the order in which they came.
  const queue = new Set<() => void>();

  const leaving = () => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      inside -= 1;
      const [next] = queue;
      if (next) next();
    };
  };
  const goIn = () => {
    inside += 1;
    return leaving();
  };
  return {
    async enter(signal) {
      if (inside < atOnce) return goIn();
      if (queue.size >= mostWaiting || signal?.aborted || isStrained()) throw new Overloaded();
      return new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', giveUp);
          queue.delete(turn);
        };
        const turn = () => {
          settle();
          resolve(goIn());
        };
        const giveUp = () => {
          settle();
          reject(new Overloaded());
        };
        const timer = setTimeout(giveUp, longestWait);
        signal?.addEventListener('abort', giveUp, { once: true });
        queue.add(turn);
      });
    },
    get inside() {
      return inside;
    },
    get waiting() {
      return queue.size;
    },
  };
}
