/**
 * An entry of the log as a person reads it: the time of day, the level, the message, what it is about, and beneath it
 * where an error arose.
 */
export function terminalLine({ time, level, msg, err, ...about }: Record<string, unknown>): string {
  const { stack, ...error } = (err ?? {}) as Record<string, unknown>;
  const words = [
    String(time).slice(11, 23),
    String(level).toUpperCase(),
    String(msg ?? ''),
    ...Object.entries({ ...about, ...error }).map(([name, value]) => `${name}=${told(value)}`),
  ];
  return `${words.join(' ')}\n${typeof stack === 'string' ? `${stack}\n` : ''}`;
}

function told(value: unknown): string {
  return typeof value === 'string' && /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value);
}
