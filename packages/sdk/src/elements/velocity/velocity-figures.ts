import type { VelocityFigures, VelocityReport } from '@leadstage/sdk';
import type { Mark } from '../chart/picture.js';
import type { Scene } from '../frame/scene.js';
import { type Lengths, lengthsOf } from './lengths.js';
import { VELOCITY_WORDS, type VelocityWords } from './velocity-words.js';

export type Stay = VelocityFigures['timeInStage'][number];
export type LengthClass = VelocityFigures['histogram'][number];

/** A scene with what all parts of a velocity report say. */
export interface VelocityScene extends Scene {
  readonly own: VelocityWords;
  readonly lengths: Lengths;
}

export function velocityScene(report: VelocityReport, scene: Scene): VelocityScene {
  const lengths = lengthsOf(scene.formats, report.businessCalendar !== null);
  return { ...scene, own: VELOCITY_WORDS[scene.language], lengths };
}

/** `MQL → SQL`, by name. */
export function wayOf({ from, to, stageDefinitions }: VelocityReport): string {
  const name = (key: string) => stageDefinitions.find((stage) => stage.key === key)?.name ?? key;
  return `${name(from)} → ${name(to)}`;
}

export function reachMark(label: string, figures: VelocityFigures, { own, lengths, formats }: VelocityScene): Mark {
  return {
    label,
    lines: [
      `${own.median}: ${lengths.text(figures.median)}`,
      `${own.p75}: ${lengths.text(figures.p75)}`,
      `${own.p90}: ${lengths.text(figures.p90)}`,
      `${own.mean}: ${lengths.text(figures.mean)}`,
      `${own.leads}: ${formats.count(figures.count)}`,
    ],
    behind: figures.behind,
  };
}

export function stayMark(stay: Stay, { own, lengths, formats }: VelocityScene): Mark {
  return {
    label: stay.stage.name,
    lines: [
      `${own.median}: ${lengths.text(stay.median)}`,
      `${own.p75}: ${lengths.text(stay.p75)}`,
      `${own.p90}: ${lengths.text(stay.p90)}`,
      `${own.stays}: ${formats.count(stay.count)}`,
      `${own.ended}: ${formats.count(stay.ended)}`,
      `${own.open}: ${formats.count(stay.open)}`,
      ...(stay.openMedian === null ? [] : [`${own.openMedian}: ${lengths.text(stay.openMedian)}`]),
      ...(stay.openLongest === null ? [] : [`${own.openLongest}: ${lengths.text(stay.openLongest)}`]),
    ],
    behind: stay.behind,
    // Stays that ended lead to nobody.
    behindLabel: `${stay.stage.name}, ${own.open}`,
  };
}

/** From the first class with somebody in it to the last. */
export function filledClasses(classes: readonly LengthClass[]): LengthClass[] {
  const isFilled = ({ count }: LengthClass) => count > 0;
  return classes.slice(Math.max(0, classes.findIndex(isFilled)), classes.findLastIndex(isFilled) + 1);
}

export function className({ from, to }: Pick<LengthClass, 'from' | 'to'>, { lengths }: VelocityScene): string {
  return to === null ? `≥ ${lengths.text(from)}` : `${lengths.text(from)} – ${lengths.text(to)}`;
}
