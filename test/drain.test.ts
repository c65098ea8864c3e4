import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@leadstage/prisma';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningCli, requireBuild, serve } from './support/cli.js';

let folder: string;
let running: RunningCli;

beforeAll(() => {
  requireBuild();
  folder = mkdtempSync(join(tmpdir(), 'leadstage drain '));
});
afterAll(async () => {
  await running?.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly text: string;
}

/** Asks over a connection that the client would keep. */
function ask(path: string, agent: Agent, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const answered = async (response: IncomingMessage) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, connection: response.headers.connection, text });
    };
    get(`${running.origin}${path}`, { agent, headers }, (response) => void answered(response).catch(reject)).on(
      'error',
      reject,
    );
  });
}

describe('SIGTERM', () => {
  it('lets what is under way end, sends other requests elsewhere, and leaves nothing behind', async () => {
    const dataDir = join(folder, 'data');
    running = await serve({ LEADSTAGE_DATA_DIR: dataDir, LEADSTAGE_DRAIN_DELAY: '4', LEADSTAGE_LOG: 'info' });
    const headers = { authorization: `Bearer ${running.key}` };
    const agent = new Agent({ keepAlive: true });
    expect(await ask('/ready', agent)).toMatchObject({ status: 200, connection: 'keep-alive' });

    // The embedded database does one thing at a time: whoever has a transaction open lets all others wait.
    const guest = await openDatabase({ dataDir });
    const client = await guest.pool.connect();
    await client.query('BEGIN');
    const slow = ask('/graphql?query={viewer{name}}', agent, headers);
    let ended = false;
    void slow.finally(() => {
      ended = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));

    running.process.kill('SIGTERM');
    await vi.waitFor(() => expect(running.output.stdout).toContain('Stopping'), { timeout: 10_000 });
    const draining = await ask('/ready', new Agent({ keepAlive: true }));
    expect(draining).toEqual({ status: 503, connection: 'close', text: '{"status":"draining"}' });
    expect(await ask('/health', new Agent({ keepAlive: true }))).toMatchObject({ status: 200, connection: 'close' });

    await vi.waitFor(() => expect(ask('/health', new Agent())).rejects.toThrow('ECONNREFUSED'), { timeout: 20_000 });
    expect(ended, 'the request under way').toBe(false);
    expect(running.process.exitCode).toBeNull();

    await client.query('COMMIT');
    client.release();
    expect(await slow).toEqual({
      status: 200,
      connection: 'close',
      text: expect.stringMatching(/^\{"data":\{"viewer":\{"name":"First key"\}\}/),
    });
    await guest.close();
    await vi.waitFor(() => expect(running.process.exitCode).toBe(0), { timeout: 15_000 });
    const lines = running.output.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const told = lines.map(({ msg, status, path }) => (msg === 'request' ? `${path} ${status}` : msg));
    expect(told.filter((each) => each !== 'migrating')).toEqual(['serving', 'stopping', '/graphql 200']);
  });
});
