import { readFileSync, writeFileSync } from 'node:fs';

const MEGABYTE = 1_048_576;

/** The largest part of a process that was in memory at once, from now on; Linux alone tells. */
export interface Peak {
  /** Megabytes, so far. */
  read(): number;
}

/** @throws where the system does not tell of the process */
export function peakOf(pid: number): Peak {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return {
    read() {
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (kilobytes === undefined) throw new Error('the system does not tell how much memory a process has had');
      return Math.round((Number(kilobytes) * 1_024) / MEGABYTE);
    },
  };
}
