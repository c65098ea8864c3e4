import type { TransitionKind } from './_generated/operations.js';
import { LeadstageError } from './errors.js';

/** What a webhook is sent. `type` says which; instants are ISO 8601 in UTC with milliseconds. */
export type WebhookEvent =
  | EventOf<'lead.transitioned', { readonly lead: WebhookLead; readonly transition: WebhookTransition }>
  | EventOf<
      'handoff.opened' | 'handoff.accepted' | 'handoff.rejected',
      { readonly lead: WebhookLead; readonly handoff: WebhookHandoff }
    >
  | EventOf<'handoff.due_soon' | 'handoff.overdue', WebhookAlert>
  | EventOf<'goal.at_risk', WebhookGoalAtRisk>;

interface EventOf<Type extends string, Data> {
  /** The same in every delivery of the event: what to tell duplicates by. */
  readonly id: string;
  readonly type: Type;
  /** Id of the workspace. */
  readonly workspace: string;
  readonly recordedAt: string;
  readonly data: Data;
}

export interface WebhookLead {
  readonly id: string;
  /** Your own. */
  readonly externalId: string;
}

export interface WebhookTransition {
  readonly externalId: string;
  /** Key of the stage left; null: out of the ladder, or nowhere yet. */
  readonly from: string | null;
  /** Key of the stage entered; null: out of the ladder. */
  readonly to: string | null;
  readonly kind: TransitionKind;
  readonly occurredAt: string;
  readonly actor: string | null;
  readonly reason: string | null;
}

export interface WebhookHandoff {
  readonly id: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly outcome: 'ACCEPTED' | 'REJECTED' | 'RECYCLED' | 'DISQUALIFIED' | null;
  readonly owner: string | null;
  readonly reason: string | null;
  readonly responseDueAt: string | null;
  readonly decisionDueAt: string | null;
}

export interface WebhookAlert {
  readonly lead: WebhookLead;
  readonly handoff: WebhookHandoff;
  readonly clock: 'FIRST_RESPONSE' | 'DECISION';
  readonly dueAt: string;
  readonly policy: { readonly key: string; readonly version: number };
  /** What the policy did about it; null while it is due soon. */
  readonly action: 'NOTIFY' | 'REASSIGN' | 'RECALL' | null;
  /** With REASSIGN, the new owner; `handoff.owner` is the one that had it. */
  readonly assignedTo: string | null;
}

export interface WebhookGoalAtRisk {
  readonly goal: {
    readonly key: string;
    readonly name: string;
    readonly version: number;
    readonly stage: string;
    /** Local dates; `end` is the day after the last. */
    readonly period: { readonly start: string; readonly end: string };
    readonly target: number;
  };
  /** Entries so far. */
  readonly entered: number;
  /** Entries as a share of what was to be expected by now. */
  readonly pace: number;
  /** What the goal sets for that share: an exact decimal as text. */
  readonly threshold: string;
}

export interface WebhookRequest {
  /** The body as it came: parsed and written anew, it is not what was signed. */
  readonly body: string | Uint8Array;
  /** The header `Leadstage-Signature`. */
  readonly signature: string | null | undefined;
  /** `whsec_…`; several while you change from one to another. */
  readonly secret: string | readonly string[];
  /** How old a request may be, and how far ahead the sender's clock, in seconds; default 300. */
  readonly toleranceSeconds?: number;
  /** Epoch milliseconds; default the clock's. */
  readonly now?: number;
}

/**
 * The request is not to be trusted: the signature does not fit (`INVALID_SIGNATURE`), it is too old or from the future
 * (`EXPIRED`), or header or body are not what Leadstage sends (`MALFORMED`).
 */
export class WebhookSignatureError extends LeadstageError {
  override readonly name = 'WebhookSignatureError';
  declare readonly code: 'INVALID_SIGNATURE' | 'EXPIRED' | 'MALFORMED';
}

/**
 * Makes sure that a request to your webhook came from Leadstage, lately and unchanged, and answers its event. Works
 * wherever there is WebCrypto: Node, browsers, edge runtimes.
 * @throws WebhookSignatureError
 */
export async function verifyWebhook({
  body,
  signature,
  secret,
  toleranceSeconds = 300,
  now = Date.now(),
}: WebhookRequest): Promise<WebhookEvent> {
  const header = /^t=(\d{1,12})((?:,v1=[0-9a-f]{64}){1,8})$/.exec(signature ?? '');
  if (!header) throw refusal('MALFORMED', 'The header Leadstage-Signature is missing or not of the form t=…,v1=….');
  const [, seconds = '', macs = ''] = header;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signed = concatenated(new TextEncoder().encode(`${seconds}.`), bytes);
  const candidates = [...macs.matchAll(/[0-9a-f]{64}/g)].map(([hex]) => bytesOf(hex));
  const secrets = typeof secret === 'string' ? [secret] : secret;
  const checks = secrets.flatMap((each) => candidates.map((mac) => isSigned(each, mac, signed)));
  if (!(await Promise.all(checks)).includes(true)) {
    throw refusal('INVALID_SIGNATURE', 'The signature fits none of the secrets.');
  }
  if (!(Math.abs(now / 1_000 - Number(seconds)) <= toleranceSeconds)) {
    throw refusal('EXPIRED', `The request was signed more than ${toleranceSeconds} s from now.`);
  }
  return parsed(new TextDecoder().decode(bytes));
}

/** WebCrypto compares in constant time. */
async function isSigned(secret: string, mac: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>) {
  const { subtle } = globalThis.crypto;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
  return subtle.verify('HMAC', key, mac, signed);
}

function concatenated(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}

function parsed(text: string): WebhookEvent {
  try {
    const event = JSON.parse(text) as WebhookEvent | null;
    if (typeof event?.id === 'string' && typeof event.type === 'string' && typeof event.data === 'object') return event;
  } catch {
    // Told of below.
  }
  throw refusal('MALFORMED', 'The body is signed, but is no event.');
}

function refusal(code: WebhookSignatureError['code'], message: string): WebhookSignatureError {
  return new WebhookSignatureError(code, message);
}
