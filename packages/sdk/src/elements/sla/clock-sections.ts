import type { SlaFigures } from '@leadstage/sdk';
import { type NumberCell, numberCells } from '../bars/number-cells.js';
import { partsBar } from '../bars/parts-bar.js';
import { rangeText } from '../bars/rate-bar.js';
import type { Section } from '../bars/sheet.js';
import { stacked } from '../chart/drawn.js';
import type { Scene } from '../frame/scene.js';
import { CLOCKS, type Clock, clockLines, isPromised, statusParts, timesText } from './sla-figures.js';
import { SLA_WORDS } from './sla-words.js';

/** What was lost, and each clock that something was promised on. */
export function clockSections(total: SlaFigures, scene: Scene): Section[] {
  const clocks = CLOCKS.filter((clock) => isPromised(total[clock]));
  return [numbersSection(total, scene), ...clocks.map((clock) => clockSection(clock, total, scene))];
}

function numbersSection(total: SlaFigures, scene: Scene): Section {
  const words = SLA_WORDS[scene.language];
  const { handoffs, wasted, wastedCost, neverWorked } = total;
  const cost = wastedCost ? scene.formats.money(wastedCost.amount, wastedCost.currency) : null;
  const cell = (label: string, count: number, behind: string | null | undefined, below?: string): NumberCell => {
    const value = scene.formats.count(count);
    const lines = [value, ...(below ? [`${words.wastedCost}: ${below}`] : [])];
    return { label, value, ...(below ? { below } : {}), mark: { label, lines, behind, of: 'handoffs' } };
  };
  const cells = [
    cell(scene.words.handoffs, handoffs, total.behind),
    cell(words.wasted, wasted, total.wastedBehind, cost ?? undefined),
    cell(words.neverWorked, neverWorked, total.neverWorkedBehind),
  ];
  return { heading: '', draw: (width, draw) => numberCells(cells, width, draw) };
}

function clockSection(clock: Clock, total: SlaFigures, scene: Scene): Section {
  const words = SLA_WORDS[scene.language];
  const figures = total[clock];
  const { complianceRate, meanRatio, verdict } = figures;
  const { behind } = figures;
  const mark = { label: words[clock], lines: clockLines(clock, figures, scene), behind, of: 'handoffs' as const };
  const cells: NumberCell[] = [
    {
      label: words.compliance,
      value: scene.formats.percent(complianceRate.value),
      below: rangeText(complianceRate, scene.formats),
      mark,
    },
    {
      label: words.meanRatio,
      value: timesText(meanRatio, scene),
      below: verdict ? words[verdict] : '–',
      tone: verdict === null ? 'muted' : verdict === 'SLIPPING' ? 'bad' : 'good',
      mark,
    },
  ];
  return {
    heading: words[clock],
    half: true,
    draw(width, draw) {
      const numbers = numberCells(cells, width, draw);
      const bar = partsBar(statusParts(figures, scene), {
        width,
        draw,
        markOf: ({ label, text, behind }) => ({
          label: `${words[clock]}, ${label}`,
          lines: [text],
          behind,
          of: 'handoffs',
        }),
      });
      return stacked([numbers, bar]);
    },
  };
}
