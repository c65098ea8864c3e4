import { describe, expect, it } from 'vitest';
import { checkedOrigins } from './origins.js';

describe('the origin of a web page', () => {
  it.each([
    ['https://app.example', 'https://app.example'],
    ['https://APP.example/', 'https://app.example'],
    ['https://app.example:443', 'https://app.example'],
    ['https://app.example:8443', 'https://app.example:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://shop.localhost', 'http://shop.localhost'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
    ['http://[::1]:5173', 'http://[::1]:5173'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('%s is kept as %s', (given, kept) => {
    expect(checkedOrigins([given])).toEqual([kept]);
  });

  it.each([
    ...[
      '',
      'null',
      '*',
      'app.example',
      '//app.example',
      'https://',
      'https://*',
      'https://*.example',
      'ftp://app.example',
    ],
    ...['http://app.example', 'http://localhost.app.example', 'http://127.0.0.2', 'javascript:alert(1)', 'file:///'],
    ...['https://app.example/path', 'https://app.example?x', 'https://app.example#x', 'https://me:pw@app.example'],
    ...[
      ' https://app.example',
      'https://app.example:99999',
      'https://a.example,https://b.example',
      'https:\\app.example',
    ],
    `https://${'a'.repeat(300)}.example`,
  ])('%j is refused', (given) => {
    const refused = expect.objectContaining({ code: 'INVALID_ORIGIN', path: ['origins', 1] });
    expect(() => checkedOrigins(['https://app.example', given])).toThrow(refused);
  });

  it('is kept once, of at most twenty', () => {
    const twenty = Array.from({ length: 20 }, (_, number) => `https://${number}.example`);
    expect(checkedOrigins([...twenty, 'https://0.example/'])).toEqual(twenty);
    expect(() => checkedOrigins([...twenty, 'https://20.example'])).toThrow('at most 20');
  });
});
