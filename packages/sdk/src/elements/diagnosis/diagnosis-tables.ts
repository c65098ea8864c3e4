import type { DiagnosisReport } from '@leadstage/sdk';
import { cellsIn, numeric, withEnds } from '../frame/cells.js';
import type { Cell, DataTable } from '../frame/data-table.js';
import type { RateLike } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { attributeName } from '../words/attribute-words.js';
import { adjustedPOf, type Compared, countedBy, groupOf, nameOf, type Slice, signed } from './diagnosis-figures.js';
import type { Finding, Step, Thin } from './diagnosis-terms.js';
import { DIAGNOSIS_WORDS } from './diagnosis-words.js';
import { reasonOf } from './reason.js';

type Behind = Pick<Thin, 'behind' | 'denominatorBehind' | 'baselineBehind' | 'baselineDenominatorBehind'>;

/** Findings, rises, steps and what could not be judged. */
export function diagnosisTables(answer: DiagnosisReport, scene: Scene): DataTable[] {
  const words = DIAGNOSIS_WORDS[scene.language];
  const { findings, improvements, steps, thin, period } = answer;
  const caption = (title: string) => `${title}, ${scene.formats.period(period)}`;
  const tables = [
    { ...comparisons(findings, scene), caption: caption(words.title) },
    { ...comparisons(improvements, scene), caption: caption(words.risen) },
    { ...comparisons(steps, scene), caption: caption(words.steps) },
    { ...splits(steps, scene), caption: `${words.mix}, ${words.rates}` },
    {
      caption: caption(words.thin),
      columns: [
        ...subjectColumns(scene),
        ...rateColumns(scene.words.period),
        ...rateColumns(words.before),
        { title: words.thin },
      ],
      rows: thin.map((each) => [
        ...subjectCells(each, scene),
        ...bothRates(each, scene),
        { text: reasonOf(each, scene) },
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function comparisons(all: readonly Compared[], scene: Scene): Omit<DataTable, 'caption'> {
  const words = DIAGNOSIS_WORDS[scene.language];
  const { formats } = scene;
  const areFindings = all.some(({ adjustedP }) => adjustedP !== undefined);
  const date = (text: string | undefined) => ({ text: text ? formats.date(text) : '–', value: text ?? null });
  const found = ({ adjustedP, leadsLost, since, team, trouble, benchmark }: Finding): Cell[] => [
    {
      text: benchmark ? `${benchmark.source}: ${formats.percent(Number(benchmark.value))}` : '–',
      value: benchmark?.value ?? null,
    },
    { text: adjustedPOf(adjustedP, scene), value: adjustedP },
    { text: formats.count(Math.round(leadsLost)), value: leadsLost },
    date(since?.at.start),
    date(since?.from.start),
    date(since?.to.start),
    { text: `${words.teams[team] ?? team} · ${words.troubles[trouble] ?? trouble}` },
  ];
  const titles = [words.since, `${words.since} ↓`, `${words.since} ↑`, words.owner];
  return {
    columns: [
      ...subjectColumns(scene),
      ...rateColumns(scene.words.period),
      ...rateColumns(words.before),
      ...numeric(withEnds(words.difference)),
      ...(areFindings
        ? [...numeric([words.benchmark, words.sure, words.lost]), ...titles.map((title) => ({ title }))]
        : []),
    ],
    rows: all.map((each) => {
      const { difference } = each;
      const points = (share: number | undefined) => ({ text: signed(share ?? null, scene), value: share ?? null });
      return [
        ...subjectCells(each, scene),
        ...bothRates(each, scene),
        ...[difference?.value, difference?.low, difference?.high].map(points),
        ...(areFindings ? found(each as Finding) : []),
      ];
    }),
  };
}

/** Of all leads, as findings over all leads have them too. */
function splits(steps: readonly Step[], scene: Scene): Omit<DataTable, 'caption'> {
  const words = DIAGNOSIS_WORDS[scene.language];
  const points = (share: number) => ({ text: signed(share, scene), value: share });
  const row = (step: Step, group: string, { mixEffect, rateEffect }: { mixEffect: number; rateEffect: number }) => [
    { text: nameOf(step, scene) },
    { text: group },
    points(mixEffect),
    points(rateEffect),
  ];
  return {
    columns: [...subjectColumns(scene), ...numeric([words.mix, words.rates])],
    rows: steps.flatMap((step) =>
      step.splits.flatMap((split) => [
        row(step, attributeName(split.attribute, scene.language), split),
        ...split.groups.map(({ value, ...effects }) => row(step, groupOf({ ...split, value }, scene), effects)),
      ]),
    ),
  };
}

function subjectColumns({ language }: Scene) {
  const { step, group } = DIAGNOSIS_WORDS[language];
  return [{ title: step }, { title: group }];
}

function subjectCells(compared: Pick<Compared, 'metric' | 'step'> & Partial<Slice>, scene: Scene): Cell[] {
  const { attribute = null, value = null } = compared;
  return [{ text: nameOf(compared, scene) }, { text: groupOf({ attribute, value }, scene) }];
}

const rateColumns = (title: string) => numeric([title, `${title}: n`, `${title}: N`, `${title} ↓`, `${title} ↑`]);

/** Of the period and of those before it: share, numerator, denominator, both ends of the interval. */
function bothRates(each: Pick<Thin, 'metric' | 'period' | 'baseline' | keyof Behind>, scene: Scene): Cell[] {
  const of = countedBy(each.metric);
  const { count, share } = cellsIn(scene);
  const cells = (rate: RateLike | null, behind: Behind['behind'], denominatorBehind: Behind['behind']) => [
    share(rate?.value),
    count(rate?.numerator, { behind, of }),
    count(rate?.denominator, { behind: denominatorBehind, of }),
    share(rate?.low),
    share(rate?.high),
  ];
  return [
    ...cells(each.period, each.behind, each.denominatorBehind),
    ...cells(each.baseline, each.baselineBehind, each.baselineDenominatorBehind),
  ];
}
