import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf } from './testing.js';
import { verifyWebhook, type WebhookRequest, WebhookSignatureError } from './webhook.js';

const NOW = Date.UTC(2026, 2, 27, 15, 30);
const SECRET = 'whsec_abc';
const event = (data: object = {}) => JSON.stringify({ id: '7', type: 'lead.transitioned', data });

/** As the docs say, by Node's own HMAC: t=<seconds>,v1=<hex of HMAC-SHA-256 of "t.body">. */
function signed(body: string | Uint8Array, { secret = SECRET, at = NOW } = {}): string {
  const seconds = Math.floor(at / 1_000);
  const mac = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  return `t=${seconds},v1=${mac}`;
}

async function codeOf(request: Partial<WebhookRequest>): Promise<string> {
  const body = request.body ?? event();
  const whole = { body, signature: signed(body), secret: SECRET, now: NOW, ...request };
  const error = await failureOf(verifyWebhook(whole));
  expect(error).toBeInstanceOf(WebhookSignatureError);
  return (error as WebhookSignatureError).code;
}

describe('verifyWebhook', () => {
  it('knows a signature that was worked out elsewhere', async () => {
    // printf '1774625400.{"id":"1","type":"goal.at_risk","data":{}}' | openssl dgst -sha256 -hmac whsec_abc
    const signature = 't=1774625400,v1=f016c6498b88e616aa617902acce052bf8172f720ec94448a5d4aec43e80be98';
    const body = '{"id":"1","type":"goal.at_risk","data":{}}';
    expect(await verifyWebhook({ body, signature, secret: SECRET, now: NOW })).toEqual(JSON.parse(body));
  });

  it('answers the event of whatever was signed, given as text or as bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.jsonValue(),
        fc.integer({ min: -300, max: 300 }),
        async (secret, value, seconds) => {
          const body = event({ value });
          const at = NOW + seconds * 1_000;
          const given = { signature: signed(body, { secret, at }), secret, now: NOW };
          const expected = JSON.parse(body);
          expect(await verifyWebhook({ ...given, body })).toEqual(expected);
          expect(await verifyWebhook({ ...given, body: new TextEncoder().encode(body) })).toEqual(expected);
        },
      ),
    );
  });

  it('refuses a body of which one character is another', async () => {
    const body = event({ lead: { externalId: 'ö' } });
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), fc.integer({ min: 32, max: 126 }), async (at, code) => {
        const character = String.fromCharCode(code);
        fc.pre(body[at] !== character);
        const tampered = body.slice(0, at) + character + body.slice(at + 1);
        expect(await codeOf({ body: tampered, signature: signed(body) })).toBe('INVALID_SIGNATURE');
      }),
    );
  });

  it('refuses another secret, another instant, and a signature with a digit changed', async () => {
    const [, mac = ''] = signed(event()).split('v1=');
    expect(await codeOf({ secret: 'whsec_abd' })).toBe('INVALID_SIGNATURE');
    expect(await codeOf({ secret: [] })).toBe('INVALID_SIGNATURE');
    expect(await codeOf({ signature: `t=${NOW / 1_000 + 1},v1=${mac}` })).toBe('INVALID_SIGNATURE');
    const flipped = `${mac.startsWith('0') ? '1' : '0'}${mac.slice(1)}`;
    expect(await codeOf({ signature: `t=${NOW / 1_000},v1=${flipped}` })).toBe('INVALID_SIGNATURE');
  });

  it('takes any of several secrets and any of several signatures', async () => {
    const body = event();
    const [both = ''] = [`${signed(body, { secret: 'old' })},${signed(body).split(',')[1]}`];
    await verifyWebhook({ body, signature: both, secret: SECRET, now: NOW });
    await verifyWebhook({ body, signature: signed(body), secret: ['new', SECRET], now: NOW });
  });

  it.each([
    [300, null],
    [301, 'EXPIRED'],
    [-300, null],
    [-301, 'EXPIRED'],
  ])('of a request signed %i s ago says %s', async (age, code) => {
    const body = event();
    const given = { body, signature: signed(body, { at: NOW - age * 1_000 }) };
    if (code) expect(await codeOf(given)).toBe(code);
    else await verifyWebhook({ ...given, secret: SECRET, now: NOW });
  });

  it('takes the tolerance that it is given, and is not fooled by one that is no number', async () => {
    const signature = signed(event(), { at: NOW - 10_000 });
    expect(await codeOf({ signature, toleranceSeconds: 9 })).toBe('EXPIRED');
    expect(await codeOf({ signature, toleranceSeconds: Number.NaN })).toBe('EXPIRED');
  });

  it.each([
    undefined,
    null,
    '',
    't=1,v1=ab',
    `v1=${'0'.repeat(64)}`,
    `t=1,v0=${'0'.repeat(64)}`,
    `t=1,v1=${'G'.repeat(64)}`,
  ])('refuses the header %s', async (signature) => {
    expect(await codeOf({ signature })).toBe('MALFORMED');
  });

  it.each(['', 'null', '[]', '{"id":7}', 'hello'])('refuses the signed body %s', async (body) => {
    expect(await codeOf({ body, signature: signed(body) })).toBe('MALFORMED');
  });
});
