import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the project's own code lives. A room's files may import one another. */
const ROOMS: Readonly<Record<Room, string>> = {
  core: 'packages/core/',
  api: 'packages/api/',
  sdk: 'packages/sdk/',
  prisma: 'prisma/',
  examples: 'examples/',
  test: 'test/',
  scripts: 'scripts/',
};
export type Room = 'core' | 'api' | 'sdk' | 'prisma' | 'examples' | 'test' | 'scripts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The room it leads to; null for what is not ours. */
  readonly room: Room | null;
  readonly builtin: boolean;
  /** The package it comes from, where it comes from one. */
  readonly package: string | null;
}

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly room: Room;
  /** A test, or what only tests use. */
  readonly forTests: boolean;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Text in quotes and templates, outside of import declarations. */
  readonly strings: readonly string[];
  /** Names used as values that the file may mean as globals. */
  readonly identifiers: ReadonlySet<string>;
}

const IGNORED = /^(node_modules|dist|generated|_generated|\..*)$/;

/** Every TypeScript and JavaScript file of the project that is not generated. */
export function sourceFiles(): SourceFile[] {
  return (Object.keys(ROOMS) as Room[]).flatMap((room) => filesBelow(ROOMS[room]).map((path) => read(room, path)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return IGNORED.test(entry.name) ? [] : filesBelow(`${path}/`);
    return /\.[mc]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

function read(room: Room, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const imports: Import[] = [];
  const strings: string[] = [];
  const identifiers = new Set<string>();
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) imports.push(importOf(path, specifier));
    else if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) strings.push(node.text);
    else if (ts.isIdentifier(node) && !isName(node)) identifiers.add(node.text);
    if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const forTests = /\.test\.[mc]?ts$|(^|\/)testing\.ts$/.test(path);
  return { path, room, forTests, lines: text.trimEnd().split('\n').length, imports, strings, identifiers };
}

/** What `import … from`, `export … from`, `import()`, `import('…').Type` and `require` name. */
function specifierOf(node: ts.Node): string | undefined {
  const literal = (child: ts.Node | undefined) => (child && ts.isStringLiteralLike(child) ? child.text : undefined);
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
  return expression.kind === ts.SyntaxKind.ImportKeyword || isRequire ? literal(node.arguments[0]) : undefined;
}

function importOf(from: string, specifier: string): Import {
  if (isBuiltin(specifier)) return { specifier, room: null, builtin: true, package: null };
  if (!specifier.startsWith('.')) {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    const own = /^@leadstage\/(\w+)$/.exec(name)?.[1] as Room | undefined;
    return { specifier, room: own ?? null, builtin: false, package: name };
  }
  const target = relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/');
  const room = (Object.keys(ROOMS) as Room[]).find((each) => `${target}/`.startsWith(ROOMS[each]));
  return { specifier, room: room ?? null, builtin: false, package: null };
}

/** True where an identifier names a property or a declaration instead of standing for a value. */
function isName({ parent, ...node }: ts.Identifier): boolean {
  const named = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return named.name?.pos === node.pos || named.propertyName?.pos === node.pos;
}
