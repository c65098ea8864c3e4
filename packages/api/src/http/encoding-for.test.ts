import { expect, it } from 'vitest';
import { encodingFor } from './encoding-for.js';

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, BR;q=0', 'gzip'],
  ['gzip; q=0.000, identity', 'identity'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['brotli, gzipped', 'identity'],
])('of %j a client takes %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
