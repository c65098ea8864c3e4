import { nothing, svg } from 'lit';
import { BAR_HEIGHT, type BarRow, barRows } from '../bars/bar-rows.js';
import type { Section } from '../bars/sheet.js';
import { fitted } from '../chart/fit-text.js';
import type { Mark } from '../chart/picture.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';
import { type Goal, STANDING_TONES, standingOf } from './goal-standing.js';

/** Goals as bars of what entered on a track as long as the target, each with where an even pace would be. */
export function goalsSection(goals: readonly Goal[], scene: Scene): Section {
  const words = ACCEPTANCE_WORDS[scene.language];
  return {
    heading: words.goals,
    half: true,
    draw(width, draw) {
      const { height, shapes } = barRows(
        goals.map((goal) => goalRow(goal, scene)),
        { width, draw },
      );
      const key = svg`<g transform="translate(0,${height + 6})" aria-hidden="true">
        <path class="pace" d="M4,0v14"></path>
        <text class="small muted" x="14" y="11">${fitted(words.evenPace, width - 14, 11)}</text></g>`;
      return { height: height + 22, shapes: svg`${shapes}${key}` };
    },
  };
}

function goalRow(goal: Goal, scene: Scene): BarRow {
  const { name, target, entered } = goal;
  const { words, formats } = scene;
  const standing = standingOf(goal);
  return {
    mark: goalMark(goal, scene),
    label: name,
    value: filled(words.outOf, { numerator: formats.count(entered), denominator: formats.count(target) }),
    beside: standing === null ? '–' : ACCEPTANCE_WORDS[scene.language][standing],
    tone: standing === null ? 'muted' : STANDING_TONES[standing],
    bar(length) {
      const at = (count: number) => (count / Math.max(target, entered ?? 0)) * length;
      const now = at(target * goal.elapsedShare);
      return svg`<rect class="track" width=${at(target)} height=${BAR_HEIGHT} rx="2"></rect>
        <rect class="bar series-1" width=${at(entered ?? 0)} height=${BAR_HEIGHT} rx="2"></rect>
        ${standing === 'notBegun' ? nothing : svg`<path class="pace" d="M${now},-3v${BAR_HEIGHT + 6}"></path>`}`;
    },
  };
}

function goalMark(goal: Goal, scene: Scene): Mark {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { formats } = scene;
  const standing = standingOf(goal);
  return {
    label: goal.name,
    lines: [
      ...(standing === null ? [] : [words[standing]]),
      `${goal.stage?.name ?? words.entered}: ${filled(scene.words.outOf, {
        numerator: formats.count(goal.entered),
        denominator: formats.count(goal.target),
      })}`,
      `${words.attainment}: ${formats.percent(goal.attainment)}`,
      `${words.pace}: ${formats.percent(goal.pace)}`,
      `${words.elapsed}: ${formats.percent(goal.elapsedShare)}`,
      formats.period(goal.period),
    ],
    behind: goal.behind,
  };
}
