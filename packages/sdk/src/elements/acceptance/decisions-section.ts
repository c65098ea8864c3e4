import type { AcceptanceFigures, AcceptanceReport } from '@leadstage/sdk';
import { svg } from 'lit';
import { BAR_HEIGHT, barRows } from '../bars/bar-rows.js';
import { BARS_WORDS } from '../bars/bars-words.js';
import { numberCells } from '../bars/number-cells.js';
import { partsBar, partsOnly } from '../bars/parts-bar.js';
import { rangeText } from '../bars/rate-bar.js';
import type { Section } from '../bars/sheet.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { groupName } from '../funnel/funnel-figures.js';
import { filled } from '../words/language.js';
import { decisionParts } from './acceptance-figures.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';

/** More are in the table. */
export const MOST_GROUPS = 12;

/** What sales made of the handoffs: its rates, and one bar. */
export function decisionsSection(total: AcceptanceFigures, scene: Scene): Section {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { formats } = scene;
  const { behind } = total;
  const rate = (label: string, of: AcceptanceFigures['acceptanceRate']) => ({
    label,
    value: formats.percent(of.value),
    below: rangeText(of, formats),
    mark: { label: words.title, lines: rateLines(label, of, scene), behind, of: 'handoffs' as const },
  });
  const count = formats.count(total.handedOver);
  const handedOver = {
    label: words.handedOver,
    value: count,
    mark: { label: words.handedOver, lines: [count], behind, of: 'handoffs' as const },
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
      const shapes = svg`${numbers.shapes}<g transform="translate(0,${numbers.height})">${bar.shapes}</g>`;
      return { height: numbers.height + bar.height, shapes };
    },
  };
}

/** The same a group, with its acceptance rate. */
export function groupsSection(groups: AcceptanceReport['groups'], scene: Scene): Section {
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
  const attribute = groups[0]?.keys.map(({ attribute }) => attribute).join(' · ') ?? '';
  return {
    heading: filled(BARS_WORDS[scene.language].by, { figure: words.title, attribute }),
    draw: (width, draw) => barRows(rows, { width, draw, heads: { beside: words.handedOver, value: words.rate } }),
  };
}
