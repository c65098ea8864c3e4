import type { DiagnosisReport } from '@leadstage/sdk';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Put } from '../chart/picture.js';
import type { Scene } from '../frame/scene.js';
import { attributeName } from '../words/attribute-words.js';
import { filled } from '../words/language.js';
import { comparisonLine, findingChart, topOf } from './diagnosis-chart.js';
import {
  adjustedPOf,
  type Compared,
  evidenceOf,
  groupOf,
  intervalOf,
  nameOf,
  pointsOf,
  splitText,
} from './diagnosis-figures.js';
import { sentenceOf } from './diagnosis-sentences.js';
import type { Finding } from './diagnosis-terms.js';
import { DIAGNOSIS_WORDS } from './diagnosis-words.js';

/** What cards are drawn with. */
export interface Cards {
  readonly scene: Scene;
  readonly put: Put;
  readonly isWide: boolean;
}

const CHART = 300;
const LINE = 240;
const ARROW = svg`<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M4.5 2.5 8 6 4.5 9.5"></path></svg>`;
const CHECK = svg`<svg viewBox="0 0 36 36" aria-hidden="true"><circle cx="18" cy="18" r="16"></circle><path d="m11 18.5 5 5 9.5-11"></path></svg>`;

export function findingCard(
  finding: Finding,
  answer: DiagnosisReport,
  { scene, put, isWide }: Cards,
  others: () => unknown,
) {
  const words = DIAGNOSIS_WORDS[scene.language];
  const { formats } = scene;
  const { adjustedP, since, redefined, splits, team, trouble, step } = finding;
  const sentence = sentenceOf(finding, answer, scene);
  const fact = (name: string, value: string, more: string) =>
    html`<div><dt>${name}</dt><dd>${value}${more ? html`<small>${more}</small>` : nothing}</dd></div>`;
  const began = since && formats.period({ start: since.from.start, end: since.to.end });
  return html`<li class="finding">
    <div class="columns"><div>
      <div class="head">
        <h4 title="${step.from.name} → ${step.to.name}">${nameOf(finding, scene)}<small>${groupOf(finding, scene)}</small></h4>
        ${changeText(finding, scene, html`<small>${intervalOf(finding.difference, scene)}</small>`)}
      </div>
      <p class="reading" lang=${sentence.language}>${sentence.text}</p>
      <dl>
        ${fact(words.lost, formats.count(Math.round(finding.leadsLost)), '')}
        ${fact(words.since, since ? formats.date(since.at.start) : '–', began ? `95 %: ${began}` : '')}
        ${fact(words.sure, evidenceOf(adjustedP, scene), adjustedPOf(adjustedP, scene))}
        ${fact(words.owner, words.teams[team] ?? team, words.troubles[trouble] ?? trouble)}
        ${splits.map((split) => fact(attributeName(split.attribute, scene.language), splitText(split, scene), ''))}
      </dl>
      ${redefined.map(({ key, effectiveFrom }) => {
        const date = formats.instant(effectiveFrom, scene.setting.workspace.timeZone);
        return html`<p class="redefined">${filled(words.redefined, { stage: key, date })}</p>`;
      })}
    </div>${findingChart(finding, answer, scene, put, isWide ? CHART : scene.width)}</div>
    ${others()}
  </li>`;
}

/** Rows of two rates each, on one scale. @param label names a row */
export function comparisonRows(
  all: readonly Compared[],
  label: (compared: Compared) => string,
  { scene, put, isWide }: Cards,
): TemplateResult {
  const most = Math.max(
    ...all.map(({ period, baseline, benchmark }) =>
      Math.max(topOf(period), topOf(baseline), Number(benchmark?.value ?? 0)),
    ),
  );
  return html`<ul class="rows">${all.map(
    (each) => html`<li>
      <span class="name">${label(each)}<small>${ratesText(each, scene)}</small></span>
      ${comparisonLine(each, most, scene, put, isWide ? LINE : scene.width)}
      ${changeText(each, scene)}
      ${
        each.splits.length === 0
          ? nothing
          : html`<small class="splits">${each.splits.map(
              (split) =>
                html`<span>${attributeName(split.attribute, scene.language)}: ${splitText(split, scene)}</span> `,
            )}</small>`
      }
    </li>`,
  )}</ul>`;
}

/** A button that shows what belongs to it. */
export function toggle(title: string, count: string, isOpen: boolean, turn: () => void) {
  return html`<button type="button" class="toggle" aria-expanded=${isOpen} @click=${turn}>${ARROW}${title}<span>${count}</span></button>`;
}

/** That nothing was found, or that nothing could be. */
export function calm({ tested }: DiagnosisReport, { language, formats }: Scene) {
  const { quiet, tested: comparisons, thin } = DIAGNOSIS_WORDS[language];
  if (tested === 0) return html`<div class="calm" role="status"><strong>${thin}</strong></div>`;
  const text = filled(comparisons, { count: formats.count(tested) });
  return html`<div class="calm" role="status">${CHECK}<div><strong>${quiet}</strong><p>${text}</p></div></div>`;
}

/** `43.8 % → 37.0 %` */
function ratesText({ baseline, benchmark, period }: Compared, { formats, language }: Scene): string {
  const { benchmark: name } = DIAGNOSIS_WORDS[language];
  const other = benchmark
    ? `${name} ${formats.percent(Number(benchmark.value))}`
    : formats.percent(baseline?.value ?? null);
  return `${other} → ${formats.percent(period.value)}`;
}

function changeText({ difference, adjustedP }: Compared, scene: Scene, more: unknown = nothing) {
  const share = difference?.value ?? null;
  const tone = (share ?? 0) < 0 ? 'down' : 'up';
  return html`<span class="change-text ${adjustedP === undefined ? '' : tone}">${pointsOf(share, scene)}${more}</span>`;
}
