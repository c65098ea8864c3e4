import { LANGUAGES, type Language, type Words } from './language.js';
import type { Translations } from './translations.js';

/** One file a language, fetched when a page first speaks it. */
const FILES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly words: Translations }>>> = {
  is: () => import('./languages/is.js'),
  sr: () => import('./languages/sr.js'),
  sv: () => import('./languages/sv.js'),
  ja: () => import('./languages/ja.js'),
  zh: () => import('./languages/zh.js'),
};

const spoken = new Map<Language, Partial<Translations>>();

/** Words in every language: English until `learn` has fetched another. */
export function words<Name extends keyof Translations>(
  name: Name,
  english: Translations[Name],
): Words<Translations[Name]> {
  const each = LANGUAGES.map(
    (language) => [language, { enumerable: true, get: () => spoken.get(language)?.[name] ?? english }] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(each)) as Words<Translations[Name]>;
}

/** Whether a language can be spoken at once. */
export function isLearnt(language: Language): boolean {
  return language === 'en' || spoken.has(language);
}

const learning = new Map<Language, Promise<void>>();

/** Fetches a language, once. One that cannot be had stays English until the page is loaded again. */
export function learn(language: Language): Promise<void> {
  if (isLearnt(language)) return Promise.resolve();
  const learnt = learning.get(language) ?? fetched(language as keyof typeof FILES);
  learning.set(language, learnt);
  return learnt;
}

async function fetched(language: keyof typeof FILES): Promise<void> {
  const file = await FILES[language]().catch(() => null);
  spoken.set(language, file?.words ?? {});
}
