import type { StayMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import type { Sql } from './sql.js';

export function stayCells(_asked: Asked<StayMeasure>): Sql {
  throw new Error('not yet');
}
