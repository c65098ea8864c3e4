export interface ImportErrorDetails {
  readonly code: string;
  readonly file: string;
  /** Physical line, from 1. */
  readonly line?: number | undefined;
}

/**
 * The file or its mapping cannot be imported at all, or no further than `line`. `code` is stable (`WRONG_DELIMITER`,
 * `MISSING_COLUMN`, `INVALID_MAPPING`…); `message` begins with the file and line and says what would be right.
 */
export class ImportError extends Error {
  readonly code: string;
  readonly file: string;
  readonly line: number | undefined;

  constructor(
    /** The message without file and line. */
    readonly reason: string,
    { code, file, line }: ImportErrorDetails,
  ) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
    this.name = 'ImportError';
    this.code = code;
    this.file = file;
    this.line = line;
  }
}
