import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorForLog } from './error-for-log.js';
import { withoutQuoted, withoutSecrets } from './mask.js';
import { terminalLine } from './terminal-line.js';

describe('what the log says of an error', () => {
  const postgres = (fields: object) => Object.assign(new Error('m'), { name: 'error', ...fields });

  it('is what PostgreSQL says of the place, and not of the value', () => {
    const told = errorForLog(
      postgres({
        message: 'duplicate key value violates unique constraint "lead_pkey"',
        code: '23505',
        table: 'lead',
        constraint: 'lead_pkey',
        detail: 'Key (email)=(ann@example.com) already exists.',
        where: 'ann',
      }),
    );
    expect(told).toMatchObject({ type: 'PostgresError', code: '23505', table: 'lead', constraint: 'lead_pkey' });
    expect(JSON.stringify(told)).not.toContain('ann');
  });

  it('names tables that are not there, and no value that is not one', () => {
    expect(errorForLog(postgres({ code: '42P01', message: 'relation "lead" does not exist' })).message).toContain(
      '"lead"',
    );
    expect(errorForLog(postgres({ code: '22P02', message: 'invalid input syntax: "a \\" b' })).message).not.toMatch(
      /\bb\b/,
    );
  });

  it('is the last line of what Prisma says, without the call', () => {
    const error = Object.assign(
      new Error('\nInvalid `prisma.lead.create()`:\n{ name: "ann" }\nArgument `x` is missing.'),
      {
        name: 'PrismaClientValidationError',
      },
    );
    expect(errorForLog(error).message).toBe('Argument "…"');
  });

  it('is not the beginning of a body that was no JSON', () => {
    const broken = () => JSON.parse('{"password": hunter2') as unknown;
    try {
      broken();
    } catch (error) {
      expect(errorForLog(error).message).not.toContain('hunter2');
    }
  });

  it('ends, however deep the causes go, and whatever was thrown', () => {
    const round = new Error('round');
    round.cause = round;
    expect(JSON.stringify(errorForLog(round)).match(/round/g)!.length).toBeLessThan(6);
    fc.assert(fc.property(fc.anything(), (thrown) => typeof errorForLog(thrown).message === 'string'));
  });
});

describe('a secret', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{20,60}$/);
  const around = fc.string({ maxLength: 40 }).map((text) => text.replaceAll(/[\w@.:/+-]/g, ' '));

  it.each([
    ['of a key', (text: string) => `lsk_${text}`],
    ['of a webhook', (text: string) => `whsec_${text}`],
    ['in a token', (text: string) => `eyJ${text}.${text}.${text}`],
    ['in a header', (text: string) => `Bearer ${text}`],
    ['in an address', (text: string) => `postgres://u:${text}@host/db`],
  ])('%s is found wherever it stands', (_where, form) => {
    fc.assert(
      fc.property(around, secret, around, (before, text, after) => {
        expect(withoutSecrets(`${before} ${form(text)} ${after}`)).not.toContain(text);
      }),
    );
  });

  it('in quotes is found, closed or not', () => {
    for (const text of ['x "hunter2" y', "x 'hunter2'", 'x "hunter2', 'x `hunter2`']) {
      expect(withoutQuoted(text)).not.toContain('hunter2');
    }
  });
});

describe('a line in a terminal', () => {
  it('is read by people', () => {
    const entry = { time: '2026-11-22T05:06:07.089Z', level: 'error', msg: 'request failed', requestId: 'a-1' };
    expect(terminalLine(entry)).toBe('05:06:07.089 ERROR request failed requestId=a-1\n');
    const err = { type: 'Error', message: 'no luck', stack: '    at x (y:1:2)' };
    expect(terminalLine({ ...entry, err })).toBe(
      '05:06:07.089 ERROR request failed requestId=a-1 type=Error message="no luck"\n    at x (y:1:2)\n',
    );
  });
});
