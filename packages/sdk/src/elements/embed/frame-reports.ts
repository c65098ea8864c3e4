import type { GetToken } from '@leadstage/sdk';
import { isFromFrame, type ToFrame } from './messages.js';

export interface FrameOptions {
  /** Fetches an embed token from your server: when the frame has none, and again before it ends. */
  readonly getToken: GetToken;
}

/**
 * Gives a frame that shows `/embed` of a Leadstage server its tokens, and makes it as high as what it shows. Only that frame,
 * and only while it stands at its own origin, is heard or told anything.
 * @returns ends it
 */
export function frameReports(frame: HTMLIFrameElement, { getToken }: FrameOptions): () => void {
  const ended = new AbortController();
  const answering = new Set<number>();
  const hear = async ({ source, origin, data }: MessageEvent<unknown>) => {
    const isFrame = source !== null && source === frame.contentWindow && origin === originOf(frame);
    if (!isFrame || !isFromFrame(data)) return;
    if (data.type === 'leadstage-resize') {
      // Its own border comes on top, whatever the page has its boxes measured by.
      frame.style.boxSizing = 'content-box';
      frame.style.height = `${data.height}px`;
      return;
    }
    // A frame that hears nothing asks again.
    if (answering.has(data.id)) return;
    answering.add(data.id);
    const answer = await tokenFor(data.id, () => getToken({ signal: ended.signal, reason: data.reason }));
    answering.delete(data.id);
    if (!ended.signal.aborted && origin === originOf(frame)) frame.contentWindow?.postMessage(answer, origin);
  };
  addEventListener('message', (event) => void hear(event), { signal: ended.signal });
  return () => ended.abort();
}

async function tokenFor(id: number, getToken: () => ReturnType<GetToken>): Promise<ToFrame> {
  try {
    const issued = await getToken();
    return { type: 'leadstage-token', id, ...(typeof issued === 'string' ? { token: issued } : pick(issued)) };
  } catch (error) {
    return { type: 'leadstage-no-token', id, message: error instanceof Error ? error.message : String(error) };
  }
}

/** What may be cloned into another page, and no more than that. */
function pick({ token, expiresAt }: { readonly token: string; readonly expiresAt?: string | undefined }) {
  return expiresAt === undefined ? { token } : { token, expiresAt };
}

function originOf({ src }: HTMLIFrameElement): string {
  return new URL(src, document.baseURI).origin;
}
