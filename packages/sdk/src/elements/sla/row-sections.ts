import type { SlaFigures, SlaReport } from '@leadstage/sdk';
import { barsSection } from '../bars/bar-rows.js';
import { rateBar } from '../bars/rate-bar.js';
import type { Section } from '../bars/sheet.js';
import { figureBy, groupName, MOST_GROUPS } from '../frame/groups.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { bandName, type Clock, clockLines, slippingFirst } from './sla-figures.js';
import { SLA_WORDS } from './sla-words.js';

export function groupsHeading(clock: Clock, by: readonly string[], scene: Pick<Scene, 'language'>): string {
  return figureBy(SLA_WORDS[scene.language][clock], by, scene);
}

/** Who keeps how much of what was promised, whoever is slipping first. */
export function groupsSection(groups: SlaReport['groups'], clock: Clock, by: readonly string[], scene: Scene): Section {
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
  return barsSection(groupsHeading(clock, by, scene), rows, { beside: words.overdue, value: words.compliance });
}

/** What a sooner answer brings: who became SQL, by time to first response. */
export function outcomesSection({ outcomes }: SlaFigures, scene: Scene): Section {
  const words = SLA_WORDS[scene.language];
  const { handoffs } = scene.words;
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
  return barsSection(words.outcomes, rows, { beside: handoffs, value: words.sqlRate }, true);
}
