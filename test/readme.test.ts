import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, blocksOf, firstCells, localLinks } from './support/readme-blocks.js';
import { type Desk, root, startDesk } from './support/readme-desk.js';
import { masked } from './support/readme-masks.js';

/** The day whose numbers the README shows. */
const TODAY = Date.UTC(2026, 10, 21, 12);
const SEEDING_MS = 240_000;

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const blocks = blocksOf(readme);

/** Where these are shown they are compared with what the block before them printed. */
const OUTPUTS = ['text', 'json'];

let desk: Desk;
let stopped = false;
/** What the block run last printed. */
let printed: string;

beforeAll(async () => {
  desk = await startDesk(TODAY);
  printed = desk.greeting;
}, SEEDING_MS);

afterAll(async () => {
  if (desk && !stopped) await desk.stop();
});

describe('the picture', () => {
  it('shows what the command prints', async () => {
    const path = '../docs/images/make-terminal-report.mjs';
    const { COMMAND, drawTerminal } = (await import(new URL(path, import.meta.url).href)) as {
      COMMAND: string;
      drawTerminal: (command: string, text: string) => string;
    };
    expect(blocks.map(({ body }) => body)).toContain(COMMAND);
    const report = await desk.run(COMMAND, { NO_COLOR: '', FORCE_COLOR: '1' });
    expect(withoutInstants(drawTerminal(COMMAND, report))).toBe(
      withoutInstants(read('docs/images/terminal-report.svg')),
    );
  });
});

/** Lengths go with the text that they are of. */
function withoutInstants(svg: string): string {
  return masked(svg.replaceAll(/textLength="[\d.]+"/g, ''));
}

describe('every block of the README', () => {
  for (const [index, block] of blocks.entries()) {
    if (block.notRun !== null) continue;
    const title = `line ${block.line}, ${block.language}: ${block.body.split('\n')[0]}`;
    it(title, async () => {
      if (OUTPUTS.includes(block.language)) {
        expect(OUTPUTS, 'an output stands below what prints it').not.toContain(blocks[index - 1]?.language ?? 'text');
        compare(block, printed);
      } else printed = await execute(block);
    });
  }
});

async function execute(block: Block): Promise<string> {
  const env = { LEADSTAGE_API_KEY: desk.apiKey };
  const here = block.body.replaceAll('http://127.0.0.1:4000', desk.origin).replaceAll('lsk_…', desk.apiKey);
  if (block.info !== '') {
    desk.writeFile(block.info, `${block.body}\n`);
    return '';
  }
  switch (block.language) {
    case 'sh':
      return desk.run(here, env);
    case 'ts':
      desk.writeFile('readme.mts', here);
      await desk.run(
        `npx tsc --noEmit --strict --skipLibCheck --target es2023 --module nodenext --types node readme.mts`,
      );
      return desk.run('npx tsx readme.mts', env);
    case 'graphql': {
      const headers = { authorization: `Bearer ${desk.apiKey}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ query: block.body });
      const response = await fetch(`${desk.origin}/graphql`, { method: 'POST', headers, body });
      return response.text();
    }
    default:
      throw new Error(`nothing is known to run a block of "${block.language}" (line ${block.line})`);
  }
}

function compare({ language, body }: Block, actual: string): void {
  if (language === 'json') {
    // What an answer cost stands in each of them.
    const { extensions: _, ...answer } = JSON.parse(masked(actual)) as Record<string, unknown>;
    expect(answer).toEqual(JSON.parse(masked(body)));
  } else expect(masked(actual)).toBe(masked(body));
}

describe('what is not run', () => {
  it('is nothing but the two commands themselves', () => {
    expect(blocks.filter(({ notRun }) => notRun !== null).map(({ body }) => body)).toEqual([
      'npm start',
      'DATABASE_URL=postgres://user:password@host:5432/database npm start',
      'npm test',
    ]);
  });

  it('leads to the scripts that set up, and to the server that is run here', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scripts).toMatchObject({ start: 'node scripts/start.mjs', test: 'node scripts/test.mjs' });
    expect(read('scripts/start.mjs')).toMatch(/'packages', 'api', 'bin', 'leadstage\.mjs'[\s\S]*'serve'/);
    expect(read('scripts/test.mjs')).toContain("'run'");
  });
});

describe('the tables', () => {
  it('name every command and no other', async () => {
    const help = await desk.run('npx leadstage --help');
    const commands = [...help.matchAll(/^ {2}([a-z]+)(?= | {2})/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    const named = firstCells(readme, 'command').flatMap((cell) =>
      [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name),
    );
    expect([...new Set(named)].sort()).toEqual(commands.sort());
  });

  it('name every variable of the environment and no other', () => {
    const code = ['settings.ts', 'cli/main.ts', 'webhooks/private-address.ts']
      .map((name) => read(`packages/api/src/${name}`))
      .join();
    const known = [...code.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name);
    const named = firstCells(readme, 'variable').flatMap((cell) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual([...new Set(known)].sort());
  });
});

describe('the page on the data model', () => {
  it('lists every table there is as built, and no other', () => {
    const schema = readdirSync(join(root, 'prisma/schema')).map((name) => read(`prisma/schema/${name}`));
    const models = schema
      .flatMap((text) => text.split(/^(?=model |enum )/m))
      .filter((text) => text.startsWith('model'));
    const tables = models.map((text) => /@@map\("(\w+)"\)/.exec(text)?.[1]);
    const [built = ''] = read('docs/data-model.md').split('## Planned');
    expect(firstCells(built, 'table').sort()).toEqual(tables.map((name) => `\`${name}\``).sort());
  });
});

describe('links', () => {
  const decisions = readdirSync(join(root, 'docs/adr')).map((name) => `docs/adr/${name}`);
  const manual = readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []));
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...manual, ...decisions];

  it.each(pages)('of %s lead to files that are there', (page) => {
    const missing = localLinks(read(page)).filter((target) => !existsSync(join(root, dirname(page), target)));
    expect(missing).toEqual([]);
  });
});

describe('Ctrl-C', () => {
  it('stops the server cleanly', async () => {
    stopped = true;
    expect(await desk.stop()).toBe(0);
  });
});
