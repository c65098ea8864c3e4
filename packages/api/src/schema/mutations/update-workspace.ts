import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { updateWorkspace, type WorkspaceUpdate } from '../../commands/update-workspace.js';
import { LadderJobType } from '../ladder-job.js';
import { WorkspaceType } from '../workspace.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const Input = builder.inputType('UpdateWorkspaceInput', {
  description: 'What is to change; what is left out or null stays.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    name: t.string({ description: 'For people, 1–255 characters; unique among the workspaces of the database.' }),
    timeZone: t.string({
      description: 'IANA name. Every date begins by it: reports of a `knownAt` before keep the one before.',
    }),
    currency: t.string({ description: 'ISO 4217; only while no cost and no value of a lead is recorded.' }),
    fiscalYearStartMonth: t.int({ description: '1–12.' }),
    weekStart: t.int({ description: 'ISO weekday on which a week begins: 1 Monday … 7 Sunday.' }),
    origins: t.stringList({
      description:
        'Web pages that may call the API from a browser, instead of those before: `https://host[:port]`, http for localhost alone; at most 20.',
    }),
  }),
});

const Payload = builder.objectRef<WorkspaceUpdate>('UpdateWorkspacePayload').implement({
  description: 'The workspace as it is now.',
  fields: (t) => ({
    workspace: t.field({
      type: WorkspaceType,
      description: 'With its settings.',
      resolve: (_payload, _args, context) => context.workspace(),
    }),
    job: t.field({
      type: LadderJobType,
      nullable: true,
      description:
        'As it began: rollups are cut anew for another time zone, which `ladderJob` follows. Reports answer in that zone at once, and faster when it is through. Null where none is needed.',
      resolve: ({ job }) => job && { ...job, reason: 'TIME_ZONE' as const, leads: 0 },
    }),
  }),
});

builder.mutationField('updateWorkspace', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Changes the name, settings and allowed origins of the workspace. Settings are kept with the instant at which they were recorded.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('updateWorkspace', ({ database, workspaceId, once }, input) =>
      updateWorkspace(
        database,
        workspaceId,
        {
          name: input.name ?? undefined,
          timeZone: input.timeZone ?? undefined,
          currency: input.currency ?? undefined,
          fiscalYearStartMonth: input.fiscalYearStartMonth ?? undefined,
          weekStart: input.weekStart ?? undefined,
          origins: input.origins ?? undefined,
        },
        once,
      ),
    ),
  }),
);
