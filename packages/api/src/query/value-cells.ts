import type { StandingMeasure, ValueMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import type { Sql } from './sql.js';

export function standingCells(_asked: Asked<StandingMeasure>): Sql {
  throw new Error('not yet');
}

export function valueCells(_asked: Asked<ValueMeasure>): Sql {
  throw new Error('not yet');
}
