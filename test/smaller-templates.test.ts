// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these strings are code with templates.
import { describe, expect, it } from 'vitest';
import { withSmallerTemplates } from '../packages/sdk/scripts/smaller-templates.js';

const smaller = (...lines: string[]) => withSmallerTemplates(lines.join('\n'));

describe('templates in the build for pages', () => {
  it('keep one space where there was any: between inline elements it is seen', () => {
    expect(smaller('html`<b>${one}</b>', '    <i>${other}</i> ${more}`')).toBe(
      'html`<b>${one}</b> <i>${other}</i> ${more}`',
    );
  });

  it('keep every space of pre, textarea and attributes', () => {
    const verbatim = 'html`<pre>  a\n  <b>b</b>\n</pre> <textarea>\n x  </textarea> <p title="a  b">`';
    expect(withSmallerTemplates(verbatim)).toBe(verbatim);
    expect(smaller('html`<pre>', '</pre>  ', '<p>`')).toBe('html`<pre>\n</pre> <p>`');
  });

  it('have attributes apart by one space', () => {
    expect(
      smaller('html`<button type="button"', '   class=${tone}', '   @click=${() => x > 1}', '  >${text}</button>`'),
    ).toBe('html`<button type="button" class=${tone} @click=${() => x > 1}>${text}</button>`');
  });

  it('have nothing between shapes, and the words of a text as they were', () => {
    expect(
      smaller('svg`', '  <g>', '    ${shapes}', '  </g>', '  <text x=${x}', '    y="1">two words ${n} more</text>`'),
    ).toBe('svg`<g>${shapes}</g><text x=${x} y="1">two words ${n} more</text>`');
  });

  it('are smaller within each other too', () => {
    expect(smaller('html`<ul>', '  ${all.map((one) => html`<li>', '    ${one}</li>`)}', '</ul>`')).toBe(
      'html`<ul> ${all.map((one) => html`<li> ${one}</li>`)} </ul>`',
    );
  });

  it('have styles without comments and blanks, and strings and selectors as they were', () => {
    expect(
      smaller(
        'css`',
        "  /* It's why. */",
        '  .a :hover,',
        '  .b > .c::before {',
        "    content: ', ';",
        '    margin: -2px calc(1px + ${x} * 2);',
        '  }',
        '  @media (max-width: 4px) and (hover) {',
        '    i { --_x: ${y}; }',
        '  }',
        '`',
      ),
    ).toBe(
      "css`.a :hover,.b > .c::before{content:', ';margin:-2px calc(1px + ${x} * 2)}@media (max-width:4px) and (hover){i{--_x:${y}}}`",
    );
  });

  it('are nothing but templates of Lit', () => {
    const other = 'const text = `a  b\n  c`; sql`SELECT  1`; html(`  `);';
    expect(withSmallerTemplates(other)).toBe(other);
  });
});
