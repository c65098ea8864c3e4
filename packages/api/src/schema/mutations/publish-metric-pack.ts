import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { publishMetricPack } from '../../commands/publish-metric-pack.js';
import { flat } from '../../limits/price.js';
import { metricPack } from '../../query/metric-packs.js';
import { onSnapshot } from '../../query/read-list.js';
import { MetricPackType } from '../metric-packs.js';
import { StandardMetricsInputType, standardMetricsQuestion } from '../standard-metrics.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const PublishInput = builder.inputType('PublishMetricPackInput', {
  description: 'A pack to publish.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    name: t.string({ required: true, description: '1–255 characters, such as `Q1 2026`.' }),
    question: t.field({
      type: StandardMetricsInputType,
      required: true,
      description: 'Which metrics. `asOf` is now by default, `knownAt` the last commit before.',
    }),
  }),
});

const PublishPayload = builder.objectRef<{ readonly packId: number }>('PublishMetricPackPayload').implement({
  description: 'The pack as it was published.',
  fields: (t) => ({
    pack: t.field({
      type: MetricPackType,
      description: 'With its id and its hash.',
      resolve: async ({ packId }, _args, context) => {
        const { workspaceId } = context.owner();
        const pack = await onSnapshot(context.database, workspaceId, (transaction) =>
          metricPack(transaction, workspaceId, String(packId)),
        );
        if (!pack) throw new Error('a pack that was published is not there');
        return pack;
      },
    }),
  }),
});

builder.mutationField('publishMetricPack', (t) =>
  t.field({
    type: PublishPayload,
    extensions: flat(500),
    errors: { types: [InvalidInput] },
    description:
      'Computes the standard metrics and keeps them for ever, with a hash and the two instants that give the same again.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: PublishInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('publishMetricPack', async ({ database, workspaceId, once }, { name, question }) => ({
      packId: await publishMetricPack(
        database,
        workspaceId,
        { name, question: standardMetricsQuestion(question) },
        once,
      ),
    })),
  }),
);
