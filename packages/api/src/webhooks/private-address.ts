import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet (IANA's special-purpose registry, RFC 6890). */
const SPECIAL_IPV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Within 2000::/3, outside of which nothing is public: protocol assignments (Teredo…), examples, 6to4, examples. */
const SPECIAL_IPV6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special4 = blockList(SPECIAL_IPV4, 'ipv4');
const special6 = blockList(SPECIAL_IPV6, 'ipv6');
const unicast6 = blockList([['2000::', 3]], 'ipv6');

/**
 * True for an address that a server on the internet has no business to be sent to: loopback, private, link-local (where
 * clouds hand out credentials), multicast, reserved; of IPv6, also those that stand for an IPv4 address.
 * @param address an IP address as text; what is none counts as private
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return special4.check(address, 'ipv4');
  if (family === 6) return address.includes('%') || !unicast6.check(address, 'ipv6') || special6.check(address, 'ipv6');
  return true;
}

/** Whether the operator lets webhooks reach private addresses: on a closed network, or to try them out. */
export function privateAddressesAllowed(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.LEADSTAGE_WEBHOOK_ALLOW_PRIVATE === '1';
}

function blockList(networks: readonly [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}
