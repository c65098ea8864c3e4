import type { BusinessClock } from './business-clock.js';
import type { WorkingHours } from './working-hours.js';

/** Cases on one clock, one a line: what it shows | start | working time (hours:minutes) | due, with local offsets. */
export interface ClockCases {
  readonly name: string;
  readonly clock: BusinessClock;
  readonly cases: string;
}

/** `09:00-12:00 13:00-17:00`; empty for no work. */
function hoursOf(text: string): WorkingHours[] {
  return [...text.matchAll(/(\S+)-(\S+)/g)].map(([, from = '', to = '']) => ({ from, to }));
}

/** Hours by weekdays (`12345`: Monday to Friday) and by date. */
function clockOf(timeZone: string, week: Record<string, string>, days: Record<string, string> = {}): BusinessClock {
  const hours = Object.entries(week).flatMap(([weekdays, text]) => [...weekdays].map((day) => [day, hoursOf(text)]));
  const special = new Map(Object.entries(days).map(([date, text]) => [date, hoursOf(text)]));
  return { timeZone, hours: Object.fromEntries(hours), specialHours: (date) => special.get(date) };
}

const NINE_TO_FIVE = { 12345: '09:00-17:00' };
const ROUND_THE_CLOCK = { 1234567: '00:00-24:00' };

/** Bavaria, with half days before Christmas and New Year, and one Saturday of work. */
const HOLIDAYS = {
  '2026-01-06': '',
  '2026-04-03': '',
  '2026-04-06': '',
  '2026-11-28': '10:00-14:00',
  '2026-12-24': '09:00-13:00',
  '2026-12-25': '',
  '2026-12-26': '',
  '2026-12-31': '09:00-13:00',
  '2027-01-01': '',
};

/** Worked out by hand. 2026-03-27, 2026-05-15 and 2026-10-23 are Fridays. */
export const CLOCK_CASES: readonly ClockCases[] = [
  {
    name: 'Mon–Fri 09:00–17:00 in Berlin (clocks change on 2026-03-29 and 2026-10-25)',
    clock: clockOf('Europe/Berlin', NINE_TO_FIVE),
    cases: `
      METRICS.md, example C: the last half hour of Friday, the first of Monday | 2026-03-27 16:30+01:00 | 1:00 | 2026-03-30 09:30+02:00
      in the middle of a morning                                | 2026-05-11 10:00+02:00 |  1:00 | 2026-05-11 11:00+02:00
      due exactly at close, not when Monday opens               | 2026-05-15 16:00+02:00 |  1:00 | 2026-05-15 17:00+02:00
      a minute more is Monday's first                           | 2026-05-15 16:00+02:00 |  1:01 | 2026-05-18 09:01+02:00
      the last minute of a day                                  | 2026-05-15 16:59+02:00 |  0:01 | 2026-05-15 17:00+02:00
      no time, within hours                                     | 2026-05-11 10:00+02:00 |  0:00 | 2026-05-11 10:00+02:00
      no time, on a Sunday                                      | 2026-05-17 12:00+02:00 |  0:00 | 2026-05-17 12:00+02:00
      start exactly at open, due exactly at close               | 2026-05-11 09:00+02:00 |  8:00 | 2026-05-11 17:00+02:00
      start exactly at close                                    | 2026-05-11 17:00+02:00 |  1:00 | 2026-05-12 10:00+02:00
      start before open                                         | 2026-05-11 07:15+02:00 |  1:00 | 2026-05-11 10:00+02:00
      start after Friday's close                                | 2026-05-15 20:00+02:00 |  0:30 | 2026-05-18 09:30+02:00
      start at a weekend: all of Monday                         | 2026-05-16 11:00+02:00 |  8:00 | 2026-05-18 17:00+02:00
      a working week from its open to its close                 | 2026-05-11 09:00+02:00 | 40:00 | 2026-05-15 17:00+02:00
      forty hours from the middle of a week: a week later       | 2026-05-13 13:00+02:00 | 40:00 | 2026-05-20 13:00+02:00
      two days around the weekend on which clocks go forward    | 2026-03-27 09:00+01:00 | 16:00 | 2026-03-30 17:00+02:00
      an hour around the weekend on which clocks go back        | 2026-10-23 16:30+02:00 |  1:00 | 2026-10-26 09:30+01:00
      over the end of the year, New Year being an ordinary day  | 2026-12-31 16:00+01:00 |  2:00 | 2027-01-01 10:00+01:00
      28 February, Monday, of a leap year: all of the 29th      | 2028-02-28 16:00+01:00 |  9:00 | 2028-02-29 17:00+01:00
      and an hour of 1 March                                    | 2028-02-28 16:00+01:00 | 10:00 | 2028-03-01 10:00+01:00
      27 February, Friday, of another year                      | 2026-02-27 16:00+01:00 |  2:00 | 2026-03-02 10:00+01:00
      opened in New York, when it is 16:00 in Berlin            | 2026-05-11 10:00-04:00 |  2:00 | 2026-05-12 10:00+02:00
      opened in Tokyo on Saturday, Friday 17:30 in Berlin       | 2026-05-16 00:30+09:00 |  1:00 | 2026-05-18 10:00+02:00
      opened in Auckland on Monday, Sunday 22:00 in Berlin      | 2026-05-18 08:00+12:00 |  1:00 | 2026-05-18 10:00+02:00
      due, told in the time of New York                         | 2026-05-11 04:00-04:00 |  1:00 | 2026-05-11 05:00-04:00`,
  },
  {
    name: 'the same with Bavarian holidays, half days, and a Saturday of work',
    clock: clockOf('Europe/Berlin', NINE_TO_FIVE, HOLIDAYS),
    cases: `
      Epiphany, a Tuesday                                       | 2026-01-05 16:00+01:00 |  2:00 | 2026-01-07 10:00+01:00
      consecutive days off: Good Friday to Easter Monday        | 2026-04-02 16:30+02:00 |  1:00 | 2026-04-07 09:30+02:00
      start on a holiday                                        | 2026-04-03 11:00+02:00 |  8:00 | 2026-04-07 17:00+02:00
      no time, on a holiday                                     | 2026-04-03 11:00+02:00 |  0:00 | 2026-04-03 11:00+02:00
      due exactly at the close of a half day                    | 2026-12-24 10:00+01:00 |  3:00 | 2026-12-24 13:00+01:00
      from a half day over Christmas (the 26th is a Saturday)   | 2026-12-24 12:00+01:00 |  2:00 | 2026-12-28 10:00+01:00
      start after the close of a half day                       | 2026-12-24 14:00+01:00 |  1:00 | 2026-12-28 10:00+01:00
      one hour, the four of a half day, and four after          | 2026-12-23 16:00+01:00 |  9:00 | 2026-12-28 13:00+01:00
      over the end of the year: a half day, then a holiday      | 2026-12-31 12:00+01:00 |  2:00 | 2027-01-04 10:00+01:00
      a Saturday with hours of its own                          | 2026-11-27 16:00+01:00 |  2:00 | 2026-11-28 11:00+01:00
      four hours of it, then Monday                             | 2026-11-28 09:00+01:00 |  5:00 | 2026-11-30 10:00+01:00`,
  },
  {
    name: 'Mon–Fri 09:00–12:00 and 13:00–17:30 in Paris',
    clock: clockOf('Europe/Paris', { 12345: '09:00-12:00 13:00-17:30' }),
    cases: `
      around lunch                                              | 2026-05-11 11:30+02:00 |  1:00 | 2026-05-11 13:30+02:00
      start within lunch                                        | 2026-05-11 12:20+02:00 |  0:10 | 2026-05-11 13:10+02:00
      due exactly when lunch begins, not when it ends           | 2026-05-11 11:00+02:00 |  1:00 | 2026-05-11 12:00+02:00
      start when lunch begins                                   | 2026-05-11 12:00+02:00 |  1:00 | 2026-05-11 14:00+02:00
      start when lunch ends                                     | 2026-05-11 13:00+02:00 |  1:00 | 2026-05-11 14:00+02:00
      a whole day                                               | 2026-05-11 09:00+02:00 |  7:30 | 2026-05-11 17:30+02:00
      over the weekend                                          | 2026-05-15 16:30+02:00 |  2:00 | 2026-05-18 10:00+02:00`,
  },
  {
    name: 'Mon–Fri 08:00–12:00 and 12:00–16:00 in UTC: hours that touch',
    clock: clockOf('UTC', { 12345: '08:00-12:00 12:00-16:00' }),
    cases: `
      through the seam                                          | 2026-05-11 11:00+00:00 |  2:00 | 2026-05-11 13:00+00:00
      due exactly at the seam                                   | 2026-05-11 11:00+00:00 |  1:00 | 2026-05-11 12:00+00:00`,
  },
  {
    name: 'Monday night to Friday night, 22:00–06:00, in Berlin',
    clock: clockOf('Europe/Berlin', { 1: '22:00-24:00', 2345: '00:00-06:00 22:00-24:00', 6: '00:00-06:00' }),
    cases: `
      across midnight                                           | 2026-05-11 23:00+02:00 |  2:00 | 2026-05-12 01:00+02:00
      due at midnight                                           | 2026-05-11 22:00+02:00 |  2:00 | 2026-05-12 00:00+02:00
      Friday's whole night ends on Saturday                     | 2026-05-15 22:00+02:00 |  8:00 | 2026-05-16 06:00+02:00
      the last hour of the week, and the first                  | 2026-05-16 05:00+02:00 |  2:00 | 2026-05-18 23:00+02:00`,
  },
  {
    name: 'round the clock in Berlin',
    clock: clockOf('Europe/Berlin', ROUND_THE_CLOCK),
    cases: `
      24 hours over a day of 23                                 | 2026-03-28 12:00+01:00 | 24:00 | 2026-03-29 13:00+02:00
      24 hours over a day of 25                                 | 2026-10-24 12:00+02:00 | 24:00 | 2026-10-25 11:00+01:00
      from the first 02:30 to the second                        | 2026-10-25 02:30+02:00 |  1:00 | 2026-10-25 02:30+01:00
      over the end of the year                                  | 2026-12-31 23:30+01:00 |  1:00 | 2027-01-01 00:30+01:00`,
  },
  {
    name: 'Sunday 01:00–04:00 in Berlin, when clocks change at 02:00 and 03:00',
    clock: clockOf('Europe/Berlin', { 7: '01:00-04:00' }),
    cases: `
      2 h long in spring                                        | 2026-03-29 00:00+01:00 |  2:00 | 2026-03-29 04:00+02:00
      half an hour more is next Sunday's                        | 2026-03-29 00:00+01:00 |  2:30 | 2026-04-05 01:30+02:00
      4 h long in autumn                                        | 2026-10-25 00:00+02:00 |  4:00 | 2026-10-25 04:00+01:00
      3 h of them                                               | 2026-10-25 00:00+02:00 |  3:00 | 2026-10-25 03:00+01:00`,
  },
  {
    name: 'Sunday 02:15–02:45 in Berlin, when clocks change at 02:00 and 03:00',
    clock: clockOf('Europe/Berlin', { 7: '02:15-02:45' }),
    cases: `
      worked twice in autumn                                    | 2026-10-25 00:00+02:00 |  1:00 | 2026-10-25 02:45+01:00
      due at the first close                                    | 2026-10-25 00:00+02:00 |  0:30 | 2026-10-25 02:45+02:00
      a minute more is the second's first                       | 2026-10-25 00:00+02:00 |  0:31 | 2026-10-25 02:16+01:00
      start between the two                                     | 2026-10-25 02:50+02:00 |  0:10 | 2026-10-25 02:25+01:00
      skipped in spring                                         | 2026-03-29 00:00+01:00 |  0:10 | 2026-04-05 02:25+02:00`,
  },
  {
    name: 'Mon–Fri 09:00–17:00 and Saturday 22:00 to Sunday 06:00 in New York (changes on 2026-03-08 and 2026-11-01)',
    clock: clockOf('America/New_York', { ...NINE_TO_FIVE, 6: '22:00-24:00', 7: '00:00-06:00' }),
    cases: `
      Friday to Saturday night                                  | 2026-05-15 16:00-04:00 |  2:00 | 2026-05-16 23:00-04:00
      a night of 7 h                                            | 2026-03-07 22:00-05:00 |  7:00 | 2026-03-08 06:00-04:00
      the hour that is not there, then Monday                   | 2026-03-08 01:30-05:00 |  4:30 | 2026-03-09 10:00-04:00
      a night of 9 h                                            | 2026-10-31 22:00-04:00 |  9:00 | 2026-11-01 06:00-05:00
      01:30 the first time                                      | 2026-10-31 22:00-04:00 |  3:30 | 2026-11-01 01:30-04:00
      01:30 the second time                                     | 2026-10-31 22:00-04:00 |  4:30 | 2026-11-01 01:30-05:00`,
  },
  {
    name: 'Sunday 01:00–04:00 on Lord Howe, where clocks change by half an hour (2026-04-05 and 2026-10-04, at 02:00)',
    clock: clockOf('Australia/Lord_Howe', { 7: '01:00-04:00' }),
    cases: `
      3 h 30 long when 01:30 comes again                        | 2026-04-05 00:00+11:00 |  3:30 | 2026-04-05 04:00+10:30
      01:45 the second time                                     | 2026-04-05 00:00+11:00 |  1:15 | 2026-04-05 01:45+10:30
      2 h 30 long when 02:00 is 02:30                           | 2026-10-04 00:00+10:30 |  2:30 | 2026-10-04 04:00+11:00
      past the gap                                              | 2026-10-04 00:00+10:30 |  1:10 | 2026-10-04 02:40+11:00`,
  },
  {
    name: 'Sunday 00:00–02:00 in Havana, where clocks change at midnight (2025-03-09) and to midnight (2025-11-02)',
    clock: clockOf('America/Havana', { 7: '00:00-02:00' }),
    cases: `
      1 h long, as the day begins at 01:00                      | 2025-03-08 22:00-05:00 |  1:00 | 2025-03-09 02:00-04:00
      3 h long, as midnight comes twice                         | 2025-11-01 22:00-04:00 |  3:00 | 2025-11-02 02:00-05:00
      00:30 the second time                                     | 2025-11-01 22:00-04:00 |  1:30 | 2025-11-02 00:30-05:00`,
  },
  {
    name: 'Saturday 22:00–24:00 in Sao Paulo, where midnight of 2018-02-18 went back to Saturday 23:00',
    clock: clockOf('America/Sao_Paulo', { 6: '22:00-24:00' }),
    cases: `
      3 h long                                                  | 2018-02-17 21:00-02:00 |  3:00 | 2018-02-18 00:00-03:00
      23:30 the first time                                      | 2018-02-17 21:00-02:00 |  1:30 | 2018-02-17 23:30-02:00
      23:30 the second time                                     | 2018-02-17 21:00-02:00 |  2:30 | 2018-02-17 23:30-03:00`,
  },
  {
    name: 'a six-day week, Mon–Sat 10:00–18:00, in Kolkata, which has no summer time',
    clock: clockOf('Asia/Kolkata', { 123456: '10:00-18:00' }),
    cases: `
      Saturday to Monday                                        | 2026-05-16 17:00+05:30 |  2:00 | 2026-05-18 11:00+05:30
      Friday to Saturday, when Berlin's clocks change           | 2026-03-27 17:30+05:30 |  1:00 | 2026-03-28 10:30+05:30
      opened at 03:00 UTC, 08:30 there                          | 2026-05-11 03:00+00:00 |  0:30 | 2026-05-11 10:30+05:30`,
  },
  {
    name: 'Sun–Thu 09:00–18:00 in Riyadh',
    clock: clockOf('Asia/Riyadh', { 7: '09:00-18:00', 1234: '09:00-18:00' }),
    cases: `
      Thursday to Sunday                                        | 2026-05-14 17:30+03:00 |  1:00 | 2026-05-17 09:30+03:00
      a Friday off                                              | 2026-05-15 12:00+03:00 |  9:00 | 2026-05-17 18:00+03:00`,
  },
  {
    name: 'round the clock in Apia, which had no 30 December 2011',
    clock: clockOf('Pacific/Apia', ROUND_THE_CLOCK),
    cases: `
      from the 29th to the 31st                                 | 2011-12-29 23:00-10:00 |  2:00 | 2011-12-31 01:00+14:00`,
  },
  {
    name: 'Fridays 09:00–17:00 in Apia, which had no Friday 30 December 2011',
    clock: clockOf('Pacific/Apia', { 5: '09:00-17:00' }),
    cases: `
      the next Friday there was                                 | 2011-12-29 12:00-10:00 |  1:00 | 2012-01-06 10:00+14:00`,
  },
];
