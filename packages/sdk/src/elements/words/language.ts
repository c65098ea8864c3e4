/** What elements speak. Numbers, money and dates follow the whole language tag, by Intl. */
export const LANGUAGES = ['en', 'is', 'sr', 'sv', 'ja', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language. */
export type Words<Each> = Readonly<Record<Language, Each>>;

/**
 * The words for a language tag (BCP 47), English where there are none. Serbian is written in Latin letters, Chinese in
 * simplified characters.
 */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** The tag for Intl, which writes Serbian in Cyrillic unless told otherwise. A tag that is none counts as English. */
export function formatTagOf(tag: string): string {
  try {
    const locale = new Intl.Locale(tag);
    return locale.language === 'sr' ? new Intl.Locale(locale, { script: 'Latn' }).toString() : locale.toString();
  } catch {
    return 'en';
  }
}

/** `{name}` in a text becomes the value of that name. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
