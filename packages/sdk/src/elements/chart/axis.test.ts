import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import type { TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { bottomAxis, leftAxis, thinned } from './axis.js';

/** The markup of a template that has only texts, numbers, templates and lists of them. */
function markup(part: unknown): string {
  if (Array.isArray(part)) return part.map(markup).join('');
  if (typeof part !== 'object' || part === null) return String(part);
  const { strings, values } = part as TemplateResult;
  return strings.map((text, index) => text + (index < values.length ? markup(values[index]) : '')).join('');
}

const ticksOf = (axis: TemplateResult) =>
  [...markup(axis).matchAll(/translate\(([\d.]+),([\d.]+)\)><line.*?>([^<]*)<\/text>/g)].map(([, x, y, text]) => ({
    x: Number(x),
    y: Number(y),
    text,
  }));

describe('an axis', () => {
  it('of numbers has round ticks from the scale itself, where they lie', () => {
    const axis = leftAxis(scaleLinear([0, 20], [100, 0]), { ticks: 2, format: (value) => `${value} €` });
    expect(ticksOf(axis)).toEqual([
      { x: 0, y: 100.5, text: '0 €' },
      { x: 0, y: 50.5, text: '10 €' },
      { x: 0, y: 0.5, text: '20 €' },
    ]);
    expect(markup(axis)).toContain('d=M0.5,100.5V0.5');
  });

  it('has the ticks that it is told, and lines across the chart', () => {
    const axis = leftAxis(scaleLinear([0, 1], [50, 0]), { x: 40, ticks: [0, 1], format: String, grid: 300 });
    expect(ticksOf(axis).map(({ text }) => text)).toEqual(['0', '1']);
    expect(markup(axis).match(/<line x2=300>/g)).toHaveLength(2);
    expect(markup(axis)).toContain('translate(40,0)');
  });

  it('of bands and points has each, in its middle', () => {
    const bands = bottomAxis(scaleBand(['a', 'b'], [0, 100]), { y: 30, format: (name) => name.toUpperCase() });
    expect(ticksOf(bands)).toEqual([
      { x: 25, y: 0, text: 'A' },
      { x: 75, y: 0, text: 'B' },
    ]);
    const points = bottomAxis(scalePoint(['a', 'b'], [0, 100]), { format: String });
    expect(ticksOf(points).map(({ x }) => x)).toEqual([0.5, 100.5]);
  });
});

describe('thinned', () => {
  it('leaves out as many labels as have no room', () => {
    expect(thinned([1, 2, 3, 4, 5, 6], 600, 100)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(thinned([1, 2, 3, 4, 5, 6], 300, 100)).toEqual([1, 3, 5]);
    expect(thinned([1, 2], 10, 100)).toEqual([1]);
  });
});
