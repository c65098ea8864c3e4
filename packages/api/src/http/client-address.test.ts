import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddressBehind } from './client-address.js';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('whom a request comes from', () => {
  it.each([
    ['a header of a stranger is not read', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['nor of a neighbour, where nobody is trusted', [], '127.0.0.1', '198.51.100.1', '127.0.0.1'],
    ['nor of one who is not trusted', ['10.0.0.0/8'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['a trusted proxy says', ['loopback'], '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['one that connects by mapped IPv6', ['10.0.0.0/8'], '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
    ['one by IPv6, of a client by IPv6', ['fd00::/8'], 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['what the client put there before is not believed', ['loopback'], '::1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    [
      'not where it claims to be a proxy',
      ['uniquelocal'],
      '10.0.0.1',
      '1.1.1.1, 10.0.0.9, 198.51.100.1',
      '198.51.100.1',
    ],
    ['two proxies', ['uniquelocal'], '10.0.0.1', '198.51.100.1, 192.168.0.4', '198.51.100.1'],
    ['a trusted proxy itself, where it says nothing', ['loopback'], '127.0.0.1', undefined, '127.0.0.1'],
    ['and where it says nonsense', ['loopback'], '127.0.0.1', 'unknown', '127.0.0.1'],
    ['and where what it was told is no address', ['uniquelocal'], '10.0.0.1', '7, 10.0.0.2', '10.0.0.2'],
    ['a connection that is gone', ['loopback'], undefined, '198.51.100.1', ''],
  ])('%s', (_what, trusted, remote, forwarded, expected) => {
    expect(clientAddressBehind(trusted)(from(remote, forwarded))).toBe(expected);
  });

  it.each(['everybody', '1', '10.0.0.0/0', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0', 'example.com', ''])(
    'cannot be settled by trusting "%s"',
    (name) => {
      expect(() => clientAddressBehind(['loopback', name])).toThrow(TypeError);
    },
  );
});
