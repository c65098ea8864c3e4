import { describe, expect, it } from 'vitest';
import { errorFromAnswer } from './error-from-answer.js';
import {
  AuthenticationError,
  InvalidInputError,
  LeadstageError,
  NetworkError,
  OrphanedLeadsError,
  PermissionError,
  RateLimitError,
  ServerError,
  WrongMoveError,
} from './errors.js';

const answer = (status: number, error?: object, headers: Record<string, string> = {}) =>
  errorFromAnswer({ status, headers: new Headers(headers), ...(error ? { errors: [error] } : {}) });
const coded = (code: string, more: object = {}) => ({ message: `It is ${code}.`, extensions: { code, ...more } });

describe('errorFromAnswer', () => {
  it.each([
    ['UNAUTHENTICATED', 401, AuthenticationError],
    ['FORBIDDEN', 200, PermissionError],
    ['INTERNAL_SERVER_ERROR', 200, ServerError],
    ['DATABASE_UNAVAILABLE', 503, ServerError],
    ['RATE_LIMITED', 429, RateLimitError],
    ['TOO_MANY_ATTEMPTS', 429, RateLimitError],
    ['GRAPHQL_VALIDATION_FAILED', 400, LeadstageError],
    ['SOMETHING_NEW', 500, LeadstageError],
    ['constructor', 200, LeadstageError],
  ])('makes of %s (HTTP %i) its class', (code, status, errorClass) => {
    const error = answer(status, coded(code));
    expect(error.constructor).toBe(errorClass);
    expect(error).toMatchObject({ name: errorClass.name, code, message: `It is ${code}.` });
  });

  it.each([
    [401, 'UNAUTHENTICATED', AuthenticationError],
    [403, 'FORBIDDEN', PermissionError],
    [404, 'HTTP_ERROR', LeadstageError],
    [429, 'TOO_MANY_REQUESTS', RateLimitError],
    [500, 'INTERNAL_SERVER_ERROR', ServerError],
    [503, 'UNAVAILABLE', ServerError],
  ])('goes by the status %i where the body has no error', (status, code, errorClass) => {
    const error = answer(status);
    expect(error.constructor).toBe(errorClass);
    expect(error).toMatchObject({ code, message: `The API answered with HTTP status ${status}.` });
  });

  it('makes of every code with an argumentPath an InvalidInputError', () => {
    const wire = coded('UNKNOWN_STAGE', { argumentPath: ['stages', 1], expected: 'LEAD, MQL' });
    const error = answer(200, wire);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ code: 'UNKNOWN_STAGE', path: ['stages', 1], expected: 'LEAD, MQL', cause: wire });
    expect('expected' in answer(200, coded('X', { argumentPath: [] }))).toBe(false);
  });

  it('keeps the id of the request', () => {
    expect(answer(200, coded('X'), { 'x-request-id': 'r-1' }).requestId).toBe('r-1');
    expect('requestId' in answer(200, coded('X'))).toBe(false);
  });

  it('reads the id where the header is hidden, as it is from pages of other origins behind some proxies', () => {
    const wire = coded('X', { requestId: 'r-2' });
    expect(answer(200, wire).requestId).toBe('r-2');
    expect(answer(200, wire, { 'x-request-id': 'r-1' }).requestId).toBe('r-1');
  });

  it('tells how long to wait, in milliseconds, by the header or else by the body', () => {
    const wire = coded('RATE_LIMITED', { retryAfter: 7 });
    expect(answer(429, wire, { 'retry-after': '3' }).retryAfterMs).toBe(3_000);
    expect(answer(429, wire).retryAfterMs).toBe(7_000);
    expect('retryAfterMs' in answer(429, coded('RATE_LIMITED'))).toBe(false);
    expect(answer(503, undefined, { 'retry-after': '5' })).toMatchObject({ code: 'UNAVAILABLE', retryAfterMs: 5_000 });
  });

  it.each([[undefined], [[]], [[null]], ['no'], [{}], [[{ extensions: null }]], [[{ message: 7, extensions: [] }]]])(
    'survives a body with errors %j',
    (errors) => {
      const error = errorFromAnswer({ status: 200, headers: new Headers(), errors });
      expect(error.constructor).toBe(LeadstageError);
      expect(error.message).not.toBe('');
    },
  );

  it('gives every class its own name, and all the same base', () => {
    const details = { path: [] };
    const errors = [
      new AuthenticationError('A', 'a'),
      new PermissionError('A', 'a'),
      new InvalidInputError('A', 'a', details),
      new NetworkError('A', 'a'),
      new ServerError('A', 'a'),
      new RateLimitError('A', 'a'),
      new WrongMoveError('A', 'a', { ...details, handoffOpen: false, presentStage: null }),
      new OrphanedLeadsError('A', 'a', { ...details, leads: 1 }),
    ];
    expect(errors.every((error) => error instanceof LeadstageError && error.name === error.constructor.name)).toBe(
      true,
    );
    expect(String(errors[0])).toBe('AuthenticationError: a');
  });
});
