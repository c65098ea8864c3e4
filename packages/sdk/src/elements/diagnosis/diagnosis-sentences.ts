import type { DiagnosisReport } from '@leadstage/sdk';
import type { Scene } from '../frame/scene.js';
import { filled, type Language } from '../words/language.js';
import { groupOf, pointsOf } from './diagnosis-figures.js';
import type { Finding } from './diagnosis-terms.js';

type Sentences = Readonly<Record<Finding['metric'] | Finding['comparison'] | 'slice', string>>;

/** What happened, and against what. English is the API's own. */
const SENTENCES: Readonly<Record<Exclude<Language, 'en'>, Sentences>> = {
  is: {
    STEP_RATE:
      'Af {denominator} ábendingum{slice} sem komust á stigið {from} og fylgst var með nógu lengi ({window}) náðu {numerator} ({rate}) stiginu {to} á þeim tíma',
    ACCEPTANCE_RATE: 'Af {denominator} afhendingum{slice} voru {numerator} ({rate}) samþykktar',
    COMPLIANCE_RATE: 'Af {denominator} fyrstu svörum sem lofað var{slice} komu {numerator} ({rate}) á réttum tíma',
    BASELINE: ', á móti {otherRate} af {otherDenominator} áður ({period}): {points}.',
    BENCHMARK: ', á móti viðmiðinu {otherRate} ({source}, {date}): {points}.',
    slice: ' ({group})',
  },
  sr: {
    STEP_RATE:
      'Od {denominator} lidova{slice} koji su ušli u {from} i praćeni su dovoljno dugo ({window}), za to vreme je do {to} stiglo {numerator} ({rate})',
    ACCEPTANCE_RATE: 'Od {denominator} primopredaja{slice} prihvaćeno je {numerator} ({rate})',
    COMPLIANCE_RATE: 'Od {denominator} obećanih prvih odgovora{slice} na vreme je stiglo {numerator} ({rate})',
    BASELINE: ', naspram {otherRate} od {otherDenominator} ranije ({period}): {points}',
    BENCHMARK: ', naspram referentne vrednosti {otherRate} ({source}, {date}): {points}',
    slice: ' ({group})',
  },
  sv: {
    STEP_RATE:
      'Av {denominator} leads{slice} som gick in i {from} och följdes i {window} nådde {numerator} ({rate}) {to} under den tiden',
    ACCEPTANCE_RATE: 'Av {denominator} överlämningar{slice} accepterades {numerator} ({rate})',
    COMPLIANCE_RATE: 'Av {denominator} utlovade första svar{slice} kom {numerator} ({rate}) i tid',
    BASELINE: ', mot {otherRate} av {otherDenominator} tidigare ({period}): {points}.',
    BENCHMARK: ', mot riktvärdet {otherRate} ({source}, {date}): {points}.',
    slice: ' ({group})',
  },
  ja: {
    STEP_RATE:
      '{from} に入り {window}観測されたリード{slice} {denominator} 件のうち、その期間内に {to} に到達したのは {numerator} 件（{rate}）',
    ACCEPTANCE_RATE: '引き渡し{slice} {denominator} 件のうち、承認されたのは {numerator} 件（{rate}）',
    COMPLIANCE_RATE: '約束された初回対応{slice} {denominator} 件のうち、期限内だったのは {numerator} 件（{rate}）',
    BASELINE: 'です。以前（{period}）は {otherDenominator} 件の {otherRate} で、差は {points}です。',
    BENCHMARK: 'です。ベンチマーク（{source}、{date}）は {otherRate} で、差は {points}です。',
    slice: '（{group}）',
  },
  zh: {
    STEP_RATE:
      '进入 {from} 且观察满 {window}的 {denominator} 条线索{slice}中，{numerator} 条（{rate}）在此期间到达 {to}',
    ACCEPTANCE_RATE: '{denominator} 次移交{slice}中，{numerator} 次（{rate}）被接受',
    COMPLIANCE_RATE: '承诺的 {denominator} 次首次响应{slice}中，{numerator} 次（{rate}）按时完成',
    BASELINE: '；此前（{period}）{otherDenominator} 条的比率为 {otherRate}，相差 {points}。',
    BENCHMARK: '；基准值（{source}，{date}）为 {otherRate}，相差 {points}。',
    slice: '（{group}）',
  },
};

/** A finding as a person would say it; in English where there are no words of the page's language for its kind. */
export function sentenceOf(
  finding: Finding,
  { baseline: dates, conversionWindow }: Pick<DiagnosisReport, 'baseline' | 'conversionWindow'>,
  scene: Scene,
): { readonly text: string; readonly language: Language } {
  const { language, formats } = scene;
  const { metric, comparison, period, baseline, benchmark, step, attribute, difference, reading } = finding;
  const english = { text: reading, language: 'en' } as const;
  if (language === 'en') return english;
  const { [metric]: what, [comparison]: against, slice } = SENTENCES[language];
  if (!what || !against) return english;
  const text = filled(what + against, {
    from: step.from.key,
    to: step.to.key,
    slice: attribute === null ? '' : filled(slice, { group: groupOf(finding, scene) }),
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
