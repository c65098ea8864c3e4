import { IN_COMPLIANCE } from '../counted-in.js';
import { rateOf } from '../rate.js';
import type { Desk, Frame, GroupKeys } from '../report.js';
import { sla } from '../reports/sla.js';
import type { Counted, Panel } from './panel.js';
import { handoffStep, type Subject } from './subject.js';
import { type Window, watchedDates } from './window.js';

/** How well first responses keep to the SLA, over the cells of a frame. */
export type ComplianceCounter = (frame: Frame, desk: Desk) => Promise<Counted>;

/** Of the sla report: met / (met + breached + overdue) on the clock of first response. */
export const slaCompliance: ComplianceCounter = async (frame, desk) => {
  const { total, groups, series } = await sla.answer({ period: frame.period, by: frame.by }, frame, desk);
  const byKeys = new Map(groups.map((group) => [JSON.stringify(group.keys), group]));
  return {
    groups: groups.map(({ keys }) => keys),
    rate(bucket, keys) {
      const cell = keys === null ? { figures: total, series } : byKeys.get(JSON.stringify(keys));
      const figures = bucket === null ? cell?.figures : cell?.series[bucket]?.figures;
      return figures?.firstResponse.complianceRate ?? rateOf(0, 0);
    },
  };
};

/**
 * The follow-up, where the workspace has policies and the ladder a handoff. Handoffs are asked by whole dates: those
 * opened on the last dates, not yet watched for W, are left out.
 */
export async function followUpPanel(
  frame: Frame,
  { watchedUntil }: Window,
  desk: Desk,
  compliance: ComplianceCounter,
): Promise<Panel | null> {
  const step = handoffStep(frame.ladder);
  if (step === null || (await desk.policies()).length === 0) return null;
  const subject: Subject = { metric: 'complianceRate', step, trouble: 'FOLLOW_UP', team: step.to.team };
  return {
    subjects: [subject],
    until: watchedDates(watchedUntil, frame.calendar),
    hasBaseline: true,
    counted: () => ({
      numerator: { kind: 'sla', clock: 'RESPONSE', statuses: IN_COMPLIANCE.numerator },
      denominator: { kind: 'sla', clock: 'RESPONSE', statuses: IN_COMPLIANCE.denominator },
    }),
    count: async (asked) => [await compliance(asked, desk)],
  };
}

/** Acceptance per handoff, for benchmarks of it; over time it is judged per lead, as the step rate. */
export function acceptancePanel(frame: Frame, { watchedUntil }: Window, desk: Desk): Panel | null {
  const step = handoffStep(frame.ladder);
  if (step === null) return null;
  const subject: Subject = { metric: 'acceptanceRate', step, trouble: 'QUALIFICATION', team: step.to.team };
  return {
    subjects: [subject],
    until: watchedDates(watchedUntil, frame.calendar),
    hasBaseline: false,
    counted: () => ({
      numerator: { kind: 'handoffs', state: 'ACCEPTED' },
      denominator: { kind: 'handoffs', state: null },
    }),
    async count(asked) {
      const answers = await desk.ask([{ kind: 'handoffs' }], asked);
      const rate = (bucket: number | null, keys: GroupKeys | null) => {
        const [all, accepted] = answers.cell(bucket, keys).values(0);
        return rateOf(Number(accepted), Number(all));
      };
      return [{ groups: answers.groups, rate }];
    },
  };
}
