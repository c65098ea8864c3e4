import type { Language } from './language.js';
import { words } from './words.js';

const ATTRIBUTES: readonly string[] = ['source', 'leadType', 'campaign', 'region', 'owner', 'account'];

const NAMES = words('attributes', [
  'Source',
  'Lead type',
  'Campaign',
  'Region',
  'Owner',
  'Account',
] satisfies readonly string[]);

/** What people call an attribute. A workspace's own are called what it calls them. */
export function attributeName(attribute: string, language: Language): string {
  return NAMES[language][ATTRIBUTES.indexOf(attribute)] ?? attribute;
}

/** The same of several, within a sentence. */
export function attributesInText(attributes: readonly string[], language: Language): string {
  const inText = (attribute: string) => {
    const name = attributeName(attribute, language);
    return ATTRIBUTES.includes(attribute) ? name.toLocaleLowerCase(language) : name;
  };
  return attributes.map(inText).join(' · ');
}
