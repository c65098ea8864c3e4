import { InvalidInput } from '@leadstage/core';
import { type Database, openDatabase } from '@leadstage/prisma';
import { listWorkspaces, type WorkspaceName } from '../commands/create-workspace.js';
import { readSettings } from '../settings.js';

/** Opens the database that the environment names, joining a running server where it is embedded, and closes it after. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { databaseUrl: url, migrationUrl, dataDir } = readSettings();
  const database = await openDatabase({ url, migrationUrl, dataDir });
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
  return withDatabase(async (database) => work(database, chosen(await listWorkspaces(database), name)));
}

/** @throws InvalidInput UNKNOWN_WORKSPACE */
export function chosen(workspaces: readonly WorkspaceName[], name: string | undefined): WorkspaceName {
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
  if (matching.length > 1 && name !== undefined) {
    // Two that were made or renamed at one moment can have taken the same name.
    const ids = matching.map(({ id }) => id).join(', ');
    const message = `${matching.length} workspaces are named "${name}"; name one by its id: ${ids}.`;
    throw new InvalidInput('UNKNOWN_WORKSPACE', ['workspace'], message);
  }
  throw new InvalidInput(
    'UNKNOWN_WORKSPACE',
    ['workspace'],
    name === undefined
      ? `There are several workspaces; name one with --workspace: ${known}.`
      : `There is no workspace "${name}". There are: ${known}. Make one with \`leadstage workspace create\`.`,
  );
}
