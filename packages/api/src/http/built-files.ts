import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './encoding-for.js';

export type BuiltFile = Readonly<Record<Encoding, { readonly body: Buffer; readonly etag: string }>>;

/** Where the SDK's build leaves what browsers load. The package is found, not imported: this server runs none of its code. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@leadstage/sdk/package.json')), 'dist', 'browser');

/** The best but two takes a tenth of the time of the best, while the first reader waits, and is some percent longer. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const kept = new Map<string, Promise<BuiltFile | null>>();

/** A file as it is kept in memory, packed once; null where it has not been built. @param name without folders */
export function builtFile(name: string): Promise<BuiltFile | null> {
  const known = kept.get(name);
  if (known) return known;
  const file = packed(name).catch((error: NodeJS.ErrnoException) => {
    kept.delete(name);
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  kept.set(name, file);
  return file;
}

async function packed(name: string): Promise<BuiltFile> {
  const body = await readFile(join(folder, name));
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, BROTLI),
    promisify(gzip)(body, { level: 9 }),
  ]);
  return {
    br: { body: br, etag: `"${hash}-br"` },
    gzip: { body: zipped, etag: `"${hash}-gzip"` },
    identity: { body, etag: `"${hash}"` },
  };
}
