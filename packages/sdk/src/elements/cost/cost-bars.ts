import { scaleLinear } from 'd3-scale';
import { svg } from 'lit';
import type { Drawn } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Put } from '../chart/picture.js';
import type { Scene } from '../frame/scene.js';
import { type CostStage, moneyText, placeOf, stageMark, wordsOf } from './cost-figures.js';

const TOP = 22;
const ROW = 54;
const BAR = 18;
const GAP = 20;
/** Of the name of a stage, pixels; with less, spend and entries are told by the tooltip and the table alone. */
const NAME = 130;

/** A bar a stage: what one lead there has cost, with its interval where there is one. */
export function costBars(stages: readonly CostStage[], scene: Scene, put: Put): Drawn {
  const { width, formats } = scene;
  const words = wordsOf(scene);
  const columns = [
    { title: words.spend, text: (stage: CostStage) => moneyText(stage.spend, scene), tone: 'muted' },
    { title: words.entered, text: (stage: CostStage) => formats.count(stage.entered), tone: 'muted' },
    { title: words.cost, text: (stage: CostStage) => moneyText(stage.costPerEntry, scene), tone: 'strong' },
  ].map((column) => ({ ...column, room: widest([column.title, ...stages.map(column.text)]) + GAP }));
  const all = columns.reduce((sum, { room }) => sum + room, 0);
  const shown = width - all >= NAME ? columns : columns.slice(2);
  const ends = shown.map((_, index) => width - shown.slice(index + 1).reduce((sum, { room }) => sum + room, 0));
  const name = (ends[0] ?? width) - (shown[0]?.room ?? 0);
  const reach = stages.flatMap(({ costPerEntry, interval }) => [
    placeOf(costPerEntry) ?? 0,
    placeOf(interval?.low) ?? 0,
    placeOf(interval?.high) ?? 0,
  ]);
  const x = scaleLinear([Math.min(0, ...reach), Math.max(0, ...reach) || 1], [0, width]);
  const row = (stage: CostStage, index: number) => {
    const y = TOP + index * ROW;
    const middle = y + 22 + BAR / 2;
    const cost = placeOf(stage.costPerEntry);
    const [low, high] = [placeOf(stage.interval?.low), placeOf(stage.interval?.high)];
    return put(
      stageMark(stage, scene),
      svg`
        <rect class="hit" y=${y} width=${width} height=${ROW - 6}></rect>
        <rect class="track" y=${y + 22} width=${width} height=${BAR} rx="3"></rect>
        ${cost === null ? '' : bar(x(0), x(cost), y + 22)}
        ${low === null || high === null ? '' : whisker(x(low), x(high), middle)}`,
      svg`<text y=${y + 15}>${fitted(stage.stage.name, name)}</text>
        ${shown.map(
          ({ text, tone }, index) =>
            svg`<text class=${tone} x=${ends[index] ?? width} y=${y + 15} text-anchor="end">${text(stage)}</text>`,
        )}`,
    );
  };
  return {
    shapes: svg`
      <g aria-hidden="true">${shown.map(
        ({ title }, index) =>
          svg`<text class="muted" x=${ends[index] ?? width} y="12" text-anchor="end">${title}</text>`,
      )}</g>
      ${stages.map(row)}`,
    height: TOP + stages.length * ROW,
  };
}

const bar = (from: number, to: number, y: number) =>
  svg`<rect class="bar series-1" x=${Math.min(from, to)} y=${y} width=${Math.max(Math.abs(to - from), 1)} height=${BAR} rx="3"></rect>`;

const whisker = (from: number, to: number, y: number) => {
  const path = `M${from},${y}H${to}M${from},${y - 4}v8M${to},${y - 4}v8`;
  return svg`<path class="halo" d=${path}></path><path class="whisker" d=${path}></path>`;
};

const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => widthOf(text)));
