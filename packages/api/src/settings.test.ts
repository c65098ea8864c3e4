import { InvalidInput } from '@leadstage/core';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits/limits.js';
import { readSettings } from './settings.js';

describe('the environment', () => {
  it('says nothing by itself', () => {
    expect(readSettings({})).toMatchObject({
      logLevel: undefined,
      metricsToken: undefined,
      traces: false,
      drainDelayMs: 0,
      trustedProxies: [],
    });
  });

  it('is read', () => {
    const env = { LEADSTAGE_LOG: 'debug', LEADSTAGE_METRICS_TOKEN: 'x'.repeat(24), LEADSTAGE_DRAIN_DELAY: '2.5' };
    expect(readSettings(env)).toMatchObject({ logLevel: 'debug', metricsToken: 'x'.repeat(24), drainDelayMs: 2_500 });
  });

  it.each([
    [{}, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, true],
    [{ LEADSTAGE_TRACES: '1' }, true],
    [{ LEADSTAGE_TRACES: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, false],
  ])('%j: traces %s', (env, traces) => {
    expect(readSettings(env).traces).toBe(traces);
  });

  it('names proxies', () => {
    const trusting = (text: string) => readSettings({ LEADSTAGE_TRUSTED_PROXIES: text }).trustedProxies;
    expect(trusting('loopback, 10.0.0.0/8,fd00::1')).toEqual(['loopback', '10.0.0.0/8', 'fd00::1']);
    expect(trusting('')).toEqual([]);
  });

  it.each([
    ['LEADSTAGE_LOG', 'loud'],
    ['LEADSTAGE_METRICS_TOKEN', 'short'],
    ['LEADSTAGE_TRACES', 'yes'],
    ['LEADSTAGE_DRAIN_DELAY', '-1'],
    ['LEADSTAGE_DRAIN_DELAY', '301'],
    ['LEADSTAGE_DRAIN_DELAY', 'soon'],
    ['LEADSTAGE_TRUSTED_PROXIES', '1'],
    ['LEADSTAGE_TRUSTED_PROXIES', 'loopback,everybody'],
    ['LEADSTAGE_TRUSTED_PROXIES', '0.0.0.0/0'],
  ])('refuses %s=%s by name', (name, value) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(InvalidInput);
    expect(read).toThrow(name);
  });
});

describe('the limits that the environment says', () => {
  it('are the defaults where it says nothing', () => {
    expect(readSettings({}).limits).toEqual(DEFAULT_LIMITS);
    expect(readSettings({ LEADSTAGE_BUDGET: '' }).limits).toEqual(DEFAULT_LIMITS);
  });

  it('are taken from it, the time in seconds', () => {
    const env = {
      LEADSTAGE_MAX_COST: '5000',
      LEADSTAGE_BUDGET: '0',
      LEADSTAGE_BUDGET_RESTORE: '7',
      LEADSTAGE_TIMEOUT: '2',
      LEADSTAGE_MAX_BODY: '1000000',
      LEADSTAGE_CONCURRENCY: '3',
      LEADSTAGE_ATTEMPTS: '9',
    };
    expect(readSettings(env).limits).toEqual({
      ...DEFAULT_LIMITS,
      maxCost: 5_000,
      budget: 0,
      budgetRestore: 7,
      timeoutMs: 2_000,
      maxBody: 1_000_000,
      concurrency: 3,
      attempts: 9,
    });
  });

  it.each([
    ['LEADSTAGE_MAX_COST', '0'],
    ['LEADSTAGE_BUDGET', '-1'],
    ['LEADSTAGE_BUDGET_RESTORE', '0'],
    ['LEADSTAGE_TIMEOUT', '30s'],
    ['LEADSTAGE_MAX_BODY', '1e9'],
    ['LEADSTAGE_CONCURRENCY', '1.5'],
    ['LEADSTAGE_ATTEMPTS', 'many'],
  ])('are refused where %s is "%s"', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', path: [name] }),
    );
  });
});
