/** What the framed page tells the page around it. It holds no secret, so it may go to whoever frames it. */
export type FromFrame =
  | { readonly type: 'leadstage-token-wanted'; readonly id: number; readonly reason: 'FIRST' | 'EXPIRED' }
  | { readonly type: 'leadstage-resize'; readonly height: number };

/** The answer to the wish of that id. */
export type ToFrame =
  | { readonly type: 'leadstage-token'; readonly id: number; readonly token: string; readonly expiresAt?: string }
  | { readonly type: 'leadstage-no-token'; readonly id: number; readonly message: string };

export function isFromFrame(data: unknown): data is FromFrame {
  if (!isRecord(data)) return false;
  if (data.type === 'leadstage-resize') return typeof data.height === 'number' && data.height >= 0;
  return data.type === 'leadstage-token-wanted' && typeof data.id === 'number';
}

export function isToFrame(data: unknown): data is ToFrame {
  if (!isRecord(data) || typeof data.id !== 'number') return false;
  if (data.type === 'leadstage-token') return typeof data.token === 'string';
  return data.type === 'leadstage-no-token' && typeof data.message === 'string';
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
