import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { type Benchmark, benchmarks } from '../query/benchmarks.js';
import { onSnapshot } from '../query/read-list.js';

export const BenchmarkType = builder.objectRef<Benchmark>('Benchmark').implement({
  description: 'A figure of others to compare with, with where it comes from.',
  fields: (t) => ({
    id: t.id({ description: 'Unique within the workspace.', resolve: ({ id }) => String(id) }),
    metric: t.exposeString('metric', { description: 'Name of one of our metrics; see `metricDefinitions`.' }),
    stage: t.exposeString('stage', { nullable: true, description: 'Key of the stage it is about, if any.' }),
    value: t.expose('value', { type: 'Decimal', description: "In the metric's unit: a rate of 12 % is 0.12." }),
    definition: t.exposeString('definition', { description: 'How the source defines the figure.' }),
    source: t.exposeString('source', { description: 'Who says so, and where.' }),
    publishedOn: t.expose('publishedOn', { type: 'Date', description: 'When it was published.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it became known here.' }),
    voidedAt: t.expose('voidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when nothing is compared with it any more; null while something is.',
    }),
  }),
});

export async function allBenchmarks(context: Context): Promise<Benchmark[]> {
  const { workspaceId } = context.owner();
  return onSnapshot(context.database, workspaceId, (transaction) => benchmarks(transaction, workspaceId));
}

builder.queryField('benchmarks', (t) =>
  t.field({
    type: [BenchmarkType],
    description: 'Benchmarks by metric, latest first.',
    authScopes: { scope: 'reports:read' },
    args: { voided: t.arg.boolean({ description: 'Also those that were voided; default false.' }) },
    resolve: async (_root, { voided }, context) =>
      (await allBenchmarks(context)).filter((each) => voided || each.voidedAt === null),
  }),
);
