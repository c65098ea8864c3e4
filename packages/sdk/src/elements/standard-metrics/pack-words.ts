import { words } from '../words/words.js';

/** What a published pack says of itself. */
export interface PackWords {
  readonly pack: string;
  readonly published: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly reproduces: string;
  readonly differs: string;
  readonly notRestated: string;
  /** `{count}`. */
  readonly restatedCount: string;
  readonly showChanges: string;
  readonly publishedValue: string;
  readonly nowValue: string;
  readonly terms: string;
}

export const PACK_WORDS = words('pack', {
  pack: 'Pack',
  published: 'Published',
  asOf: 'As of',
  knownAt: 'By what was known at',
  reproduces: 'Reproduces: computed again by what was known then, it has the same SHA-256.',
  differs: 'Does not reproduce: computed again by what was known then, it differs',
  notRestated: 'Not restated: by what is known now, every number is the same.',
  restatedCount: 'Restated: by what is known now, {count} numbers are different.',
  showChanges: 'Which numbers',
  publishedValue: 'As published',
  nowValue: 'Now',
  terms: 'Formulas and exclusions as published',
} satisfies PackWords);
