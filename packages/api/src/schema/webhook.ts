import DataLoader from 'dataloader';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { flat } from '../limits/price.js';
import type { Page } from '../query/keyset.js';
import { EVENT_TYPES } from '../webhooks/events.js';
import {
  countDeliveries,
  type DELIVERY_STATUSES,
  type DeliveryQuestion,
  type DeliveryRow,
  deliveriesOf,
  listWebhooks,
  type WebhookRow,
} from '../webhooks/list-webhooks.js';
import { connectionOf, type ListConnection } from './list-connection.js';

const TOLD: Readonly<Record<(typeof EVENT_TYPES)[number], string>> = {
  'lead.transitioned': 'A transition was recorded: a lead entered a stage, or left the ladder.',
  'handoff.opened': 'A lead was handed over to sales.',
  'handoff.accepted': 'Sales took a handoff.',
  'handoff.rejected': 'Sales refused a handoff.',
  'handoff.due_soon': 'A first response or a decision will soon be due.',
  'handoff.overdue': 'A first response or a decision is overdue.',
  'goal.at_risk': "A goal's pace fell below its threshold.",
};

/** `lead.transitioned` is LEAD_TRANSITIONED in the graph, whose names know no dots. */
export const WebhookEventEnum = builder.enumType('WebhookEventType', {
  description:
    'What a webhook can be told of. In what is sent, and in headers, `LEAD_TRANSITIONED` is `lead.transitioned`.',
  values: Object.fromEntries(
    EVENT_TYPES.map((type) => [type.toUpperCase().replace('.', '_'), { value: type, description: TOLD[type] }]),
  ) as Record<string, { value: (typeof EVENT_TYPES)[number]; description: string }>,
});

const DeliveryStatusEnum = builder.enumType('DeliveryStatus', {
  description: 'How far an event is on its way to a webhook.',
  values: {
    PENDING: { description: 'It will be sent, again if it has failed before.' },
    DELIVERED: { description: 'The receiver answered 2xx.' },
    DEAD: { description: 'It was given up; `resendDeliveries` sends it again.' },
  } satisfies Record<(typeof DELIVERY_STATUSES)[number], object>,
});

const DeliveryType = builder.objectRef<DeliveryRow>('WebhookDelivery').implement({
  description: 'An event on its way to a webhook. Kept for 30 days after it was delivered, 90 after it was given up.',
  fields: (t) => ({
    eventId: t.exposeID('eventId', { description: 'Of the event, as the receiver sees it.' }),
    type: t.expose('type', { type: WebhookEventEnum, description: 'What happened.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded here.' }),
    status: t.expose('status', { type: DeliveryStatusEnum, description: 'How far it is.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was sent; 0 again once it is resent.' }),
    lastStatus: t.exposeInt('lastStatus', {
      nullable: true,
      description: 'HTTP status that the last attempt was answered with; null without an answer.',
    }),
    lastError: t.exposeString('lastError', { nullable: true, description: 'Why the last attempt failed.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is sent next, at the earliest; null when it is no longer to be.',
    }),
    deliveredAt: t.expose('deliveredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was answered 2xx.',
    }),
  }),
});

const DeliveryConnection = builder.connectionObject(
  {
    type: DeliveryType,
    name: 'WebhookDeliveryConnection',
    description: 'A page of deliveries.',
    fields: (connection) => ({
      totalCount: connection.int({
        extensions: flat(20),
        description: 'Deliveries on all pages together. Counted where it is asked for.',
        resolve: (page) => (page as unknown as ListConnection<DeliveryRow>).totalCount(),
      }),
    }),
  },
  { name: 'WebhookDeliveryEdge', description: 'A delivery in a page.' },
);

export const WebhookType = builder.objectRef<WebhookRow>('Webhook').implement({
  description: 'Who is told of events, by a signed HTTP request. Its secret is shown only when it is made.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Ours; unique within the workspace.' }),
    url: t.exposeString('url', { description: 'Where requests are sent.' }),
    events: t.expose('events', { type: [WebhookEventEnum], description: 'What it is told of.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'It is told of what was recorded later than this.',
    }),
    deliveries: t.connection(
      {
        type: DeliveryType,
        description: 'What was sent to it or will be, newest event first. `first` or `last` is required, 1–100.',
        args: { status: t.arg({ type: DeliveryStatusEnum, description: 'Only those; default all.' }) },
        resolve: async ({ id }, question, context) => {
          const { pages, counts } = loadersFor(context);
          const page = await pages.load({ id, question });
          return connectionOf(
            page,
            (row) => row,
            () => counts.load({ id, question: { status: question.status } }),
          );
        },
      },
      DeliveryConnection,
    ),
  }),
});

builder.queryField('webhooks', (t) =>
  t.field({
    type: [WebhookType],
    description: 'Webhooks, oldest first; at most 50.',
    authScopes: { scope: 'admin' },
    resolve: (_root, _args, { database, owner }) => listWebhooks(database, owner().workspaceId),
  }),
);

interface Asked {
  readonly id: number;
  readonly question: DeliveryQuestion;
}

interface DeliveryLoaders {
  readonly pages: DataLoader<Asked, Page<DeliveryRow>>;
  readonly counts: DataLoader<Asked, number>;
}

const loaders = new WeakMap<Context, DeliveryLoaders>();

/** Webhooks that are asked the same are answered together. Nothing is remembered: deliveries change by themselves. */
function loadersFor(context: Context): DeliveryLoaders {
  const { database } = context;
  const { workspaceId } = context.owner();
  const made = loaders.get(context) ?? {
    pages: together((ids, question) => deliveriesOf(database, workspaceId, ids, question)),
    counts: together(async (ids, question) => {
      const counts = await countDeliveries(database, workspaceId, ids, question);
      return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
    }),
  };
  loaders.set(context, made);
  return made;
}

function together<Answer>(
  ask: (ids: readonly number[], question: DeliveryQuestion) => Promise<ReadonlyMap<number, Answer>>,
): DataLoader<Asked, Answer> {
  return new DataLoader<Asked, Answer>(
    async (asked) => {
      const groups = new Map<string, Asked[]>();
      for (const each of asked) {
        const key = JSON.stringify(each.question);
        groups.set(key, [...(groups.get(key) ?? []), each]);
      }
      const answers = new Map<Asked, Answer | Error>();
      for (const group of groups.values()) {
        const ids = group.map(({ id }) => id);
        const found = await ask(ids, group[0]!.question).catch((error: Error) => error);
        for (const each of group) answers.set(each, found instanceof Error ? found : found.get(each.id)!);
      }
      return asked.map((each) => answers.get(each)!);
    },
    { cache: false },
  );
}
