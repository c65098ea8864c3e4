import { LANGUAGES, type Language, languageOf } from '../elements/words/language.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const NAMES = { language: 'leadstage-language', theme: 'leadstage-theme' } as const;

export interface Preferences {
  /** A language tag that the page has words for. */
  readonly language: string;
  readonly theme: Theme;
}

/**
 * What was chosen, else what the browser says. Its whole tag is kept, since `en-GB` writes dates its own way.
 * @param asked by the browser, the best first
 */
export function preferred(
  chosen: { readonly language: string | null; readonly theme: string | null },
  asked: readonly string[],
): Preferences {
  const isSpoken = (tag: string) => LANGUAGES.some((language) => language === tag.toLowerCase().split('-')[0]);
  const fromBrowser = asked.find(isSpoken) ?? 'en';
  const own = LANGUAGES.find((language) => language === chosen.language) ?? null;
  const language = own === null || languageOf(fromBrowser) === own ? fromBrowser : own;
  return { language, theme: THEMES.find((theme) => theme === chosen.theme) ?? 'system' };
}

export function readPreferences(): Preferences {
  const chosen = { language: read(NAMES.language), theme: read(NAMES.theme) };
  return preferred(chosen, navigator.languages);
}

/** Keeps a choice and tells what holds from now on, even where the browser keeps nothing. */
export function choose(before: Preferences, name: keyof Preferences, value: Language | Theme): Preferences {
  try {
    localStorage.setItem(NAMES[name], value);
  } catch {
    // Until the page is left.
  }
  return preferred({ ...before, [name]: value }, navigator.languages);
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
