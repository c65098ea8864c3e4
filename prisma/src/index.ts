export { type Account, Prisma, type PrismaClient } from '../generated/client/client.js';
export * from '../generated/client/enums.js';
export { type default as PrismaTypes, getDatamodel } from '../generated/pothos-types.js';
export type { Database, OpenOptions, WorkspacePrisma } from './database.js';
export { asOwner, inWorkspace, openDatabase, prismaInWorkspace } from './database.js';
export { DatabaseError, type DatabaseErrorCode } from './database-error.js';
export type { Statement, Transaction } from './transaction.js';
