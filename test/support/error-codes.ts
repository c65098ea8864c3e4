import { join } from 'node:path';
import ts from 'typescript';
import { root, sourceFiles } from './source-files.js';

const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

export interface FoundCodes {
  /** Each code that the source can give a client, with the files that say it. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Places that give a code of which nothing is known: `file:line`. */
  readonly unknown: readonly string[];
}

/**
 * Reads out of the source every code that a client can be told: what is passed for a parameter named `code`, and what
 * an object's `code` is, by the types that the compiler finds, so that codes which come through a helper are seen too.
 */
export function errorCodes(isSource: (path: string) => boolean): FoundCodes {
  const paths = sourceFiles()
    .filter(({ forTests, path }) => !forTests && isSource(path))
    .map(({ path }) => path);
  const program = ts.createProgram(
    paths.map((path) => join(root, path)),
    {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      customConditions: ['leadstage-source'],
      types: ['node'],
    },
  );
  const checker = program.getTypeChecker();
  const codes = new Map<string, Set<string>>();
  const unknown: string[] = [];

  const note = (given: ts.Expression, path: string) => {
    for (const node of leavesOf(given)) {
      const type = checker.getTypeAtLocation(node);
      for (const kind of type.isUnion() ? type.types : [type]) {
        if (kind.isStringLiteral()) {
          if (CODE.test(kind.value)) codes.set(kind.value, (codes.get(kind.value) ?? new Set()).add(path));
        } else if (kind.flags & (ts.TypeFlags.String | ts.TypeFlags.Any) && !isPassedOn(node)) {
          unknown.push(`${path}: ${node.getText()}`);
        }
      }
    }
  };
  const visit = (node: ts.Node, path: string): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.arguments?.some(mayBeCode)) {
      const { parameters = [] } = checker.getResolvedSignature(node) ?? {};
      for (const [index, { name }] of parameters.entries()) {
        const given = node.arguments[index];
        if (name === 'code' && given) note(given, path);
      }
    } else if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') note(node.initializer, path);
    else if (ts.isVariableDeclaration(node) && node.name.getText() === 'code' && node.initializer)
      note(node.initializer, path);
    ts.forEachChild(node, (child) => visit(child, path));
  };
  for (const path of paths) visit(program.getSourceFile(join(root, path))!, path);
  return { codes, unknown };
}

/** What an expression comes to: each side of a choice. */
function leavesOf(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return leavesOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...leavesOf(node.whenTrue), ...leavesOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return [...leavesOf(node.left), ...leavesOf(node.right)];
  }
  return [node];
}

/** Spares the compiler all calls that are given nothing which looks like a code: resolving them takes minutes. */
function mayBeCode(given: ts.Expression): boolean {
  return leavesOf(given).some(
    (node) =>
      (ts.isStringLiteralLike(node) && CODE.test(node.text)) ||
      (ts.isIdentifier(node) && CODE.test(node.text)) ||
      isPassedOn(node),
  );
}

/** Whether it is somebody else's code, found where that one says it: `error.code`, `code` of a parameter. */
function isPassedOn(node: ts.Expression): boolean {
  return (
    (ts.isIdentifier(node) && node.text === 'code') ||
    (ts.isPropertyAccessExpression(node) && node.name.text === 'code')
  );
}
