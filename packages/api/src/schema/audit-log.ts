import { type AuditEntry, type AuditFilter, countAudit, pageOfAudit } from '../access/audit-log.js';
import { builder } from '../builder.js';
import { isStorable } from '../storable-text.js';
import { connectionOf, type ListConnection } from './list-connection.js';

const ActorKindEnum = builder.enumType('AuditActorKind', {
  description: 'Who may act.',
  values: {
    API_KEY: { description: 'Whoever used an API key.' },
    COMMAND_LINE: { description: 'Whoever ran `leadstage` where the database is.' },
  } as const,
});

const ActorType = builder.objectRef<AuditEntry>('AuditActor').implement({
  description: 'Who acted.',
  fields: (t) => ({
    kind: t.expose('actorKind', { type: ActorKindEnum, description: 'By a key, or on the command line.' }),
    id: t.exposeID('actorId', { nullable: true, description: 'Of the key; null for the command line.' }),
    name: t.exposeString('actorName', {
      description: 'Of the key, as it was called then; of the user of the operating system.',
    }),
  }),
});

const AuditEntryType = builder.objectRef<AuditEntry>('AuditEntry').implement({
  description: 'An administrative act, done or refused. It is never changed and never deleted.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Counts up within the workspace, without gaps.' }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When.' }),
    actor: t.field({ type: ActorType, description: 'Who.', resolve: (entry) => entry }),
    act: t.exposeString('act', {
      description: 'Name of the mutation; of the command line the one that does the same.',
    }),
    refusal: t.exposeString('refusal', {
      nullable: true,
      description: 'Code of the refusal; null: it was done.',
    }),
    detail: t.field({
      type: 'JSON',
      description:
        'What was asked: ids, numbers, instants, choices and names. Other texts are left out (`"…"`), since they may speak of a person or be secret.',
      resolve: ({ detail }) => detail ?? {},
    }),
    requestId: t.exposeString('requestId', {
      nullable: true,
      description: "The request's `x-request-id`, which is in the server's log too; null for the command line.",
    }),
  }),
});

const FilterType = builder.inputType('AuditLogFilterInput', {
  description: 'Which acts a page has. All conditions must hold.',
  fields: (t) => ({
    act: t.string({ description: 'Name of a mutation: `revokeApiKey`.' }),
    actorId: t.id({ description: 'Id of the key that was used.' }),
    since: t.field({ type: 'DateTime', description: 'At that instant or later.' }),
  }),
});

builder.queryField('auditLog', (t) =>
  t.connection(
    {
      type: AuditEntryType,
      description: 'Administrative acts, newest first, refused ones included. `first` or `last` is required, 1–100.',
      authScopes: { scope: 'admin' },
      args: { filter: t.arg({ type: FilterType, description: 'Which; default all.' }) },
      resolve: async (_root, { filter, ...request }, { database, owner }) => {
        const { workspaceId } = owner();
        const asked: AuditFilter = filter ?? {};
        const texts = [asked.act, asked.actorId].filter((text) => text != null);
        // What cannot be stored was never done.
        const known = texts.every(isStorable) ? asked : { act: '' };
        const page = await pageOfAudit(database, workspaceId, known, request);
        return connectionOf(
          page,
          (entry) => entry,
          () => countAudit(database, workspaceId, known),
        );
      },
    },
    {
      name: 'AuditLogConnection',
      description: 'A page of the audit log.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'Acts on all pages together. Counted where it is asked for.',
          resolve: (page) => (page as unknown as ListConnection<AuditEntry>).totalCount(),
        }),
      }),
    },
    { name: 'AuditLogEdge', description: 'An act in a page.' },
  ),
);
