import { describe, expect, it } from 'vitest';
import { type Attempt, attemptsOf, networkOf } from './attempts.js';

function desk(most: number) {
  let time = 0;
  const attempts = attemptsOf(most, () => time);
  const guess = (address: string, credential: string): number | 'heard' => {
    const attempt = attempts.begin(address, credential);
    if (typeof attempt === 'number') return attempt;
    attempt.end(true);
    return 'heard';
  };
  return { attempts, guess, pass: (seconds: number) => (time += seconds * 1_000) };
}

describe('attempts of an address', () => {
  it('with unknown credentials are 12 of 120 at once, and then one in 5 s', () => {
    const { guess, pass } = desk(120);
    const told = Array.from({ length: 20 }, (_, n) => guess('192.0.2.1', `Bearer ${n}`));
    expect(told.filter((each) => each === 'heard')).toHaveLength(12);
    expect(told[12]).toBe(5);
    expect(guess('192.0.2.2', 'Bearer x')).toBe('heard');
    pass(5);
    expect([guess('192.0.2.1', 'Bearer y'), guess('192.0.2.1', 'Bearer z')]).toEqual(['heard', 5]);
    pass(1e6);
    expect(
      Array.from({ length: 13 }, (_, n) => guess('192.0.2.1', `${n}`)).filter((each) => each === 'heard'),
    ).toHaveLength(12);
  });

  it('without one are 120 at once, and then 2 a second', () => {
    const { attempts, pass } = desk(120);
    const ask = () => typeof attempts.begin('192.0.2.1', undefined) === 'object';
    expect(Array.from({ length: 200 }, ask).filter(Boolean)).toHaveLength(120);
    pass(3);
    expect(Array.from({ length: 200 }, ask).filter(Boolean)).toHaveLength(6);
  });

  it('with a credential that was good are free, whatever else the address does, until it is refused', () => {
    const { attempts, guess } = desk(120);
    const first = attempts.begin('192.0.2.1', 'Bearer good') as Attempt;
    first.good();
    first.end(false);
    for (let n = 0; n < 20; n += 1) guess('192.0.2.1', `Bearer ${n}`);
    const again = attempts.begin('192.0.2.1', 'Bearer good') as Attempt;
    expect(again).toBeTypeOf('object');
    // Revoked meanwhile.
    again.end(true);
    expect(guess('192.0.2.1', 'Bearer good')).toBeTypeOf('number');
  });

  it('with one credential many times at once are one guess, and cost nothing where it was good or not looked at', () => {
    const { attempts, guess } = desk(120);
    const many = Array.from({ length: 500 }, () => attempts.begin('192.0.2.1', 'Bearer new'));
    expect(many.every((attempt) => typeof attempt === 'object')).toBe(true);
    (many[0] as Attempt).good();
    for (const attempt of many as Attempt[]) attempt.end(false);
    (attempts.begin('192.0.2.1', 'Bearer malformed') as Attempt).end(false);
    expect(Array.from({ length: 12 }, (_, n) => guess('192.0.2.1', `${n}`)).every((each) => each === 'heard')).toBe(
      true,
    );
  });

  it('are not counted where there is no limit', () => {
    const { guess } = desk(0);
    expect(Array.from({ length: 1_000 }, (_, n) => guess('192.0.2.1', `${n}`)).every((each) => each === 'heard')).toBe(
      true,
    );
  });
});

describe('networkOf', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
