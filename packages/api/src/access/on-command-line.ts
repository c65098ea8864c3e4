import { randomUUID } from 'node:crypto';
import type { Once } from '../commands/idempotency.js';
import { type Act, commandLineUser } from './audit.js';

/** An act of whoever runs this process. @param detail what is asked, without secrets */
export function actOnCommandLine(detail: Act['detail']): Act {
  return { actor: commandLineUser(), detail, requestId: null };
}

/** A call of the command line, which is made once. @param operation the mutation's name */
export function onCommandLine(operation: string, detail: Act['detail']): Once {
  return { key: `cli:${randomUUID()}`, operation, input: detail, act: actOnCommandLine(detail) };
}
