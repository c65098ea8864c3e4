import { InvalidInput } from '@leadstage/core';
import { Command } from 'commander';
import { actOnCommandLine, onCommandLine } from '../access/on-command-line.js';
import { createWorkspace, listWorkspaces } from '../commands/create-workspace.js';
import { finishReprojection } from '../commands/rebuild.js';
import { onRecord } from '../commands/settle-act.js';
import { updateWorkspace } from '../commands/update-workspace.js';
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
  const command = new Command('workspace').description('Make, change and list workspaces.');
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
        const input = {
          name,
          timeZone: options.timeZone,
          currency: options.currency,
          fiscalYearStartMonth: Number(options.fiscalYearStart),
          weekStart: Number(options.weekStart),
        };
        const id = await createWorkspace(database, input, actOnCommandLine(input));
        console.log(`Workspace "${name}" (${id}) is made.`);
        console.log(`A key to it: npx leadstage keys create --workspace ${JSON.stringify(name)}`);
      });
    });
  command.addCommand(updateCommand());
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

interface UpdateOptions {
  readonly workspace?: string;
  readonly name?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly fiscalYearStart?: string;
  readonly weekStart?: string;
  readonly origins?: string;
}

function updateCommand(): Command {
  return new Command('update')
    .description('Change the name, settings and allowed origins of a workspace; what is left out stays.')
    .option('-w, --workspace <name>', 'name or id of the workspace')
    .option('-n, --name <name>', 'another name')
    .option('--time-zone <name>', 'IANA name; decides where dates begin')
    .option('--currency <code>', 'ISO 4217; only while no money is recorded')
    .option('--fiscal-year-start <month>', '1–12')
    .option('--week-start <day>', 'ISO weekday, 1 Monday … 7 Sunday')
    .option('--origins <list>', 'comma-separated web pages that may call the API from a browser; "" for none')
    .action(async (options: UpdateOptions) => {
      const change = changeOf(options);
      await withWorkspace(options.workspace, async (database, { id, name }) => {
        const once = onCommandLine('updateWorkspace', change);
        const { job } = await onRecord(database, id, once, () => updateWorkspace(database, id, change, once));
        console.log(`Workspace "${change.name ?? name}" is up to date.`);
        if (!job) return;
        // A running server would do it too; whoever comes first takes the next step.
        const bar = progressBar('time zone', 'leads');
        await finishReprojection(database, id, ({ leads, totalLeads }) => bar.update(leads, totalLeads)).finally(
          bar.stop,
        );
        console.log('Its rollups are cut in the new time zone.');
      });
    });
}

function changeOf({ name, timeZone, currency, fiscalYearStart, weekStart, origins }: UpdateOptions) {
  const given = {
    name,
    timeZone,
    currency,
    fiscalYearStartMonth: fiscalYearStart === undefined ? undefined : Number(fiscalYearStart),
    weekStart: weekStart === undefined ? undefined : Number(weekStart),
    origins: origins?.split(',').flatMap((text) => text.trim() || []),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<typeof given>;
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
        const input = { name, timeZone: DEMO_TIME_ZONE, currency: DEMO_CURRENCY };
        const id = known?.id ?? (await createWorkspace(database, input, actOnCommandLine(input)));
        const bar = progressBar('demo data', 'rows');
        await seedDemo(database, id, ({ units, totalUnits }) => bar.update(units, totalUnits)).finally(bar.stop);
        console.log(`Workspace "${name}" holds the demo data.`);
      });
    });
}
