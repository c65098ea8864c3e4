import type { History, Question } from './model.js';

export interface Case {
  readonly history: History;
  readonly question: Question;
}

/**
 * A smaller history on which a question still fails: batches' units, their transitions, the voids and the commands are left out in
 * halves, quarters and at last one by one. Some hundred tries where fast-check's own shrinking takes many thousand, so
 * for checks that load a store: run fast-check with `endOnFailure: true` and reduce what it found.
 */
export async function reduced(start: Case, fails: (smaller: Case) => Promise<boolean>): Promise<Case> {
  const { question } = start;
  let { history } = start;
  const failsWith = (smaller: History) => fails({ history: smaller, question });
  for (const index of history.batches.keys()) {
    const units = await fewest(history.batches[index]!.units, (kept) => failsWith(withUnits(history, index, kept)));
    history = withUnits(history, index, units);
    for (const [place, unit] of units.entries()) {
      if (!unit.transitions?.length) continue;
      const withKept = (transitions: NonNullable<typeof unit.transitions>) =>
        withUnits(history, index, history.batches[index]!.units.with(place, { ...unit, transitions }));
      history = withKept(await fewest(unit.transitions, (kept) => failsWith(withKept(kept))));
    }
  }
  const voids = await fewest(history.voids, (kept) => failsWith({ ...history, voids: kept }));
  history = { ...history, voids };
  const commands = await fewest(history.commands, (kept) => failsWith({ ...history, commands: kept }));
  return { history: { ...history, commands }, question };
}

function withUnits(history: History, index: number, units: History['batches'][number]['units']): History {
  return { ...history, batches: history.batches.with(index, { ...history.batches[index]!, units }) };
}

async function fewest<T>(list: readonly T[], fails: (kept: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let kept = list;
  for (let size = kept.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < kept.length; ) {
      const without = kept.toSpliced(start, size);
      if (await fails(without)) kept = without;
      else start += size;
    }
  }
  return kept;
}
