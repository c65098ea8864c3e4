import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, type Room, root, type SourceFile, sourceFiles } from './support/source-files.js';

const files = sourceFiles();
const code = files.filter(({ forTests }) => !forTests);
const roomOf = (room: Room) => code.filter((file) => file.room === room);

/** `file -> import` of every import that must not be. */
function offences(among: readonly SourceFile[], isWrong: (each: Import, file: SourceFile) => boolean): string[] {
  return among.flatMap((file) =>
    file.imports.filter((each) => isWrong(each, file)).map((each) => `${file.path} -> ${each.specifier}`),
  );
}

/** Which of our rooms each may look into, besides itself. */
const ARROWS: Readonly<Partial<Record<Room, readonly Room[]>>> = {
  core: [],
  prisma: [],
  sdk: [],
  api: ['core', 'prisma'],
  examples: ['sdk'],
};

/** Files that are one table of data, which would not be read better in parts. */
const TABLES: readonly string[] = [
  'packages/api/src/demo/rates.ts',
  ...['is', 'ja', 'sr', 'sv', 'zh'].map((language) => `packages/sdk/src/elements/words/languages/${language}.ts`),
];
const MOST_LINES = 250;

describe('the rooms of the house', () => {
  it('are found, with their imports', () => {
    for (const room of ['core', 'api', 'prisma', 'test'] as const) {
      expect(files.filter((file) => file.room === room).flatMap(({ imports }) => imports).length, room).toBeGreaterThan(
        9,
      );
    }
    expect(offences(roomOf('api'), ({ room }) => room === 'core').length).toBeGreaterThan(9);
  });

  it.each(Object.entries(ARROWS))('%s looks into [%s] of ours alone', (room, allowed) => {
    const isWrong = (each: Import) => each.room !== null && each.room !== room && !allowed.includes(each.room);
    expect(offences(roomOf(room as Room), isWrong)).toEqual([]);
  });

  it('are entered by their door: nobody outside reaches into a package by a path', () => {
    const packages: readonly (Room | null)[] = ['core', 'api', 'sdk', 'prisma'];
    const isWrong = (each: Import, file: SourceFile) =>
      packages.includes(each.room) && each.room !== file.room && each.package === null;
    expect(
      offences(
        code.filter(({ room }) => room !== 'test'),
        isWrong,
      ),
    ).toEqual([]);
  });

  it('do not know their tests', () => {
    // A test, wherever it stands, may use what tests share; what is shipped or copied may not.
    const outside = code.filter(({ room }) => !['test', 'bench'].includes(room ?? ''));
    expect(offences(outside, ({ room }) => room === 'test')).toEqual([]);
    const isForTests = ({ specifier }: Import) => /(^|\/)testing\.js$|\.test\.js$/.test(specifier);
    expect(
      offences(
        code.filter(({ room }) => room !== 'test'),
        isForTests,
      ),
    ).toEqual([]);
  });

  it('core runs in a browser: it knows nothing of Node', () => {
    expect(offences(roomOf('core'), ({ builtin }) => builtin)).toEqual([]);
    const globals = ['process', 'Buffer', 'require', '__dirname', '__filename', 'global', 'setImmediate'];
    const using = roomOf('core').filter(({ path }) => path.includes('/src/'));
    expect(
      using.flatMap(({ path, identifiers }) =>
        globals.filter((name) => identifiers.has(name)).map((name) => `${path}: ${name}`),
      ),
    ).toEqual([]);
  });

  it.each(['core', 'api', 'prisma', 'sdk'] as const)('%s declares every package that it imports', (room) => {
    const home = room === 'prisma' ? 'prisma' : `packages/${room}`;
    const {
      dependencies = {},
      devDependencies = {},
      peerDependencies = {},
    } = JSON.parse(readFileSync(join(root, home, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    // What the SDK bundles is no dependency of its users. Its elements find its client by the name that others use.
    const ofSdk = { ...dependencies, ...devDependencies, ...peerDependencies, typescript: '', '@leadstage/sdk': '' };
    const declared = room === 'sdk' ? ofSdk : dependencies;
    const running = roomOf(room).filter(({ path }) => path.startsWith(`${home}/src/`));
    const isWrong = (each: Import) => each.package !== null && !(each.package in declared);
    expect(offences(running, isWrong)).toEqual([]);
  });
});

describe('within the api', () => {
  const api = roomOf('api').filter(({ path }) => path.startsWith('packages/api/src/'));

  it('only query/facts.ts names fact tables', () => {
    const naming = api.filter(({ strings }) =>
      strings.some((text) => /\b(lead_fact|rollup_month|rollup_day)\b/.test(text)),
    );
    expect(naming.map(({ path }) => path)).toEqual(['packages/api/src/query/facts.ts']);
  });

  it('resolvers write no SQL', () => {
    const resolvers = api.filter(({ path }) => path.startsWith('packages/api/src/schema/'));
    expect(resolvers.length).toBeGreaterThan(9);
    expect(offences(resolvers, ({ specifier }) => /\/sql\.js$|^pg$/.test(specifier))).toEqual([]);
    const raw = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\s/;
    expect(resolvers.filter(({ strings }) => strings.some((text) => raw.test(text))).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('only the query folder, commands and doors of their own write SQL', () => {
    const writing = offences(api, ({ specifier }) => /(^|\/)sql\.js$/.test(specifier)).map(
      (text) => text.split(' ')[0]!,
    );
    const folders = ['access/', 'commands/', 'projections/', 'query/', 'rules/', 'sla/', 'webhooks/', 'worker/'];
    const doors = [...folders, 'http/ready.ts', 'first-run.ts'].map((path) => `packages/api/src/${path}`);
    expect(writing.filter((path) => !doors.some((door) => path.startsWith(door)))).toEqual([]);
  });
});

describe('files', () => {
  it(`have at most ${MOST_LINES} lines`, () => {
    const long = code.filter(({ path, lines }) => /^packages\/\w+\/src\//.test(path) && lines > MOST_LINES);
    expect(long.map(({ path }) => path)).toEqual(TABLES);
  });
});
