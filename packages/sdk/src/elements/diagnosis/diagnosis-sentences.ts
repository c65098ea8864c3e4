import type { DiagnosisReport } from '@leadstage/sdk';
import type { Scene } from '../frame/scene.js';
import { filled, type Language } from '../words/language.js';
import { words } from '../words/words.js';
import { groupOf, pointsOf } from './diagnosis-figures.js';
import type { Finding } from './diagnosis-terms.js';

/** What happened, and against what. English is the API's own. */
export type DiagnosisSentences = Readonly<Record<Finding['metric'] | Finding['comparison'] | 'slice', string>>;

const SENTENCES = words('diagnosisSentences', null);

/** A finding as a person would say it; in English where there are no words of the page's language for its kind. */
export function sentenceOf(
  finding: Finding,
  { baseline: dates, conversionWindow }: Pick<DiagnosisReport, 'baseline' | 'conversionWindow'>,
  scene: Scene,
): { readonly text: string; readonly language: Language } {
  const { language, formats } = scene;
  const sentences = SENTENCES[language];
  const { metric, comparison, period, baseline, benchmark, step, attribute, difference, reading } = finding;
  const [what, against] = [sentences?.[metric], sentences?.[comparison]];
  if (!sentences || !what || !against) return { text: reading, language: 'en' };
  const text = filled(what + against, {
    from: step.from.key,
    to: step.to.key,
    slice: attribute === null ? '' : filled(sentences.slice, { group: groupOf(finding, scene) }),
    window: formats.duration(conversionWindow),
    numerator: formats.count(period.numerator),
    denominator: formats.count(period.denominator),
    rate: formats.percent(period.value),
    otherRate: formats.percent(benchmark ? Number(benchmark.value) : (baseline?.value ?? null)),
    otherDenominator: formats.count(baseline?.denominator ?? null),
    period: formats.period(dates),
    source: benchmark?.source ?? '',
    date: benchmark ? formats.date(benchmark.publishedOn) : '',
    points: pointsOf(difference.value, scene),
  });
  return { text, language };
}
