import type { IncomingMessage, ServerResponse } from 'node:http';
import { context, propagation, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { activeTracer } from '../observe/tracing.js';
import type { RequestInfo } from './request-info.js';

/**
 * Answers a request in a span of its own, where spans are made: below the one that the caller's `traceparent` names,
 * up to the end of the answer.
 */
export function traced(
  request: IncomingMessage,
  response: ServerResponse,
  { facts, id }: RequestInfo,
  door: string,
  answer: () => void,
): void {
  const tracer = activeTracer();
  if (!tracer) {
    answer();
    return;
  }
  const caller = propagation.extract(context.active(), request.headers);
  const attributes = { 'http.request.method': request.method ?? '', 'leadstage.request.id': id };
  tracer.startActiveSpan(`${request.method} ${door}`, { kind: SpanKind.SERVER, attributes }, caller, (span) => {
    facts.traceId = span.spanContext().traceId;
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500 || !response.writableFinished) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    answer();
  });
}
