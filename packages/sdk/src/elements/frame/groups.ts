import { attributeName, attributesInText } from '../words/attribute-words.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { filled } from '../words/language.js';
import type { Scene } from './scene.js';

/** More are in the table. */
export const MOST_GROUPS = 12;

type Named = Pick<Scene, 'language'>;

/** What a group is called: the values that its leads share. */
export function groupName(keys: readonly { readonly value: string | null }[], { words }: Pick<Scene, 'words'>): string {
  return keys.map(({ value }) => value ?? words.none).join(' · ');
}

/** Above the names of groups. @param by attributes */
export function groupsTitle(by: readonly string[], { language }: Named): string {
  return by.map((attribute) => attributeName(attribute, language)).join(' · ');
}

/** `First response by owner`. @param by attributes */
export function figureBy(figure: string, by: readonly string[], { language }: Named): string {
  return filled(COMMON_WORDS[language].by, { figure, attribute: attributesInText(by, language) });
}

/** Says that not all is drawn. @param hidden how much is not */
export function moreInTable(hidden: number, { words, formats }: Pick<Scene, 'words' | 'formats'>): string[] {
  return hidden > 0 ? [filled(words.moreInTable, { count: formats.count(hidden) })] : [];
}
