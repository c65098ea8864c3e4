import type { AcceptanceFigures, AcceptanceReport } from '@leadstage/sdk';
import { BAR_HEIGHT, barsSection } from '../bars/bar-rows.js';
import { numberCells } from '../bars/number-cells.js';
import { partsBar, partsOnly } from '../bars/parts-bar.js';
import { rangeText } from '../bars/rate-bar.js';
import type { Section } from '../bars/sheet.js';
import { stacked } from '../chart/drawn.js';
import { figureBy, groupName, MOST_GROUPS } from '../frame/groups.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { decisionParts } from './acceptance-figures.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';

/** What sales made of the handoffs: its rates, and one bar. */
export function decisionsSection(total: AcceptanceFigures, scene: Scene): Section {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { formats } = scene;
  const rate = (label: string, of: AcceptanceFigures['acceptanceRate']) => ({
    label,
    value: formats.percent(of.value),
    below: rangeText(of, formats),
    mark: {
      label: words.title,
      lines: rateLines(label, of, scene),
      behind: total.acceptedBehind,
      behindLabel: words.accepted,
      of: 'handoffs' as const,
    },
  });
  const count = formats.count(total.handedOver);
  const handedOver = {
    label: words.handedOver,
    value: count,
    mark: { label: words.handedOver, lines: [count], behind: total.behind, of: 'handoffs' as const },
  };
  return {
    heading: '',
    draw(width, draw) {
      const cells = [
        rate(words.rate, total.acceptanceRate),
        rate(words.rateOfDecided, total.acceptanceRateOfDecided),
        handedOver,
      ];
      const numbers = numberCells(cells, width, draw);
      const { low, high } = total.acceptanceRate;
      const bar = partsBar(
        decisionParts(total, scene),
        {
          width,
          draw,
          markOf: ({ label, text, behind }) => ({
            label,
            lines: [filled(scene.words.outOf, { numerator: text, denominator: count })],
            behind,
            of: 'handoffs',
          }),
        },
        low === null || high === null ? null : { low, high },
      );
      return stacked([numbers, bar]);
    },
  };
}

/** The same a group, with its acceptance rate. */
export function groupsSection(groups: AcceptanceReport['groups'], by: readonly string[], scene: Scene): Section {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { formats } = scene;
  const rows = groups.slice(0, MOST_GROUPS).map(({ keys, figures }) => {
    const name = groupName(keys, scene);
    const parts = decisionParts(figures, scene);
    return {
      label: name,
      value: formats.percent(figures.acceptanceRate.value),
      beside: formats.count(figures.handedOver),
      bar: (length: number) => partsOnly(parts, length, BAR_HEIGHT),
      mark: {
        label: name,
        lines: [
          ...rateLines(words.rate, figures.acceptanceRate, scene),
          ...parts.map(({ label, text }) => `${label}: ${text}`),
        ],
        behind: figures.behind,
        of: 'handoffs' as const,
      },
    };
  });
  return barsSection(figureBy(words.title, by, scene), rows, { beside: words.handedOver, value: words.rate });
}
