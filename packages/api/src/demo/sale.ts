import type { Diary } from './diary.js';
import type { Prospect } from './prospect.js';
import type { Random } from './random.js';
import { LOSS_REASONS, SALES_CYCLE, SKIPS_QSO } from './rates.js';
import { afterBusinessDays, HOUR, type WallTime } from './wall-clock.js';

/** Plays what follows once sales has taken a lead at `takenAt`: an offer (QSO), then a win, a loss, or silence. */
export function playSale(
  prospect: Prospect,
  stage: 'SQL' | 'QSO',
  takenAt: WallTime,
  diary: Diary,
  random: Random,
): void {
  const { rates, owner } = prospect;
  const wins = random.chance(rates.toCustomer);
  const qualifies = stage === 'QSO' || random.chance(rates.toQso);
  const offeredAt = stage === 'QSO' ? takenAt : qualifies ? meet(owner, takenAt, diary, random) : null;
  const isRecorded = stage === 'SQL' && !(wins && random.chance(SKIPS_QSO));
  if (offeredAt !== null && isRecorded) diary.step({ to: 'QSO', kind: 'ADVANCED', at: offeredAt, actor: owner });
  if (offeredAt !== null && wins) {
    const at = afterBusinessDays(offeredAt, random.lag(SALES_CYCLE.toCustomer));
    diary.step({ to: 'CUSTOMER', kind: 'ADVANCED', at, actor: owner });
  } else if (random.chance(SALES_CYCLE.lost)) {
    const at = afterBusinessDays(offeredAt ?? takenAt, random.lag(SALES_CYCLE.toLoss));
    diary.step({ to: null, kind: 'DISQUALIFIED', at, actor: owner, reason: random.name(LOSS_REASONS) });
  }
}

/** The meeting that ends with an offer an hour later; answers when. */
function meet(actor: string, takenAt: WallTime, diary: Diary, random: Random): WallTime {
  const at = afterBusinessDays(takenAt, random.lag(SALES_CYCLE.toQso));
  diary.touch({ type: 'MEETING', at, actor });
  return at + HOUR;
}
