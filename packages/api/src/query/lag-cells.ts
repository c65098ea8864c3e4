import type { LagMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import type { Sql } from './sql.js';

export function lagCells(_asked: Asked<LagMeasure>): Sql {
  throw new Error('not yet');
}
