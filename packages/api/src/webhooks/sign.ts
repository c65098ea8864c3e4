import { createHmac } from 'node:crypto';
import type { Instant } from '@leadstage/core';

/**
 * The value of `Leadstage-Signature`: when it was signed, seconds since 1970, and the HMAC-SHA-256 of that, a dot and
 * the body, with the webhook's secret (as text, its prefix included) as key.
 */
export function signatureOf(secret: string, body: string, now: Instant): string {
  const seconds = Math.floor(now / 1_000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}
