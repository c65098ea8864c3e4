import type { ResponsesMeasure, SlaMeasure } from '@leadstage/core';
import type { Asked } from './asked.js';
import type { Sql } from './sql.js';

export function responseCells(_asked: Asked<ResponsesMeasure>): Sql {
  throw new Error('not yet');
}

export function slaCells(_asked: Asked<SlaMeasure>): Sql {
  throw new Error('not yet');
}
