import type { AcceptanceFigures } from '@leadstage/sdk';
import type { BarPart } from '../bars/parts-bar.js';
import type { Scene } from '../frame/scene.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';

const PARTS = [
  ['accepted', 'good'],
  ['rejected', 'bad'],
  ['recycled', 'warn'],
  ['disqualified', 'series-6'],
  ['open', 'open'],
] as const;

/** What became of the handoffs, in the order of the bar. */
export function decisionParts(figures: AcceptanceFigures, { language, formats }: Scene): BarPart[] {
  const words = ACCEPTANCE_WORDS[language];
  return PARTS.map(([name, tone]) => ({
    tone,
    label: words[name],
    count: figures[name],
    text: formats.count(figures[name]),
    behind: figures[`${name}Behind`],
  }));
}
