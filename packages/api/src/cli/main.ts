import { InvalidInput } from '@leadstage/core';
import { DatabaseError } from '@leadstage/prisma';
import { Command, CommanderError } from 'commander';
import pc from 'picocolors';
import { ImportError } from '../ingest/import-error.js';
import { VERSION } from '../version.js';

/** The `leadstage` command line. Failures are told in one line, and in the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await (await program(argv[0])).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode;
      return;
    }
    process.exitCode = 1;
    console.error(`${pc.red('leadstage:')} ${explain(error)}`);
    if (process.env.LEADSTAGE_DEBUG) console.error(error);
  }
}

/** Only what the command needs is loaded: `serve` must answer soon after it starts. */
async function program(name: string | undefined): Promise<Command> {
  const root = new Command('leadstage')
    .description('Lead-lifecycle analytics: import leads, ask reports, serve the API.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(--help shows what can be given)');
  const { serveCommand } = await import('./serve-command.js');
  const commands = [serveCommand()];
  if (name !== 'serve') {
    const [{ importCommand }, { keysCommand }, { reportCommand }, records, workspaces] = await Promise.all([
      import('./import-command.js'),
      import('./keys-command.js'),
      import('./report/report-command.js'),
      import('./record-commands.js'),
      import('./workspace-commands.js'),
    ]);
    commands.push(
      importCommand(),
      reportCommand(),
      workspaces.workspaceCommand(),
      keysCommand(),
      workspaces.demoCommand(),
      records.migrateCommand(),
      records.rebuildCommand(),
      records.verifyCommand(),
    );
  }
  for (const command of commands) root.addCommand(inheriting(command));
  return root;
}

/** Sub-commands made apart do not take over their parent's ways by themselves. */
function inheriting(command: Command): Command {
  command.exitOverride().showHelpAfterError('(--help shows what can be given)');
  for (const inner of command.commands) inheriting(inner);
  return command;
}

interface SystemError extends NodeJS.ErrnoException {
  readonly address?: string;
  readonly hostname?: string;
  readonly port?: number;
}

function explain(error: unknown): string {
  if (error instanceof InvalidInput || error instanceof DatabaseError || error instanceof ImportError)
    return error.message;
  const { code, syscall, address, hostname, port, message } = error as SystemError;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${address} is in use. Stop what listens there, or set PORT to another.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `Cannot listen on ${address ?? hostname}: it is no address of this machine. Set HOST to one, such as 127.0.0.1 or 0.0.0.0.`;
  }
  if (code === 'EACCES' && syscall === 'listen') return `Port ${port} needs more rights. Set PORT to one above 1023.`;
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code?.startsWith('57P')) {
    return `The database went away: ${message || code}.`;
  }
  return `${message ?? String(error)} (unexpected; LEADSTAGE_DEBUG=1 shows more)`;
}
