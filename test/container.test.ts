import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

// No engine runs here: what can be told without one is held here, and the steps of the build were run by hand.

const root = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const dockerfile = read('Dockerfile');
const compose: unknown = parse(read('compose.yaml'));

/** Instructions with their arguments, continued lines joined. */
const instructions = dockerfile
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name = '', ...rest] = line.split(' ');
    return { name, rest: rest.join(' ') };
  });
const all = (name: string) => instructions.filter((each) => each.name === name).map(({ rest }) => rest);

/** What the settings read of the environment. */
const SETTINGS = new Set(
  [...read('packages/api/src/settings.ts').matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name),
);

/** As much of the Compose specification as the file uses; another key is a slip of the pen. */
const environment = z.record(z.string(), z.string());
const service = z.strictObject({
  image: z
    .string()
    .regex(/^[\w./-]+:\d+\.\d+[\w.-]*$/, 'an image of a named version')
    .optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment,
  configs: z.array(z.strictObject({ source: z.string(), target: z.string(), mode: z.number() })).optional(),
  volumes: z.array(z.string().regex(/^[\w-]+:\/[\w/.-]+$/)).optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, 'a port of this machine alone')).optional(),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD-SHELL'), z.string()]),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
    })
    .optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }))
    .optional(),
  stop_grace_period: z.string().optional(),
  restart: z.enum(['unless-stopped', 'on-failure']),
});
const file = z.strictObject({
  services: z.record(z.string(), service),
  configs: z.record(z.string(), z.strictObject({ content: z.string() })),
  volumes: z.record(z.string(), z.null()),
});

describe('the Dockerfile', () => {
  it('is one that a builder would take', () => {
    expect(validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it('begins with a Node.js that the project runs on, of a named version', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(engines.node)?.map(Number) ?? [];
    expect(all('FROM')).toHaveLength(2);
    for (const from of all('FROM')) {
      const [, base, patch] = /^node:(\d+)\.(\d+)-/.exec(from)?.map(Number) ?? [];
      expect(base).toBe(major);
      expect(patch).toBeGreaterThanOrEqual(minor as number);
    }
  });

  it('copies what there is, and nothing that is left out', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    const sources = all('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) {
      expect(existsSync(join(root, source)), source).toBe(true);
      expect(ignored, source).not.toContain(source);
    }
  });

  it('has what browsers load: the SDK is built before the server that depends on it, and stays', () => {
    const { dependencies } = JSON.parse(read('packages/api/package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies)).toContain('@leadstage/sdk');
    expect(all('RUN').find((command) => command.includes('turbo'))).toContain('--filter=@leadstage/api');
    expect(all('COPY')).toContain('--from=build --chown=root:root /app ./');
    expect(JSON.parse(read('turbo.json'))).toHaveProperty('tasks.build.dependsOn', ['^build']);
  });

  it('ends as a user without rights who serves where the settings say', () => {
    expect(all('USER')).toEqual(['node']);
    const names =
      all('ENV')
        .at(-1)
        ?.match(/\b[A-Z_]+(?==)/g) ?? [];
    expect(names.filter((name) => name !== 'NODE_ENV' && !SETTINGS.has(name))).toEqual([]);
    const [entry] = JSON.parse(all('ENTRYPOINT')[0] ?? '[]').slice(1) as string[];
    expect(existsSync(join(root, entry ?? '')), entry).toBe(true);
    expect(dockerfile).toContain(`EXPOSE ${/PORT=(\d+)/.exec(dockerfile)?.[1]}`);
  });

  it('asks for its health in a program that tells a live server from none', async () => {
    const health = JSON.parse(/CMD (\["node", "-e", .*\])/.exec(dockerfile)?.[1] ?? '[]') as string[];
    const statusAt = async (port: number) => {
      const child = spawn(process.execPath, health.slice(1), { env: { ...process.env, PORT: String(port) } });
      return (await once(child, 'exit'))[0] as number;
    };
    const server = createServer((request, response) => response.writeHead(request.url === '/health' ? 200 : 404).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await statusAt(port)).toBe(0);
    server.close();
    server.closeAllConnections();
    expect(await statusAt(port)).toBe(1);
  });
});

describe('compose.yaml', () => {
  it('says nothing that the specification does not know', () => {
    const checked = file.safeParse(compose);
    expect(checked.error && z.prettifyError(checked.error)).toBeUndefined();
  });

  const { services, configs, volumes } = file.parse(compose);

  it('names what there is: services, files, volumes, settings and commands', () => {
    for (const [
      name,
      { image, build, depends_on = {}, configs: given = [], volumes: kept = [], environment },
    ] of Object.entries(services)) {
      expect([image, build].filter(Boolean), name).toHaveLength(1);
      expect(Object.keys(services)).toEqual(expect.arrayContaining(Object.keys(depends_on)));
      expect(Object.keys(configs)).toEqual(expect.arrayContaining(given.map(({ source }) => source)));
      expect(Object.keys(volumes)).toEqual(expect.arrayContaining(kept.map((each) => each.split(':')[0])));
      if (build)
        expect(
          Object.keys(environment).filter((each) => !SETTINGS.has(each)),
          name,
        ).toEqual([]);
    }
    expect(services.migrate?.command).toEqual(['migrate']);
    expect(read('packages/api/src/cli/record-commands.ts')).toContain("new Command('migrate')");
    expect(dockerfile).toContain(`EXPOSE ${services.leadstage?.ports?.[0]?.split(':')[2]}`);
  });

  it('keeps no password: each is asked for by name', () => {
    const secrets = Object.values(services).flatMap((each) =>
      Object.entries(each.environment).filter(([name]) => /PASSWORD|KEY$/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(2);
    for (const [name, value] of secrets) expect(value).toMatch(new RegExp(`^\\$\\{${name}:\\?`));
  });

  it('makes the login of the server in a script that a shell can read, without rights of its own', () => {
    const script = configs['server-login']?.content.replaceAll('$$', '$') ?? '';
    expect(spawnSync('bash', ['-n'], { input: script }).status).toBe(0);
    expect(script).toContain('CREATE ROLE leadstage_server LOGIN NOINHERIT');
    expect(script).toContain('GRANT leadstage_app, leadstage_watch TO leadstage_server');
    expect(services.leadstage?.environment.DATABASE_URL).toMatch(/^postgres:\/\/leadstage_server:/);
  });
});
