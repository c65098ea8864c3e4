import type { LeadFilterInput } from '@leadstage/sdk';
import { PACK_WORDS } from '../elements/standard-metrics/pack-words.js';
import { attributeName } from '../elements/words/attribute-words.js';
import { COMMON_WORDS } from '../elements/words/common-words.js';
import type { Formats } from '../elements/words/formats.js';
import type { Language } from '../elements/words/language.js';

/** As much of a saved question as the page reads; the rest goes to the report as it is. */
export interface SavedQuestion {
  readonly filter?: LeadFilterInput | null;
  readonly by?: readonly string[] | null;
  readonly grain?: string | null;
  readonly method?: string | null;
  readonly stages?: readonly string[] | null;
  readonly replay?: readonly unknown[] | null;
  readonly asOf?: string | null;
  readonly knownAt?: string | null;
}

/** Whom a saved question asks about, and as of when, where it says so: what its elements do not show. */
export function askedTexts(question: SavedQuestion, language: Language, formats: Formats, timeZone: string): string[] {
  const { asOf, knownAt } = question;
  const words = PACK_WORDS[language];
  const pinned = [
    [words.asOf, asOf],
    [words.knownAt, knownAt],
  ] as const;
  return [
    ...conditions(question.filter ?? {}, language),
    ...pinned.flatMap(([name, at]) => (at == null ? [] : [`${name}: ${formats.instant(at, timeZone)}`])),
  ];
}

type Condition = NonNullable<LeadFilterInput['source']>;

function conditions({ attributes, ...known }: LeadFilterInput, language: Language): string[] {
  const own = (attributes ?? []).map(({ name, ...condition }) => [name, condition] as const);
  return [...Object.entries<Condition | null | undefined>(known), ...own].flatMap(([attribute, condition]) => {
    const name = attributeName(attribute, language);
    const values = (list: NonNullable<Condition['in']>) =>
      list.map((value) => value ?? COMMON_WORDS[language].none).join(', ');
    return [
      ...(condition?.in == null ? [] : [`${name}: ${values(condition.in)}`]),
      ...(condition?.notIn == null ? [] : [`${name} ≠ ${values(condition.notIn)}`]),
    ];
  });
}
