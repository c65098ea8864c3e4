export type { Database, OpenOptions, WorkspacePrisma } from './database.js';
export { asOwner, inWorkspace, openDatabase, prismaInWorkspace } from './database.js';
export { DatabaseError, type DatabaseErrorCode } from './database-error.js';
export type { Statement, Transaction } from './transaction.js';
export * from '../generated/client/enums.js';
export { Prisma, type PrismaClient } from '../generated/client/client.js';
export { getDatamodel, type default as PrismaTypes } from '../generated/pothos-types.js';
