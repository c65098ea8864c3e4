import { describe, expect, it } from 'vitest';
import { velocityQuestion } from './velocity-question.js';

const NONE = { format: 'table', color: true };
const PERIOD = { last: { count: 12, grain: 'MONTH' } };

describe('velocityQuestion', () => {
  it('asks for no more than was given', () => {
    expect(velocityQuestion(NONE)).toEqual({ period: PERIOD });
  });

  it('reads clock, calendar and stays', () => {
    expect(velocityQuestion({ ...NONE, clock: 'Business', calendar: 'OFFICE', stays: 'MQL, SQL' })).toEqual({
      ...{ period: PERIOD, clock: 'BUSINESS', calendar: 'OFFICE', timeInStage: ['MQL', 'SQL'] },
    });
  });

  it.each([
    [{ clock: 'wall' }, '--clock "wall" is not one of calendar, business.'],
    [{ calendar: 'OFFICE' }, '--calendar belongs to --clock business'],
    [{ clock: 'calendar', calendar: 'OFFICE' }, '--calendar belongs to --clock business'],
    [{ stays: 'MQL,' }, '--stays "MQL," has an empty name'],
  ])('refuses %o', (options, message) => {
    expect(() => velocityQuestion({ ...NONE, ...options })).toThrow(message);
  });
});
