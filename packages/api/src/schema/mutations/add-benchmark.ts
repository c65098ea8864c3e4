import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { addBenchmark, voidBenchmark } from '../../commands/add-benchmark.js';
import { allBenchmarks, BenchmarkType } from '../benchmark.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const AddInput = builder.inputType('AddBenchmarkInput', {
  description: 'A figure of others to compare with.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    metric: t.string({ required: true, description: 'Name of one of our metrics; see `metricDefinitions`.' }),
    stage: t.string({ description: 'Key, standard name or alias of the stage it is about.' }),
    value: t.field({ type: 'Decimal', required: true, description: "In the metric's unit: a rate of 12 % is 0.12." }),
    definition: t.string({ required: true, description: 'How the source defines the figure.' }),
    source: t.string({ required: true, description: 'Who says so, and where.' }),
    publishedOn: t.field({ type: 'Date', required: true, description: 'When it was published.' }),
  }),
});

const VoidInput = builder.inputType('VoidBenchmarkInput', {
  description: 'Which benchmark should no longer be compared with.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    id: t.id({ required: true, description: 'Of the benchmark.' }),
  }),
});

const AddPayload = builder.objectRef<{ readonly id: number }>('AddBenchmarkPayload').implement({
  description: 'The benchmark as it is kept.',
  fields: (t) => ({
    benchmark: t.field({
      type: BenchmarkType,
      description: 'With its id.',
      resolve: async ({ id }, _args, context) => {
        const benchmark = (await allBenchmarks(context)).find((each) => each.id === id);
        if (!benchmark) throw new Error('a benchmark that was added is not there');
        return benchmark;
      },
    }),
  }),
});

const VoidPayload = builder.objectRef<{ readonly voidedAt: number }>('VoidBenchmarkPayload').implement({
  description: 'The benchmark is compared with no longer.',
  fields: (t) => ({
    voidedAt: t.expose('voidedAt', { type: 'DateTime', description: 'When it was voided, the first time.' }),
  }),
});

builder.mutationFields((t) => ({
  addBenchmark: t.field({
    type: AddPayload,
    errors: { types: [InvalidInput] },
    description: 'Records a figure of others to compare with.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: AddInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('addBenchmark', async ({ database, workspaceId, once }, { stage, ...input }) => ({
      id: await addBenchmark(database, workspaceId, { ...input, stage: stage ?? undefined }, once),
    })),
  }),
  voidBenchmark: t.field({
    type: VoidPayload,
    errors: { types: [InvalidInput] },
    description: 'Voids a benchmark that was recorded by mistake, or has been superseded.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: VoidInput, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('voidBenchmark', async ({ database, workspaceId, once }, input) => ({
      voidedAt: await voidBenchmark(database, workspaceId, input, once),
    })),
  }),
}));
