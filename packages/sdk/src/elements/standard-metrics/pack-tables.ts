import type { MetricPack } from '@leadstage/sdk';
import { numeric } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { familyOf, metricCell, metricLabel, packWordsOf, wordsOf } from './metric-rows.js';
import type { StandardAnswer, StandardMetric } from './standard-answer.js';

type Reproduction = NonNullable<MetricPack['reproduction']>;
export type Restatement = NonNullable<MetricPack['restatements']>[number];

/** What was published beside what comes out now, where that is not the same. */
export function changesTables(
  { reproduction, restatements = [] }: MetricPack,
  names: StandardAnswer['names'],
  scene: Scene,
): DataTable[] {
  const { differs } = packWordsOf(scene);
  return [
    ...(reproduction?.differences.length ? [changesTable(differs, reproduction.differences, names, scene)] : []),
    ...(restatements.length ? [changesTable(restatedText(restatements, scene), restatements, names, scene)] : []),
  ];
}

/** What it is, and whether it comes out again. */
export function factsTable(
  { id, name, publishedAt, asOf, knownAt, sha256, reproduction }: MetricPack,
  scene: Scene,
): DataTable {
  const words = packWordsOf(scene);
  const instant = (at: string): Cell => ({
    text: scene.formats.instant(at, scene.setting.workspace.timeZone),
    value: at,
  });
  const facts: [string, Cell][] = [
    ['ID', { text: id }],
    [words.published, instant(publishedAt)],
    [words.asOf, instant(asOf)],
    [words.knownAt, instant(knownAt)],
    ['SHA-256', { text: sha256 }],
    ...(reproduction
      ? [[signOf(reproduction.reproduces), { text: reproductionText(reproduction, scene) }] as [string, Cell]]
      : []),
  ];
  return {
    caption: name,
    columns: [{ title: words.pack }, { title: name }],
    rows: facts.map(([title, cell]) => [{ text: title }, cell]),
  };
}

export function reproductionText({ reproduces, changed }: Reproduction, scene: Scene): string {
  const words = packWordsOf(scene);
  return reproduces ? words.reproduces : `${words.differs}: ${changed.join(', ')}`;
}

export function restatedText({ length }: readonly Restatement[], scene: Scene): string {
  const words = packWordsOf(scene);
  return length === 0 ? words.notRestated : filled(words.restatedCount, { count: scene.formats.count(length) });
}

export const signOf = (isGood: boolean) => (isGood ? '✓' : '!');

/** What was published beside what is answered now. */
export function changesTable(
  caption: string,
  changes: readonly Restatement[],
  names: StandardAnswer['names'],
  scene: Scene,
): DataTable {
  const words = packWordsOf(scene);
  const { formats } = scene;
  const share = ({ numerator, denominator }: StandardMetric) =>
    [numerator, denominator]
      .filter((part) => part !== null)
      .map((part) => formats.count(part))
      .join(' / ');
  const cell = (metric: StandardMetric | null): Cell => {
    const { text, value } = metricCell(metric, scene);
    const of = metric === null ? '' : share(metric);
    return { text: of === '' ? text : `${text} (${of})`, value };
  };
  return {
    caption,
    columns: [
      { title: wordsOf(scene).metric },
      { title: scene.words.period },
      ...numeric([words.publishedValue, words.nowValue]),
    ],
    rows: changes.map((change) => [
      { text: `${wordsOf(scene).families[familyOf(change)]}: ${metricLabel(change, names, scene)}` },
      { text: formats.period(change.period), value: `${change.period.start}..${change.period.end}` },
      cell(change.published),
      cell(change.now),
    ]),
  };
}
