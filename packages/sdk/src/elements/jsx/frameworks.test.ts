import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte2tsx } from 'svelte2tsx';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeErrorsIn } from '../../type-errors-in.js';

const elements = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../../../..', import.meta.url));
const found = createRequire(import.meta.url);

/** As bundlers resolve, and against the sources, so that the test needs no build. */
const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ['leadstage-source'],
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  jsx: ts.JsxEmit.ReactJSX,
  skipLibCheck: true,
};

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'leadstage-frameworks-'));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(project, name);
  writeFileSync(path, text);
  return path;
}

/** The texts of the lines that the compiler finds fault with. */
const faultyLines = (errors: readonly string[], text: string) =>
  [...new Set(errors.map((error) => Number(/:(\d+) /.exec(error)?.[1])))].map((line) => text.split('\n')[line - 1]);

describe('the list of elements', () => {
  it('is the one of HTMLElementTagNameMap', () => {
    const defined = write(
      'list.ts',
      `import '${elements}define.js';
import type { LeadstageElements } from '${elements}jsx/leadstage-elements.js';
type Same<A, B> = [A, B] extends [B, A] ? true : never;
export const all: Same<Extract<keyof HTMLElementTagNameMap, \`leadstage-\${string}\`>, keyof LeadstageElements> = true;`,
    );
    expect(typeErrorsIn([defined], options)).toEqual([]);
  });

  it('has every file that registers a tag', () => {
    const files = readdirSync(elements, { recursive: true, encoding: 'utf8' });
    const tags = files
      .filter((name) => name.endsWith('-element-define.ts'))
      .map((name) => /define\('([\w-]+)'/.exec(readFileSync(join(elements, name), 'utf8'))?.[1]);
    const list = readFileSync(join(elements, 'jsx/leadstage-elements.ts'), 'utf8');
    const listed = [...list.matchAll(/^ {2}'([\w-]+)':/gm)].map(([, tag]) => tag);
    expect(listed).toEqual(tags.sort());
  });
});

describe('React', () => {
  const fine = `import type {} from '@leadstage/sdk/elements/react';
import { type ReactNode, useRef } from 'react';
import type { ReportsElement } from '@leadstage/sdk/elements';

export function Reports({ period }: { readonly period: string }): ReactNode {
  const ref = useRef<ReportsElement>(null);
  return (
    <leadstage-reports ref={ref} key="a" className="reports" lang="sv" theme="dark" period={period}
      url="/graphql" filter={{ source: { in: ['web'] } }} getToken={async ({ signal }) => { signal.throwIfAborted(); return 'token'; }}
      onleadstage-behind={(event) => event.behind.toUpperCase()}>
      <leadstage-funnel mode="COHORT" conversionWindow="P90D" showsTable heading="" id="funnel" />
      <leadstage-cost rollingDays={30} method="ROLLING" by={null} />
      <leadstage-diagnosis /><leadstage-standard-metrics grain="MONTH" />
    </leadstage-reports>
  );
}
`;

  it('takes every property of an element, and what all elements have', () => {
    expect(typeErrorsIn([write('fine.tsx', fine)], options)).toEqual([]);
  });

  it('refuses what an element does not know', () => {
    const wrong = `import type {} from '@leadstage/sdk/elements/react';
export const all = [
  <leadstage-funnels />,
  <leadstage-funnel mode="COHORTS" />,
  <leadstage-funnel conversionWindw="P90D" />,
  <leadstage-cost rollingDays="30" />,
  <leadstage-reports filter='{"source":{"in":["web"]}}' />,
  <leadstage-funnel reload={async () => {}} />,
  <leadstage-reports onleadstage-behind={(event) => event.nothing} />,
  <leadstage-funnel mode="COHORT" />,
];
`;
    const errors = typeErrorsIn([write('wrong.tsx', wrong)], options);
    expect(faultyLines(errors, wrong)).toEqual(wrong.split('\n').slice(2, 9));
  });

  it('knows no tag without the types', () => {
    const errors = typeErrorsIn([write('without.tsx', 'export const a = <leadstage-funnel />;\n')], options);
    expect(errors.join()).toContain("'leadstage-funnel' does not exist on type 'JSX.IntrinsicElements'");
  });
});

describe('Svelte', () => {
  const shims = join(dirname(found.resolve('svelte2tsx')), 'svelte-shims-v4.d.ts');
  // What Svelte's own tools load beside a component.
  const markupTypes = join(root, 'node_modules/svelte/svelte-html.d.ts');
  const errorsIn = (name: string, markup: string) => {
    const text = `<script lang="ts">
  import type {} from '@leadstage/sdk/elements/svelte';
  const { period }: { period: string } = $props();
</script>
${markup}`;
    const { code } = svelte2tsx(text, { filename: `${name}.svelte`, isTsFile: true, mode: 'ts', version: '5.57.3' });
    return typeErrorsIn([write(`${name}.tsx`, code), shims, markupTypes], { ...options, jsx: ts.JsxEmit.Preserve });
  };

  it('takes properties and listeners in markup', () => {
    const markup = `<leadstage-reports {period} url="/graphql" theme="light" filter={{ source: { in: ['web'] } }}
  onleadstage-behind={(event) => event.behind.toUpperCase()}>
  <leadstage-funnel mode="COHORT" conversionWindow="P90D" class="wide" showsTable />
  <leadstage-cost rollingDays={30} method="ROLLING" by={null} />
</leadstage-reports>`;
    expect(errorsIn('Fine', markup)).toEqual([]);
  });

  it.each([
    '<leadstage-funnel mode="COHORTS" />',
    '<leadstage-funnel conversionWindw="P90D" />',
    '<leadstage-cost rollingDays="30" />',
    '<leadstage-reports {period} onleadstage-behind={(event) => event.nothing} />',
  ])('refuses %s', (markup) => {
    expect(errorsIn('Wrong', markup)).toHaveLength(1);
  });
});

describe('Vue', () => {
  /** What vue-tsc, which reads templates, says about a component. */
  function check(name: string, template: string): string {
    const text = `<script setup lang="ts">
import type {} from '@leadstage/sdk/elements/vue';
defineProps<{ period: string }>();
</script>
<template>
${template}
</template>
`;
    write(`${name}.vue`, text);
    const { jsx: _, ...rest } = options;
    const compilerOptions = {
      ...rest,
      ...{ module: 'esnext', moduleResolution: 'bundler', target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'] },
      ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true },
    };
    const config = { compilerOptions, vueCompilerOptions: { strictTemplates: true }, files: [`${name}.vue`] };
    const path = write(`${name}.json`, JSON.stringify(config));
    const checker = found.resolve('vue-tsc/bin/vue-tsc.js');
    try {
      return execFileSync(process.execPath, [checker, '-p', path], { cwd: project, encoding: 'utf8' });
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    }
  }

  it('takes properties and listeners in a template', () => {
    const template = `  <leadstage-reports :period="period" url="/graphql" theme="dark" :filter="{ source: { in: ['web'] } }"
    @leadstage-behind="(event) => event.behind.toUpperCase()">
    <leadstage-funnel mode="COHORT" conversion-window="P90D" class="wide" shows-table />
    <leadstage-cost :rolling-days="30" method="ROLLING" :by="null" />
  </leadstage-reports>`;
    expect(check('Fine', template)).toBe('');
  });

  it('refuses what an element does not know', () => {
    const wrong = [
      '  <leadstage-funnel mode="COHORTS" />',
      '  <leadstage-funnel conversion-windw="P90D" />',
      '  <leadstage-cost rolling-days="30" />',
      '  <leadstage-reports @leadstage-behind="(event) => event.nothing" />',
      '  <leadstage-funnels />',
    ];
    const said = check('Wrong', wrong.join('\n'));
    const lines = [...said.matchAll(/Wrong\.vue\((\d+),/g)].map(([, line]) => Number(line) - 6);
    expect([...new Set(lines)]).toEqual([0, 1, 2, 3, 4]);
  });
});
