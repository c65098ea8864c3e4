import type { Lag } from '../../kernel.js';
import { findStage, type StageDefinition } from '../../ladder.js';
import type { Measure, MeasureValue, Tally } from '../../measure.js';
import { lagDaysOf } from '../../metrics/lag.js';
import type { Desk, Frame } from '../../report.js';
import { decisionTime } from './decision-time.js';
import type { AskedCost } from './question.js';

/** How long leads take to each stage, derived once for all groups and buckets. Empty where that cannot be said. */
export interface StageLags {
  /** One lag, of one weight. */
  readonly shifted: (stage: StageDefinition) => readonly Lag[];
  /** What each lead took. */
  readonly kernel: (stage: StageDefinition) => readonly Lag[];
}

/** Asks for what the lags are made of: one statement, of leads that pass the filter, over the whole period. */
export async function lagsOf(asked: AskedCost, frame: Frame, desk: Desk): Promise<StageLags> {
  const { lead } = asked;
  const above = (stage: StageDefinition) => lead !== undefined && stage.position > lead.position;
  const times = new Map<number, readonly MeasureValue[]>();
  const lags = new Map<number, readonly Lag[]>();
  const timed = stagesTimed(asked, frame).filter(above);
  const spread = asked.method === 'KERNEL' ? withCustomer(asked, asked.stages).filter(above) : [];
  const from = lead?.id ?? 0;
  const measures: Measure[] = [
    ...timed.map(({ id: to }) => ({ kind: 'duration', from, to, basis: 'TO', bounds: [], clock: null }) as const),
    ...spread.map(({ id: to }) => ({ kind: 'lag', from, to }) as const),
  ];
  if (measures.length > 0) {
    const total = (await desk.ask(measures, { ...frame, by: [], buckets: [] })).cell(null, null);
    timed.forEach(({ id }, index) => void times.set(id, total.values(index)));
    spread.forEach(({ id }, index) => void lags.set(id, lagsOfTally(total.values(timed.length + index)[0] as Tally)));
  }
  const shifted = await shiftedBy(asked, frame, desk, times);
  const none = lead ? [{ days: 0, leads: 1 }] : [];
  return {
    shifted: (stage) => {
      const days = lead && !above(stage) && asked.lagDays === null ? 0 : shifted(stage);
      return days === null ? [] : [{ days, leads: 1 }];
    },
    kernel: (stage) => (above(stage) ? (lags.get(stage.id) ?? []) : none),
  };
}

/** The stages whose mean time is asked for. */
function stagesTimed(asked: AskedCost, frame: Frame): readonly StageDefinition[] {
  if (asked.lagDays !== null) return [];
  const shown = asked.method === 'SHIFTED' || asked.method === 'ROLLING' ? asked.stages : [];
  const stages = withCustomer(asked, shown);
  if (asked.lagFrom === 'OBSERVED') return stages;
  const mql = findStage(frame.ladder, 'MQL');
  return mql ? [...new Set([mql, ...stages.filter((stage) => stage.position <= mql.position)])] : [];
}

function withCustomer({ customer }: AskedCost, stages: readonly StageDefinition[]): readonly StageDefinition[] {
  return customer ? [...new Set([...stages, customer])] : stages;
}

/** The lag of stages above LEAD, or of all where it is given. */
async function shiftedBy(
  { lagDays, lagFrom, roundTo, policy }: AskedCost,
  frame: Frame,
  desk: Desk,
  times: ReadonlyMap<number, readonly MeasureValue[]>,
): Promise<(stage: StageDefinition) => number | null> {
  if (lagDays !== null) return () => lagDays;
  const mean = (id: number, onTop?: Parameters<typeof lagDaysOf>[2]) => {
    const values = times.get(id);
    return values ? lagDaysOf(values, roundTo, onTop) : null;
  };
  if (lagFrom === 'OBSERVED') return ({ id }) => mean(id);
  const mql = findStage(frame.ladder, 'MQL');
  const calendars = (await desk.calendars()).map(({ calendar }) => calendar);
  const target = decisionTime(await desk.policies(), calendars, frame.asOf, policy);
  return (stage) => {
    if (!mql) return null;
    if (stage.position <= mql.position) return mean(stage.id);
    return target === null ? null : mean(mql.id, target);
  };
}

function lagsOfTally(tally: Tally): Lag[] {
  return tally.map(([days, leads]) => ({ days: Number(days), leads: Number(leads) }));
}
