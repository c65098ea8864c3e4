import { SpanKind, trace } from '@opentelemetry/api';
import { statementDuration, statements } from './metrics.js';
import { activeTracer, markFailed } from './tracing.js';

/** Counts and times a statement, and makes a span of it below that of whoever sends it. To be called once it has ended. */
export function observeStatement(text: string): (error?: unknown) => void {
  const started = performance.now();
  const tracer = activeTracer();
  // Asking each second what is due belongs to no request and no task, and would bury them.
  const span =
    tracer &&
    trace.getActiveSpan() &&
    tracer.startSpan(`postgresql ${verbOf(text)}`, {
      kind: SpanKind.CLIENT,
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': withoutLiterals(text) },
    });
  return (error) => {
    statements.inc({ outcome: error ? 'failed' : 'ok' });
    statementDuration.observe((performance.now() - started) / 1_000);
    if (!span) return;
    if (error) markFailed(span, error);
    span.end();
  };
}

const LONGEST = 4_000;

/** Values travel apart from the text, as `$1`; what stands in the text itself is ours, save the id of a workspace. */
function withoutLiterals(text: string): string {
  return text
    .replaceAll(/'[^']*'/g, '?')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

function verbOf(text: string): string {
  return /[a-z]+/i.exec(text)?.[0].toUpperCase() ?? 'STATEMENT';
}
