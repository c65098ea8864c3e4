import type { IncidenceMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import type { Sql } from './sql.js';

export function incidenceCells(_asked: Asked<IncidenceMeasure>): Sql {
  throw new Error('not yet');
}
