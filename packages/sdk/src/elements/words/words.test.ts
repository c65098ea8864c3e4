import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, type Words } from './language.js';
import { isLearnt, learn } from './words.js';

const OF_A_LANGUAGE: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  is: /[ðþæö]/i,
  sr: /[čćšžđ]/i,
  sv: /[åäö]/i,
  ja: /[ぁ-ヿ]/,
  zh: /[一-鿿]/,
};
const OTHERS = LANGUAGES.filter((each) => each !== 'en');

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-words.ts'));
/** What each of these files says, as `Words`. */
const said: Words<object>[] = [];

beforeAll(async () => {
  for (const file of files) {
    const module = (await import(`../${file}`)) as Readonly<Record<string, unknown>>;
    said.push(...Object.values(module).filter((each): each is Words<object> => typeof each === 'object'));
  }
});

/** `troubles.CLOSING` to its text, all of them. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsOf(value as object, `${path}${key}.`),
  );
}

const holesOf = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(String).sort();

describe('words', () => {
  test('are English until a language has been fetched', async () => {
    expect(said.length).toBeGreaterThan(10);
    expect(isLearnt('sv')).toBe(false);
    for (const words of said) expect(words.sv).toBe(words.en);
    await learn('sv');
    expect(isLearnt('sv')).toBe(true);
    for (const words of said) expect(words.sv).not.toBe(words.en);
  });

  test.each(OTHERS)('in %s are as many as in English, with the same holes', async (language) => {
    await learn(language);
    for (const words of said) {
      const texts = new Map(textsOf(words[language]));
      const english = textsOf(words.en);
      expect([...texts.keys()].sort()).toEqual(english.map(([key]) => key).sort());
      for (const [key, text] of english) expect([key, holesOf(texts.get(key))]).toEqual([key, holesOf(text)]);
    }
  });

  test.each(OTHERS)('in %s are in its own writing', async (language) => {
    await learn(language);
    const all = said.flatMap((words) => textsOf(words[language]).map(([, text]) => text)).join('\n');
    expect(all).toMatch(OF_A_LANGUAGE[language as keyof typeof OF_A_LANGUAGE]);
    if (language !== 'ja' && language !== 'zh') expect(all).not.toMatch(/[぀-鿿]/);
    if (language === 'zh') expect(all).not.toMatch(/[ぁ-ヺ]/);
    if (language === 'sv') expect(all).not.toMatch(/[čćšžđðþ]/);
  });
});
