import type { Diary } from './diary.js';
import type { Prospect } from './prospect.js';
import type { Random } from './random.js';
import {
  DECISION_AFTER,
  DISQUALIFICATION_REASONS,
  FAULT,
  REFUSALS,
  REJECTION_REASONS,
  RESPONSE,
  RESPONSE_TO_DEMO_REQUEST,
  REVIEW,
  type ResponseRates,
  SKIPS_SQL,
  SPEED_FACTORS,
  TAKEN_UP,
} from './rates.js';
import { afterBusinessDays, afterDays, afterWorkingHours, DAY, MINUTE, nextAt, type WallTime } from './wall-clock.js';

/** REST: nothing comes of it, or nothing has yet. */
export type HandoffEnd = 'SQL' | 'QSO' | 'BACK' | 'OUT' | 'REST';

/** How a handoff ended, and since when its lead may go on. */
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
  if (random.chance(response.never)) return restUnanswered(openedAt, diary, random);

  const hours = random.lag(response.after);
  const answeredAt = afterWorkingHours(openedAt, hours);
  const decidedAt = afterBusinessDays(answeredAt, random.lag(DECISION_AFTER)) + MINUTE;
  touch(prospect.owner, answeredAt, decidedAt, diary, random);
  const end = decide(prospect, acceptance(prospect, hours, faulty), faulty, decidedAt, diary, random);
  if (end === null) review(openedAt, decidedAt, diary);
  return { end: end ?? 'REST', at: decidedAt };
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

/** Null: nobody decides. */
function decide(
  prospect: Prospect,
  accepted: number,
  faulty: boolean,
  at: WallTime,
  diary: Diary,
  random: Random,
): HandoffEnd | null {
  const actor = prospect.owner;
  if (random.chance(accepted)) {
    const to = random.chance(SKIPS_SQL) ? 'QSO' : 'SQL';
    return diary.step({ to, kind: 'ACCEPTED', at, actor }) ? to : 'REST';
  }
  const kind = random.name(REFUSALS);
  if (kind === 'UNDECIDED') return null;
  if (kind === 'RECYCLED') return diary.step({ to: 'LEAD', kind, at, actor }) ? 'BACK' : 'REST';
  if (kind === 'DISQUALIFIED') {
    const reason = random.name(DISQUALIFICATION_REASONS);
    return diary.step({ to: null, kind, at, actor, reason }) ? 'OUT' : 'REST';
  }
  const reason = random.name(faulty && isFaulty(prospect) ? FAULT.rejectionReasons : REJECTION_REASONS);
  return diary.step({ to: 'LEAD', kind, at, actor, reason }) ? 'BACK' : 'REST';
}

/** What still waits at a weekly review goes back to marketing. Answers when that is. */
function review(openedAt: WallTime, workedUntil: WallTime, diary: Diary): WallTime {
  const at = nextAt(REVIEW.weekday, REVIEW.time, Math.max(openedAt + REVIEW.afterDays * DAY, workedUntil));
  diary.step({ to: 'LEAD', kind: 'RECYCLED', at });
  return at;
}

/** Nobody answered: the review takes it back, and some are taken up again weeks later. */
function restUnanswered(openedAt: WallTime, diary: Diary, random: Random): HandoffOutcome {
  const restedAt = afterDays(openedAt, random.lag(TAKEN_UP.after));
  const isTakenUp = random.chance(TAKEN_UP.share);
  const at = Math.max(restedAt, review(openedAt, openedAt, diary));
  return { end: isTakenUp && diary.covers(at) ? 'BACK' : 'REST', at };
}
