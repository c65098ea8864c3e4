import type { FunnelReport } from '@leadstage/sdk';
import { scaleLinear } from 'd3-scale';
import { svg } from 'lit';
import { barsSection } from '../bars/bar-rows.js';
import { amountBar } from '../bars/rate-bar.js';
import type { Section } from '../bars/sheet.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import { figureBy, groupName, MOST_GROUPS } from '../frame/groups.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import type { BehindOf } from '../reports/events.js';
import { countOf, type FunnelStage, stageMark } from './funnel-figures.js';
import { FUNNEL_WORDS } from './funnel-words.js';

const ROW = 58;
const BAR = 22;
const TOP = 20;
/** Room for the number at the end of a row. */
const NUMBER = 92;

/** A bar for each stage, as long as what it counts. */
export function stagesSection(stages: readonly FunnelStage[], scene: Scene, of: BehindOf): Section {
  const words = FUNNEL_WORDS[scene.language];
  const { formats } = scene;
  const isCohort = stages.some(({ reached }) => reached !== null);
  const heads = isCohort ? [words.stepRate, words.reached] : [words.periodRatio, words.entered];
  return {
    heading: '',
    draw(width, draw) {
      const length = scaleLinear([0, Math.max(...stages.map(countOf))], [0, width]);
      const rows = stages.map((stage, index) => {
        const y = TOP + index * ROW;
        const rate = stage.stepRate ?? stage.periodRatio;
        const shapes = svg`
          <rect class="hit" y=${y} width=${width} height=${ROW - 6}></rect>
          <rect class="track" y=${y + 22} width=${width} height=${BAR} rx="3"></rect>
          <rect class="bar series-1" y=${y + 22} width=${Math.max(length(countOf(stage)), 1)} height=${BAR} rx="3"></rect>`;
        const share = rate ? formats.percent(rate.value) : '';
        const { name, key } = stage.stage;
        const texts = svg`<text y=${y + 15}>${fitted([name, key], width - NUMBER - widthOf(share) - 8)}</text>
          <text class="muted" x=${width - NUMBER} y=${y + 15} text-anchor="end">${share}</text>
          <text class="strong" x=${width} y=${y + 15} text-anchor="end">${formats.count(countOf(stage))}</text>`;
        return draw({ ...stageMark(stage, scene), of }, shapes, texts);
      });
      const titles = svg`<g aria-hidden="true">${heads.map(
        (head, index) =>
          svg`<text class="muted" x=${width - (1 - index) * NUMBER} y="10" text-anchor="end">${head}</text>`,
      )}</g>`;
      return { height: TOP + stages.length * ROW, shapes: svg`${titles}${rows}` };
    },
  };
}

/** How far each group comes: which share of those at its base stage, or without a cohort how many, reach the last. */
export function groupsSection(
  groups: FunnelReport['groups'],
  by: readonly string[],
  scene: Scene,
  of: BehindOf,
): Section {
  const words = FUNNEL_WORDS[scene.language];
  const { count, percent } = scene.formats;
  const ends = groups.slice(0, MOST_GROUPS).flatMap(({ keys, figures: { stages } }) => {
    const [base, last] = [stages[0], stages.at(-1)];
    return base && last ? [{ name: groupName(keys, scene), stages, base, last }] : [];
  });
  const amountOf = (stage: FunnelStage) => stage.overallRate ?? { value: countOf(stage) };
  const most = Math.max(...ends.map(({ last }) => last.overallRate?.high ?? amountOf(last).value ?? 0));
  const rows = ends.map(({ name, stages, base, last }) => ({
    label: name,
    value: last.overallRate ? percent(last.overallRate.value) : count(countOf(last)),
    beside: count(countOf(base)),
    bar: (length: number) => amountBar(amountOf(last), most, length),
    mark: {
      label: name,
      lines: [
        ...rateLines(words.overallRate, last.overallRate, scene),
        ...stages.map((stage) => {
          const share = stage.stepRate ? ` (${percent(stage.stepRate.value)})` : '';
          return `${stage.stage.name}: ${count(countOf(stage))}${share}`;
        }),
      ],
      behind: last.behind,
      behindLabel: `${name}, ${last.stage.name}`,
      of,
    },
  }));
  const heads = { beside: ends[0]?.base.stage.name ?? '', value: ends[0]?.last.stage.name ?? '' };
  const figure = ends[0]?.last.overallRate ? words.overallRate : words.entered;
  return barsSection(figureBy(figure, by, scene), rows, heads);
}
