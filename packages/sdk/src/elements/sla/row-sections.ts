import type { SlaFigures, SlaReport } from '@leadstage/sdk';
import { barRows } from '../bars/bar-rows.js';
import { BARS_WORDS } from '../bars/bars-words.js';
import { rateBar } from '../bars/rate-bar.js';
import type { Section } from '../bars/sheet.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { groupName } from '../funnel/funnel-figures.js';
import { filled } from '../words/language.js';
import { bandName, type Clock, clockLines, slippingFirst } from './sla-figures.js';
import { SLA_WORDS } from './sla-words.js';

/** More are in the table. */
export const MOST_GROUPS = 12;

export function groupsHeading(clock: Clock, attribute: string, { language }: Pick<Scene, 'language'>): string {
  return filled(BARS_WORDS[language].by, { figure: SLA_WORDS[language][clock], attribute });
}

/** Who keeps how much of what was promised, whoever is slipping first. */
export function groupsSection(groups: SlaReport['groups'], clock: Clock, attribute: string, scene: Scene): Section {
  const words = SLA_WORDS[scene.language];
  const { formats } = scene;
  const rows = slippingFirst(groups, clock)
    .slice(0, MOST_GROUPS)
    .map(({ keys, figures }) => {
      const label = groupName(keys, scene);
      const { complianceRate, overdue } = figures[clock];
      return {
        label,
        value: formats.percent(complianceRate.value),
        beside: formats.count(overdue),
        tone: overdue > 0 ? 'bad' : 'muted',
        bar: (length: number) => rateBar(complianceRate, length),
        mark: {
          label,
          lines: clockLines(clock, figures[clock], scene),
          behind: figures.behind,
          of: 'handoffs' as const,
        },
      };
    });
  return {
    heading: groupsHeading(clock, attribute, scene),
    draw: (width, draw) => barRows(rows, { width, draw, heads: { beside: words.overdue, value: words.compliance } }),
  };
}

/** What a sooner answer brings: who became SQL, by time to first response. */
export function outcomesSection({ outcomes }: SlaFigures, scene: Scene): Section {
  const words = SLA_WORDS[scene.language];
  const { handoffs } = BARS_WORDS[scene.language];
  const { formats } = scene;
  const rows = outcomes.map((outcome) => {
    const label = bandName(outcome, scene);
    const count = formats.count(outcome.handoffs);
    return {
      label,
      value: formats.percent(outcome.sqlRate.value),
      beside: count,
      bar: (length: number) => rateBar(outcome.sqlRate, length),
      mark: {
        label: `${words.firstResponse}: ${label}`,
        lines: [
          `${handoffs}: ${count}`,
          ...rateLines(words.sqlRate, outcome.sqlRate, scene),
          ...rateLines(words.customerRate, outcome.customerRate, scene),
        ],
        behind: outcome.behind,
        of: 'handoffs' as const,
      },
    };
  });
  return {
    heading: words.outcomes,
    half: true,
    draw: (width, draw) => barRows(rows, { width, draw, heads: { beside: handoffs, value: words.sqlRate } }),
  };
}
