export { type Account, Prisma, type PrismaClient } from '../generated/client/client.js';
export * from '../generated/client/enums.js';
export { type default as PrismaTypes, getDatamodel } from '../generated/pothos-types.js';
export type { Database, WorkspacePrisma } from './database.js';
export {
  acrossWorkspaces,
  atOnceInWorkspace,
  inWorkspace,
  prismaInWorkspace,
  withDeadline,
} from './database.js';
export { DatabaseError, type DatabaseErrorCode } from './database-error.js';
export { type Deadline, DeadlinePassed } from './deadline.js';
export { inTurn } from './in-turn.js';
export { OWN_LOGIN_SQL } from './login.js';
export { migrationNames } from './migrate.js';
export type { StatementObserver } from './observed-client.js';
export { type OpenOptions, openDatabase } from './open-database.js';
export type { Statement, Transaction } from './transaction.js';
export { isUnavailable, isUnstorableText } from './unavailable.js';
