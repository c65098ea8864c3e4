import type { ObjectFieldBuilder } from '@pothos/core';
import { builder, type Types } from '../builder.js';
import type { DryRun } from '../commands/dry-run-rule.js';
import type { AnswerCounts, DryRunCounts, DryRunFigures, MissingCount } from '../rules/dry-run-tally.js';
import { RuleAnswerType } from './rule-answer.js';
import { StageDefinitionType } from './stage-definition.js';

type Fields<Parent> = ObjectFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, Parent>;

const count = (name: keyof DryRunCounts, description: string) => ({
  resolve: (counts: DryRunCounts) => counts[name],
  description,
});

/** The fields that the whole and each stage have. */
function counts<Parent extends DryRunCounts>(t: Fields<Parent>) {
  return {
    leads: t.int(count('leads', 'Leads looked at: `yes`, `no` and `tooLittleInformation` together.')),
    yes: t.int(
      count('yes', 'Meet the condition: `wouldMove`, `needsSales`, `movedBefore`, `alreadyThere` and `out` together.'),
    ),
    no: t.int(count('no', 'Do not, whatever is still missing.')),
    tooLittleInformation: t.int(count('tooLittleInformation', 'What is missing decides it.')),
    wouldMove: t.int(count('wouldMove', 'Meet it and stand below the target: the next write of the lead moves it.')),
    needsSales: t.int(
      count(
        'needsSales',
        'Meet it and stand below the target, but with marketing, and the target belongs to sales: the rule leaves them until sales has accepted them.',
      ),
    ),
    movedBefore: t.int(
      count(
        'movedBefore',
        'Meet it and stand below the target, but this version has moved them before, or they were taken back from there since it was switched on: it leaves them.',
      ),
    ),
    alreadyThere: t.int(count('alreadyThere', 'Meet it and stand at the target or above.')),
    out: t.int(count('out', 'Meet it and are out of the ladder.')),
  };
}

const AnswerCountsType = builder.objectRef<AnswerCounts>('RuleAnswerCounts').implement({
  description: 'What a rule says of a number of leads.',
  fields: (t) => ({
    leads: t.exposeInt('leads', { description: 'All of them.' }),
    yes: t.exposeInt('yes', { description: 'The rule says yes.' }),
    no: t.exposeInt('no', { description: 'It says no: the rule would not have moved them.' }),
    tooLittleInformation: t.exposeInt('tooLittleInformation', { description: 'It could not have told.' }),
  }),
});

const MissingType = builder.objectRef<MissingCount>('RuleMissingAttribute').implement({
  description: 'An attribute that a rule would need to know.',
  fields: (t) => ({
    attribute: t.exposeString('attribute', { description: 'Its name.' }),
    leads: t.exposeInt('leads', {
      description: 'Leads with too little information that lack it, or have it unreadable.',
    }),
    unreadable: t.exposeInt('unreadable', {
      description: 'Those of them that have a value, but not a number or a date where the rule needs one.',
    }),
  }),
});

const StageCountsType = builder.objectRef<DryRunFigures['byStage'][number]>('RuleDryRunStage').implement({
  description: 'The counts of the leads that stand in one stage.',
  fields: (t) => ({
    stage: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: "The stage, by today's definition; null: out of the ladder.",
      resolve: ({ stageId }, _args, { stageById }) => (stageId === null ? null : stageById.load(stageId)),
    }),
    ...counts(t),
  }),
});

export const RuleDryRunType = builder.objectRef<DryRun>('RuleDryRun').implement({
  description:
    'What a rule says of all leads, and what it would do. Leads whose personal data was erased are left out.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When leads were judged.' }),
    to: t.field({
      type: StageDefinitionType,
      nullable: true,
      description: "The stage that the rule leads to, by today's definition.",
      resolve: ({ targetStageId }, _args, { stageById }) => stageById.load(targetStageId),
    }),
    ...counts(t),
    byStage: t.field({
      type: [StageCountsType],
      description: 'By the stage in which leads stand now; stages without leads are not there.',
      resolve: ({ byStage }) => [...byStage],
    }),
    missing: t.field({
      type: [MissingType],
      description: 'What leads with too little information lack, most frequent first.',
      resolve: ({ missing }) => [...missing],
    }),
    history: t.field({
      type: AnswerCountsType,
      description:
        'The leads that have ever reached the target, whoever brought them there, and what the rule says of them by what is known of them now: `yes` it would have found too, `no` it would not have.',
      resolve: ({ history }) => history,
    }),
    examples: t.field({
      type: [RuleAnswerType],
      description: 'Up to ten leads of each answer, those first recorded.',
      resolve: ({ examples }) => [...examples],
    }),
  }),
});
