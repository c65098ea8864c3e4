import { METRICS } from '@leadstage/core';
import pc from 'picocolors';
import { expect, test } from 'vitest';
import { displayWidth } from './display-width.js';
import { renderMetricDefinitions } from './metric-definitions-command.js';

test('every metric is shown whole, within the width', () => {
  const text = renderMetricDefinitions(METRICS, { width: 60, colors: pc.createColors(false) });
  for (const { title, name, formula, notes } of METRICS) {
    expect(text).toContain(`${title} ${name}`);
    const words = text.replaceAll(/\s+/g, ' ');
    for (const part of [formula, ...notes]) expect(words).toContain(part.replaceAll(/\s+/g, ' '));
  }
  const tooWide = text.split('\n').filter((line) => displayWidth(line) > 60);
  expect(tooWide.filter((line) => line.startsWith('  '))).toEqual([]);
});
