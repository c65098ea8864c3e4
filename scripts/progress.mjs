const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
/** Milliseconds between two signs of life where the output is a log and no terminal. */
const HEARTBEAT = 15_000;

/** Shows that `work` is under way, and how long it took: `✓ Installed packages  41.2 s`. Returns what `work` returns. */
export async function showProgress({ doing, done }, work, out = process.stderr) {
  const start = performance.now();
  const seconds = (digits) => `${((performance.now() - start) / 1000).toFixed(digits)} s`;
  const stop = out.isTTY ? spin(out, doing, seconds) : tell(out, doing, seconds);
  try {
    const result = await work();
    stop();
    out.write(`✓ ${done}  ${seconds(1)}\n`);
    return result;
  } catch (error) {
    stop();
    out.write(`✗ ${doing}: failed after ${seconds(1)}\n`);
    throw error;
  }
}

function spin(out, doing, seconds) {
  let frame = 0;
  const draw = () => out.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${doing}  ${seconds(0)}`);
  draw();
  const timer = setInterval(draw, 100);
  const stop = () => {
    clearInterval(timer);
    process.off('exit', stop);
    out.write('\r\x1b[2K');
  };
  process.on('exit', stop);
  return stop;
}

function tell(out, doing, seconds) {
  out.write(`… ${doing}\n`);
  const timer = setInterval(() => out.write(`  still at it after ${seconds(0)}\n`), HEARTBEAT);
  return () => clearInterval(timer);
}
