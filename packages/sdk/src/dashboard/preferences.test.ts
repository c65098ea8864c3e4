import { describe, expect, it } from 'vitest';
import { preferred } from './preferences.js';

const nothing = { language: null, theme: null };

describe('language and theme', () => {
  it('follow the browser', () => {
    expect(preferred(nothing, ['de-AT', 'sv-FI', 'en'])).toEqual({ language: 'sv-FI', theme: 'system' });
    expect(preferred(nothing, ['de-AT'])).toEqual({ language: 'en', theme: 'system' });
  });

  it('are what was chosen', () => {
    expect(preferred({ language: 'ja', theme: 'dark' }, ['sv'])).toEqual({ language: 'ja', theme: 'dark' });
  });

  it('keep how the browser writes the language that was chosen', () => {
    expect(preferred({ language: 'en', theme: null }, ['sv', 'en-GB']).language).toBe('en');
    expect(preferred({ language: 'en', theme: null }, ['en-GB', 'sv']).language).toBe('en-GB');
  });

  it('pass over a choice that is none', () => {
    expect(preferred({ language: 'xx', theme: 'purple' }, ['is'])).toEqual({ language: 'is', theme: 'system' });
  });
});
