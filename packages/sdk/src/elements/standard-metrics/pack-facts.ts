import type { MetricPack } from '@leadstage/sdk';
import { html, nothing } from 'lit';
import { drawnTable } from '../frame/data-table.js';
import type { Scene } from '../frame/scene.js';
import { packWordsOf } from './metric-rows.js';
import { changesTable, type Restatement, reproductionText, restatedText, signOf } from './pack-tables.js';
import type { StandardAnswer } from './standard-answer.js';

/** What a pack is, and whether it still holds. */
export function packFacts(
  { name, publishedAt, asOf, knownAt, sha256, reproduction, restatements }: MetricPack,
  names: StandardAnswer['names'],
  scene: Scene,
) {
  const words = packWordsOf(scene);
  const instant = (at: string) => scene.formats.instant(at, scene.setting.workspace.timeZone);
  const fact = (title: string, value: unknown) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`;
  return html`<section class="pack">
    <h4>${name}</h4>
    <dl>
      ${fact(words.published, instant(publishedAt))} ${fact(words.asOf, instant(asOf))} ${fact(words.knownAt, instant(knownAt))}
      ${fact('SHA-256', html`<code>${sha256}</code>`)}
    </dl>
    ${reproduction ? verdict(reproduction.reproduces, reproductionText(reproduction, scene)) : nothing}
    ${reproduction ? changes(words.differs, reproduction.differences, names, scene) : nothing}
    ${restatements ? verdict(restatements.length === 0, restatedText(restatements, scene)) : nothing}
    ${restatements ? changes(restatedText(restatements, scene), restatements, names, scene) : nothing}
  </section>`;
}

/** What the metrics of a pack meant when it was published, and what they leave out. The API tells it in English. */
export function packTerms(
  formulas: readonly { readonly title: string; readonly formula: string }[],
  exclusions: readonly string[],
  scene: Scene,
) {
  return html`<details class="terms"><summary>${packWordsOf(scene).terms}</summary>
    <ul lang="en">${formulas.map(({ title, formula }) => html`<li>${title}: <code>${formula}</code></li>`)}</ul>
    <ul lang="en">${exclusions.map((text) => html`<li>${text}</li>`)}</ul>
  </details>`;
}

function changes(caption: string, all: readonly Restatement[], names: StandardAnswer['names'], scene: Scene) {
  if (all.length === 0) return nothing;
  return html`<details><summary>${packWordsOf(scene).showChanges}</summary>
    ${drawnTable(changesTable(caption, all, names, scene), () => {})}</details>`;
}

const verdict = (isGood: boolean, text: string) =>
  html`<p class="verdict ${isGood ? 'good' : 'warn'}"><span aria-hidden="true">${signOf(isGood)}</span> ${text}</p>`;
