import type { HandoffsMeasure, ReasonsMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import type { Sql } from './sql.js';

export function handoffCells(_asked: Asked<HandoffsMeasure>): Sql {
  throw new Error('not yet');
}

export function reasonCells(_asked: Asked<ReasonsMeasure>): Sql {
  throw new Error('not yet');
}
