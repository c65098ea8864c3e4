import type { Measure } from '../../measure.js';
import { type Answers, byName, type Desk, type Frame } from '../../report.js';
import { type Line, nameOf, type RunPlan, type RunPlans } from './lines.js';
import { memoized } from './memoized.js';
import type { AskedCost } from './question.js';
import { partMeasures, runOfParts, type SpendRun } from './spend-run.js';
import { rollingTable, type SpendTable, weighedTable } from './spend-table.js';
import { attributeMeasures, type LeadEntries, runSpread, spreadAttributes } from './spread-run.js';
import { type Cuts, splitAnswers, stretched } from './stretches.js';

/** What was answered to the measures of entries, and the spend of any line that lags are known of. */
export interface Counted {
  readonly entries: Answers;
  readonly table: (line: Line) => SpendTable;
  readonly runs: readonly SpendRun[];
}

/**
 * Asks for entries and spend: one statement; one more for KERNEL, whose spend is cut by every lag, and two more where
 * loose cost is spread, which needs groups of its own.
 */
export async function askAll(
  measures: readonly Measure[],
  { shifted, kernel }: RunPlans,
  asked: AskedCost,
  frame: Frame,
  cuts: Cuts,
  desk: Desk,
): Promise<Counted> {
  const stretches = stretched(frame, cuts);
  const attributes = spreadAttributes(frame);
  const spreads = asked.allocation === 'BY_ENTRIES' && attributes.length > 0;
  const spreadIn = (plain: Frame): Frame => ({ ...plain, by: attributes, filter: {} });
  const partsOf = ({ scopes, lagDays }: RunPlan) => partMeasures(scopes, lagDays, frame);
  const kernelStretches = stretched(frame, kernel[0]?.cuts ?? cuts);
  const ask = async (lists: readonly (readonly Measure[])[], of: Frame) =>
    splitAnswers(
      await desk.ask(lists.flat(), of),
      lists.map(({ length }) => length),
    );

  if (!spreads) {
    const [entries, ...answers] = await ask([measures, ...shifted.map(partsOf)], stretches);
    const byDay = await ask(kernel.map(partsOf), kernelStretches);
    return counted(entries as Answers, frame, {
      shifted: runsOf(shifted, answers, (plan, each) => runOfParts(each, stretches, plan.cuts)),
      kernel: runsOf(kernel, byDay, (plan, each) => runOfParts(each, kernelStretches, plan.cuts)),
    });
  }
  const entries = await desk.ask(measures, stretches);
  const leads = await leadEntries(asked, spreadIn({ ...frame, buckets: [] }), desk);
  const allOf = ({ scopes, lagDays }: RunPlan) => attributeMeasures(scopes, lagDays);
  const spread = async (plans: readonly RunPlan[], of: Frame) =>
    runsOf(plans, await ask(plans.map(allOf), of), (plan, each) => runSpread(each, frame, of, plan.cuts, leads));
  return counted(entries, frame, {
    shifted: await spread(shifted, spreadIn(stretches)),
    kernel: await spread(kernel, spreadIn(kernelStretches)),
  });
}

type Runs = ReadonlyMap<string, SpendRun>;

function runsOf(
  plans: readonly RunPlan[],
  answers: readonly Answers[],
  runOf: (plan: RunPlan, answers: Answers) => SpendRun,
): Runs {
  return new Map(plans.map((plan, index) => [nameOf(plan), runOf(plan, answers[index] as Answers)]));
}

/** Lines that say the same share a table. */
function counted(entries: Answers, frame: Frame, { shifted, kernel }: { shifted: Runs; kernel: Runs }): Counted {
  const tables = new Map<string, SpendTable>();
  const tableOf = (line: Line): SpendTable => {
    const lagDays = line.lags[0]?.days ?? 0;
    const run = line.isKernel
      ? kernel.get(nameOf({ scopes: line.scopes, lagDays: 0 }))
      : shifted.get(nameOf({ scopes: line.scopes, lagDays }));
    if (!run) throw new RangeError('the spend of this line was not asked for');
    if (line.rollingDays !== null) return rollingTable(run, lagDays, line.rollingDays, frame);
    return weighedTable(run, line.lags, frame);
  };
  return {
    entries,
    runs: [...shifted.values(), ...kernel.values()],
    table: memoized((line: Line) => {
      const name = JSON.stringify(line);
      const table = tables.get(name) ?? tableOf(line);
      tables.set(name, table);
      return table;
    }),
  };
}

/** Entries into LEAD over the period by every attribute, whatever the filter. */
async function leadEntries({ lead }: AskedCost, frame: Frame, desk: Desk): Promise<LeadEntries> {
  if (!lead) return [];
  const { groups, cell } = await desk.ask(
    [{ kind: 'entered', unit: 'LEAD', stage: lead.id, explicitOnly: false }],
    frame,
  );
  return [...groups]
    .sort(byName)
    .map((keys) => ({ keys, leads: BigInt(Number(cell(null, keys).values(0)[0])) }))
    .filter(({ leads }) => leads > 0n);
}
