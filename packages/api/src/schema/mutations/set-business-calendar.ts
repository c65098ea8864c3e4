import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import { type SetVersion, setBusinessCalendar } from '../../commands/set-business-calendar.js';
import { slaOf } from '../../sla/load-sla.js';
import { BusinessCalendarType, WeekdayEnum } from '../business-calendar.js';
import { command, WHAT_IS_ASKED } from './command.js';
import { idempotencyKey } from './idempotency-key.js';

const FROM = 'HH:MM by the wall clock of the zone, 00:00–23:59.';
const TO = 'HH:MM, after `from`, at most 24:00. Work past midnight goes on at 00:00 of the next day.';

const WorkingHoursInput = builder.inputType('WorkingHoursInput', {
  description: 'A stretch of work within a day.',
  fields: (t) => ({
    from: t.string({ required: true, description: FROM }),
    to: t.string({ required: true, description: TO }),
  }),
});

const WeekdayHoursInput = builder.inputType('WeekdayHoursInput', {
  description: 'A stretch of work on a day of every week; two of them leave a break between.',
  fields: (t) => ({
    weekday: t.field({ type: WeekdayEnum, required: true, description: 'On which day.' }),
    from: t.string({ required: true, description: FROM }),
    to: t.string({ required: true, description: TO }),
  }),
});

const OwnDayInput = builder.inputType('OwnDayInput', {
  description: 'A date with hours of its own, which win over public holidays and the day of the week.',
  fields: (t) => ({
    date: t.field({ type: 'Date', required: true, description: "In the calendar's time zone; each once." }),
    name: t.string({ required: true, description: 'For people, 1–200 characters.' }),
    hours: t.field({
      type: [WorkingHoursInput],
      required: true,
      description: 'When work is done on it; none: it is a day off.',
    }),
  }),
});

const Input = builder.inputType('SetBusinessCalendarInput', {
  description: 'Working hours, whole: what is left out is not in the new version.',
  fields: (t) => ({
    idempotencyKey: idempotencyKey(t),
    key: t.string({
      required: true,
      description: 'Capitals, digits and _, such as `BERLIN`. A new one makes a calendar.',
    }),
    name: t.string({ required: true, description: 'For people, 1–200 characters.' }),
    timeZone: t.string({ required: true, description: 'IANA name: `Europe/Berlin`.' }),
    hours: t.field({ type: [WeekdayHoursInput], required: true, description: 'In any order, without overlaps.' }),
    country: t.string({ description: 'ISO 3166-1 alpha-2, such as `DE`: nothing is worked on its public holidays.' }),
    region: t.string({ description: 'Of the country, such as `BY`, with holidays of its own.' }),
    days: t.field({ type: [OwnDayInput], description: 'Own days off, half days and extra days, at most 2,000.' }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description:
        'It decides for handoffs that open from then on; default now. Past: a correction, by which handoffs that have opened since get due instants anew.',
    }),
  }),
});

const Payload = builder.objectRef<SetVersion>('SetBusinessCalendarPayload').implement({
  description: 'The calendar as it is now.',
  fields: (t) => ({
    calendar: t.field({
      type: BusinessCalendarType,
      description: 'The version that says what was asked for.',
      resolve: async ({ id, version }, _args, context) => {
        const { calendars } = await slaOf(context.database, context.owner().workspaceId);
        return calendars.find((each) => each.id === id && each.version === version) as (typeof calendars)[number];
      },
    }),
    rejudgedHandoffs: t.exposeInt('rejudged', {
      description: 'Handoffs that are due at another time than before by this change.',
    }),
  }),
});

builder.mutationField('setBusinessCalendar', (t) =>
  t.field({
    type: Payload,
    errors: { types: [InvalidInput] },
    description:
      'Sets working hours, as a new version; what handoffs were due before stays known. Where the version in force says the same already, nothing happens.',
    authScopes: { scope: 'admin' },
    args: { input: t.arg({ type: Input, required: true, description: WHAT_IS_ASKED }) },
    resolve: command('setBusinessCalendar', ({ database, workspaceId, once }, input) => {
      const { days, effectiveFrom, country = null, region = null, ...rest } = input;
      const calendar = {
        ...rest,
        country,
        region,
        ...(days && { days }),
        ...(effectiveFrom != null && { effectiveFrom }),
      };
      return setBusinessCalendar(database, workspaceId, calendar, once);
    }),
  }),
);
