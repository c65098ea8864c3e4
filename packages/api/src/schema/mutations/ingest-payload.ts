import { builder } from '../../builder.js';
import type { IngestOutcome, IngestResult, Problem } from '../../commands/ingest-input.js';
import type { ItemPlace } from '../inputs/to-units.js';

const StatusEnum = builder.enumType('IngestStatus', {
  description: 'What became of an item.',
  values: {
    CREATED: { description: 'It is new.' },
    UPDATED: { description: 'Something was added or changed.' },
    UNCHANGED: { description: 'All of it was known.' },
    REJECTED: { description: 'Nothing of it is stored; its problems say why.' },
  } as const,
});

const ItemKindEnum = builder.enumType('IngestItemKind', {
  description: 'Which list of the call an item stands in.',
  values: {
    ACCOUNT: { value: 'accounts', description: '`accounts`' },
    LEAD: { value: 'leads', description: '`leads`' },
    TRANSITION: { value: 'transitions', description: '`transitions`' },
    ACTIVITY: { value: 'activities', description: '`activities`' },
    COST: { value: 'costs', description: '`costs`' },
  } as const,
});

const ProblemType = builder.objectRef<Problem>('IngestProblem').implement({
  description: 'Something to say about an item.',
  fields: (t) => ({
    severity: t.field({
      type: builder.enumType('IngestSeverity', {
        description: 'How bad it is.',
        values: {
          ERROR: { description: 'The item is refused.' },
          WARNING: { description: 'It is stored as given.' },
        } as const,
      }),
      resolve: ({ severity }) => severity,
      description: 'Errors refuse the item, warnings do not.',
    }),
    code: t.exposeString('code', { description: 'For programs, stable: `UNKNOWN_STAGE`.' }),
    path: t.exposeString('path', { description: 'Where in the item: `transitions.0.occurredAt`.' }),
    message: t.exposeString('message', { description: 'What is wrong and what would be right.' }),
  }),
});

const OutcomeType = builder.objectRef<IngestOutcome & { readonly place: ItemPlace }>('IngestOutcome').implement({
  description: 'What became of one item.',
  fields: (t) => ({
    kind: t.field({ type: ItemKindEnum, resolve: ({ place }) => place.kind, description: 'Which list it stands in.' }),
    index: t.int({ resolve: ({ place }) => place.index, description: 'Where in that list, from 0.' }),
    externalId: t.string({ resolve: ({ place }) => place.externalId, description: 'As it was given.' }),
    status: t.field({ type: StatusEnum, resolve: ({ status }) => status, description: 'What became of it.' }),
    problems: t.field({ type: [ProblemType], resolve: ({ problems }) => [...problems], description: 'Why, if any.' }),
  }),
});

type Payload = IngestResult & { readonly places: readonly ItemPlace[] };
const count = (status: IngestOutcome['status']) => (result: Payload) =>
  result.outcomes.filter((outcome) => outcome.status === status).length;

export const IngestPayload = builder.objectRef<Payload>('IngestPayload').implement({
  description: 'What became of a batch.',
  fields: (t) => ({
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was recorded; null when nothing was stored.',
    }),
    created: t.int({ resolve: count('CREATED'), description: 'Items that are new.' }),
    updated: t.int({ resolve: count('UPDATED'), description: 'Items that added or changed something.' }),
    unchanged: t.int({ resolve: count('UNCHANGED'), description: 'Items that were known.' }),
    rejected: t.int({ resolve: count('REJECTED'), description: 'Items that were refused.' }),
    outcomes: t.field({
      type: [OutcomeType],
      args: { status: t.arg({ type: [StatusEnum], required: false, description: 'Only these; default all.' }) },
      description: 'One per item: accounts, leads, transitions, activities, costs, each in the order of the call.',
      resolve: ({ outcomes, places }, { status }) =>
        outcomes
          .map((outcome, position) => ({ ...outcome, place: places[position] as ItemPlace }))
          .filter((outcome) => !status || status.includes(outcome.status)),
    }),
  }),
});
