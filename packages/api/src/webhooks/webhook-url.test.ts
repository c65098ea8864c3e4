import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from './private-address.js';
import { checkWebhookUrl } from './webhook-url.js';

describe('isPrivateAddress', () => {
  it.each([
    ...[
      '0.0.0.0',
      '10.0.0.1',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.255',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::a00:1',
      'fc00::1',
      'fd12::1',
      'fe80::1',
    ],
    ...['fe80::1%eth0', 'ff02::1', '2001:db8::1', '2002:a00:1::', '2001::1', 'localhost', ''],
  ])('is true of %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    ...['8.8.8.8', '1.1.1.1', '100.63.255.255', '100.128.0.1', '126.0.0.1', '128.0.0.1', '172.15.0.1', '172.32.0.1'],
    ...['192.167.1.1', '223.255.255.255', '2606:4700:4700::1111', '2a00:1450::1', '2003::1'],
  ])('is false of %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe('checkWebhookUrl', () => {
  it.each([
    ['https://example.com/hooks?x=1', 'https://example.com/hooks?x=1'],
    ['HTTP://Example.com:8080', 'http://example.com:8080/'],
    ['https://example.com/#part', 'https://example.com/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://[2606:4700::1]/', 'https://[2606:4700::1]/'],
  ])('takes %s', (text, href) => {
    expect(checkWebhookUrl(text, false)).toBe(href);
  });

  it.each([
    ...['', 'example.com', '/hooks', 'ftp://example.com/', 'file:///etc/passwd', 'javascript:alert(1)'],
    ...['https://user:pass@example.com/', 'https://user@example.com/', `https://example.com/${'x'.repeat(2_048)}`],
  ])('refuses %s', (text) => {
    expect(() => checkWebhookUrl(text, true)).toThrow(expect.objectContaining({ code: 'INVALID_URL', path: ['url'] }));
  });

  it.each([
    ...['http://localhost:4000/', 'http://LOCALHOST./', 'http://db.localhost/', 'http://127.0.0.1/', 'http://127.1/'],
    ...['http://2130706433/', 'http://0x7f.1/', 'http://0/', 'http://[::1]/', 'http://[::ffff:10.0.0.1]/'],
    ...['http://169.254.169.254/latest/meta-data', 'http://192.168.0.1:80/'],
  ])('refuses %s, unless private addresses are allowed', (text) => {
    expect(() => checkWebhookUrl(text, false)).toThrow(
      expect.objectContaining({ code: 'PRIVATE_ADDRESS', path: ['url'] }),
    );
    expect(checkWebhookUrl(text, true)).toMatch(/^http/);
  });
});
