/** What can go wrong while the database is opened, each told in one line. */
export type DatabaseErrorCode =
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_TOO_OLD'
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_UNUSABLE'
  | 'LOGIN_WITHOUT_ROLES'
  | 'MIGRATION_CHANGED'
  | 'MIGRATION_FAILED'
  | 'NOT_MIGRATED';

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
