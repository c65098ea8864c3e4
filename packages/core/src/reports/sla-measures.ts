import type { SlaMeasure, SlaProposal, SlaTime } from '../measure.js';
import type { Frame } from '../report.js';
import type { SlaPolicy, SlaTarget } from '../sla.js';
import type { CalendarClock } from '../working-time.js';
import { type CalendarUse, calendarsInUse } from './sla-calendars.js';

/** The handoffs as they were judged when they opened: first response, then decision. */
export function judgedInForce(
  policies: readonly SlaPolicy[],
  calendars: readonly CalendarClock[],
  frame: Frame,
): [SlaMeasure, SlaMeasure] {
  const applying = policies.filter(({ retired }) => !retired);
  const targets = applying.map(({ id, version, calendarId, firstResponse, decision }) => ({
    ...{ policyId: id, policyVersion: version, calendarId },
    ...{ response: timeOf(firstResponse), decision: timeOf(decision) },
  }));
  const measure = (clock: SlaMeasure['clock']): SlaMeasure => {
    const uses = targets.map((target, index) => ({
      ...{ ...target, milliseconds: null, time: timeOn(target, clock) },
      since: applying[index]?.effectiveFrom ?? 0,
    }));
    return { kind: 'sla', clock, targets, calendars: calendarsInUse(ofBusiness(uses), calendars, frame), replay: null };
  };
  return [measure('RESPONSE'), measure('DECISION')];
}

/** The same handoffs judged by what is proposed. */
export function judgedAnew(
  replay: readonly SlaProposal[],
  calendars: readonly CalendarClock[],
  frame: Frame,
): [SlaMeasure, SlaMeasure] {
  const measure = (clock: SlaMeasure['clock']): SlaMeasure => {
    const uses = replay.map((proposal) => {
      const time = timeOn(proposal, clock);
      return { ...proposal, time, since: Number.NEGATIVE_INFINITY, milliseconds: time?.milliseconds ?? null };
    });
    return { kind: 'sla', clock, targets: [], calendars: calendarsInUse(ofBusiness(uses), calendars, frame), replay };
  };
  return [measure('RESPONSE'), measure('DECISION')];
}

function timeOf(target: SlaTarget | null): SlaTime | null {
  return target && { business: target.clock === 'BUSINESS', milliseconds: target.milliseconds };
}

function timeOn(targets: Pick<SlaProposal, 'response' | 'decision'>, clock: SlaMeasure['clock']): SlaTime | null {
  return clock === 'RESPONSE' ? targets.response : targets.decision;
}

type Use = Omit<CalendarUse, 'calendarId'> & { readonly calendarId: number | null; readonly time: SlaTime | null };

function ofBusiness(uses: readonly Use[]): CalendarUse[] {
  return uses.flatMap(({ calendarId, since, milliseconds, time }) =>
    calendarId !== null && time?.business ? [{ calendarId, since, milliseconds }] : [],
  );
}
