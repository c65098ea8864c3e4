import { createHash } from 'node:crypto';

/*
 * Whoever asks without a credential, or tries credentials, is held to so much a minute by address. An address may be a
 * whole company or a proxy, so a credential that was good here before is heard whatever its neighbours do.
 */

/** What comes back, a second. */
const RESTORE = 2;
/** What a try with an unknown credential takes until it turns out good; without a credential it is 1. */
const UNKNOWN = 10;
/** Addresses, and credentials, that are remembered; beyond it the longest unseen is forgotten. */
const MOST_REMEMBERED = 10_000;

export interface Attempts {
  /** Seconds after which to try again, or a try that is under way. */
  begin(address: string, credential: string | undefined): number | Attempt;
}

export interface Attempt {
  /** The credential is good: this try was none. */
  readonly good: () => void;
  /** It is over. @param refused whether the credential was refused */
  readonly end: (refused: boolean) => void;
}

interface Bucket {
  level: number;
  at: number;
  /** Credentials under way: the same one, many times at once, is one guess. */
  readonly trying: Map<string, number>;
}

/** @param most what an address may do at once; 0: anything */
export function attemptsOf(most: number, now: () => number = () => performance.now()): Attempts {
  const buckets = new Map<string, Bucket>();
  const known = new Set<string>();

  const bucketOf = (address: string): Bucket => {
    const bucket = buckets.get(address) ?? { level: 0, at: now(), trying: new Map() };
    const time = now();
    bucket.level = Math.max(0, bucket.level - ((time - bucket.at) / 1_000) * RESTORE);
    bucket.at = time;
    remember(buckets, address, bucket);
    return bucket;
  };
  return {
    begin(address, credential) {
      if (most === 0) return FREE;
      const name = credential === undefined ? null : createHash('sha256').update(credential).digest('base64');
      if (name !== null && known.delete(name)) {
        known.add(name);
        return { good() {}, end: (refused) => void (refused && known.delete(name)) };
      }
      const bucket = bucketOf(networkOf(address));
      const others = name === null ? 0 : (bucket.trying.get(name) ?? 0);
      const points = name === null ? 1 : others > 0 ? 0 : UNKNOWN;
      if (bucket.level + points > most) return Math.ceil((bucket.level + points - most) / RESTORE);
      bucket.level += points;
      if (name === null) return FREE;
      bucket.trying.set(name, others + 1);
      let good = false;
      return {
        good() {
          good = true;
          known.add(name);
          for (const oldest of known) {
            if (known.size <= MOST_REMEMBERED) break;
            known.delete(oldest);
          }
        },
        end(refused) {
          const left = (bucket.trying.get(name) ?? 1) - 1;
          if (left > 0) bucket.trying.set(name, left);
          else bucket.trying.delete(name);
          // What was never looked at told nothing.
          if (good || !refused) bucket.level = Math.max(0, bucket.level - points);
        },
      };
    },
  };
}

const FREE: Attempt = { good() {}, end() {} };

function remember(buckets: Map<string, Bucket>, address: string, bucket: Bucket): void {
  buckets.delete(address);
  buckets.set(address, bucket);
  for (const oldest of buckets.keys()) {
    if (buckets.size <= MOST_REMEMBERED) break;
    buckets.delete(oldest);
  }
}

/** Whoever has one address of IPv6 has the 2⁶⁴ beside it too. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - after.length }, () => '0');
  return [...groups, ...zeros, ...after].slice(0, 4).join(':');
}
