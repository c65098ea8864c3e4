import { type Attributes, DiagLogLevel, diag, type Span, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { VERSION } from '../version.js';
import type { Log } from './log.js';

let tracer: Tracer | null = null;

/** What makes spans; null while nobody listens, and then nothing is spent on them. */
export function activeTracer(): Tracer | null {
  return tracer;
}

export interface Tracing {
  /** Sends what has not been sent, and makes no more spans. */
  stop(): Promise<void>;
}

/**
 * Begins to make spans of requests, operations, statements and background work, and sends them by OTLP over HTTP to
 * where `OTEL_EXPORTER_OTLP_ENDPOINT` says (default http://localhost:4318). What makes and sends them is loaded only
 * now. The other variables of OpenTelemetry's SDK hold too: `OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER`, `OTEL_BSP_…`.
 * @param processor instead of sending, for tests
 */
export async function startTracing(log: Log, processor?: SpanProcessor): Promise<Tracing> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const tell = (message: string) => log.warn({ about: 'traces' }, message);
  diag.setLogger({ error: tell, warn: tell, info() {}, debug() {}, verbose() {} }, DiagLogLevel.WARN);
  const service = { 'service.name': process.env.OTEL_SERVICE_NAME || 'leadstage', 'service.version': VERSION };
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes(service),
    spanProcessors: [processor ?? new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  tracer = trace.getTracer('leadstage', VERSION);
  return {
    async stop() {
      tracer = null;
      await provider.shutdown().catch((err: unknown) => log.warn({ err }, 'the last traces could not be sent'));
    },
  };
}

/** Runs `work` in a span of its own, if spans are made at all. */
export function inSpan<T>(name: string, attributes: Attributes, work: () => T | Promise<T>): T | Promise<T> {
  if (!tracer) return work();
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Says of what kind an error was, and nothing that its message may hold. */
export function markFailed(span: Span, error: unknown): void {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', String(code ?? name ?? typeof error));
}
