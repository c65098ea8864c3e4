import type { DiagnosisReport } from '@leadstage/sdk';
import { scaleLinear } from 'd3-scale';
import { html, nothing, svg } from 'lit';
import type { Mark, Put } from '../chart/picture.js';
import type { RateLike } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { type Compared, nameOf, rateMark } from './diagnosis-figures.js';
import type { Finding } from './diagnosis-terms.js';
import { DIAGNOSIS_WORDS } from './diagnosis-words.js';

const BAR_ROW = 42;
const BAR = 12;
const TIME_ROW = 46;
const LINE = 28;
const INSET = 8;

/** A finding: both rates with their intervals, and when it began. */
export function findingChart(
  finding: Finding,
  { baseline, period }: DiagnosisReport,
  scene: Scene,
  put: Put,
  width: number,
) {
  const words = DIAGNOSIS_WORDS[scene.language];
  const { benchmark, since } = finding;
  const figure = benchmark ? Number(benchmark.value) : null;
  const most = Math.max(figure ?? 0, topOf(finding.baseline), topOf(finding.period));
  const x = scaleLinear([0, most || 1], [0, width]);
  const then = finding.baseline ? [{ name: words.before, rate: finding.baseline, tone: 'series-6' }] : [];
  const rates = [
    ...then,
    { name: scene.words.period, rate: finding.period, tone: finding.difference.value < 0 ? 'bad' : 'good' },
  ];
  const bars = rates.map(({ name, rate, tone }, index) => {
    const y = index * BAR_ROW;
    const { numerator, denominator, value } = rate;
    const { formats, words: common } = scene;
    const of = filled(common.outOf, { numerator: formats.count(numerator), denominator: formats.count(denominator) });
    return put(
      rateMark(name, rate, finding, scene),
      svg`<rect class="hit" y=${y} width=${width} height=${BAR_ROW - 6}></rect>
        <rect class="track" y=${y + 19} width=${width} height=${BAR} rx="2"></rect>
        <rect class="bar soft ${tone}" y=${y + 19} width=${Math.max(1, x(value ?? 0))} height=${BAR} rx="2"></rect>
        <path class="edge ${tone}" d="M${Math.max(1, x(value ?? 0))},${y + 19}v${BAR}"></path>
        ${interval(rate, x, y + 19 + BAR / 2)}`,
      svg`<text y=${y + 12}>${name}</text>
        <text class="muted" x=${width} y=${y + 12} text-anchor="end">${of} · <tspan class="strong">${formats.percent(value)}</tspan></text>`,
    );
  });
  let height = rates.length * BAR_ROW;
  const line = figure === null ? nothing : benchmarkLine(x(figure), height, finding, scene, put, width);
  height += figure === null ? 0 : 18;
  const when = since ? timeline(since, { baseline, period }, scene, put, width, height) : nothing;
  height += since ? TIME_ROW : 0;
  return html`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${nameOf(finding, scene)}>
    ${bars}${line}${when}</svg>`;
}

/** Two rates as dots on one line, before as a ring. @param most the share at the end of the line */
export function comparisonLine(compared: Compared, most: number, scene: Scene, put: Put, width: number) {
  const words = DIAGNOSIS_WORDS[scene.language];
  const { benchmark, baseline, period, difference, adjustedP } = compared;
  const x = scaleLinear([0, most || 1], [INSET, width - INSET]);
  const y = LINE / 2;
  const found = (difference?.value ?? 0) < 0 ? 'bad' : 'good';
  const tone = adjustedP === undefined ? 'series-1' : found;
  const other = benchmark ? { value: Number(benchmark.value) } : baseline;
  const dot = (name: string, rate: RateLike, shape: string) =>
    rate.value === null
      ? nothing
      : put(
          rateMark(name, rate, compared, scene),
          svg`<rect class="hit" x=${x(rate.value) - 12} y="0" width="24" height=${LINE} rx="4"></rect>
            <circle class=${shape} cx=${x(rate.value)} cy=${y} r="5"></circle>`,
        );
  const tick = benchmark
    ? svg`<path class="benchmark" d="M${x(Number(benchmark.value))},3V${LINE - 3}"></path>`
    : nothing;
  const change =
    other?.value == null || period.value === null
      ? nothing
      : svg`<path class="change ${tone}" d="M${x(other.value)},${y}H${x(period.value)}"></path>`;
  return html`<svg viewBox="0 0 ${width} ${LINE}" width=${width} height=${LINE} role="group" aria-label=${nameOf(compared, scene)}>
    <path class="rail" d="M${INSET},${y}H${width - INSET}"></path>${change}${tick}
    ${baseline && !benchmark ? dot(words.before, baseline, 'ring') : nothing}${dot(scene.words.period, period, `dot ${tone}`)}</svg>`;
}

/** The largest share that is drawn of a rate. */
export function topOf(rate: RateLike | null): number {
  return rate ? (rate.high ?? rate.value ?? 0) : 0;
}

function interval({ low, high }: RateLike, x: (share: number) => number, y: number) {
  if (low == null || high == null) return nothing;
  return svg`<path class="whisker" d="M${x(low)},${y}H${x(high)}M${x(low)},${y - 4}v8M${x(high)},${y - 4}v8"></path>`;
}

function benchmarkLine(at: number, height: number, finding: Finding, scene: Scene, put: Put, width: number) {
  const { benchmark } = finding;
  if (!benchmark) return nothing;
  const name = DIAGNOSIS_WORDS[scene.language].benchmark;
  const share = scene.formats.percent(Number(benchmark.value));
  const lines = [share, `${benchmark.source}, ${scene.formats.date(benchmark.publishedOn)}`];
  const anchor = at > width / 2 ? 'end' : 'start';
  // Over the bars alone, since texts stand between them.
  const across = Array.from({ length: height / BAR_ROW }, (_, row) => `M${at},${row * BAR_ROW + 15}v20`).join('');
  return put(
    { label: name, lines },
    svg`<rect class="hit" x=${at - 12} y="0" width="24" height=${height + 16}></rect>
      <path class="benchmark" d=${across}></path>`,
    svg`<text class="muted" x=${at} y=${height + 12} text-anchor=${anchor}>${name} ${share}</text>`,
  );
}

function timeline(
  { at, from, to }: NonNullable<Finding['since']>,
  { baseline, period }: Pick<DiagnosisReport, 'baseline' | 'period'>,
  scene: Scene,
  put: Put,
  width: number,
  top: number,
) {
  const { formats, words } = scene;
  const instant = (date: string) => Date.parse(date);
  const x = scaleLinear([instant(baseline.start), instant(period.end)], [0, width]).clamp(true);
  const place = (date: string) => x(instant(date));
  const y = top + 8;
  const mark: Mark = {
    label: `${DIAGNOSIS_WORDS[scene.language].since} ${formats.date(at.start)}`,
    lines: [filled(words.interval, { low: formats.date(from.start), high: formats.date(lastDay(to.end)) })],
  };
  const left = place(from.start);
  return put(
    mark,
    svg`<rect class="hit" y=${top} width=${width} height="24"></rect>
      <rect class="track" y=${y} width=${width} height="8" rx="2"></rect>
      <rect class="quiet bar" x=${place(period.start)} y=${y} width=${width - place(period.start)} height="8" rx="2"></rect>
      <rect class="band since" x=${left} y=${y - 3} width=${Math.max(2, place(to.end) - left)} height="14" rx="2"></rect>
      <path class="began" d="M${place(at.start)},${y - 5}v18"></path>`,
    svg`<text class="muted small" y=${y + 24}>${formats.bucket(baseline.start, 'MONTH')}</text>
      <text class="muted small" x=${width} y=${y + 24} text-anchor="end">${formats.bucket(lastDay(period.end), 'MONTH')}</text>`,
  );
}

/** The day before a date. */
function lastDay(end: string): string {
  return new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
}
