import type { AcceptanceFigures, AcceptanceReport } from '@leadstage/sdk';
import { partCell } from '../bars/part-cell.js';
import { cellsIn, numeric, withEnds } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import { groupName, groupsTitle } from '../frame/groups.js';
import type { Scene } from '../frame/scene.js';
import { decisionParts } from './acceptance-figures.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';
import { standingOf } from './goal-standing.js';

/** What became of the handoffs: all, and a row each group. */
export function decisionsTable({ total, groups, period }: AcceptanceReport, scene: Scene): DataTable {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { count, rate } = cellsIn(scene);
  const row = (text: string, figures: AcceptanceFigures): Cell[] => [
    { text },
    count(figures.handedOver, { behind: figures.behind, of: 'handoffs' }),
    ...decisionParts(figures, scene).map(partCell),
    ...rate(figures.acceptanceRate),
    ...rate(figures.acceptanceRateOfDecided),
  ];
  const numbers = [
    ...[words.handedOver, words.accepted, words.rejected, words.recycled, words.disqualified, words.open],
    ...[words.rate, words.rateOfDecided].flatMap(withEnds),
  ];
  const by = groups[0]?.keys.map(({ attribute }) => attribute);
  return {
    caption: `${words.title}, ${scene.formats.period(period)}`,
    columns: [{ title: by ? groupsTitle(by, scene) : scene.words.total }, ...numeric(numbers)],
    rows: [row(scene.words.total, total), ...groups.map(({ keys, figures }) => row(groupName(keys, scene), figures))],
  };
}

export function reasonsTable({ total, period }: AcceptanceReport, scene: Scene): DataTable {
  const words = ACCEPTANCE_WORDS[scene.language];
  return {
    caption: `${words.reasons}, ${scene.formats.period(period)}`,
    columns: [{ title: words.reasons }, ...numeric([words.rejected])],
    rows: total.rejections.map(({ reason, handoffs, behind }) => [
      { text: reason ?? scene.words.none, value: reason ?? '' },
      cellsIn(scene).count(handoffs, { behind, of: 'handoffs' }),
    ]),
  };
}

export function goalsTable({ goals }: AcceptanceReport, scene: Scene): DataTable {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { count, share } = cellsIn(scene);
  const numbers = [words.entered, words.target, words.attainment, words.pace, words.elapsed];
  return {
    caption: words.goals,
    columns: [
      ...[words.goal, scene.words.stage, scene.words.period].map((title) => ({ title })),
      ...numeric(numbers),
      { title: words.standing },
    ],
    rows: goals.map((goal) => {
      const standing = standingOf(goal);
      return [
        { text: goal.name },
        { text: goal.stage?.name ?? '–' },
        { text: scene.formats.period(goal.period) },
        count(goal.entered, { behind: goal.behind }),
        count(goal.target),
        share(goal.attainment),
        share(goal.pace),
        share(goal.elapsedShare),
        { text: standing === null ? '–' : words[standing] },
      ];
    }),
  };
}
