import type { Question } from './model.js';

/** The reports that questions can ask for. */
export const REPORTS = [
  'COHORT',
  'THROUGHPUT',
  'MATURITY',
  'VELOCITY',
  'STAYS',
  'ACCEPTANCE',
  'SLA',
  'SPEND',
  'COST',
  'WORTH',
  'NEEDED',
  'STANDARD',
  'DIAGNOSIS',
] as const;

/** Reports, and what may be asked in one. */
export const FEATURES = [
  ...REPORTS,
  'ACCOUNT',
  'WATCHED_FOR',
  'TODAY',
  'BUSINESS',
  'REPLAY',
  'BY_ENTRIES',
  'ROLLING',
  'KERNEL',
  'MQL_TIME_PLUS_SLA',
] as const;

export type Feature = (typeof FEATURES)[number];

/** What a question asks for besides its report. */
export function featuresOf({ report, question }: Question): Feature[] {
  const found: Feature[] = [];
  if ('unit' in question && question.unit === 'ACCOUNT') found.push('ACCOUNT');
  if ('watchedForMs' in question && question.watchedForMs !== undefined) found.push('WATCHED_FOR');
  if (question.ladder === 'TODAY') found.push('TODAY');
  if ('clock' in question && question.clock === 'BUSINESS') found.push('BUSINESS');
  if (report === 'SLA' && question.replay !== null) found.push('REPLAY');
  if ('allocation' in question && question.allocation === 'BY_ENTRIES') found.push('BY_ENTRIES');
  if (!('method' in question)) return found;
  const { method } = question;
  if (method.kind === 'ROLLING' || method.kind === 'KERNEL') found.push(method.kind);
  if ('lagDays' in method && method.lagDays === 'MQL_TIME_PLUS_SLA') found.push('MQL_TIME_PLUS_SLA');
  return found;
}
