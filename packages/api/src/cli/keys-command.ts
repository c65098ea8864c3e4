import { InvalidInput } from '@leadstage/core';
import { Command } from 'commander';
import { SCOPES, type Scope } from '../access/access.js';
import { createApiKey } from '../access/api-key.js';
import { type KeyListing, listApiKeys } from '../access/list-keys.js';
import { onCommandLine } from '../access/on-command-line.js';
import { revokeApiKey } from '../commands/revoke-api-key.js';
import { rotateApiKey } from '../commands/rotate-api-key.js';
import { onRecord } from '../commands/settle-act.js';
import { parseDuration } from './report/parse-duration.js';
import { parseInstant } from './report/parse-instant.js';
import { withWorkspace } from './with-workspace.js';

interface InWorkspace {
  readonly workspace?: string;
}

const OF_WORKSPACE = ['-w, --workspace <name>', 'name or id of the workspace'] as const;
const EXPIRES = '--expires <when>';

export function keysCommand(): Command {
  const command = new Command('keys').description('Make, list, rotate and revoke API keys.');
  command
    .command('create')
    .description('Make a key; it is shown only now.')
    .option(...OF_WORKSPACE)
    .option('-n, --name <name>', 'what it is for', 'CLI')
    .option('-s, --scopes <list>', `comma-separated: ${SCOPES.join(', ')}`, 'reports:read,leads:read')
    .option(EXPIRES, 'when it ends: 90d, or an instant such as 2027-01-01T00:00:00Z; default never')
    .action(async (options: InWorkspace & { name: string; scopes: string; expires?: string }) => {
      const input = { name: options.name, scopes: scopesOf(options.scopes), expiresAt: expiryOf(options.expires) };
      await withWorkspace(options.workspace, async (database, { id }) => {
        const once = onCommandLine('createApiKey', shown(input));
        console.log(await onRecord(database, id, once, () => createApiKey(database, id, input, once)));
      });
    });
  command
    .command('list')
    .description('List keys, oldest first.')
    .option(...OF_WORKSPACE)
    .action(async (options: InWorkspace) => {
      await withWorkspace(options.workspace, async (database, { id }) => {
        for (const key of await listApiKeys(database, id)) console.log(lineOf(key));
      });
    });
  command
    .command('rotate')
    .description('Make a key in place of another; it is shown only now, and the other works a while longer.')
    .argument('<id>')
    .option(...OF_WORKSPACE)
    .option('--overlap <duration>', 'how long the old key still works: 0h to 30d; default 24h')
    .option(EXPIRES, 'when the new one ends: 90d, or an instant; default: it lasts as long as the old one was made for')
    .action(async (keyId: string, options: InWorkspace & { overlap?: string; expires?: string }) => {
      const overlap = options.overlap === undefined ? undefined : overlapOf(options.overlap);
      const input = { id: keyId, overlap, expiresAt: expiryOf(options.expires) };
      await withWorkspace(options.workspace, async (database, { id }) => {
        const once = onCommandLine('rotateApiKey', shown(input));
        const { key } = await onRecord(database, id, once, () => rotateApiKey(database, id, input, once));
        console.log(key);
      });
    });
  command
    .command('revoke')
    .description('Revoke a key; it gives nothing from then on.')
    .argument('<id>')
    .option(...OF_WORKSPACE)
    .action(async (keyId: string, options: InWorkspace) => {
      await withWorkspace(options.workspace, async (database, { id, name }) => {
        const known = (await listApiKeys(database, id, keyId))[0];
        if (known?.revokedAt != null) {
          throw new InvalidInput('UNKNOWN_KEY', ['id'], `Workspace "${name}" has no valid key ${keyId}.`);
        }
        const input = { id: keyId };
        await revokeApiKey(database, id, { ...input, evenLastAdmin: true }, onCommandLine('revokeApiKey', input));
        console.log(`Key ${keyId} is revoked.`);
      });
    });
  return command;
}

function lineOf({ id, prefix, name, scopes, expiresAt, lastUsedAt, revokedAt, replaces }: KeyListing): string {
  const states = [
    replaces === null ? '' : `replaces ${replaces}`,
    expiresAt === null ? '' : `expires ${isoOf(expiresAt)}`,
    lastUsedAt === null ? 'never used' : `last used ${isoOf(lastUsedAt).slice(0, 16)}Z`,
    revokedAt === null ? '' : `revoked ${isoOf(revokedAt)}`,
  ];
  return [id, prefix, name, scopes.join(','), ...states].filter(Boolean).join('  ');
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** What was asked, as the audit log tells it. */
function shown({ expiresAt, ...input }: { readonly expiresAt?: number | undefined }): Record<string, unknown> {
  return { ...input, ...(expiresAt === undefined ? {} : { expiresAt: isoOf(expiresAt) }) };
}

/** A length of time from now, or an instant. */
function expiryOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{4}-/.test(text) ? parseInstant(text, '--expires') : Date.now() + parseDuration(text, '--expires');
}

function overlapOf(text: string): number {
  return /^0[dh]?$/i.test(text) ? 0 : parseDuration(text, '--overlap');
}

function scopesOf(list: string): Scope[] {
  return list.split(',').map((text) => {
    const scope = SCOPES.find((each) => each === text.trim());
    if (scope) return scope;
    throw new InvalidInput(
      'INVALID_SCOPE',
      ['scopes'],
      `"${text.trim()}" is not a scope; there are ${SCOPES.join(', ')}.`,
    );
  });
}
