import { Diary } from './diary.js';
import { type HandoffEnd, playHandoff } from './handoff.js';
import type { Prospect } from './prospect.js';
import type { Random } from './random.js';
import { CONTACT_TO_LEAD, NURTURE, REOPENING, SKIPS_MQL } from './rates.js';
import { playSale } from './sale.js';
import { afterBusinessDays, afterDays, type WallTime } from './wall-clock.js';

/** When history ends, and since when things go wrong. */
export interface Horizon {
  readonly until: WallTime;
  readonly faultFrom: WallTime;
}

/** Plays one lead from its arrival to the end of its story, or to `until`. */
export function playJourney(prospect: Prospect, { until, faultFrom }: Horizon, random: Random): Diary {
  const diary = new Diary(until);
  let handedOverAt = arrive(prospect, diary, random);
  for (let handoff = 1; handedOverAt !== null && handoff <= NURTURE.handoffs; handoff += 1) {
    const { end, at } = playHandoff(prospect, handedOverAt, faultFrom, diary, random);
    if (end === 'SQL' || end === 'QSO') playSale(prospect, end, at, diary, random);
    handedOverAt = handoff < NURTURE.handoffs ? handOverAgain(end, at, diary, random) : null;
  }
  return diary;
}

/** The first rungs; answers when the lead became MQL, or null when it did not. */
function arrive(prospect: Prospect, diary: Diary, random: Random): WallTime | null {
  const { rates, source, leadType, arrivesAt } = prospect;
  if (random.chance(rates.atOnce)) {
    return diary.step({ to: 'MQL', kind: 'ENTERED', at: arrivesAt }) ? arrivesAt : null;
  }
  let leadAt = arrivesAt;
  if (leadType === 'newsletter' || random.chance(source.asContact)) {
    diary.step({ to: 'CONTACT', kind: 'ENTERED', at: arrivesAt });
    leadAt = afterDays(arrivesAt, random.lag(CONTACT_TO_LEAD.after));
    if (!random.chance(CONTACT_TO_LEAD.share)) return null;
    if (!diary.step({ to: 'LEAD', kind: 'ADVANCED', at: leadAt })) return null;
  } else {
    diary.step({ to: 'LEAD', kind: 'ENTERED', at: leadAt });
  }
  return qualify(prospect, leadAt, diary, random);
}

function qualify(prospect: Prospect, leadAt: WallTime, diary: Diary, random: Random): WallTime | null {
  const { rates, owner } = prospect;
  if (random.chance(SKIPS_MQL)) {
    const at = afterBusinessDays(leadAt, random.lag(rates.qualifiedAfter));
    if (diary.step({ to: 'SQL', kind: 'ADVANCED', at, actor: owner })) playSale(prospect, 'SQL', at, diary, random);
    return null;
  }
  if (!random.chance(rates.qualified)) return null;
  const at = afterDays(leadAt, random.lag(rates.qualifiedAfter));
  return diary.step({ to: 'MQL', kind: 'ADVANCED', at }) ? at : null;
}

/** Nurtured after a refusal, or reopened after a disqualification: when it is MQL again, or null. */
function handOverAgain(end: HandoffEnd, at: WallTime, diary: Diary, random: Random): WallTime | null {
  if (end === 'OUT' && random.chance(REOPENING.share)) {
    diary.step({ to: 'LEAD', kind: 'REOPENED', at: afterDays(at, random.lag(REOPENING.after)) });
    return null;
  }
  if (end !== 'BACK' || !random.chance(NURTURE.again)) return null;
  const again = afterDays(at, random.lag(NURTURE.after));
  return diary.step({ to: 'MQL', kind: 'ADVANCED', at: again }) ? again : null;
}
