import { describe, expect, it } from 'vitest';
import { framedQuery } from './framed-query.js';

const read = (text: string) => framedQuery(new URLSearchParams(text));

describe('the address of a framed page', () => {
  it('says what is shown, of which leads, how, and to whom', () => {
    expect(
      read(
        'reports=funnel,standard-metrics&period=2026&filter={"source":{"in":["web"]}}&lang=sv&theme=dark&parent=https://a.example',
      ),
    ).toEqual({
      reports: ['funnel', 'standard-metrics'],
      period: '2026',
      filter: { source: { in: ['web'] } },
      lang: 'sv',
      theme: 'dark',
      parent: 'https://a.example',
      problem: null,
    });
    expect(read('')).toMatchObject({
      reports: [],
      period: null,
      filter: null,
      theme: null,
      parent: null,
      problem: null,
    });
  });

  it('names no element that stands around others, and nothing that is no name', () => {
    expect(read('reports=reports,behind,funnel,<script>,a--b,,Funnel').reports).toEqual(['funnel']);
  });

  it.each([
    'filter=',
    'filter=[]',
    'filter=null',
    'filter="x"',
    'filter={',
    'parent=nobody',
    'parent=https://a.example/x',
  ])('has a problem with %s', (text) => {
    expect(read(`reports=funnel&${text}`).problem).toMatch(/^The (filter|parent) is no /);
  });

  it('knows two themes', () => {
    expect(read('theme=blue').theme).toBeNull();
  });
});
