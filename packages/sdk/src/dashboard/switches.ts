import { html, nothing } from 'lit';
import { LANGUAGES, type Language, languageOf } from '../elements/words/language.js';
import { DASHBOARD_WORDS } from './dashboard-words.js';
import { type Preferences, THEMES, type Theme } from './preferences.js';

/** What each language calls itself. */
const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  is: 'Íslenska',
  sr: 'Srpski',
  sv: 'Svenska',
  ja: '日本語',
  zh: '中文',
};

export type Choose = (name: keyof Preferences, value: Language | Theme) => void;

/** Language and theme. */
export function switches({ language, theme }: Preferences, choose: Choose) {
  const spoken = languageOf(language);
  const words = DASHBOARD_WORDS[spoken];
  const option = (value: string, text: string, isChosen: boolean, lang?: string) =>
    html`<option value=${value} ?selected=${isChosen} lang=${lang ?? nothing}>${text}</option>`;
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<select class="quiet" name="language" autocomplete="off" aria-label=${words.language}
      @change=${(event: Event) => choose('language', chosen(event) as Language)}>
      ${LANGUAGES.map((each) => option(each, OWN_NAMES[each], each === spoken, each))}
    </select>
    <select class="quiet" name="theme" autocomplete="off" aria-label=${words.theme}
      @change=${(event: Event) => choose('theme', chosen(event) as Theme)}>
      ${THEMES.map((each) => option(each, words.themes[each], each === theme))}
    </select>`;
}
