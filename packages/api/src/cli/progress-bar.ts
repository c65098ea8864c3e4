import { Presets, SingleBar } from 'cli-progress';

/** A bar on standard error, so that standard output stays clean; without a terminal, a line now and then. */
export interface ProgressBar {
  update(done: number, total: number): void;
  stop(): void;
}

const LINE_EVERY_MS = 5_000;

/** @param unit what is counted, e.g. `leads` */
export function progressBar(label: string, unit: string): ProgressBar {
  const bar = new SingleBar(
    {
      format: `${label} {bar} {percentage}% | {value}/{total} ${unit}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: true,
      notTTYSchedule: LINE_EVERY_MS,
      formatValue: (value, _options, type) => (type === 'percentage' ? String(value) : value.toLocaleString('en')),
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
