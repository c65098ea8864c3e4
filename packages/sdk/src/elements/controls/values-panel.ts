import { html, nothing } from 'lit';
import type { CommonWords } from '../words/common-words.js';
import type { Formats } from '../words/formats.js';
import { filled } from '../words/language.js';
import type { Value } from './chosen-values.js';
import type { ControlsWords } from './controls-words.js';

/** A value that leads of the period have. */
export interface Offered {
  readonly value: Value;
  /** Of leads. Null: none in this period, but it is chosen. */
  readonly count: number | null;
}

/** What the list is drawn with. */
export interface ValuesView {
  /** What the attribute is called. */
  readonly title: string;
  readonly offered: readonly Offered[];
  readonly chosen: readonly Value[];
  readonly sought: string;
  readonly words: ControlsWords & Pick<CommonWords, 'none' | 'empty'>;
  readonly formats: Formats;
}

/** As many are shown at a time; the rest is searched for. */
const SHOWN = 100;
/** Up to so many are seen at a glance. */
const AT_A_GLANCE = 8;

export function valuesPanel(
  { title, offered, chosen, sought, words, formats }: ValuesView,
  seek: (text: string) => void,
  choose: (values: readonly Value[]) => void,
) {
  const all = withAbsent(offered, chosen);
  const nameOf = (value: Value) => value ?? words.none;
  const needle = sought.trim().toLocaleLowerCase(formats.tag);
  const matching = all.filter(({ value }) => nameOf(value).toLocaleLowerCase(formats.tag).includes(needle));
  const toggle = (value: Value, { target }: Event) => {
    const wasChosen = chosen.includes(value);
    // It is ticked when the page has taken it on.
    (target as HTMLInputElement).checked = wasChosen;
    choose(wasChosen ? chosen.filter((each) => each !== value) : [...chosen, value]);
  };
  const search = html`<input type="search" aria-label="${words.search}: ${title}" placeholder=${words.search}
    .value=${sought} @input=${({ target }: InputEvent) => seek((target as HTMLInputElement).value)} />`;
  return html`${all.length > AT_A_GLANCE ? search : nothing}
    <fieldset class="values"><legend class="visually-hidden">${title}</legend>${matching.slice(0, SHOWN).map(
      ({
        value,
        count,
      }) => html`<label><input type="checkbox" .checked=${chosen.includes(value)} @change=${(event: Event) => toggle(value, event)} />
        <span>${nameOf(value)}</span><small>${formats.count(count)}</small></label>`,
    )}</fieldset>
    ${matching.length === 0 ? html`<p role="status">${all.length === 0 ? words.empty : words.noMatch}</p>` : nothing}
    ${matching.length > SHOWN ? html`<p>${filled(words.others, { count: formats.count(matching.length - SHOWN) })}</p>` : nothing}`;
}

function withAbsent(offered: readonly Offered[], chosen: readonly Value[]): readonly Offered[] {
  const absent = chosen.filter((value) => offered.every((each) => each.value !== value));
  return [...absent.map((value) => ({ value, count: null })), ...offered];
}
