import { leadsOf } from '../../kernel.js';
import { type Breathe, percentileInterval, resamplesOf } from '../../kernel-interval.js';
import type { StageDefinition } from '../../ladder.js';
import { moneyOfMinor } from '../../money.js';
import type { Frame, GroupKeys } from '../../report.js';
import type { Counted } from './ask-spend.js';
import { type EntryCounts, entryWindow } from './entries.js';
import type { CostInterval } from './figures.js';
import type { Line, Lines } from './lines.js';
import type { AskedCost } from './question.js';

/** Of a stage shown and a group (null: the total), over the whole period; null where there is none. */
export type Intervals = (stage: number, keys: GroupKeys | null) => CostInterval | null;

/** Whether a lag was measured for each lead, so that luck moves what the stage cost. */
export function hasMeasuredLags({ lead }: AskedCost, line: Line, stage: StageDefinition): boolean {
  return line.isKernel && lead !== undefined && stage.position > lead.position;
}

/**
 * All intervals, worked out before the figures are laid out: they take a second, so others are served between.
 * @param groups those that have intervals, the total being null
 */
export async function intervalsOf(
  asked: AskedCost,
  { period, currency }: Pick<Frame, 'period' | 'currency'>,
  lines: Lines,
  counts: EntryCounts,
  table: Counted['table'],
  groups: readonly (GroupKeys | null)[],
  breathe: Breathe,
): Promise<Intervals> {
  const known = new Map<string, CostInterval>();
  const money = (minor: bigint) => moneyOfMinor(String(minor), currency);
  for (const [index, line] of lines.stages.entries()) {
    const stage = asked.stages[index] as StageDefinition;
    const leads = leadsOf(line.lags);
    if (!hasMeasuredLags(asked, line, stage) || leads === 0n) continue;
    const resamples = await resamplesOf(
      line.lags.map((lag) => lag.leads),
      breathe,
    );
    for (const keys of groups) {
      const entered = counts.entered(stage, entryWindow(asked, period), keys);
      if (entered === 0) continue;
      const { low, high } = percentileInterval(resamples, table(line).byLag(keys), leads * BigInt(entered));
      known.set(nameOf(index, keys), { low: money(low), high: money(high) });
      await breathe();
    }
  }
  return (stage, keys) => known.get(nameOf(stage, keys)) ?? null;
}

function nameOf(stage: number, keys: GroupKeys | null): string {
  return JSON.stringify([stage, keys]);
}
