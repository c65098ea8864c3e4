import type { Diary } from './diary.js';
import type { Prospect } from './prospect.js';
import type { Random } from './random.js';
import {
  CLEAN_UP,
  DECISION_AFTER,
  DISQUALIFICATION_REASONS,
  FAULT,
  REFUSALS,
  REJECTION_REASONS,
  RESPONSE,
  RESPONSE_TO_DEMO_REQUEST,
  type ResponseRates,
  SKIPS_SQL,
  SPEED_FACTORS,
} from './rates.js';
import { afterBusinessDays, afterDays, afterWorkingHours, MINUTE, type WallTime } from './wall-clock.js';

export type HandoffEnd = 'SQL' | 'QSO' | 'BACK' | 'OUT' | 'OPEN';

/** How a handoff ended, and when; an open one ends where it began. */
export interface HandoffOutcome {
  readonly end: HandoffEnd;
  readonly at: WallTime;
}

/** Plays one handoff that opened at `openedAt`: first response, follow-ups, decision. */
export function playHandoff(
  prospect: Prospect,
  openedAt: WallTime,
  faultFrom: WallTime,
  diary: Diary,
  random: Random,
): HandoffOutcome {
  const faulty = openedAt >= faultFrom;
  const response = responseRates(prospect, faulty);
  if (random.chance(response.never)) return cleanUp(openedAt, diary, random);

  const hours = random.lag(response.after);
  const answeredAt = afterWorkingHours(openedAt, hours);
  const decidedAt = afterBusinessDays(answeredAt, random.lag(DECISION_AFTER)) + MINUTE;
  touch(prospect.owner, answeredAt, decidedAt, diary, random);
  return decide(prospect, acceptance(prospect, hours, faulty), faulty, decidedAt, diary, random);
}

function responseRates({ region, leadType }: Prospect, faulty: boolean): ResponseRates {
  if (faulty && region === FAULT.region) return FAULT.response;
  return leadType === 'demo_request' ? RESPONSE_TO_DEMO_REQUEST : RESPONSE;
}

function acceptance(prospect: Prospect, hours: number, faulty: boolean): number {
  const speed = SPEED_FACTORS.find(({ upTo }) => hours <= upTo)!.factor;
  const fault = faulty && isFaulty(prospect) ? FAULT.acceptance : 1;
  return prospect.rates.accepted * prospect.source.acceptance * speed * fault;
}

const isFaulty = ({ source, leadType }: Prospect): boolean =>
  source.source === FAULT.source && leadType === FAULT.leadType;

/** The first response, and up to two more between it and the decision. */
function touch(actor: string, answeredAt: WallTime, decidedAt: WallTime, diary: Diary, random: Random): void {
  diary.touch({ type: random.chance(0.65) ? 'CALL' : 'EMAIL', at: answeredAt, actor });
  for (let more = random.count(0.6); more > 0; more -= 1) {
    const at = Math.floor(answeredAt + random.uniform() * (decidedAt - answeredAt));
    diary.touch({ type: random.pick(['CALL', 'EMAIL', 'MEETING']), at: afterWorkingHours(at, 0), actor });
  }
}

function decide(
  prospect: Prospect,
  accepted: number,
  faulty: boolean,
  at: WallTime,
  diary: Diary,
  random: Random,
): HandoffOutcome {
  const actor = prospect.owner;
  if (random.chance(accepted)) {
    const to = random.chance(SKIPS_SQL) ? 'QSO' : 'SQL';
    return { end: diary.step({ to, kind: 'ACCEPTED', at, actor }) ? to : 'OPEN', at };
  }
  const kind = random.name(REFUSALS);
  if (kind === 'OPEN') return { end: 'OPEN', at };
  if (kind === 'RECYCLED') return { end: diary.step({ to: 'LEAD', kind, at, actor }) ? 'BACK' : 'OPEN', at };
  if (kind === 'DISQUALIFIED') {
    const reason = random.name(DISQUALIFICATION_REASONS);
    return { end: diary.step({ to: null, kind, at, actor, reason }) ? 'OUT' : 'OPEN', at };
  }
  const reason = random.name(faulty && isFaulty(prospect) ? FAULT.rejectionReasons : REJECTION_REASONS);
  return { end: diary.step({ to: 'LEAD', kind, at, actor, reason }) ? 'BACK' : 'OPEN', at };
}

/** Nobody answered: most stay open, some are swept back to nurture weeks later. */
function cleanUp(openedAt: WallTime, diary: Diary, random: Random): HandoffOutcome {
  const at = afterDays(openedAt, random.lag(CLEAN_UP.after));
  const swept = random.chance(CLEAN_UP.share) && diary.step({ to: 'LEAD', kind: 'RECYCLED', at });
  return { end: swept ? 'BACK' : 'OPEN', at };
}
