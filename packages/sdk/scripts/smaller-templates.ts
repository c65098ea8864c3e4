import ts from 'typescript';

/** In place of what a template is filled with. */
const HOLE = '\u0000';
const STRING = /("[^"]*"|'[^']*')/;
const STRING_OR_COMMENT = new RegExp(`${STRING.source}|/\\*[^]*?\\*/`);
const TAG = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^<>'"])*>/;
const VERBATIM = /^<(pre|textarea)\b/i;

const SMALLER: Readonly<Record<string, (text: string) => string>> = {
  html: (text) => smallerMarkup(text, (between) => between.replace(/\s+/g, ' ')),
  // Between shapes no space is seen, and within a text none beside its tags.
  svg: (text) =>
    smallerMarkup(text, (between) => between.replace(/\s*\n\s*(?=\0|$)|(?<=\0|^)\s*\n\s*/g, '').replace(/\s+/g, ' ')),
  css: smallerStyles,
};

/** A plugin for the build: takes out of Lit's templates what a browser does not need, which no minifier dares to touch. */
export const smallerTemplates = {
  name: 'smaller-templates',
  transform: {
    filter: { id: /[\\/]src[\\/](elements|dashboard)[\\/].*\.ts$/ },
    handler: (code: string) => withSmallerTemplates(code),
  },
} as const;

/** @param code of a module in TypeScript, with templates tagged `html`, `svg` and `css` */
export function withSmallerTemplates(code: string): string {
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const file = ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) {
      const smaller = SMALLER[node.tag.getText(file)];
      const { template } = node;
      const literals = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template]
        : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
      const places = literals.map((literal, index) => ({
        from: literal.getStart(file) + 1,
        to: literal.end - (index === literals.length - 1 ? 1 : 2),
      }));
      const texts = smaller?.(places.map(({ from, to }) => code.slice(from, to)).join(HOLE)).split(HOLE) ?? [];
      edits.push(
        ...places.flatMap((place, index) => ({ ...place, text: texts[index] ?? code.slice(place.from, place.to) })),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  edits.sort((one, other) => other.from - one.from);
  return edits.reduce((before, { from, to, text }) => before.slice(0, from) + text + before.slice(to), code);
}

function smallerMarkup(markup: string, smallerText: (text: string) => string): string {
  let verbatim = '';
  return parts(
    markup,
    TAG,
    (tag) => {
      const [, opened] = VERBATIM.exec(tag) ?? [];
      if (verbatim === '') verbatim = opened?.toLowerCase() ?? '';
      else if (tag.toLowerCase().startsWith(`</${verbatim}`)) verbatim = '';
      if (tag.startsWith('<!--')) return tag;
      return parts(
        tag,
        STRING,
        (string) => string,
        (names) => names.replace(/\s+/g, ' ').replace(/ >$/, '>'),
      );
    },
    (text) => (verbatim === '' ? smallerText(text) : text),
  );
}

function smallerStyles(styles: string): string {
  const smaller = parts(
    styles,
    STRING_OR_COMMENT,
    (match) => (match.startsWith('/*') ? '' : match),
    (text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?|(:) /g, '$1$2')
        .replaceAll(';}', '}'),
  );
  return smaller.trim();
}

/** Each match of a pattern, and what stands between matches, told of by their own functions. */
function parts(
  text: string,
  pattern: RegExp,
  ofMatch: (match: string) => string,
  ofRest: (rest: string) => string,
): string {
  let [result, at] = ['', 0];
  for (const { 0: match, index } of text.matchAll(new RegExp(pattern, 'g'))) {
    result += ofRest(text.slice(at, index)) + ofMatch(match);
    at = index + match.length;
  }
  return result + ofRest(text.slice(at));
}
