import { readFile } from 'node:fs/promises';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ImportError } from './import-error.js';
import { brokenRules, type MappingIssue } from './mapping-rules.js';
import { type Mapping, mappingSchema } from './mapping-schema.js';
import { readableError } from './open-file.js';

export type { Mapping } from './mapping-schema.js';

export interface MappingOptions {
  /** How errors name the mapping. Default `mapping`. */
  readonly file?: string;
  /** Keys and aliases of the workspace's stages; any other stage is then refused. */
  readonly stageKeys?: readonly string[] | undefined;
}

/** Reads a mapping file. Throws `ImportError` INVALID_MAPPING, FILE_NOT_FOUND, NO_PERMISSION or IS_A_DIRECTORY. */
export async function loadMapping(file: string, options: Omit<MappingOptions, 'file'> = {}): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw readableError(error, file);
  });
  return parseMapping(text, { ...options, file });
}

/**
 * Reads a mapping from YAML (or JSON, which is YAML too). Scalars stay as written: `007`, `NULL` and `yes` are texts.
 * Throws `ImportError` INVALID_MAPPING that lists everything wrong with it, each with line, path and what would be right.
 */
export function parseMapping(yaml: string, options: MappingOptions = {}): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    throw invalid(`this is not valid YAML: ${broken.message}`, options, line);
  }
  return checkMapping(document.toJS(), options, (path) => lineOf(document, lines, path));
}

/** The same for a mapping built in a program. */
export function checkMapping(
  value: unknown,
  options: MappingOptions = {},
  lineAt: (path: readonly PropertyKey[]) => number | undefined = () => undefined,
): Mapping {
  const parsed = mappingSchema.safeParse(value);
  const issues = parsed.success ? brokenRules(parsed.data, options.stageKeys) : issuesOf(parsed.error);
  if (parsed.success && issues.length === 0) return parsed.data;
  const texts = issues.map(({ path, message, key }) => {
    const line = lineAt(key === undefined ? path : [...path, key]);
    return { line, text: `${path.length === 0 ? 'the mapping' : path.join('.')} ${message}` };
  });
  const [first] = texts;
  if (texts.length === 1) throw invalid(first!.text, options, first!.line);
  const each = texts.map(({ line, text }) => `\n  ${line === undefined ? '' : `line ${line}: `}${text}`).join('');
  throw invalid(`${texts.length} things are wrong in this mapping:${each}`, options, undefined);
}

function issuesOf(error: z.ZodError): MappingIssue[] {
  return error.issues.map((issue) => {
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    return { path: issue.path, message: issue.message, key };
  });
}

/** The line of the node at the path, or of the nearest one above it that exists. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function invalid(reason: string, options: MappingOptions, line: number | undefined): ImportError {
  return new ImportError(reason, { code: 'INVALID_MAPPING', file: options.file ?? 'mapping', line });
}
