import type { Restatement } from '@leadstage/core';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { flat } from '../limits/price.js';
import {
  metricPack,
  metricPacks,
  type PublishedPack,
  type Reproduction,
  reproductionOf,
  restatementsNow,
} from '../query/metric-packs.js';
import { onSnapshot } from '../query/read-list.js';
import { PeriodType } from './period.js';
import { StandardMetricType, StandardPeriodType, shownMetric, shownPeriod } from './standard-metrics.js';

type ShownRestatement = Restatement & { readonly currency: string };

const RestatementType = builder.objectRef<ShownRestatement>('Restatement').implement({
  description: 'A metric of a pack that is no longer what was published.',
  fields: (t) => {
    const metric = (side: 'published' | 'now', description: string) =>
      t.field({
        type: StandardMetricType,
        nullable: true,
        description,
        resolve: ({ [side]: of, currency }) => of && shownMetric(of, currency),
      });
    return {
      period: t.field({ type: PeriodType, resolve: ({ period }) => period, description: 'Which dates.' }),
      metric: t.exposeString('metric', { description: 'Its name in `metricDefinitions`.' }),
      stage: t.exposeString('stage', { nullable: true, description: 'Key of the stage it is about.' }),
      variant: t.exposeString('variant', { nullable: true, description: 'Which reading of the metric.' }),
      published: metric('published', 'As published; null where it was not.'),
      now: metric('now', 'As computed again; null where it is no longer there.'),
    };
  },
});

type ShownReproduction = Reproduction & { readonly currency: string };

const ReproductionType = builder.objectRef<ShownReproduction>('PackReproduction').implement({
  description: 'A pack computed again as of its asOf, by what was recorded at its knownAt.',
  fields: (t) => ({
    reproduces: t.exposeBoolean('reproduces', { description: 'Whether it is the published document, byte for byte.' }),
    sha256: t.exposeString('sha256', { description: 'Of the document as it is computed again.' }),
    changed: t.stringList({
      description: 'Members of the document that differ; none where it reproduces.',
      resolve: ({ changed }) => [...changed],
    }),
    differences: t.field({
      type: [RestatementType],
      description: 'Metrics that differ; none where it reproduces.',
      resolve: ({ differences, currency }) => differences.map((each) => ({ ...each, currency })),
    }),
  }),
});

export const MetricPackType = builder.objectRef<PublishedPack>('MetricPack').implement({
  description: 'Standard metrics as they were published. Never changed, never deleted.',
  fields: (t) => ({
    id: t.id({ description: 'Unique within the workspace.', resolve: ({ id }) => String(id) }),
    name: t.exposeString('name', { description: 'For people; several packs may have one.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    asOf: t.field({
      type: 'DateTime',
      description: 'Only events that occurred by then count.',
      resolve: ({ document }) => document.asOf,
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'Only what had been recorded by then counts.',
      resolve: ({ document }) => document.knownAt,
    }),
    period: t.field({
      type: PeriodType,
      description: 'The dates that it is about.',
      resolve: ({ document }) => document.period,
    }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 over the UTF-8 of `canonical`, in lower-case hex.' }),
    canonical: t.exposeString('canonical', {
      description: 'What was published, as canonical JSON (RFC 8785): the bytes that the hash is over.',
    }),
    document: t.field({
      type: 'JSON',
      description: 'The same as JSON: metrics, formulas, stage versions, filter and exclusions.',
      resolve: ({ document }) => document,
    }),
    total: t.field({
      type: StandardPeriodType,
      description: 'The whole period, as published.',
      resolve: ({ document: { total, currency } }) => shownPeriod(total, currency),
    }),
    series: t.field({
      type: [StandardPeriodType],
      description: 'Every bucket, as published; none without a grain.',
      resolve: ({ document: { series, currency } }) => series.map((point) => shownPeriod(point, currency)),
    }),
    reproduction: t.field({
      extensions: flat(400),
      type: ReproductionType,
      description: 'Computed again at its knownAt, in which case it must come out as published.',
      resolve: async (pack, _args, context) => ({
        ...(await reproduction(context, pack)),
        currency: pack.document.currency,
      }),
    }),
    reproduces: t.boolean({
      extensions: flat(400),
      description: 'Whether it still comes out as published; `reproduction` says what differs where it does not.',
      resolve: async (pack, _args, context) => (await reproduction(context, pack)).reproduces,
    }),
    restatements: t.field({
      extensions: flat(400),
      type: [RestatementType],
      description:
        'Every metric that differs by what is recorded now, as of the same asOf: what later imports, corrections, voids and merges have changed.',
      resolve: async (pack, _args, context) =>
        (await again(context, pack, restatementsNow)).map((each) => ({ ...each, currency: pack.document.currency })),
    }),
  }),
});

/** A pack that a request loaded is computed again once, however often it asks. */
const REPRODUCTIONS = new WeakMap<PublishedPack, Promise<Reproduction>>();

function reproduction(context: Context, pack: PublishedPack): Promise<Reproduction> {
  const computed = REPRODUCTIONS.get(pack) ?? again(context, pack, reproductionOf);
  REPRODUCTIONS.set(pack, computed);
  return computed;
}

function again<Result>(
  context: Context,
  pack: PublishedPack,
  ask: (transaction: Parameters<typeof reproductionOf>[0], workspaceId: string, pack: PublishedPack) => Promise<Result>,
): Promise<Result> {
  const { workspaceId } = context.owner();
  return onSnapshot(context.database, workspaceId, (transaction) => ask(transaction, workspaceId, pack));
}

builder.queryFields((t) => ({
  metricPacks: t.field({
    type: [MetricPackType],
    description: 'Every pack that was published, the latest first.',
    authScopes: { scope: 'reports:read' },
    resolve: (_root, _args, context) => {
      const { workspaceId } = context.owner();
      return onSnapshot(context.database, workspaceId, (transaction) => metricPacks(transaction, workspaceId));
    },
  }),
  metricPack: t.field({
    type: MetricPackType,
    nullable: true,
    description: 'A published pack; null when there is none.',
    authScopes: { scope: 'reports:read' },
    args: { id: t.arg.id({ required: true, description: 'Of the pack.' }) },
    resolve: (_root, { id }, context) => {
      const { workspaceId } = context.owner();
      return onSnapshot(context.database, workspaceId, (transaction) => metricPack(transaction, workspaceId, id));
    },
  }),
}));
