import { InvalidInput } from '@leadstage/core';
import { type Database, openDatabase } from '@leadstage/prisma';
import { listWorkspaces, type WorkspaceName } from '../commands/create-workspace.js';
import { readSettings } from '../settings.js';

/** Opens the database that the environment names, joining a running server where it is embedded, and closes it after. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = readSettings();
  const database = await openDatabase({ url: databaseUrl, dataDir });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/**
 * The same for one workspace: the one named (by name or id), or the only one there is.
 * @throws InvalidInput UNKNOWN_WORKSPACE listing those that exist
 */
export async function withWorkspace<T>(
  name: string | undefined,
  work: (database: Database, workspace: WorkspaceName) => Promise<T>,
): Promise<T> {
  return withDatabase(async (database) => work(database, choose(await listWorkspaces(database), name)));
}

function choose(workspaces: readonly WorkspaceName[], name: string | undefined): WorkspaceName {
  const matching =
    name === undefined ? workspaces : workspaces.filter((each) => each.name === name || each.id === name);
  const [only] = matching;
  if (only && matching.length === 1) return only;
  const known = workspaces.map((each) => `"${each.name}"`).join(', ');
  if (workspaces.length === 0) {
    throw new InvalidInput(
      'UNKNOWN_WORKSPACE',
      ['workspace'],
      'There is no workspace yet. Run `npm start`, or `leadstage workspace create <name>`.',
    );
  }
  throw new InvalidInput(
    'UNKNOWN_WORKSPACE',
    ['workspace'],
    name === undefined
      ? `There are several workspaces; name one with --workspace: ${known}.`
      : `There is no workspace "${name}". There are: ${known}. Make one with \`leadstage workspace create\`.`,
  );
}
