import { builder } from '../../builder.js';
import type { LadderChange } from '../../commands/ladder/record-definitions.js';
import { recordedDefinition } from '../../commands/ladder/recorded-definition.js';
import { LadderJobType } from '../ladder-job.js';
import { StageDefinitionType } from '../stage-definition.js';

/** The answer of a mutation that changes the ladder. */
export const LadderChangePayload = builder.objectRef<LadderChange>('LadderChangePayload').implement({
  description: 'What a change of the ladder came to.',
  fields: (t) => ({
    stage: t.field({
      type: StageDefinitionType,
      description:
        'The version that says what the stage means from then on; while a job is under way, not in force yet.',
      resolve: async (change, _args, context) => recordedDefinition(await context.workspace(), change),
    }),
    job: t.field({
      type: LadderJobType,
      nullable: true,
      description:
        'As it began. Null when the change is in force; else it is once every lead has been read anew, which `ladderJob` follows.',
      resolve: ({ job }) => job && { ...job, reason: 'LADDER' as const, leads: 0 },
    }),
  }),
});
