import { builder } from '../builder.js';

builder.prismaObject('Account', {
  description: 'A company.',
  fields: (t) => ({
    externalId: t.exposeString('externalId', { description: "The caller's own id." }),
    name: t.exposeString('name', { nullable: true, description: 'For people.' }),
  }),
});
