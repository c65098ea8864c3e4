import { html } from 'lit';
import type { Formats } from '../words/formats.js';
import type { ControlsWords } from './controls-words.js';
import { datesOf, PRESETS, periodName, periodText, shifted } from './presets.js';

/** Presets and dates of one's own. @param choose called with a period as `parsePeriod` reads it */
export function periodPanel(period: string, words: ControlsWords, formats: Formats, choose: (text: string) => void) {
  const dates = datesOf(period);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { first, last } = inputsOf(event.currentTarget as HTMLFormElement);
    choose(periodText(first.value, last.value));
  };
  const bound = (event: Event) => {
    const { first, last } = inputsOf(event.currentTarget as HTMLFormElement);
    last.min = first.value;
  };
  // Years of five digits, which browsers let people type, are no periods.
  const date = (name: string, title: string, value: string) =>
    html`<label>${title}<input type="date" name=${name} required min="1900-01-01" max="9998-12-31" .value=${value} /></label>`;
  return html`<div class="presets" role="group" aria-label=${words.title}>${PRESETS.map(
    (preset) => html`<button type="button" aria-pressed=${preset === period} @click=${() => choose(preset)}
      >${periodName(preset, words, formats)}</button>`,
  )}</div>
  <form @submit=${submit} @change=${bound}><fieldset>
    <legend>${words.ownDates}</legend>
    <div class="dates">
      ${date('first', words.from, dates?.start ?? '')} ${date('last', words.to, dates ? shifted(dates.end, -1) : '')}
    </div>
    <button>${words.apply}</button>
  </fieldset></form>`;
}

function inputsOf(form: HTMLFormElement) {
  const [first, last] = form.querySelectorAll<HTMLInputElement>('input[type=date]');
  return { first, last } as { first: HTMLInputElement; last: HTMLInputElement };
}
