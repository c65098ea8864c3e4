import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Over how long the delay is looked at, milliseconds. */
const WINDOW_MS = 1_000;
const RESOLUTION_MS = 20;

/**
 * How late the event loop has been at most in the last second or two, milliseconds. It is watched by the runtime and
 * read when somebody asks, so that it costs nothing in between.
 * @param clock milliseconds
 */
export function watchEventLoop(clock: () => number = () => performance.now()): () => number {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let since = clock();
  let before = 0;
  return () => {
    const now = clock();
    const latest = histogram.count > 0 ? histogram.max / 1e6 - RESOLUTION_MS : 0;
    if (now - since >= WINDOW_MS) {
      before = now - since < 2 * WINDOW_MS ? latest : 0;
      since = now;
      histogram.reset();
      return before;
    }
    return Math.max(before, latest);
  };
}
