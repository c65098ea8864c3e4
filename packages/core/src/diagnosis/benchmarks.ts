import type { Benchmark } from '../benchmark.js';
import { InvalidInput } from '../invalid-input.js';
import { findStage, type StageDefinition } from '../ladder.js';
import { METRICS } from '../metrics/index.js';
import type { JudgedMetric, Subject } from './subject.js';

/** A benchmark of a rate that we judge, by our own definition. */
export interface ComparableBenchmark {
  readonly benchmark: Benchmark;
  /** 0 to 1, exact. */
  readonly figure: number;
  readonly isOf: (subject: Subject) => boolean;
}

export interface BenchmarkLeftOut {
  readonly benchmark: Benchmark;
  /** Why it is not compared with, as a sentence. */
  readonly reason: string;
}

export interface ChosenBenchmarks {
  readonly chosen: readonly ComparableBenchmark[];
  readonly leftOut: readonly BenchmarkLeftOut[];
}

/** What benchmarks may be of: the rates judged here, in one ladder, at one conversion window. */
export interface Comparable {
  readonly ladder: readonly StageDefinition[];
  readonly subjects: readonly Subject[];
  readonly conversionWindow: number;
}

/**
 * The benchmarks to compare with. Of those that were not named, what is not comparable is left out, and said.
 * @param ids as chosen in the question; undefined: all
 * @throws InvalidInput UNKNOWN_BENCHMARK, BENCHMARK_NOT_COMPARABLE where it was named
 */
export function chooseBenchmarks(
  ids: readonly string[] | undefined,
  standing: readonly Benchmark[],
  comparable: Comparable,
): ChosenBenchmarks {
  const chosen: ComparableBenchmark[] = [];
  const leftOut: BenchmarkLeftOut[] = [];
  const asked = ids?.map((id, index) => named(id, index, standing));
  for (const [index, benchmark] of (asked ? [...new Set(asked)] : standing).entries()) {
    const result = compared(benchmark, comparable);
    if (typeof result !== 'string') chosen.push(result);
    else if (!asked) leftOut.push({ benchmark, reason: result });
    else
      throw new InvalidInput('BENCHMARK_NOT_COMPARABLE', ['benchmarks', index], `Benchmark ${benchmark.id}: ${result}`);
  }
  return { chosen, leftOut };
}

function named(id: string, index: number, standing: readonly Benchmark[]): Benchmark {
  const benchmark = standing.find((each) => String(each.id) === id);
  if (benchmark) return benchmark;
  const known = standing.length === 0 ? 'none' : standing.map((each) => each.id).join(', ');
  const message = `There is no benchmark ${JSON.stringify(id)}, or it was voided. Standing: ${known}.`;
  throw new InvalidInput('UNKNOWN_BENCHMARK', ['benchmarks', index], message, known);
}

const JUDGED: readonly JudgedMetric[] = ['stepRate', 'acceptanceRate', 'complianceRate'];

/** The benchmark as it can be compared with, or why it cannot. */
function compared(
  benchmark: Benchmark,
  { ladder, subjects, conversionWindow }: Comparable,
): ComparableBenchmark | string {
  const metric = JUDGED.find((each) => each === benchmark.metric);
  if (metric === undefined) return `it is of ${benchmark.metric}; the diagnosis compares ${JUDGED.join(', ')}.`;
  const figure = Number(benchmark.value);
  if (!(figure >= 0 && figure <= 1)) return `${benchmark.value} is no share of 1; 12 % is written 0.12.`;
  const stage = benchmark.stage === null ? null : findStage(ladder, benchmark.stage);
  if (stage === undefined) return `the ladder has no stage ${benchmark.stage} any more.`;
  if (metric === 'stepRate' && stage === null) return 'a step rate needs the stage that the step leads to.';
  const isOf = (subject: Subject) => subject.metric === metric && (stage === null || isAbout(subject, stage));
  const subject = subjects.find(isOf);
  if (!subject) return `there is no ${metric}${stage ? ` of ${stage.key}` : ''} here to compare with it.`;
  const definition = readDefinition(benchmark.definition);
  const ours = ourDefinitions(subject);
  if (!ours.includes(definition.text)) {
    return `it is defined as ${JSON.stringify(benchmark.definition)}. Where that is what we call ${metric}, record it with the definition ${JSON.stringify(ours[0])}.`;
  }
  if (definition.within !== null && (metric !== 'stepRate' || definition.within !== conversionWindow)) {
    return `it is measured ${JSON.stringify(benchmark.definition)}; ask with that conversion window to compare with it.`;
  }
  return { benchmark, figure, isOf };
}

/** A step rate is of the stage that it leads to; what is of handoffs, of either end of the handoff. */
function isAbout({ metric, step }: Subject, stage: StageDefinition): boolean {
  return step.to.id === stage.id || (metric !== 'stepRate' && step.from.id === stage.id);
}

/**
 * How our own definition may be written: as the metric's formula, that formula with the stages' keys in it, or the
 * metric's name or title; case and spaces do not matter.
 */
function ourDefinitions({ metric, step }: Subject): string[] {
  const own = METRICS.find(({ name }) => name === metric);
  const formula = own?.formula ?? metric;
  const withKeys = formula.replace('(k)', `(${step.to.key})`).replace('(previous stage)', `(${step.from.key})`);
  return [formula, withKeys, metric, own?.title ?? metric].map(plain);
}

const WITHIN = /^(.*\S) within (\d{1,5}) (hour|day)s?$/;

/** A definition may end in the window that it is measured over: `stepRate within 90 days`. */
function readDefinition(definition: string): { readonly text: string; readonly within: number | null } {
  const text = plain(definition);
  const [, before, count, unit] = WITHIN.exec(text) ?? [];
  if (before === undefined) return { text, within: null };
  return { text: before, within: Number(count) * (unit === 'day' ? 86_400_000 : 3_600_000) };
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
