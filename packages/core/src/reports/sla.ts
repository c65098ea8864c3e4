import { handoffStage } from '../handoff-stage.js';
import { InvalidInput } from '../invalid-input.js';
import type { Measure, MeasureValue } from '../measure.js';
import { complianceRateOf } from '../metrics/compliance-rate.js';
import { outcomesOf, RESPONSE_BANDS, type ResponseOutcome } from '../metrics/outcome-by-response.js';
import { type Verdict, verdictOf } from '../metrics/verdict.js';
import { neverWorkedOf, wastedOf } from '../metrics/wasted.js';
import { costTells, wastedCostOf } from '../metrics/wasted-cost.js';
import type { LeadFilter, ReportQuestion } from '../question.js';
import type { Rate } from '../rate.js';
import { type Answers, type Cell, type Frame, layOut, type Report, type ReportBody } from '../report.js';
import { ratio } from '../statistics.js';
import { judgedAnew, judgedInForce } from './sla-measures.js';
import { proposalsOf } from './sla-proposals.js';

export type { ResponseOutcome } from '../metrics/outcome-by-response.js';
export type { Verdict } from '../metrics/verdict.js';

/** A target as proposed for a replay. */
export interface ProposedTarget {
  readonly clock: 'CALENDAR' | 'BUSINESS';
  /** ISO 8601, as a policy takes it: `PT1H`, `P2D` (days on the CALENDAR clock alone). */
  readonly within: string;
}

export interface ProposedPolicy {
  /** Which handoffs it judges; default all. */
  readonly filter?: LeadFilter | undefined;
  readonly firstResponse?: ProposedTarget | undefined;
  readonly decision?: ProposedTarget | undefined;
  /** Key of the business calendar behind BUSINESS targets; default the first that was defined. */
  readonly calendar?: string | undefined;
}

export interface SlaQuestion extends ReportQuestion {
  /** Upper bounds of the bands of time to first response, milliseconds, ascending, 1–20; default 1 h and 24 h. */
  readonly responseBands?: readonly number[] | undefined;
  /** Judge the same handoffs under these policies too; a handoff comes under the first whose filter it meets. */
  readonly replay?: readonly ProposedPolicy[] | undefined;
}

/** Handoffs with a target on one of the two clocks. */
export interface SlaClockFigures {
  readonly met: number;
  readonly breached: number;
  readonly overdue: number;
  readonly pending: number;
  /** met / (met + breached + overdue). */
  readonly complianceRate: Rate;
  /** Of those done and those overdue at their age: seconds on the target's own clock. */
  readonly meanDuration: number | null;
  /** Mean of duration ÷ target. */
  readonly meanRatio: number | null;
  /** SLIPPING where `meanRatio` is above 1; null where there is none. */
  readonly verdict: Verdict | null;
}

export interface SlaFigures {
  /** Opened in the period, with a policy or without. */
  readonly handoffs: number;
  readonly firstResponse: SlaClockFigures;
  readonly decision: SlaClockFigures;
  /** First response BREACHED or OVERDUE. */
  readonly wasted: number;
  /** First response OVERDUE. */
  readonly neverWorked: number;
  /** wasted × SIMPLE cost per MQL of the same period and filter; decimal text. Null where that cost is not known. */
  readonly wastedCost: string | null;
  readonly outcomes: readonly ResponseOutcome[];
  /** Null where no replay was asked for. */
  readonly replay: {
    readonly firstResponse: SlaClockFigures;
    readonly decision: SlaClockFigures;
    readonly wasted: number;
    readonly neverWorked: number;
  } | null;
}

/** Whether sales follows up in the agreed time. */
export const sla: Report<SlaQuestion, ReportBody<SlaFigures>> = {
  name: 'sla',
  async answer(question, frame, desk) {
    const bounds = checkedBands(question.responseBands ?? RESPONSE_BANDS);
    const calendars = await desk.calendars();
    const versions = calendars.map(({ calendar }) => calendar);
    const proposals = question.replay && proposalsOf(question.replay, versions, frame.asOf);
    const cost = costMeasures(frame);
    const measures: Measure[] = [
      ...judgedInForce(await desk.policies(), calendars, frame),
      { kind: 'responses', bounds },
      ...cost,
      ...(proposals ? judgedAnew(proposals, calendars, frame) : []),
    ];
    const replayAt = AFTER_JUDGING + cost.length;
    const answers = await desk.ask(measures, frame);
    return layOut(withHandoffs(answers), frame, {
      figures: (cell) => {
        const judged = judgedFigures(cell, 0);
        return {
          handoffs: handoffsIn(cell),
          ...judged,
          wastedCost: wastedCostIn(cell, judged.wasted, cost, frame),
          outcomes: outcomesOf(cell.values(OUTCOMES), bounds),
          replay: proposals ? judgedFigures(cell, replayAt) : null,
        };
      },
      weight: handoffsIn,
    });
  },
};

/** Positions in the list of measures; two clocks stand before the first. */
const OUTCOMES = 2;
const AFTER_JUDGING = 3;

/** Groups that only cost or entries know of are of no interest to an SLA. */
function withHandoffs(answers: Answers): Answers {
  return { ...answers, groups: answers.groups.filter((keys) => handoffsIn(answers.cell(null, keys)) > 0) };
}

/** Every handoff is in one of the bands, whose values come in threes. */
function handoffsIn(cell: Cell): number {
  return cell.values(OUTCOMES).reduce<number>((sum, value, index) => sum + (index % 3 === 0 ? Number(value) : 0), 0);
}

function judgedFigures(cell: Cell, position: number) {
  const firstResponse = clockFigures(cell.values(position));
  const decision = clockFigures(cell.values(position + 1));
  return { firstResponse, decision, wasted: wastedOf(firstResponse), neverWorked: neverWorkedOf(firstResponse) };
}

/** @param values what an SlaMeasure answers */
function clockFigures(values: readonly MeasureValue[]): SlaClockFigures {
  const [met = 0, breached = 0, overdue = 0, pending = 0, timed = 0, milliseconds = 0, ratios = 0] = values.map(Number);
  const mean = ratio(milliseconds, timed);
  return {
    ...{ met, breached, overdue, pending },
    complianceRate: complianceRateOf(met, breached, overdue),
    meanDuration: mean === null ? null : mean / 1_000,
    ...verdictOf(timed, ratios),
  };
}

/** Entries into MQL, spend of the total, spend of each group where it can be told; none where nobody can tell. */
function costMeasures({ ladder, filter, by }: Frame): Measure[] {
  const stage = handoffStage(ladder);
  if (!stage || !costTells(Object.keys(filter))) return [];
  const spend = { kind: 'spend', scopes: ['MARKETING'], lagDays: 0 } as const;
  return [
    { kind: 'entered', unit: 'LEAD', stage: stage.id, explicitOnly: false },
    { ...spend, part: 'TOTAL' },
    ...(by.length > 0 && costTells(by) ? [{ ...spend, part: 'GROUP' } as const] : []),
  ];
}

function wastedCostIn(cell: Cell, wasted: number, { length }: readonly Measure[], { currency }: Frame): string | null {
  const position = cell.keys === null ? 1 : 2;
  if (position >= length) return null;
  const [entered, spend] = [0, position].map((offset) => cell.values(AFTER_JUDGING + offset)[0]);
  return wastedCostOf(String(spend), Number(entered), wasted, currency);
}

const MOST_BANDS = 20;
const LONGEST_BAND = 3_660 * 86_400_000;

function checkedBands(bounds: readonly number[]): readonly number[] {
  const refuse = (path: readonly (string | number)[], message: string, expected: string) =>
    new InvalidInput('INVALID_BANDS', ['responseBands', ...path], `${message}; give ${expected}.`, expected);
  if (bounds.length < 1 || bounds.length > MOST_BANDS) {
    throw refuse(
      [],
      `${bounds.length} bands of time to first response`,
      `1 to ${MOST_BANDS}, or none for 1 h and 24 h`,
    );
  }
  bounds.forEach((bound, index) => {
    if (!Number.isInteger(bound) || bound < 1 || bound > LONGEST_BAND) {
      throw refuse([index], `A band does not end after ${bound} ms`, 'more than no time, at most 3660 days');
    }
    const before = bounds[index - 1];
    if (before !== undefined && bound <= before) {
      const message = `A band that ends after ${bound / 1_000} s does not come after one that ends after ${before / 1_000} s`;
      throw refuse([index], message, 'the ends in ascending order');
    }
  });
  return bounds;
}
