import type { RuleAnswer } from '@leadstage/core';
import type { RuleLead } from './rule-leads.js';

/** What a rule says of a number of leads. `yes` + `no` + `tooLittleInformation` = `leads`. */
export interface AnswerCounts {
  readonly leads: number;
  readonly yes: number;
  readonly no: number;
  readonly tooLittleInformation: number;
}

/** What the rule would do with a lead that it says yes to. */
export type Effect = 'wouldMove' | 'needsSales' | 'movedBefore' | 'alreadyThere' | 'out';

/** With what becomes of those it says yes to: the five add up to `yes`. */
export interface DryRunCounts extends AnswerCounts, Readonly<Record<Effect, number>> {}

/** How many of the leads with too little information lack it, or (`unreadable`) have a value that cannot be read. */
export interface MissingCount {
  readonly attribute: string;
  readonly leads: number;
  readonly unreadable: number;
}

/** One lead and what a rule says of it. */
export interface JudgedLead {
  readonly leadId: number;
  readonly answer: RuleAnswer;
}

export interface DryRunFigures extends DryRunCounts {
  /** By present stage; null: out of the ladder. */
  readonly byStage: readonly (DryRunCounts & { readonly stageId: number | null })[];
  /** Most frequent first, then by name. */
  readonly missing: readonly MissingCount[];
  /** Leads that had ever reached the target, whoever brought them there, and what the rule says of them now. */
  readonly history: AnswerCounts;
  /** Up to ten of each answer, those first recorded first. */
  readonly examples: readonly JudgedLead[];
}

export const MOST_EXAMPLES = 10;
const ANSWERS = { YES: 'yes', NO: 'no', TOO_LITTLE_INFORMATION: 'tooLittleInformation' } as const;

/** Counts leads one by one, in bounded memory. */
export class DryRunTally {
  readonly #total = noLeads();
  readonly #byStage = new Map<number | null, ReturnType<typeof noLeads>>();
  readonly #missing = new Map<string, { leads: number; unreadable: number }>();
  readonly #history = { leads: 0, yes: 0, no: 0, tooLittleInformation: 0 };
  readonly #examples: JudgedLead[] = [];

  /** @param effect looked at only where the answer is YES */
  add(
    { leadId, stageId, reached }: Pick<RuleLead, 'leadId' | 'stageId' | 'reached'>,
    answer: RuleAnswer,
    effect: Effect,
  ): void {
    const name = ANSWERS[answer.answer];
    const ofStage = this.#byStage.get(stageId) ?? noLeads();
    this.#byStage.set(stageId, ofStage);
    if (this.#total[name] < MOST_EXAMPLES) this.#examples.push({ leadId, answer });
    for (const counts of reached ? [this.#total, ofStage, this.#history] : [this.#total, ofStage]) {
      counts.leads += 1;
      counts[name] += 1;
    }
    if (answer.answer === 'YES') {
      this.#total[effect] += 1;
      ofStage[effect] += 1;
    } else if (answer.answer === 'TOO_LITTLE_INFORMATION') {
      for (const attribute of answer.missing) this.#countMissing(attribute, answer.unreadable.includes(attribute));
    }
  }

  figures(): DryRunFigures {
    return {
      ...this.#total,
      byStage: [...this.#byStage].map(([stageId, counts]) => ({ stageId, ...counts })),
      missing: [...this.#missing]
        .map(([attribute, counts]) => ({ attribute, ...counts }))
        .sort((a, b) => b.leads - a.leads || (a.attribute < b.attribute ? -1 : 1)),
      history: this.#history,
      examples: this.#examples,
    };
  }

  #countMissing(attribute: string, isUnreadable: boolean): void {
    const counts = this.#missing.get(attribute) ?? { leads: 0, unreadable: 0 };
    counts.leads += 1;
    if (isUnreadable) counts.unreadable += 1;
    this.#missing.set(attribute, counts);
  }
}

function noLeads() {
  const effects = { wouldMove: 0, needsSales: 0, movedBefore: 0, alreadyThere: 0, out: 0 };
  return { leads: 0, yes: 0, no: 0, tooLittleInformation: 0, ...effects };
}
