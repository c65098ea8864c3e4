import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type AccountOutcome, upsertAccounts } from '../../commands/upsert-accounts.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const AccountUpsert = builder.inputType('AccountUpsertInput', {
  description: 'An account, made or changed. Left out: stays as it is; null: cleared.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'Your own id of it, 1–255 characters.' }),
    name: t.string({ description: 'For people.' }),
    domain: t.string({ description: 'A host name such as `example.com`; kept in small letters.' }),
    tier: t.string({ description: "The workspace's own ranking of target accounts: `A`." }),
    target: t.boolean({ description: 'On the list of target accounts; null: no.' }),
  }),
});

const Input = builder.inputType('UpsertAccountsInput', {
  description: 'At most 10,000 accounts in a call. One that comes twice is taken twice, in order.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    accounts: t.field({ type: [AccountUpsert], required: true, description: 'Accounts.' }),
  }),
});

const StatusEnum = builder.enumType('AccountOutcomeStatus', {
  description: 'What became of an account in a call.',
  values: {
    CREATED: { description: 'It is new.' },
    UPDATED: { description: 'Something of it changed.' },
    UNCHANGED: { description: 'It was like that already.' },
    REJECTED: { description: 'It cannot be stored; see the problem. The others were.' },
  } as const,
});

const ProblemType = builder.objectRef<NonNullable<AccountOutcome['problem']>>('AccountProblem').implement({
  description: 'Why an account was rejected.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs, stable.' }),
    path: t.stringList({ description: 'In the account.', resolve: ({ path }) => [...path] }),
    message: t.exposeString('message', { description: 'For people.' }),
  }),
});

const OutcomeType = builder.objectRef<AccountOutcome>('AccountOutcome').implement({
  description: 'What became of one account of a call.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the call, from 0.' }),
    status: t.expose('status', { type: StatusEnum, description: 'What happened.' }),
    problem: t.field({
      type: ProblemType,
      nullable: true,
      description: 'Of a rejected one.',
      resolve: ({ problem }) => problem,
    }),
  }),
});

const Payload = builder.objectRef<{ readonly outcomes: AccountOutcome[] }>('UpsertAccountsPayload').implement({
  description: 'One outcome per account.',
  fields: (t) => ({
    outcomes: t.field({
      type: [OutcomeType],
      description: 'In the order of the call.',
      resolve: ({ outcomes }) => outcomes,
    }),
  }),
});

builder.mutationField('upsertAccounts', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description: 'Makes accounts or changes them, each stored or rejected by itself.',
    authScopes: { scope: 'leads:write' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('upsertAccounts', async ({ database, workspaceId, once }, { accounts }) => ({
      outcomes: await upsertAccounts(database, workspaceId, accounts, once),
    })),
  }),
);
