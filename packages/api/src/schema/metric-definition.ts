import { METRICS, type MetricDefinition } from '@leadstage/core';
import { builder } from '../builder.js';

export const MetricUnitEnum = builder.enumType('MetricUnit', {
  description: 'What a metric counts in. A RATE is a share of 1; a RATIO may pass 1.',
  values: {
    LEADS: { description: 'Leads, or accounts where the report counts them.' },
    HANDOFFS: { description: 'Handoffs from marketing to sales.' },
    RATE: { description: 'A share, 0 to 1.' },
    RATIO: { description: 'One number over another; 1 is as many, or as planned.' },
    SECONDS: { description: 'Seconds.' },
    DAYS: { description: 'Days.' },
    MONEY: { description: 'The workspace’s currency.' },
    DATE: { description: 'A local date.' },
  } as const,
});

const MetricDefinitionType = builder.objectRef<MetricDefinition>('MetricDefinition').implement({
  description: 'What a number means.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As fields of reports are named.' }),
    title: t.exposeString('title', { description: 'For people.' }),
    unit: t.expose('unit', { type: MetricUnitEnum, description: 'What it counts in.' }),
    formula: t.exposeString('formula', { description: 'How it is made of what is counted.' }),
    description: t.exposeString('description', { description: 'What it tells.' }),
    notes: t.stringList({
      resolve: ({ notes }) => [...notes],
      description: 'Choices, edges and what to read with care.',
    }),
  }),
});

builder.queryField('metricDefinitions', (t) =>
  t.field({
    type: [MetricDefinitionType],
    description: 'Every metric with its formula and meaning.',
    authScopes: { scope: 'reports:read', embed: true },
    resolve: () => [...METRICS],
  }),
);
