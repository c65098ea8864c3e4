import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import type { Thin } from './diagnosis-terms.js';
import { DIAGNOSIS_WORDS } from './diagnosis-words.js';

/** Why a comparison could not be made; in English where there are no words for it. */
export function reasonOf({ reason, needed, reading }: Thin, { language, formats }: Scene): string {
  const { reasons } = DIAGNOSIS_WORDS[language];
  // No number would do where all leads did the same.
  const which = reason === 'TOO_FEW' && needed === null ? 'ALL_ALIKE' : reason;
  return filled(reasons[which] ?? reading, { needed: formats.count(needed) });
}
