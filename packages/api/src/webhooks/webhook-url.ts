import { isIP } from 'node:net';
import { InvalidInput } from '@leadstage/core';
import { isPrivateAddress, privateAddressesAllowed } from './private-address.js';

const LONGEST_URL = 2_048;

/**
 * Checks where a webhook is to be sent. A name is not looked up here: which address it stands for is checked whenever
 * a connection is made, since it may be another by then.
 * @returns the address in its normal form
 * @throws InvalidInput INVALID_URL, PRIVATE_ADDRESS
 */
export function checkWebhookUrl(text: string, allowPrivate = privateAddressesAllowed()): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || text.length > LONGEST_URL) {
    throw invalidUrl('The webhook needs an http or https address of at most 2,048 characters.');
  }
  if (url.username || url.password) {
    throw invalidUrl('The address must not hold a user name or password; requests are told by their signature.');
  }
  url.hash = '';
  if (!allowPrivate && isPrivateHost(hostOf(url))) {
    throw new InvalidInput(
      'PRIVATE_ADDRESS',
      ['url'],
      `${url.hostname} is not on the public internet. The operator of a closed network can allow such addresses by LEADSTAGE_WEBHOOK_ALLOW_PRIVATE=1.`,
    );
  }
  return url.href;
}

/** The host without the brackets of IPv6 and the dot of a full name. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

function isPrivateHost(host: string): boolean {
  return isIP(host) ? isPrivateAddress(host) : /(^|\.)localhost$/i.test(host);
}

function invalidUrl(message: string): InvalidInput {
  return new InvalidInput('INVALID_URL', ['url'], message, 'https://example.com/hooks/leadstage');
}
