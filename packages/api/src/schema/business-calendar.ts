import type { BusinessCalendar, WorkingHours } from '@leadstage/core';
import { builder } from '../builder.js';
import { type Holiday, holidaysInYear } from '../sla/holidays-in-year.js';
import { calendarsInForce } from '../sla/in-force.js';
import { slaOf } from '../sla/load-sla.js';

/** Values are ISO weekdays. */
export const WeekdayEnum = builder.enumType('Weekday', {
  description: 'A day of the week.',
  values: {
    MONDAY: { value: 1, description: 'Monday.' },
    TUESDAY: { value: 2, description: 'Tuesday.' },
    WEDNESDAY: { value: 3, description: 'Wednesday.' },
    THURSDAY: { value: 4, description: 'Thursday.' },
    FRIDAY: { value: 5, description: 'Friday.' },
    SATURDAY: { value: 6, description: 'Saturday.' },
    SUNDAY: { value: 7, description: 'Sunday.' },
  } as const,
});

const FROM = 'HH:MM by the wall clock of the zone, 00:00–23:59.';
const TO = 'HH:MM, after `from`, at most 24:00; that instant is not worked any more.';

const WorkingHoursType = builder.objectRef<WorkingHours>('WorkingHours').implement({
  description: 'A stretch of work within a day.',
  fields: (t) => ({
    from: t.exposeString('from', { description: FROM }),
    to: t.exposeString('to', { description: TO }),
  }),
});

const WeekdayHoursType = builder.objectRef<WorkingHours & { readonly weekday: number }>('WeekdayHours').implement({
  description: 'A stretch of work on a day of every week.',
  fields: (t) => ({
    weekday: t.field({
      type: WeekdayEnum,
      description: 'On which day.',
      resolve: ({ weekday }) => weekday as typeof WeekdayEnum.$inferType,
    }),
    from: t.exposeString('from', { description: FROM }),
    to: t.exposeString('to', { description: TO }),
  }),
});

const OwnDayType = builder.objectRef<BusinessCalendar['days'][number]>('OwnDay').implement({
  description: 'A date with hours of its own, which win over public holidays and the day of the week.',
  fields: (t) => ({
    date: t.expose('date', { type: 'Date', description: "In the calendar's time zone." }),
    name: t.exposeString('name', { description: 'For people.' }),
    hours: t.field({
      type: [WorkingHoursType],
      resolve: ({ hours }) => [...hours],
      description: 'When work is done on it; none: it is a day off.',
    }),
  }),
});

const HolidayType = builder.objectRef<Holiday>('PublicHoliday').implement({
  description: 'A public holiday.',
  fields: (t) => ({
    date: t.expose('date', { type: 'Date', description: "In the calendar's time zone." }),
    name: t.exposeString('name', { description: 'In English, where there is such a name.' }),
    from: t.exposeString('from', {
      nullable: true,
      description: 'HH:MM from when on nothing is worked; null: all day.',
    }),
  }),
});

export const BusinessCalendarType = builder.objectRef<BusinessCalendar>('BusinessCalendar').implement({
  description: 'One version of when work is done: the BUSINESS clock of policies.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'How policies name it.' }),
    name: t.exposeString('name', { description: 'For people.' }),
    version: t.exposeInt('version', { description: 'Counts from 1 per calendar.' }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'DateTime',
      description: 'It decides for handoffs that open from this instant on, until the next version.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was set.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA name; its wall clock reads the hours.' }),
    hours: t.field({
      type: [WeekdayHoursType],
      description: 'By day and time. Between the stretches of a day are its breaks.',
      resolve: ({ hours }) =>
        Object.entries(hours).flatMap(([weekday, list]) => list.map((each) => ({ ...each, weekday: Number(weekday) }))),
    }),
    country: t.exposeString('country', {
      nullable: true,
      description: 'ISO 3166-1 alpha-2: on its public holidays nothing is worked. Null: on all days alike.',
    }),
    region: t.exposeString('region', { nullable: true, description: 'Of the country: `BY`, or within it `BY-A`.' }),
    days: t.field({
      type: [OwnDayType],
      resolve: ({ days }) => [...days],
      description: 'Own days, by date.',
    }),
    holidays: t.field({
      type: [HolidayType],
      description: 'Public holidays of a year, by date, own days not considered.',
      args: { year: t.arg.int({ required: true, description: '1970–2100.' }) },
      resolve: (calendar, { year }) => holidaysInYear(calendar, year),
    }),
  }),
});

builder.queryField('businessCalendars', (t) =>
  t.field({
    type: [BusinessCalendarType],
    description: 'The calendars of working hours in force at an instant, by key.',
    authScopes: { scope: 'reports:read' },
    args: { at: t.arg({ type: 'DateTime', required: false, description: 'Default now.' }) },
    resolve: async (_root, { at }, context) =>
      calendarsInForce((await slaOf(context.database, context.owner().workspaceId)).calendars, at ?? Date.now()),
  }),
);
