import { type Answers, byName, type GroupKeys, layOut, type Report, type ReportBody } from '../report.js';
import { askAll, type Counted } from './cost/ask-spend.js';
import { cellFigures } from './cost/cell-figures.js';
import { entryCounts, entryCuts, entryMeasures, entryWindow } from './cost/entries.js';
import type { CostFigures } from './cost/figures.js';
import { intervalsOf } from './cost/intervals.js';
import { lagsOf } from './cost/lags.js';
import { linesOf, runPlans } from './cost/lines.js';
import { askedCost, type CostQuestion } from './cost/question.js';
import { stretched } from './cost/stretches.js';

export type {
  BeforeFirstCost,
  Cac,
  CostFigures,
  CostInterval,
  CostStage,
  PipelineValue,
  Roi,
} from './cost/figures.js';
export type { CostAllocation, CostMethod, CostQuestion, LagSource } from './cost/question.js';

/** Groups beyond these have no interval: 2,000 resamples of each are more than a reader waits for. */
const MOST_INTERVALS = 50;

/** What one lead at each stage has cost, what a customer has, and what came back of it. */
export const cost: Report<CostQuestion, ReportBody<CostFigures>> = {
  name: 'cost',
  async answer(question, frame, desk) {
    const asked = askedCost(question, frame);
    const lines = linesOf(asked, await lagsOf(asked, frame, desk));
    const cuts = entryCuts(asked, frame);
    const counted = await askAll(entryMeasures(asked, frame), runPlans(lines, frame, cuts), asked, frame, cuts, desk);
    const counts = entryCounts(counted.entries, asked, frame, stretched(frame, cuts), cuts);
    const weigh = (keys: GroupKeys) => {
      const [first] = asked.stages;
      return first ? counts.entered(first, entryWindow(asked, frame.period), keys) : 0;
    };
    const groups = groupsOf(counted);
    const largest = [...groups].sort((a, b) => weigh(b) - weigh(a) || byName(a, b)).slice(0, MOST_INTERVALS);
    const { table } = counted;
    const intervals = await intervalsOf(asked, frame, lines, counts, table, [null, ...largest], desk.breathe);
    const figures = cellFigures(asked, frame, lines, counts, table, intervals);
    const cell: Answers['cell'] = (bucket, keys) => ({
      period: (bucket === null ? undefined : frame.buckets[bucket]) ?? frame.period,
      bucket,
      keys,
      values: () => [],
    });
    const body = layOut({ groups, cell }, frame, { figures, weight: ({ keys }) => (keys ? weigh(keys) : 0) });
    return { ...body, groups: body.groups.filter((group) => [group, ...group.series].some(hasAnything)) };
  },
};

/** Those that leads or spend are of. */
function groupsOf({ entries, runs }: Counted): GroupKeys[] {
  const all = [...entries.groups, ...runs.flatMap(({ groups }) => groups)];
  return [...new Map(all.map((keys) => [JSON.stringify(keys), keys])).values()];
}

/** Leads and spend that were read to work out a window need not lie in one. */
function hasAnything({ figures: { stages, cac, roi, pipelineValue } }: { readonly figures: CostFigures }): boolean {
  const isMoney = (amount: string | null | undefined) => amount != null && Number(amount) !== 0;
  return (
    stages.some(({ entered, spend }) => entered > 0 || isMoney(spend)) ||
    (cac !== null && (cac.entered > 0 || isMoney(cac.spend))) ||
    (roi !== null && (roi.won > 0 || isMoney(roi.spend))) ||
    (pipelineValue !== null && pipelineValue.leads > 0)
  );
}
