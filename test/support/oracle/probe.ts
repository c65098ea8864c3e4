import {
  type Frame,
  type Measure,
  type MeasureValue,
  type Report,
  type ReportQuestion,
  resolveStage,
  type StageDefinition,
} from '@leadstage/core';
import type { Shown } from './cells.js';

type ProbeQuestion = ReportQuestion & { readonly measures: (frame: Frame) => readonly Measure[] };

export interface Probed {
  readonly measures: readonly Measure[];
  readonly cells: readonly Shown<readonly (readonly MeasureValue[])[]>[];
}

/** A report that shows what the database counted, as it counted it: figures are the values of each measure. */
export const probe: Report<ProbeQuestion, Probed> = {
  name: 'probe',
  async answer({ measures }, frame, desk) {
    const asked = measures(frame);
    const { cell, groups } = await desk.ask(asked, frame);
    const cells = [null, ...groups].flatMap((keys) =>
      [null, ...frame.buckets.keys()].map((bucket) => {
        const { values } = cell(bucket, keys);
        return { keys: keys ?? [], bucket, figures: asked.map((_, index) => values(index)) };
      }),
    );
    return { measures: asked, cells };
  },
};

export type Ladder = readonly StageDefinition[];

export function stageNamed(ladder: Ladder, name: string): StageDefinition {
  return resolveStage(ladder, name, []);
}

/** The stages of a ladder from one up. */
export function stagesUp(ladder: Ladder, name: string): Ladder {
  const base = stageNamed(ladder, name);
  return ladder.filter((stage) => stage.position >= base.position);
}
