import type { Grain, SlaReport } from '@leadstage/sdk';
import { svg } from 'lit';
import type { Section } from '../bars/sheet.js';
import { type Drawn, stacked } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import { linePlot } from '../chart/line-plot.js';
import { toneOf } from '../chart/picture.js';
import type { Scene } from '../frame/scene.js';
import { begun } from '../reports/begun.js';
import { TREND_WORDS } from '../trend/trend-words.js';
import { CLOCKS, type Clock, clockLines, isPromised } from './sla-figures.js';
import { SLA_WORDS } from './sla-words.js';

const HEIGHT = 172;

/** How much of what was promised was kept, bucket by bucket; nothing promised is a gap. */
export function trendSection({ series, asOf }: SlaReport, grain: Grain, scene: Scene): Section {
  const words = SLA_WORDS[scene.language];
  const { formats } = scene;
  const clocks = CLOCKS.filter((clock) => series.some(({ figures }) => isPromised(figures[clock])));
  const points = begun(series, asOf, scene.setting.workspace);
  const share = new Intl.NumberFormat(formats.tag, { style: 'percent' });
  const lines = clocks.map((clock) => ({
    tone: toneOf(CLOCKS.indexOf(clock)),
    points: points.map(({ period, figures, isOver }) => {
      const { complianceRate, behind } = figures[clock];
      const notOver = isOver ? [] : [TREND_WORDS[scene.language].notOver];
      return {
        ...complianceRate,
        at: period.start,
        isOver,
        mark: {
          label: `${words[clock]}, ${formats.bucket(period.start, grain)}`,
          lines: [...clockLines(clock, figures[clock], scene), ...notOver],
          behind,
          of: 'handoffs' as const,
        },
      };
    }),
  }));
  const plot = {
    lines,
    places: series.map(({ period }) => period.start),
    place: (start: string) => formats.bucket(start, grain),
    value: (value: number) => share.format(value),
    isWhole: false,
    height: HEIGHT,
  };
  return {
    heading: words.compliance,
    half: true,
    draw: (width, draw) =>
      stacked([names(clocks, width, scene), { height: HEIGHT, shapes: linePlot({ ...plot, width }, draw) }]),
  };
}

function names(clocks: readonly Clock[], width: number, { language }: Scene): Drawn {
  let x = 0;
  const shapes = clocks.map((clock) => {
    const name = fitted(SLA_WORDS[language][clock], width - x - 24);
    const at = x;
    x += widthOf(name) + 48;
    return svg`<g transform="translate(${at},0)" class=${toneOf(CLOCKS.indexOf(clock))} aria-hidden="true">
      <path class="line" d="M0,8h18"></path><text class="muted" x="24" y="12">${name}</text></g>`;
  });
  return { height: 20, shapes };
}
