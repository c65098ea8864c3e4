import {
  type Grain,
  type GroupKeys,
  InvalidInput,
  type LadderMode,
  type Period,
  type Report,
  type ReportQuestion,
} from '@leadstage/core';
import type { ObjectRef } from '@pothos/core';
import { lockOf } from '../access/access.js';
import { builder, type Types } from '../builder.js';
import type { Context } from '../context.js';
import { measured } from '../limits/cost.js';
import {
  type Answer,
  type Answered,
  type ReportAnswer,
  type ReportStatistics,
  runReport,
} from '../query/run-report.js';
import { type LeadFilterFields, LeadFilterType, leadFilter } from './lead-filter.js';
import { GrainEnum, type PeriodFields, PeriodInputType, PeriodType, periodInput } from './period.js';
import { type Remembered, remembering } from './remembering.js';
import { StageDefinitionType } from './stage-definition.js';

const LeadSourceEnum = builder.enumType('ReportPath', {
  description: 'Where counts of leads were read. All paths give the same numbers.',
  values: {
    ROLLUP_DAY: { description: 'Counts by day.' },
    ROLLUP_MONTH: { description: 'Counts by month and segment.' },
    FACT: { description: 'One row per lead.' },
    RECORD: { description: 'The log as it was known at an earlier instant.' },
  } as const,
});

const StatisticsType = builder.objectRef<ReportStatistics>('ReportStatistics').implement({
  description: 'How the answer came about.',
  fields: (t) => ({
    elapsedMs: t.exposeFloat('elapsedMs', { description: 'Milliseconds in the server.' }),
    rowsRead: t.exposeInt('rowsRead', { description: 'Rows of facts, rollups and cost entries that were added up.' }),
    paths: t.field({
      type: [LeadSourceEnum],
      resolve: ({ sources }) => [...sources],
      description: 'Which paths answered.',
    }),
  }),
});

interface GroupKey {
  readonly attribute: string;
  readonly value: string | null;
}

const GroupKeyType = builder.objectRef<GroupKey>('GroupKey').implement({
  description: 'One attribute of a group.',
  fields: (t) => ({
    attribute: t.exposeString('attribute', { description: 'As named in `by`.' }),
    value: t.exposeString('value', { nullable: true, description: 'Null: the value is missing.' }),
  }),
});

const LadderModeEnum = builder.enumType('LadderMode', {
  description: 'Under which ladder the past is read.',
  values: {
    AS_THEN: { description: 'Each event counts under the ladder of its day: as defined then.' },
    TODAY: {
      description: 'All events count as if the ladder in force at asOf had always been: restated under today’s.',
    },
  } as const,
});

/** What every report answers, whatever it is about. */
export const ReportInterface = builder.interfaceRef<Answered>('Report').implement({
  description: 'What every report answers, whatever it is about.',
  fields: (t) => ({
    period: t.field({ type: PeriodType, resolve: ({ period }) => period, description: 'The dates asked about.' }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Only events that occurred by then count.' }),
    knownAt: t.expose('knownAt', {
      type: 'DateTime',
      description:
        'Only what had been recorded by then counts. The same question with this asOf and knownAt gives the same numbers for ever.',
    }),
    ladder: t.expose('ladder', { type: LadderModeEnum, description: 'Under which ladder the past was read.' }),
    stageDefinitions: t.field({
      type: [StageDefinitionType],
      resolve: ({ definitions }) => [...definitions],
      description: 'The ladder in force at asOf, whose stages are shown.',
    }),
    stageVersions: t.field({
      type: [StageDefinitionType],
      resolve: ({ versions }) => [...versions],
      description:
        'Every version of a stage that was in force from the first instant of the period to asOf: under these it was measured.',
    }),
    statistics: t.field({
      type: StatisticsType,
      resolve: ({ statistics }) => statistics,
      description: 'How the answer came about.',
    }),
  }),
});

/** A figure as resolvers see it: where it stands, and the report it belongs to, for what the whole report shares. */
export interface Shown<Figures> {
  readonly figures: Figures;
  readonly cell: { readonly period: Period; readonly keys: GroupKeys | null };
  readonly answer: ReportAnswer<Figures> & Remembered;
}

type FiguresRef<Figures> = ObjectRef<ExtendedTypes, Shown<Figures>>;

/** Declares `<Name>Report` with its total, groups and series, around the report's own figures. */
export function reportType<Figures>(name: string, description: string, figures: FiguresRef<Figures>) {
  return reportRef<ReportAnswer<Figures>>(name).implement({
    description,
    interfaces: [ReportInterface],
    fields: figuresFields(name, figures),
  });
}

export function reportRef<Body extends Answered>(name: string) {
  return builder.objectRef<Body>(`${name}Report`);
}

/** The fields `total`, `groups` and `series` of a report, and their types. */
export function figuresFields<Figures>(name: string, figures: FiguresRef<Figures>) {
  type Report = ReportAnswer<Figures> & Remembered;
  type Point = Shown<Figures> & { readonly period: Report['period'] };
  type Group = Shown<Figures> & { readonly group: Report['groups'][number] };

  const PointType = builder.objectRef<Point>(`${name}Point`).implement({
    description: 'One bucket of a series.',
    fields: (t) => ({
      period: t.field({
        type: PeriodType,
        resolve: ({ period }) => period,
        description: 'Its dates, clipped to the period.',
      }),
      figures: t.field({ type: figures, resolve: (point) => point, description: 'What it shows.' }),
    }),
  });
  const points = (series: Report['series'], keys: GroupKeys | null, answer: Report): Point[] =>
    series.map(({ period, figures }) => ({ period, figures, cell: { period, keys }, answer }));
  const whole = (keys: GroupKeys | null, shown: Figures, answer: Report): Shown<Figures> => ({
    figures: shown,
    cell: { period: answer.period, keys },
    answer,
  });

  const GroupType = builder.objectRef<Group>(`${name}Group`).implement({
    description: 'One group of a breakdown.',
    fields: (t) => ({
      keys: t.field({
        type: [GroupKeyType],
        description: 'One per attribute of `by`, in that order.',
        resolve: ({ group, answer }) =>
          group.keys.map((value, index) => ({ attribute: answer.by[index] as string, value })),
      }),
      figures: t.field({ type: figures, resolve: (group) => group, description: 'What it shows over the period.' }),
      series: t.field({
        type: [PointType],
        description: 'One point per bucket, empty ones included; none without a grain.',
        resolve: ({ group, answer }) => points(group.series, group.keys, answer),
      }),
    }),
  });

  return (t: PothosSchemaTypes.ObjectFieldBuilder<ExtendedTypes, Report>) => ({
    total: t.field({
      type: figures,
      resolve: (answer) => whole(null, answer.total, answer),
      description: 'All leads that pass the filter.',
    }),
    groups: t.field({
      type: [GroupType],
      description: 'The breakdown, largest first; none without `by`.',
      resolve: (answer) => answer.groups.map((group) => ({ group, ...whole(group.keys, group.figures, answer) })),
    }),
    series: t.field({
      type: [PointType],
      description: 'One point per bucket, empty ones included; none without a grain.',
      resolve: (answer) => points(answer.series, null, answer),
    }),
  });
}

/** What every report input has. */
export interface QuestionFields {
  period: PeriodFields;
  grain?: Grain | null | undefined;
  filter?: LeadFilterFields | null | undefined;
  by?: string[] | null | undefined;
  asOf?: number | null | undefined;
  knownAt?: number | null | undefined;
  ladder?: LadderMode | null | undefined;
}

export function questionFields(t: PothosSchemaTypes.InputFieldBuilder<ExtendedTypes, 'InputObject'>) {
  return {
    period: t.field({ type: PeriodInputType, required: true, description: 'Which dates.' }),
    grain: t.field({ type: GrainEnum, description: 'Also answer a series of such buckets.' }),
    filter: t.field({ type: LeadFilterType, description: 'Which leads.' }),
    by: t.stringList({
      description: 'Break down by up to three attributes, such as `source`. See `workspace { attributes }`.',
    }),
    asOf: t.field({ type: 'DateTime', description: 'Only events that occurred by then count; default now.' }),
    knownAt: t.field({ type: 'DateTime', description: 'Only what had been recorded by then counts; default all.' }),
    ladder: t.field({ type: LadderModeEnum, description: 'Default AS_THEN.' }),
  };
}

type ExtendedTypes = PothosSchemaTypes.ExtendDefaultTypes<Types>;

export function commonQuestion(input: QuestionFields): ReportQuestion {
  return {
    period: periodInput(input.period),
    grain: input.grain ?? undefined,
    filter: leadFilter(input.filter),
    by: input.by ?? undefined,
    asOf: input.asOf ?? undefined,
    knownAt: input.knownAt ?? undefined,
    ladder: input.ladder ?? undefined,
  };
}

/** Runs a report for whoever asks, under the lock of an embed token; what is wrong with the question is told from the argument `input` on. */
export async function answer<Question extends ReportQuestion, Body>(
  context: Context,
  report: Report<Question, Body>,
  question: () => Question,
): Promise<Answer<Body & Remembered>> {
  try {
    const { workspaceId } = context.owner();
    const lock = lockOf(context.access);
    const told = await runReport(context.database, workspaceId, remembering(report), question(), Date.now(), lock);
    return measured(context.meter, told);
  } catch (error) {
    throw error instanceof InvalidInput ? error.within('input') : error;
  }
}
