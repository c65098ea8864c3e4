import { builder } from '../builder.js';

export const AccountType = builder.prismaObject('Account', {
  description: 'A company.',
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: "The caller's own id." }),
    name: t.exposeString('name', { nullable: true, description: 'For people.' }),
    domain: t.exposeString('domain', { nullable: true, description: 'Such as `example.com`.' }),
    tier: t.exposeString('tier', {
      nullable: true,
      description: "The workspace's own ranking of target accounts: `A`.",
    }),
    target: t.exposeBoolean('target', { description: 'On the list of target accounts (account-based marketing).' }),
  }),
});
