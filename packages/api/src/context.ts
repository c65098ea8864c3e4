import { type Database, inWorkspace, prismaInWorkspace, type WorkspacePrisma } from '@leadstage/prisma';
import DataLoader from 'dataloader';
import type { Access } from './access/access.js';
import type { RequestInfo } from './http/request-info.js';
import type { Meter } from './limits/cost.js';
import { type Loaders, loadersFor } from './loaders.js';
import { loadWorkspace, type WorkspaceState } from './query/workspace-state.js';

/** What resolvers are given: who asks, and doors to that workspace alone. */
export interface Context extends Loaders {
  readonly database: Database;
  readonly request: RequestInfo;
  /** Reports add what they did. */
  readonly meter: Meter;
  /** Null when the request carries no credential: then only introspection answers. */
  readonly access: Access | null;
  /** Who asks; for resolvers that only a credential reaches. */
  owner(): Access;
  /** Every operation of this client runs in a transaction bound to the workspace. */
  prisma(): WorkspacePrisma;
  workspace(): Promise<WorkspaceState>;
  /** Drops what was loaded: a mutation changed it. */
  forget(): void;
}

export function contextFor(database: Database, access: Access | null, request: RequestInfo): Context {
  let workspace: Promise<WorkspaceState> | undefined;
  let prisma: WorkspacePrisma | undefined;
  const context: Context = {
    database,
    request,
    meter: { rowsRead: 0, cells: 0 },
    access,
    owner: () => bound(access),
    prisma() {
      prisma ??= prismaInWorkspace(database, bound(access).workspaceId);
      return prisma;
    },
    workspace() {
      workspace ??= loadOwn(database, bound(access).workspaceId);
      return workspace;
    },
    forget() {
      workspace = undefined;
      for (const each of Object.values(context)) if (each instanceof DataLoader) each.clearAll();
    },
    ...loadersFor(
      database,
      () => context.workspace(),
      () => context.prisma(),
    ),
  };
  return context;
}

async function loadOwn(database: Database, workspaceId: string): Promise<WorkspaceState> {
  const state = await inWorkspace(database, workspaceId, (transaction) => loadWorkspace(transaction, workspaceId));
  if (!state) throw new Error('the workspace of a valid key is gone');
  return state;
}

function bound(access: Access | null): Access {
  if (!access) throw new Error('a resolver ran without access');
  return access;
}
