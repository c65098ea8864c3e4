import { builder } from '../builder.js';
import type { JudgedLead } from '../rules/dry-run-tally.js';
import { listAnswers } from '../rules/list-answers.js';
import { leadsComeWhole } from './come-whole.js';
import { LeadType } from './lead.js';

export const RuleAnswerEnum = builder.enumType('RuleAnswerKind', {
  description: 'What a rule says of a lead.',
  values: {
    YES: { description: 'The lead meets the condition.' },
    NO: { description: 'It does not, whatever is still missing.' },
    TOO_LITTLE_INFORMATION: { description: 'What is missing decides it.' },
  } as const,
});

export const RuleAnswerType = builder.objectRef<JudgedLead>('RuleAnswer').implement({
  description: 'One lead, and what a rule says of it now.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      description: 'The lead.',
      resolve: async ({ leadId }, _args, context, info) => {
        leadsComeWhole(context, info);
        const lead = await context.leadById.load(leadId);
        if (!lead) throw new Error('a lead is judged that is not recorded');
        return lead;
      },
    }),
    answer: t.field({
      type: RuleAnswerEnum,
      description: 'What the rule says.',
      resolve: ({ answer }) => answer.answer,
    }),
    missing: t.stringList({
      description:
        'With TOO_LITTLE_INFORMATION: the attributes that could still change the answer, by name. Those that are unreadable are among them.',
      resolve: ({ answer }) => ('missing' in answer ? [...answer.missing] : []),
    }),
    unreadable: t.stringList({
      description:
        'Those of them that have a value, but not a number or a date where the rule needs one: correct them.',
      resolve: ({ answer }) => ('unreadable' in answer ? [...answer.unreadable] : []),
    }),
  }),
});

const RuleAnswerConnection = builder.connectionObject(
  {
    type: RuleAnswerType,
    name: 'RuleAnswerConnection',
    description:
      'A page of leads that a rule gives one answer for. A request looks at 20,000 leads at most, so a page may be short, or empty, and have a next one all the same: go on from `endCursor` while `hasNextPage`.',
  },
  { name: 'RuleAnswerEdge', description: 'A lead in a page.' },
);

builder.queryField('ruleAnswers', (t) =>
  t.field({
    type: RuleAnswerConnection,
    description:
      'Leads by what a rule says of them now, in the order in which they were first recorded: who has too little information, and what each lacks.',
    authScopes: { scope: 'leads:read' },
    args: {
      key: t.arg.string({ required: true, description: "The rule's key." }),
      version: t.arg.int({
        required: false,
        description: 'Default the version that is switched on; where none is, the latest.',
      }),
      answer: t.arg({ type: RuleAnswerEnum, required: true, description: 'Which answer.' }),
      belowTarget: t.arg.boolean({
        defaultValue: true,
        description: "Only leads that stand in the ladder below the rule's target; false: all leads.",
      }),
      first: t.arg.int({ required: true, description: 'Page size, 1–100.' }),
      after: t.arg.string({ required: false, description: 'Only what comes after this cursor.' }),
    },
    resolve: async (_root, { key, version, answer, belowTarget, first, after }, context) => {
      const { items, hasNextPage, endCursor } = await listAnswers(context.database, context.owner().workspaceId, {
        key,
        answer,
        first,
        version: version ?? undefined,
        after: after ?? undefined,
        belowTarget: belowTarget ?? true,
      });
      return {
        edges: items.map(({ cursor, ...node }) => ({ cursor, node })),
        pageInfo: {
          hasNextPage,
          endCursor,
          hasPreviousPage: after != null,
          startCursor: items[0]?.cursor ?? null,
        },
      };
    },
  }),
);
