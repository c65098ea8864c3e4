import type { Finding, Thin } from './findings.js';
import { nameOf } from './reading.js';
import type { Window } from './window.js';
import { bucketWords, counted, pointsWords, sliceWords } from './words.js';

/** The diagnosis in one sentence or two. */
export function summaryOf(
  findings: readonly Finding[],
  tested: number,
  thin: readonly Thin[],
  { grain }: Pick<Window, 'grain'>,
): string {
  if (findings.length > 0) {
    const main = findings.filter((each) => each.main);
    const told = main.map((each) => {
      const since =
        each.since === null ? '' : `, since about ${bucketWords(each.since.at, grain).replace(/^(in|on) /, '')}`;
      const against = each.against.kind === 'BASELINE' ? '' : ' below a benchmark';
      return `${nameOf(each)}${sliceWords(each)} (${pointsWords(each.difference.value)} points${against}${since})`;
    });
    return `In trouble: ${told.join('; ')}.`;
  }
  const unjudged =
    thin.length === 0 ? '' : ` ${counted(thin.length, 'comparison')} could not be made: see what is thin.`;
  if (tested === 0) return `Nothing could be judged: the evidence is too thin.`;
  return `All quiet: of ${counted(tested, 'comparison')} no drop is more than chance would bring about.${unjudged}`;
}
