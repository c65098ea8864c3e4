import { AuthenticationError, type LeadstageClient, type Viewer } from '@leadstage/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { connect } from './connect.js';
import { keyStore } from './key-store.js';
import type { Notice } from './sign-in-element.js';

const keys = keyStore(
  () => sessionStorage,
  () => localStorage,
);

/** Who is signed in. The key is in the client and in the store of keys, never in the page. */
export class SessionController implements ReactiveController {
  /** Null: nobody. */
  client: LeadstageClient | null = null;
  /** Null until the server has said who that is. */
  viewer: Viewer | null = null;
  /** Why nobody is signed in any more. */
  notice: Notice | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
    const key = keys.read();
    if (key !== null) void this.#resume(key);
  }

  hostConnected(): void {
    addEventListener('storage', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#follow);
  }

  /** @throws LeadstageError where the key opens nothing, or the server does not answer */
  readonly signIn = async (key: string, stays: boolean): Promise<void> => {
    const client = this.#connected(key);
    const viewer = await whoIs(client);
    keys.keep(key, stays);
    this.#become(client, viewer, null);
  };

  signOut(notice: Notice | null = null): void {
    keys.forget();
    this.#become(null, null, notice);
  }

  /** With the key of before: the reports are asked at once, and tell themselves where the server does not answer. */
  async #resume(key: string): Promise<void> {
    try {
      const client = this.#connected(key);
      this.#become(client, null, null);
      const viewer = await whoIs(client);
      if (this.client === client) this.#become(client, viewer, null);
    } catch (error) {
      if (error instanceof AuthenticationError) this.signOut('ended');
    }
  }

  #connected(key: string): LeadstageClient {
    const client: LeadstageClient = connect(key, () => {
      if (this.client === client) this.signOut('ended');
    });
    return client;
  }

  #become(client: LeadstageClient | null, viewer: Viewer | null, notice: Notice | null): void {
    Object.assign(this, { client, viewer, notice });
    this.host.requestUpdate();
  }

  /** Signing out in one tab ends the others that share its key. */
  readonly #follow = (): void => {
    if (this.client !== null && keys.read() === null) this.signOut();
  };
}

async function whoIs(client: LeadstageClient): Promise<Viewer> {
  const viewer = await client.viewer();
  if (viewer === null) throw new AuthenticationError('UNAUTHENTICATED', 'The key names nobody.');
  return viewer;
}
