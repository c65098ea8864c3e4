import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyaddr from 'proxy-addr';

/** Whom a request comes from; empty where the connection is gone already. */
export type ClientAddress = (request: IncomingMessage) => string;

/** Networks that have names. */
export const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Reads `X-Forwarded-For` from its end, as far as those who passed the request on are trusted: what a stranger puts
 * there stands before what the first trusted proxy adds. Without trusted proxies it is not read.
 * @param trusted addresses, networks such as `10.0.0.0/8`, and names of networks
 * @throws TypeError where one is none of these, or stands for every address
 */
export function clientAddressBehind(trusted: readonly string[]): ClientAddress {
  if (trusted.length === 0) return ({ socket }) => socket.remoteAddress ?? '';
  for (const each of trusted) {
    // The library reads a lone number as an address, too.
    if (!NETWORKS.includes(each) && isIP(each.split('/')[0] ?? '') === 0)
      throw new TypeError(`not an address: ${each}`);
  }
  const trusts = proxyaddr.compile([...trusted]);
  // What a proxy was told and passed on need be no address; then the last that is one.
  return (request) => proxyaddr.all(request, trusts).findLast((address) => address && isIP(address) !== 0) ?? '';
}
