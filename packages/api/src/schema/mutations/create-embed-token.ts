import { InvalidInput } from '@leadstage/core';
import type { Access, EmbeddableReport } from '../../access/access.js';
import { builder } from '../../builder.js';
import { createEmbedToken, type MadeToken } from '../../commands/create-embed-token.js';
import { type LeadFilterFields, LeadFilterType, leadFilter } from '../lead-filter.js';
import { REPORTS } from '../reports-registry.js';
import { ReportKindEnum } from '../saved-reports.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

interface InputFields {
  idempotencyKey: string;
  reports: string[];
  filter?: LeadFilterFields | null | undefined;
  leads?: boolean | null | undefined;
  origin?: string | null | undefined;
  ttl?: number | null | undefined;
}

const Input = builder.inputRef<InputFields>('CreateEmbedTokenInput').implement({
  description: 'What whoever holds the token may ask.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    reports: t.field({ type: [ReportKindEnum], required: true, description: 'Which reports, at least one.' }),
    filter: t.field({
      type: LeadFilterType,
      description: 'Of which leads: it holds besides every filter that is asked with. Default all of the workspace.',
    }),
    leads: t.boolean({
      description:
        'Whether leads and handoffs may be listed too, through `behind`; the key needs leads:read. Default false.',
    }),
    origin: t.string({
      description:
        'The only origin of pages that may use it, one of the workspace’s; default any of them, and servers.',
    }),
    ttl: t.field({ type: 'Duration', description: 'For how long, PT1M to PT24H; default PT15M.' }),
  }),
});

const Payload = builder.objectRef<MadeToken>('CreateEmbedTokenPayload').implement({
  description: 'The token, to be handed to a page.',
  fields: (t) => ({
    token: t.exposeString('token', {
      nullable: true,
      description:
        'Goes into `Authorization: Bearer …`. A repeated call answers the same, or null once what it was signed with has been retired.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'Until when it is valid, unless the key that it was made with ends before.',
    }),
  }),
});

builder.mutationField('createEmbedToken', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Makes a token with which a web page may ask some reports about some leads for a while. See docs/embedding.md.',
    authScopes: { scope: 'embeds:create' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: (root, args, context, info) => createOnce(context.owner())(root, args, context, info),
  }),
);

function createOnce(maker: Access) {
  return command<InputFields, MadeToken>('createEmbedToken', ({ database, once }, { reports, filter, ...input }) => {
    const asked = {
      reports: reports.map(fieldOf),
      filter: leadFilter(filter),
      leads: input.leads ?? undefined,
      origin: input.origin ?? undefined,
      ttl: input.ttl ?? undefined,
    };
    return createEmbedToken(database, maker, asked, once);
  });
}

function fieldOf(name: string): EmbeddableReport {
  return REPORTS.find((report) => report.name === name)?.field as EmbeddableReport;
}
