import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearer } from '../access/bearer.js';
import { registry } from '../observe/metrics.js';
import { send } from './listener.js';
import type { RequestInfo } from './request-info.js';

export interface MetricsAccess {
  /** What must be sent as a bearer token; without one, only this machine is answered. */
  readonly token: string | undefined;
  /** Address that the server listens at. */
  readonly origin: string;
}

/** `GET /metrics`, for Prometheus. */
export async function metrics(
  access: MetricsAccess,
  request: IncomingMessage,
  response: ServerResponse,
  { id }: Pick<RequestInfo, 'id'>,
): Promise<void> {
  if (!mayRead(access, request)) {
    const message = access.token
      ? 'This needs the header `Authorization: Bearer <LEADSTAGE_METRICS_TOKEN>`.'
      : 'Metrics are answered to this machine alone; set LEADSTAGE_METRICS_TOKEN to have them read from elsewhere.';
    const body = JSON.stringify({ code: 'UNAUTHENTICATED', message, requestId: id });
    send(response, 401, 'application/json', body, { 'www-authenticate': 'Bearer' });
    return;
  }
  send(response, 200, registry.contentType, await registry.metrics(), { 'cache-control': 'no-store' });
}

/** @returns false wherever it is not certain */
export function mayRead(
  { token, origin }: MetricsAccess,
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
): boolean {
  const { headers, socket } = request;
  if (token) return isSame(bearer(headers.authorization) ?? '', token);
  // A server that listens to this machine alone; a proxy on it would pass strangers on, and mostly says so.
  const passedOn = FORWARDED.some((name) => headers[name] !== undefined);
  return (
    isLoopback(origin) && isLoopback(`http://${headers.host}`) && isLoopbackAddress(socket.remoteAddress) && !passedOn
  );
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function isLoopbackAddress(address = ''): boolean {
  return address === '::1' || /^(::ffff:)?127(\.\d+){3}$/.test(address);
}

function isSame(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
