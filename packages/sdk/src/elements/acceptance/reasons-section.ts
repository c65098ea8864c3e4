import type { AcceptanceFigures } from '@leadstage/sdk';
import { barsSection } from '../bars/bar-rows.js';
import { amountBar } from '../bars/rate-bar.js';
import type { Section } from '../bars/sheet.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';

/** More are in the table. */
export const MOST_REASONS = 10;

/** Why sales refused, the most frequent reason first. */
export function reasonsSection({ rejections, rejected }: AcceptanceFigures, scene: Scene): Section {
  const words = ACCEPTANCE_WORDS[scene.language];
  const { formats } = scene;
  const most = Math.max(...rejections.map(({ handoffs }) => handoffs));
  const rows = rejections.slice(0, MOST_REASONS).map(({ reason, handoffs, behind }) => {
    const label = reason ?? scene.words.none;
    const count = formats.count(handoffs);
    const line = filled(scene.words.outOf, { numerator: count, denominator: formats.count(rejected) });
    return {
      label,
      value: count,
      bar: (length: number) => amountBar({ value: handoffs }, most, length),
      mark: { label, lines: [`${words.rejected}: ${line}`], behind, of: 'handoffs' as const },
    };
  });
  return barsSection(words.reasons, rows, undefined, true);
}
