import { type FileHandle, open } from 'node:fs/promises';
import { ImportError } from './import-error.js';

export interface OpenFile {
  readonly handle: FileHandle;
  /** Bytes; 0 where the system cannot say (a pipe). */
  readonly size: number;
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['FILE_NOT_FOUND', 'there is no such file'],
  ENOTDIR: ['FILE_NOT_FOUND', 'there is no such file (a part of the path is no directory)'],
  EACCES: ['NO_PERMISSION', 'no permission to read it'],
  EPERM: ['NO_PERMISSION', 'no permission to read it'],
  EISDIR: ['IS_A_DIRECTORY', 'this is a directory, not a file'],
};

/** Opens a file to be read. Throws `ImportError` FILE_NOT_FOUND, NO_PERMISSION, IS_A_DIRECTORY or EMPTY_FILE. */
export async function openFile(file: string): Promise<OpenFile> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw readableError(error, file);
  });
  const stat = await handle.stat();
  const problem = stat.isDirectory() ? 'EISDIR' : stat.isFile() && stat.size === 0 ? 'EMPTY' : undefined;
  if (problem === undefined) return { handle, size: stat.isFile() ? stat.size : 0 };
  await handle.close();
  if (problem === 'EMPTY') throw new ImportError('the file is empty', { code: 'EMPTY_FILE', file });
  throw readableError({ code: problem }, file);
}

/** A system error as one clear line; anything unexpected as it is. */
export function readableError(error: unknown, file: string): unknown {
  const known = REASONS[(error as { code?: string }).code ?? ''];
  return known === undefined ? error : new ImportError(known[1], { code: known[0], file });
}
