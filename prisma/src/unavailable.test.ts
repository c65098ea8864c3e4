import { describe, expect, it } from 'vitest';
import { isUnavailable, isUnstorableText } from './unavailable.js';

const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('the database was not there', () => {
  it.each([
    ['its port is closed', coded('ECONNREFUSED')],
    ['its port is closed on both families', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
    ['it was stopped', coded('57P01', 'terminating connection due to administrator command')],
    ['it starts', coded('57P03', 'the database system is starting up')],
    ['it has no connection left', coded('53300')],
    ['its connection broke', new Error('Connection terminated unexpectedly')],
    ['the pool waited too long', new Error('timeout exceeded when trying to connect')],
    [
      'a broken connection is used once more',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['Prisma says so', coded('P1001')],
    ["Prisma's adapter says so", { meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } } }],
    ['it is behind another error', new Error('the report failed', { cause: coded('ECONNRESET') })],
  ])('where %s', (_, error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each([
    ['a statement is wrong', coded('42601')],
    ['a row is there already', coded('23505')],
    ['something else is broken', new TypeError('x is not a function')],
    ['there is no error', undefined],
    ['it is a text', 'ECONNREFUSED'],
  ])('is not said where %s', (_, error) => {
    expect(isUnavailable(error)).toBe(false);
  });

  it('is looked for in an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(isUnavailable(error)).toBe(false);
  });
});

describe('a text cannot be stored', () => {
  it('where the database has no such character', () => {
    expect(isUnstorableText(coded('22021', 'invalid byte sequence for encoding "UTF8": 0x00'))).toBe(true);
    expect(isUnstorableText({ code: 'P2010', meta: { code: '22021' } })).toBe(true);
    expect(isUnstorableText({ meta: { driverAdapterError: { cause: { originalCode: '22021' } } } })).toBe(true);
    expect(isUnstorableText(coded('22001'))).toBe(false);
  });
});
