import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog, SILENT } from '../packages/api/src/observe/log.js';
import { observed } from '../packages/api/src/observe/observed-task.js';
import { activeTracer, inSpan, startTracing, type Tracing } from '../packages/api/src/observe/tracing.js';
import { sql } from '../packages/api/src/query/sql.js';
import { describeDatabase } from './support/database.js';
import { type ObservedServer, startObservedServer } from './support/observed-server.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const PLANTED = 'planted-hunter2';

/** OpenTelemetry keeps one provider a process; what a test has set, the next may set again. */
function forgetProvider(): void {
  for (const api of [trace, context, propagation]) api.disable();
}

describe(`traces, ${describeDatabase()}`, () => {
  const kept = new InMemorySpanExporter();
  let tracing: Tracing;
  let server: ObservedServer;

  beforeAll(async () => {
    tracing = await startTracing(SILENT, new SimpleSpanProcessor(kept));
    server = await startObservedServer();
  });
  beforeEach(() => kept.reset());
  afterAll(async () => {
    await server?.close();
    await tracing.stop();
    forgetProvider();
  });

  /** Spans by name, once the request's own has ended. */
  async function spansOf(path: string): Promise<ReadableSpan[]> {
    return vi.waitFor(() => {
      const spans = kept.getFinishedSpans();
      expect(spans.map(({ name }) => name)).toContain(path);
      return spans;
    });
  }
  const parentOf = (span: ReadableSpan) => span.parentSpanContext?.spanId;

  it('go from the caller through request and operation to each statement', async () => {
    const query = 'query Whose($id: String!) { lead(externalId: $id) { id } }';
    const answer = await server.ask({ query, variables: { id: PLANTED } }, { traceparent: `00-${TRACE}-${PARENT}-01` });
    const spans = await spansOf('POST graphql');
    const [request] = spans.filter(({ name }) => name === 'POST graphql');
    const [operation] = spans.filter(({ name }) => name === 'graphql query lead');
    const statements = spans.filter(({ name }) => name.startsWith('postgresql '));

    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([TRACE]));
    expect(parentOf(request!)).toBe(PARENT);
    expect(parentOf(operation!)).toBe(request!.spanContext().spanId);
    expect(operation!.attributes).toEqual({ 'graphql.operation.type': 'query', 'graphql.operation.name': 'Whose' });
    expect(request!.attributes).toEqual({
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'leadstage.request.id': answer.headers.get('x-request-id'),
    });
    const parents = new Map(statements.map((span) => [String(span.attributes['db.query.text']), parentOf(span)]));
    const under = (part: string) => [...parents].find(([text]) => text.includes(part))?.[1];
    expect(under('FROM api_key'), 'who asks is found before the operation begins').toBe(request!.spanContext().spanId);
    expect(under('"lead"') ?? under('FROM lead')).toBe(operation!.spanContext().spanId);

    const log = server.entries().find(({ requestId }) => requestId === answer.headers.get('x-request-id'));
    expect(log).toMatchObject({ msg: 'request', traceId: TRACE });
  });

  it('hold no values: not of variables, keys or workspaces', async () => {
    const query = 'query($id: String!) { lead(externalId: $id) { id } }';
    await server.ask({ query, variables: { id: PLANTED } });
    const spans = await spansOf('POST graphql');
    const told = JSON.stringify(spans.map(({ name, attributes, events }) => ({ name, attributes, events })));
    expect(told).toContain('SET LOCAL app.workspace_id = ?');
    for (const secret of [PLANTED, server.workspaceId, server.apiKey.slice(-43)]) expect(told).not.toContain(secret);
  });

  it('say which statement failed, by its code alone', async () => {
    const { pool } = server.database;
    const asking = inSpan('asking', {}, () => pool.query(`SELECT '${PLANTED}'::uuid`));
    await expect(asking).rejects.toThrow();
    const [failed] = kept.getFinishedSpans().filter(({ name }) => name === 'postgresql SELECT');
    expect(failed).toMatchObject({ status: { code: SpanStatusCode.ERROR }, attributes: { 'error.type': '22P02' } });
    expect(JSON.stringify([failed!.status, failed!.attributes, failed!.events])).not.toContain(PLANTED);
  });

  it('begin anew where the caller sends none, or nonsense', async () => {
    await server.ask({ query: '{ __typename }' }, { traceparent: '00-nonsense' });
    const [request] = (await spansOf('POST graphql')).filter(({ name }) => name === 'POST graphql');
    expect(request!.parentSpanContext).toBeUndefined();
  });

  it('are not made of what belongs to nothing, such as asking each second what is due', async () => {
    await server.database.pool.query('SELECT 1');
    expect(kept.getFinishedSpans()).toEqual([]);
  });

  it('have steps of background work, with what they send', async () => {
    const task = observed({
      name: 'testing',
      due: sql`SELECT 1`,
      atOnce: 1,
      run: async ({ pool }) => {
        await pool.query('SELECT 1');
        return false;
      },
    });
    await task.run(server.database, server.workspaceId, new AbortController().signal);
    const [step] = kept.getFinishedSpans().filter(({ name }) => name === 'worker testing');
    const [statement] = kept.getFinishedSpans().filter(({ attributes }) => attributes['db.query.text'] === 'SELECT 1');
    expect(parentOf(statement!)).toBe(step!.spanContext().spanId);
  });
});

describe('without traces', () => {
  it('nothing is made, and what is observed runs as it is', () => {
    expect(activeTracer()).toBeNull();
    const work = () => 7;
    expect(inSpan('x', {}, work)).toBe(7);
  });
});

describe('sending', () => {
  it('goes to where OTEL_EXPORTER_OTLP_ENDPOINT says, at the latest when the server stops', async () => {
    const received: { path: string | undefined; text: string }[] = [];
    const receiver = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      received.push({ path: request.url, text });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`);
    const tracing = await startTracing(SILENT);
    await inSpan('worker testing', { 'leadstage.workspace.id': 'w' }, async () => {});
    await tracing.stop();
    vi.unstubAllEnvs();
    forgetProvider();
    receiver.close();
    expect(received.map(({ path }) => path)).toEqual(['/v1/traces']);
    const [{ resource, scopeSpans }] = (JSON.parse(received[0]!.text) as { resourceSpans: [Sent] }).resourceSpans;
    expect(resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'leadstage' } });
    expect(scopeSpans[0]!.spans.map(({ name }) => name)).toEqual(['worker testing']);
  });

  it('that fails is told in the log and stops nothing', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:9');
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '500');
    let written = '';
    const write = (line: string) => {
      written += line;
    };
    const tracing = await startTracing(createLog({ level: 'warn', to: { write } }));
    expect(await inSpan('x', {}, async () => 7)).toBe(7);
    await tracing.stop();
    expect(written).toContain('ECONNREFUSED');
    vi.unstubAllEnvs();
    forgetProvider();
  });
});

interface Sent {
  readonly resource: { readonly attributes: readonly object[] };
  readonly scopeSpans: readonly { readonly spans: readonly { readonly name: string }[] }[];
}
