import { InvalidInput } from '@leadstage/core';
import { Command } from 'commander';
import { createApiKey, listApiKeys, revokeApiKey, SCOPES, type Scope } from '../access/api-key.js';
import { createWorkspace, listWorkspaces } from '../commands/create-workspace.js';
import { DEMO_CURRENCY } from '../demo/demo-units.js';
import { DEMO_TIME_ZONE, seedDemo } from '../first-run.js';
import { progressBar } from './progress-bar.js';
import { withDatabase, withWorkspace } from './with-workspace.js';

interface NewWorkspaceOptions {
  readonly timeZone: string;
  readonly currency: string;
  readonly fiscalYearStart: string;
  readonly weekStart: string;
}

export function workspaceCommand(): Command {
  const command = new Command('workspace').description('Make and list workspaces.');
  command
    .command('create')
    .description('Make a workspace with the standard ladder.')
    .argument('<name>')
    .option('--time-zone <name>', 'IANA name; decides where dates begin', 'UTC')
    .option('--currency <code>', 'ISO 4217', 'EUR')
    .option('--fiscal-year-start <month>', '1–12', '1')
    .option('--week-start <day>', 'ISO weekday, 1 Monday … 7 Sunday', '1')
    .action(async (name: string, options: NewWorkspaceOptions) => {
      await withDatabase(async (database) => {
        const id = await createWorkspace(database, {
          name,
          timeZone: options.timeZone,
          currency: options.currency,
          fiscalYearStartMonth: Number(options.fiscalYearStart),
          weekStart: Number(options.weekStart),
        });
        console.log(`Workspace "${name}" (${id}) is made.`);
        console.log(`A key to it: npx leadstage keys create --workspace ${JSON.stringify(name)}`);
      });
    });
  command
    .command('list')
    .description('List workspaces, oldest first.')
    .action(async () => {
      await withDatabase(async (database) => {
        for (const { id, name } of await listWorkspaces(database)) console.log(`${id}  ${name}`);
      });
    });
  return command;
}

export function keysCommand(): Command {
  const command = new Command('keys').description('Make, list and revoke API keys.');
  command
    .command('create')
    .description('Make a key; it is shown only now.')
    .option('-w, --workspace <name>', 'name or id of the workspace')
    .option('-n, --name <name>', 'what it is for', 'CLI')
    .option('-s, --scopes <list>', `comma-separated: ${SCOPES.join(', ')}`, 'reports:read,leads:read')
    .action(async (options: { workspace?: string; name: string; scopes: string }) => {
      const scopes = scopesOf(options.scopes);
      await withWorkspace(options.workspace, async (database, { id }) => {
        console.log(await createApiKey(database, id, { name: options.name, scopes }));
      });
    });
  command
    .command('list')
    .description('List keys, oldest first.')
    .option('-w, --workspace <name>', 'name or id of the workspace')
    .action(async (options: { workspace?: string }) => {
      await withWorkspace(options.workspace, async (database, { id }) => {
        for (const key of await listApiKeys(database, id)) {
          const state = key.revokedAt === null ? '' : ` revoked ${new Date(key.revokedAt).toISOString()}`;
          console.log(`${key.id}  ${key.prefix}  ${key.name}  ${key.scopes.join(',')}${state}`);
        }
      });
    });
  command
    .command('revoke')
    .description('Revoke a key; it gives nothing from then on.')
    .argument('<id>')
    .option('-w, --workspace <name>', 'name or id of the workspace')
    .action(async (keyId: string, options: { workspace?: string }) => {
      await withWorkspace(options.workspace, async (database, { id, name }) => {
        if (await revokeApiKey(database, id, keyId)) console.log(`Key ${keyId} is revoked.`);
        else throw new InvalidInput('UNKNOWN_KEY', ['id'], `Workspace "${name}" has no valid key ${keyId}.`);
      });
    });
  return command;
}

export function demoCommand(): Command {
  return new Command('demo')
    .description('Make a workspace with three years of made-up leads.')
    .option('-n, --name <name>', 'its name', 'Demo')
    .action(async ({ name }: { name: string }) => {
      await withDatabase(async (database) => {
        const known = (await listWorkspaces(database)).find((workspace) => workspace.name === name);
        if (known && name !== 'Demo') {
          throw new InvalidInput('NAME_TAKEN', ['name'], `There is already a workspace named "${name}".`);
        }
        const id =
          known?.id ?? (await createWorkspace(database, { name, timeZone: DEMO_TIME_ZONE, currency: DEMO_CURRENCY }));
        const bar = progressBar('demo data', 'rows');
        await seedDemo(database, id, ({ units, totalUnits }) => bar.update(units, totalUnits)).finally(bar.stop);
        console.log(`Workspace "${name}" holds the demo data.`);
      });
    });
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
