import {
  type Benchmark,
  type DiagnosisBody,
  type DiagnosisQuestion,
  diagnosis,
  type Finding,
  type LeadsNeeded,
  leadsNeededFor,
  type Rate,
  type Report,
  type ReportQuestion,
  type StandardMetricsBody,
  type Thin,
} from '@leadstage/core';
import { type Diagnosis, FIGURES } from '../../oracle/diagnosis.js';
import type { Question } from '../../oracle/model.js';
import type { NeededRow } from '../../oracle/needed.js';
import type { StandardRow } from '../../oracle/standard.js';
import { minor } from './cells.js';
import type { Row } from './rows.js';

export function standardRows({ total, series }: StandardMetricsBody): Row[] {
  return [total, ...series].flatMap(({ metrics }, index) =>
    metrics.map(({ metric, stage, variant, value, amount, numerator, denominator }) => {
      const where = { kind: 'standard', bucket: index === 0 ? null : index - 1, metric, stage, variant };
      return { ...where, number: value, amount: amount && minor(amount), numerator, denominator };
    }),
  );
}

export function standardRowsOfOracle(rows: readonly StandardRow[]): Row[] {
  return rows.map(({ amount, ...row }) => ({
    kind: 'standard',
    ...row,
    amount: amount === null ? null : String(amount),
  }));
}

type NeededQuestion = Extract<Question, { report: 'NEEDED' }>['question'];

/** What every goal asks for that is pursued and shares a date with the period. */
export function neededReport({
  ratesOver,
  conversionWindowMs: conversionWindow,
}: Pick<NeededQuestion, 'ratesOver' | 'conversionWindowMs'>): Report<ReportQuestion, { readonly goals: Goals }> {
  return {
    name: 'needed',
    async answer(_question, frame, desk) {
      const { start, end } = frame.period;
      const found: Goals[number][] = [];
      for (const goal of await desk.goals()) {
        if (goal.retired || goal.start >= end || start >= goal.end) continue;
        const needed = await leadsNeededFor(goal, { ratesOver, conversionWindow }, frame, desk);
        found.push({ goal: goal.key, needed });
      }
      return { goals: found };
    },
  };
}

type Goals = readonly { readonly goal: string; readonly needed: LeadsNeeded }[];

export function neededRows({ goals }: { readonly goals: Goals }): Row[] {
  return goals.flatMap(({ goal, needed: { missing, ratesOver, leads, mqls } }) =>
    [leads, mqls].flatMap((each, index): Row[] => {
      if (each === null) return [];
      const { stage, rate, lagLeads, lagSeconds, needed, neededForTarget, before } = each;
      const told = ({ value, low, high }: typeof needed) => [value, low, high];
      const about = { kind: 'needed', goal, from: ['LEAD', 'MQL'][index], missing, ratesOver: datesOf(ratesOver) };
      const lag = { lagLeads, lagSeconds, before };
      const counts = rate && [rate.numerator, rate.denominator];
      const both = { needed: told(needed), neededForTarget: told(neededForTarget) };
      return [{ ...about, stage: stage.key, rate: counts, ...lag, ...both }];
    }),
  );
}

export function neededRowsOfOracle(rows: readonly NeededRow[]): Row[] {
  return rows.map(({ ratesOver, ...row }) => ({ kind: 'needed', ...row, ratesOver: datesOf(ratesOver) }));
}

const datesOf = ({ start, end }: { readonly start: string; readonly end: string }) => [start, end];

const BENCHMARKS: readonly Benchmark[] = FIGURES.map(({ id, metric, stage, percent }) => ({
  ...{ id, metric, stage, value: (percent / 100).toFixed(2), definition: metric, source: 'test' },
  ...{ publishedOn: '2026-01-01', recordedAt: 0, voidedAt: null },
}));

/** The diagnosis of a workspace that has entered the oracle's figures as benchmarks. */
export const diagnosisWithFigures: Report<DiagnosisQuestion, DiagnosisBody> = {
  name: 'diagnosis',
  answer: (question, frame, desk) => diagnosis.answer(question, frame, { ...desk, benchmarks: async () => BENCHMARKS }),
};

/** A group that is nowhere in a step may be listed for another step's sake. */
function hasEffect({ mixEffect, rateEffect }: { readonly mixEffect: number; readonly rateEffect: number }): boolean {
  return Math.max(Math.abs(mixEffect), Math.abs(rateEffect)) > 1e-12;
}

const counts = ({ numerator, denominator }: Pick<Rate, 'numerator' | 'denominator'>) => [numerator, denominator];

export function diagnosisRows({ steps, findings, improvements, thin, tested, quiet }: DiagnosisBody): Row[] {
  const about = ({ metric, step, attribute, value, against }: Finding | Thin) => {
    return {
      metric,
      to: step.to.key,
      attribute,
      value,
      against: against.kind === 'BASELINE' ? null : against.benchmark.id,
    };
  };
  const found = (list: readonly Finding[], direction: string) =>
    list.map(({ difference: { value: number, low, high }, z, p, adjustedP, leadsLost, ...finding }): Row => {
      return {
        kind: 'found',
        direction,
        ...about({ ...finding } as Finding),
        number,
        low,
        high,
        z,
        p,
        adjustedP,
        leadsLost,
      };
    });
  return [
    { kind: 'tested', tested, quiet },
    ...found(findings, 'DROP'),
    ...found(improvements, 'RISE'),
    ...thin.map((each) => ({ kind: 'thin', ...about(each), reason: each.reason, needed: each.needed })),
    ...steps.flatMap(({ metric, step, period, baseline, difference, splits }): Row[] => {
      const where = { metric, to: step.to.key };
      const { value: number = null, low = null, high = null } = difference ?? {};
      return [
        { kind: 'step', ...where, now: counts(period), before: baseline && counts(baseline), number, low, high },
        ...splits.flatMap(({ attribute, groups, ...whole }): Row[] => [
          { kind: 'split', ...where, attribute, ...whole },
          ...groups
            .filter(hasEffect)
            .map(({ keys: [value], ...effects }) => ({ kind: 'part', ...where, attribute, value, ...effects })),
        ]),
      ];
    }),
  ];
}

export function diagnosisRowsOfOracle({ observations, comparisons }: Diagnosis, oracle: Tools): Row[] {
  const tested = comparisons.flatMap(({ leads, result, ...about }) =>
    'p' in result ? [{ leads, about, result }] : [],
  );
  const found = tested.filter(({ result }) => result.adjustedP <= 0.05);
  return [
    { kind: 'tested', tested: tested.length, quiet: found.every(({ result }) => result.difference > 0) },
    ...found.map(({ leads, about, result: { difference: number, ...figures } }) => {
      const direction = number < 0 ? 'DROP' : 'RISE';
      return { kind: 'found', direction, ...about, number, ...figures, leadsLost: -leads * number };
    }),
    ...comparisons.flatMap(({ leads: _, result, ...about }) =>
      'p' in result ? [] : [{ kind: 'thin', ...about, reason: result.reason, needed: result.needed }],
    ),
    ...observations.flatMap(({ metric, to, all, byAttribute, hasBaseline }): Row[] => {
      const where = { metric, to };
      const isBoth = hasBaseline && all.now.denominator > 0 && all.before.denominator > 0;
      const ends = isBoth ? oracle.newcombeEnds(all.now, all.before) : null;
      const share = (of: typeof all.now) => of.numerator / of.denominator;
      const difference = {
        number: isBoth ? share(all.now) - share(all.before) : null,
        ...(ends ?? { low: null, high: null }),
      };
      const splits = hasBaseline ? byAttribute : [];
      return [
        {
          kind: 'step',
          ...where,
          now: counts(all.now),
          before: hasBaseline ? counts(all.before) : null,
          ...difference,
        },
        ...splits.flatMap(({ attribute, groups }): Row[] => {
          const split = oracle.splitOf(groups);
          if (!split) return [];
          const { groups: parts, ...whole } = split;
          return [
            { kind: 'split', ...where, attribute, ...whole },
            ...parts.filter(hasEffect).map((part) => ({ kind: 'part', ...where, attribute, ...part })),
          ];
        }),
      ];
    }),
  ];
}

interface Tools {
  readonly newcombeEnds: typeof import('../../oracle/intervals.js').newcombeEnds;
  readonly splitOf: typeof import('../../oracle/comparisons.js').splitOf;
}
