import type { CostFigures, CostReport, Period } from '@leadstage/sdk';
import type { Mark } from '../chart/picture.js';
import type { Cell } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { attributesInText } from '../words/attribute-words.js';
import { filled } from '../words/language.js';
import { COST_WORDS, type CostWords } from './cost-words.js';

export type CostStage = CostFigures['stages'][number];
export type Money = NonNullable<CostStage['spend']>;

/** Where to draw an amount. What is shown is the text of the API, which is exact. */
export function placeOf(money: Money | null | undefined): number | null {
  return money ? Number(money.amount) : null;
}

export function moneyText(money: Money | null | undefined, { formats }: Scene): string {
  return money ? formats.money(money.amount, money.currency) : '–';
}

export function moneyCell(money: Money | null | undefined, scene: Scene, more: Partial<Cell> = {}): Cell {
  return { text: moneyText(money, scene), value: money?.amount ?? null, ...more };
}

/** A whole number of days, with its unit. */
export function daysText(days: number | null, { formats }: Scene): string {
  return days === null ? '–' : formats.unit(days, 'day', 'long');
}

export const wordsOf = ({ language }: Pick<Scene, 'language'>): CostWords => COST_WORDS[language];

/** What one stage says for itself. @param where in front of its name, such as a group's */
export function stageMark(stage: CostStage, scene: Scene, where: string | null = null): Mark {
  const words = wordsOf(scene);
  const { formats } = scene;
  const { interval, lagDays, lagLeads, spendWindow, entryWindow, unallocated, outsideFilter } = stage;
  const ends = interval && { low: moneyText(interval.low, scene), high: moneyText(interval.high, scene) };
  const said = (name: string, text: string | null) => (text === null ? [] : [`${name}: ${text}`]);
  return {
    label: where === null ? stage.stage.name : `${where}, ${stage.stage.name}`,
    lines: [
      `${words.cost}: ${moneyText(stage.costPerEntry, scene)}`,
      ...(ends ? [filled(scene.words.interval, ends)] : []),
      `${words.spend}: ${moneyText(stage.spend, scene)}`,
      `${words.entered}: ${formats.count(stage.entered)}`,
      ...said(words.spendOf, spendWindow && formats.period(spendWindow)),
      ...said(words.entriesOf, isSame(spendWindow, entryWindow) ? null : formats.period(entryWindow)),
      ...(lagDays ? [`${words.lag}: ${daysText(lagDays, scene)}`] : []),
      ...said(words.lagLeads, lagLeads === null ? null : formats.count(lagLeads)),
      ...(spendWindow === null ? [words.noLag] : []),
      ...beforeTexts([stage], scene),
      ...said(words.unallocated, unallocated && !isNothing(unallocated) ? moneyText(unallocated, scene) : null),
      ...said(words.outside, outsideFilter && !isNothing(outsideFilter) ? moneyText(outsideFilter, scene) : null),
    ],
    behind: stage.behind,
  };
}

export type WorthKey = 'cac' | 'roi' | 'pipelineValue';

export interface Worth {
  readonly key: WorthKey;
  readonly title: string;
  readonly text: string;
  readonly mark: Mark;
}

/** CAC, ROI and pipeline value, as far as they are answered. @param where in front of their names, such as a group's */
export function worthsOf({ cac, roi, pipelineValue }: CostFigures, scene: Scene, where: string | null = null): Worth[] {
  const words = wordsOf(scene);
  const { formats } = scene;
  const worth = (key: WorthKey, text: string, lines: readonly string[], behind: string | null | undefined): Worth => {
    const title = words[key];
    const label = where === null ? title : `${where}, ${title}`;
    return { key, title, text, mark: { label, lines: [text, ...lines], behind } };
  };
  const all: (Worth | null)[] = [
    cac &&
      worth(
        'cac',
        moneyText(cac.cost, scene),
        [
          `${words.spend}: ${moneyText(cac.spend, scene)}`,
          `${words.entered}: ${formats.count(cac.entered)}`,
          ...(cac.spendWindow ? [`${words.spendOf}: ${formats.period(cac.spendWindow)}`] : [words.noLag]),
          ...(cac.lagDays === null ? [] : [`${words.lag}: ${daysText(cac.lagDays, scene)}`]),
          words.bothScopes,
        ],
        cac.behind,
      ),
    roi &&
      worth(
        'roi',
        formats.percent(roi.roi),
        [
          `${words.valueWon}: ${moneyText(roi.valueWon, scene)}`,
          `${words.spend}: ${moneyText(roi.spend, scene)}`,
          `${words.won}: ${formats.count(roi.won)}`,
          words.bothScopes,
        ],
        roi.behind,
      ),
    pipelineValue &&
      worth(
        'pipelineValue',
        moneyText(pipelineValue.value, scene),
        [`${words.opportunities}: ${formats.count(pipelineValue.leads)}`, words.pipelineNow],
        pipelineValue.behind,
      ),
  ];
  return all.filter((each) => each !== null);
}

/** What to know in reading it: which spend counts, and which does not. */
export function costNotes({ total: { stages }, groups }: CostReport, scene: Scene, by: readonly string[]): string[] {
  const words = wordsOf(scene);
  const amounts = (text: string, of: (stage: CostStage) => Money | null | undefined) => {
    const told = stages.filter((stage) => !isNothing(of(stage)));
    const texts = told.map((stage) => moneyText(of(stage), scene));
    const isOne = new Set(texts).size === 1 && told.length === stages.length;
    const each = told.map((stage, index) => `${stage.stage.name} ${texts[index]}`);
    const amount = isOne ? (texts[0] ?? '') : each.join(' · ');
    return told.length === 0 ? [] : [filled(text, { amount, by: attributesInText(by, scene.language) })];
  };
  return [
    ...(groups.length === 0 ? [] : amounts(words.unallocatedNote, ({ unallocated }) => unallocated)),
    ...amounts(words.outsideNote, ({ outsideFilter }) => outsideFilter),
    ...beforeTexts(stages, scene),
  ];
}

/** Stages of which the same is to be said share a line. */
function beforeTexts(stages: readonly CostStage[], scene: Scene): string[] {
  const named = new Map<string, string[]>();
  for (const { stage, beforeFirstCost } of stages) {
    if (!beforeFirstCost?.days) continue;
    const days = daysText(beforeFirstCost.days, scene);
    const text = filled(wordsOf(scene).before, { days, share: scene.formats.percent(beforeFirstCost.share) });
    named.set(text, [...(named.get(text) ?? []), stage.name]);
  }
  return [...named].map(([text, names]) => filled(text, { stage: names.join(', ') }));
}

const isNothing = (money: Money | null | undefined) => Number(money?.amount ?? 0) === 0;
const isSame = (one: Period | null, other: Period) => one?.start === other.start && one.end === other.end;
