import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const present = readFileSync(join(root, 'packages/api/schema.graphql'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadstage-schema-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Checked {
  readonly code: number;
  readonly text: string;
}

function check(options: Readonly<Record<string, string>> = {}): Promise<Checked> {
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'scripts/check-schema.mjs'), ...given], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });
}

function file(content: string): string {
  const path = join(folder, `${Math.random()}.graphql`);
  writeFileSync(path, content);
  return path;
}

/** One place of the schema, changed. Throws where the place is not there, so that no case passes for want of one. */
function edited(schema: string, from: string, to: string): string {
  if (!schema.includes(from)) throw new Error(`the schema has no ${from}`);
  return schema.replace(from, () => to);
}

/** What is checked where the present schema was released, and then `from` became `to`. */
function changed(from: string, to: string, more: Readonly<Record<string, string>> = {}): Promise<Checked> {
  return check({ released: file(present), present: file(edited(present, from, to)), ...more });
}

const WEEK_START = /"""ISO weekday[^"]*"""\s+weekStart: Int!/;
const NEW_FIELD = 'type Workspace {';

describe('the schema', () => {
  it('keeps what the last release promised', async () => {
    const { code, text } = await check();
    expect(text).toContain('The schema keeps what was released');
    expect(code).toBe(0);
  });
});

describe('the check of it', () => {
  it('lets things be added', async () => {
    const { code, text } = await changed(NEW_FIELD, `${NEW_FIELD}\n  "How tall." height: Int`);
    expect(text).toMatch(/\+ .*Workspace\.height|\+ Field 'height' was added to object type 'Workspace'/);
    expect(code).toBe(0);
  });

  it('lists what may surprise, and lets it be', async () => {
    const { code, text } = await changed('enum Grain {', 'enum Grain {\n  "Ten years." DECADE');
    expect(text).toMatch(/May surprise[\s\S]*DECADE/);
    expect(code).toBe(0);
  });

  it.each([
    ['a field that is gone', WEEK_START, ''],
    ['a field that may be null now', /^ +weekStart: Int!$/m, '  weekStart: Int'],
    ['a field of another type', /^ +weekStart: Int!$/m, '  weekStart: String!'],
    ['an enum value that is gone', /^ +("[^"]*"|"""[^"]*""")\n +HALF_YEAR$/m, ''],
    ['an input field that is required now', /^input FunnelInput \{$/m, 'input FunnelInput {\n  "New." must: String!'],
    ['an argument that is gone', /"""Page size from the end, 1–100\."""\s+last: Int/, ''],
  ])('refuses %s', async (_what, from, to) => {
    const [found] = from.exec(present) ?? [];
    expect(found).toBeDefined();
    const { code, text } = await changed(found!, to);
    expect(text).toMatch(/^Breaks programs:\n {2}✗ /);
    expect(text).toContain('Remove after YYYY-MM-DD');
    expect(code).toBe(1);
  });

  /** A field that the SDK does not ask for, beside others of its type; with it a type that nothing else leads to. */
  const WITH = (directive: string) =>
    edited(present, NEW_FIELD, `${NEW_FIELD}\n  "Old." old: Old ${directive}`).concat(
      '\n"Old." type Old { "Old." name: String }\n',
    );
  const until = (date: string) => `@deprecated(reason: "Use name. Remove after ${date}.")`;

  it.each([
    ['the day after', until('2026-11-30'), '2026-12-01', 0],
    ['on the day itself', until('2026-11-30'), '2026-11-30', 1],
    ['before', until('2026-11-30'), '2026-11-01', 1],
    ['without a date', '@deprecated(reason: "Use name.")', '2036-01-01', 1],
    ['without a warning', '', '2036-01-01', 1],
  ])(
    'lets a deprecated field go, with the type that only it led to, once its day has passed: %s',
    async (_when, directive, today, code) => {
      const checked = await check({ released: file(WITH(directive)), present: file(present), today });
      expect(checked.code, checked.text).toBe(code);
      expect(checked.text).toContain(code === 0 ? 'keeps what was released' : "Field 'old' ");
    },
  );

  it('does not take the date of a deprecation that was never released', async () => {
    const without = present.replace(WEEK_START, '');
    const { code, text } = await check({ released: file(present), present: file(without), today: '2099-01-01' });
    expect(text).toContain("Field 'weekStart' was removed");
    expect(code).toBe(1);
  });

  it('holds documents that are out there to the present schema, even of what may go', async () => {
    const documents = file('query Old { workspace { old { name } } }');
    const released = file(WITH(until('2026-11-30')));
    const { code, text } = await check({ released, present: file(present), documents, today: '2026-12-01' });
    expect(text).toMatch(/of the released SDK, under the present schema: Cannot query field "old"/);
    expect(code).toBe(1);
  });
});
