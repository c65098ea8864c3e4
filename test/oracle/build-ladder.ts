import { DAY_MS, FIRST_RECORDED, instantOf, recordedAtOf } from './build-times.js';
import { DEFAULT_LADDER, type StageDefinition } from './model.js';
import type { HistorySketch } from './sketch.js';

/** The ladder a sketch names; own stages that come or go do so at the beginning of the zone's first anchor. */
export function ladderOf(sketch: HistorySketch): StageDefinition[] {
  const recordedAt = FIRST_RECORDED - DAY_MS;
  const turn = instantOf(sketch, { anchor: 0, day: 0, ms: 0 });
  const standard = sketch.salStandard as StageDefinition['standard'];
  const sal = { id: 7, key: 'SAL', position: 35, standard, effectiveFrom: 0, recordedAt, retired: false };
  const without = (...keys: string[]) => DEFAULT_LADDER.filter((stage) => !keys.includes(stage.key));
  const from = (effectiveFrom: number, ...keys: string[]) =>
    DEFAULT_LADDER.map((stage) => (keys.includes(stage.key) ? { ...stage, effectiveFrom } : stage));
  const meeting = { ...sal, key: 'MEETING', position: 44, standard: 'QSO' } as const;
  switch (sketch.ladder) {
    case 'STANDARD':
      return [...DEFAULT_LADDER];
    case 'SAL':
      return [...DEFAULT_LADDER, sal];
    case 'LATE_SAL':
      return [...DEFAULT_LADDER, { ...sal, effectiveFrom: turn }];
    case 'RETIRED_SAL': {
      const retirement = { ...sal, effectiveFrom: turn + DAY_MS, recordedAt: recordedAt + 1, retired: true };
      return [...DEFAULT_LADDER, { ...sal, effectiveFrom: turn - 10 * DAY_MS }, retirement];
    }
    case 'SAL_RECORDED_BETWEEN':
      return [...DEFAULT_LADDER, { ...sal, effectiveFrom: turn, recordedAt: recordedAtOf(0) + DAY_MS / 2 }];
    case 'MEETING_AND_PROPOSAL':
      return [...without('QSO'), meeting, { ...meeting, id: 8, key: 'PROPOSAL', position: 47 }];
    case 'WITHOUT_MQL':
      return [...without('MQL'), sal];
    case 'MQL_FIRST':
      return without('CONTACT', 'LEAD');
    case 'MQL_FIRST_AT_FIRST':
      return from(turn, 'CONTACT', 'LEAD');
    case 'LATE_MQL':
      return [...from(turn, 'MQL'), sal];
    case 'RETIRED_MQL': {
      const retirement = { effectiveFrom: turn + DAY_MS, recordedAt: recordedAt + 1, retired: true };
      const mql = DEFAULT_LADDER.filter((stage) => stage.key === 'MQL');
      return [...DEFAULT_LADDER, sal, ...mql.map((stage) => ({ ...stage, ...retirement }))];
    }
  }
}
