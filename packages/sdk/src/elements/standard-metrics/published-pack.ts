import type { Grain, MetricPack } from '@leadstage/sdk';
import { packFacts, packTerms } from './pack-facts.js';
import { changesTables, factsTable } from './pack-tables.js';
import { filterText, type StandardAnswer } from './standard-answer.js';

/** The parts of a published document that are not also fields of the pack. */
interface PackDocument {
  readonly question: { readonly grain?: Grain | null; readonly filter?: object | null };
  readonly stages: readonly { readonly key: string; readonly name: string; readonly version: number }[];
  readonly definitions: readonly { readonly title: string; readonly formula: string }[];
  readonly exclusions: readonly string[];
  readonly notes: readonly string[];
}

/** A pack is told in the words in which it was published, whatever stages are called since. */
export function answerOf(pack: MetricPack): StandardAnswer {
  const { question, stages, definitions, exclusions, notes }: PackDocument = JSON.parse(pack.canonical);
  const byVersion = [...stages].sort((one, other) => one.version - other.version);
  const names = new Map(byVersion.map(({ key, name }) => [key, name]));
  return {
    ...pack,
    grain: question.grain ?? null,
    names,
    notes,
    filter: filterText(question.filter ?? {}),
    published: {
      facts: (scene) => packFacts(pack, names, scene),
      terms: (scene) => packTerms(definitions, exclusions, scene),
      tables: (scene) => ({ facts: [factsTable(pack, scene)], changes: changesTables(pack, names, scene) }),
    },
  };
}
