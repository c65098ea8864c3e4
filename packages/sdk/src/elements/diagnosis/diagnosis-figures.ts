import type { Mark } from '../chart/picture.js';
import { type RateLike, rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import type { BehindOf } from '../reports/events.js';
import { attributeName } from '../words/attribute-words.js';
import { filled } from '../words/language.js';
import type { Finding, Step } from './diagnosis-terms.js';
import { DIAGNOSIS_WORDS } from './diagnosis-words.js';

type Subject = Pick<Finding, 'metric' | 'step'>;
export type Slice = Pick<Finding, 'attribute' | 'value'>;
type Split = Finding['splits'][number];
/** What two rates are compared in. */
export type Compared = Omit<Step, 'trouble' | 'team'> & Partial<Omit<Finding, keyof Step>>;

/** A share as percentage points with their sign and without a unit: `−6.6` of −0.066. */
export function signed(share: number | null, { formats }: Pick<Scene, 'formats'>): string {
  if (share === null) return '–';
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(formats.tag, digits).format(share * 100).replace('-', '−');
}

/** `−6.6 points` */
export function pointsOf(share: number | null, scene: Scene): string {
  return filled(DIAGNOSIS_WORDS[scene.language].points, { points: signed(share, scene) });
}

/** `MQL → SQL`, with what is judged where it is not the step itself. */
export function nameOf({ metric, step }: Subject, { language }: Pick<Scene, 'language'>): string {
  const ends = `${step.from.key} → ${step.to.key}`;
  if (metric === 'STEP_RATE') return ends;
  return filled(DIAGNOSIS_WORDS[language].metrics[metric] ?? '{step}', { step: ends });
}

/** `Source: web`, or all leads. */
export function groupOf({ attribute, value }: Slice, { language, words }: Scene): string {
  if (attribute === null) return DIAGNOSIS_WORDS[language].all;
  return `${attributeName(attribute, language)}: ${value ?? words.none}`;
}

/** `adjusted p < 0.001` */
export function adjustedPOf(p: number, { language, formats }: Pick<Scene, 'language' | 'formats'>): string {
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  const text = new Intl.NumberFormat(formats.tag, digits).format(Math.max(p, 0.001));
  return `${DIAGNOSIS_WORDS[language].adjustedP} ${p < 0.001 ? '< ' : ''}${text}`;
}

export function evidenceOf(p: number, { language }: Pick<Scene, 'language'>): string {
  const [veryStrong, strong, fair] = DIAGNOSIS_WORDS[language].evidence;
  if (p < 0.001) return veryStrong;
  return p < 0.01 ? strong : fair;
}

/** `95 % interval −10.1 to −3.1` */
export function intervalOf(difference: Step['difference'], scene: Scene): string {
  if (difference === null) return '';
  return filled(scene.words.interval, { low: signed(difference.low, scene), high: signed(difference.high, scene) });
}

/** What the rates of a metric count. */
export function countedBy(metric: Finding['metric']): BehindOf {
  return metric === 'STEP_RATE' ? 'leads' : 'handoffs';
}

/** Tells one of the two rates, with how they differ. @param name such as `Before` */
export function rateMark(name: string, rate: RateLike | null, compared: Compared, scene: Scene): Mark {
  const { step, metric, difference, attribute = null, value = null, adjustedP } = compared;
  const { before, difference: differs } = DIAGNOSIS_WORDS[scene.language];
  const isBefore = name === before;
  return {
    label: `${nameOf(compared, scene)}, ${groupOf({ attribute, value }, scene)}`,
    lines: [
      `${step.from.name} → ${step.to.name}`,
      ...rateLines(name, rate, scene),
      ...(difference ? [`${differs}: ${pointsOf(difference.value, scene)}`, intervalOf(difference, scene)] : []),
      ...(adjustedP === undefined ? [] : [adjustedPOf(adjustedP, scene)]),
    ],
    behind: isBefore ? compared.baselineBehind : compared.behind,
    of: countedBy(metric),
  };
}

/** `Mix +0.1 · Rates within groups −21.0` */
export function splitText({ mixEffect, rateEffect }: Pick<Split, 'mixEffect' | 'rateEffect'>, scene: Scene): string {
  const { mix, rates } = DIAGNOSIS_WORDS[scene.language];
  return `${mix} ${signed(mixEffect, scene)} · ${rates} ${signed(rateEffect, scene)}`;
}
