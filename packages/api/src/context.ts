import type { StageDefinition } from '@leadstage/core';
import { ladderAt } from '@leadstage/core';
import { type Database, inWorkspace, prismaInWorkspace, type WorkspacePrisma } from '@leadstage/prisma';
import DataLoader from 'dataloader';
import type { Access } from './access/api-key.js';
import { loadWorkspace, type WorkspaceState } from './query/workspace-state.js';

/** What resolvers are given: who asks, and doors to that workspace alone. */
export interface Context {
  readonly database: Database;
  /** Null when the request carries no credential: then only introspection answers. */
  readonly access: Access | null;
  /** Every operation of this client runs in a transaction bound to the workspace. */
  prisma(): WorkspacePrisma;
  workspace(): Promise<WorkspaceState>;
  /** Today's definition of a stage, by id. */
  readonly stageById: DataLoader<number, StageDefinition | null>;
}

export function contextFor(database: Database, access: Access | null): Context {
  let workspace: Promise<WorkspaceState> | undefined;
  let prisma: WorkspacePrisma | undefined;
  const context: Context = {
    database,
    access,
    prisma() {
      prisma ??= prismaInWorkspace(database, bound(access).workspaceId);
      return prisma;
    },
    workspace() {
      workspace ??= loadOwn(database, bound(access).workspaceId);
      return workspace;
    },
    stageById: new DataLoader(async (ids) => {
      const { definitions } = await context.workspace();
      const today = ladderAt(
        definitions.map((definition) => ({ ...definition, retired: false })),
        Date.now(),
      );
      return ids.map((id) => today.find((stage) => stage.id === id) ?? null);
    }),
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
