import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';
import { SHAPE, type ShapeLimits } from './limits.js';
import type { Refusal } from './refusal.js';

/** How large an operation is with its fragments written out in every place where they are spread. */
export interface Shape {
  /** Fields below one another. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields of `Query` or `Mutation`. */
  readonly rootFields: number;
}

const NOTHING: Shape = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0 };

const COUNTED: readonly { readonly name: keyof Shape; readonly code: string; readonly what: string }[] = [
  { name: 'depth', code: 'QUERY_TOO_DEEP', what: 'fields below one another' },
  { name: 'rootFields', code: 'TOO_MANY_ROOT_FIELDS', what: 'fields at its root' },
  { name: 'aliases', code: 'TOO_MANY_ALIASES', what: 'aliases' },
  { name: 'directives', code: 'TOO_MANY_DIRECTIVES', what: 'directives' },
  { name: 'fields', code: 'QUERY_TOO_LARGE', what: 'fields, fragments written out' },
];

/** Why a document is not looked at any further; null where it is. */
export function refusedShape(document: DocumentNode, limits: ShapeLimits = SHAPE): Refusal | null {
  const shapes = shapesOf(document);
  for (const { name, code, what } of COUNTED) {
    const asked = Math.max(0, ...shapes.map((shape) => shape[name]));
    const limit = limits[name];
    if (asked > limit)
      return refusal(code, `The document has ${shown(asked)} ${what}; at most ${limit} are taken.`, limit, asked);
  }
  return null;
}

/** Why a text is not parsed. Counting stops one above the limit, and at what is no token (the parser tells that). */
export function refusedText(text: string, limits: ShapeLimits = SHAPE): Refusal | null {
  const { characters, tokens: most, nesting } = limits;
  if (text.length > characters) {
    const message = `The document has ${text.length} characters; at most ${characters} are taken. Send values as variables.`;
    return refusal('QUERY_TOO_LARGE', message, characters, text.length);
  }
  const lexer = new Lexer(new Source(text));
  let open = 0;
  try {
    for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; ) {
      tokens += 1;
      open += OPENS.has(lexer.token.kind) ? 1 : CLOSES.has(lexer.token.kind) ? -1 : 0;
      if (tokens > most) {
        const message = `The document has more than ${most} tokens. Send values as variables.`;
        return refusal('TOO_MANY_TOKENS', message, most);
      }
      // The parser goes as deep as the text does, and ends where the stack does.
      if (open > nesting) {
        return refusal('QUERY_TOO_DEEP', `The document has more than ${nesting} brackets within one another.`, nesting);
      }
    }
  } catch {
    return null;
  }
  return null;
}

const OPENS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Why variables are not looked at: what is made of them may go as deep as they do, and the stack does not. */
export function refusedVariables(variables: unknown, { nesting }: ShapeLimits = SHAPE): Refusal | null {
  let level = [variables].filter(isComposite);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= nesting) {
      const message = `The variables have more than ${nesting} values within one another.`;
      return refusal('VARIABLES_TOO_DEEP', message, nesting);
    }
    level = level.flatMap((value) => Object.values(value).filter(isComposite));
  }
  return null;
}

function isComposite(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function refusal(code: string, message: string, limit: number, asked?: number): Refusal {
  // Fragments within fragments can make more of a short text than there are numbers.
  const told = asked !== undefined && Number.isSafeInteger(asked) ? { asked } : {};
  return { code, status: 400, message, detail: { limit, ...told } };
}

function shown(asked: number): string {
  return Number.isSafeInteger(asked) ? String(asked) : 'endlessly many';
}

/** Of each operation. Fragments are measured once, so that the work follows the length of the text. */
export function shapesOf({ definitions }: DocumentNode): Shape[] {
  const fragments = new Map(definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));
  const measured = new Map<string, Shape>();

  const ofFragment = (name: string): Shape => {
    const known = measured.get(name);
    if (known) return known;
    // Within itself it counts as nothing; validation refuses such a circle.
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const shape = fragment ? ofSelections(fragment.selectionSet) : NOTHING;
    const whole = { ...shape, directives: shape.directives + (fragment?.directives?.length ?? 0) };
    measured.set(name, whole);
    return whole;
  };
  const ofSelections = ({ selections }: SelectionSetNode): Shape => {
    let sum = NOTHING;
    for (const selection of selections) {
      const directives = selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? ofSelections(selection.selectionSet) : NOTHING;
        sum = added(sum, {
          depth: below.depth + 1,
          fields: below.fields + 1,
          aliases: below.aliases + (selection.alias ? 1 : 0),
          directives: below.directives + directives,
          rootFields: 1,
        });
      } else {
        const shape =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelections(selection.selectionSet);
        sum = added(sum, { ...shape, directives: shape.directives + directives });
      }
    }
    return sum;
  };
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [added(ofSelections(definition.selectionSet), { ...NOTHING, directives: definition.directives?.length ?? 0 })]
      : [],
  );
}

function added(a: Shape, b: Shape): Shape {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    rootFields: a.rootFields + b.rootFields,
  };
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}
