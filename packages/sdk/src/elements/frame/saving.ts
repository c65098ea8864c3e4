import { nothing, type ReactiveControllerHost } from 'lit';
import { fetchLater, type Later } from '../fetch-later.js';
import type { CommonWords } from '../words/common-words.js';
import { failedState } from './states.js';

/** Makes files of what an element shows, and says of which answer it could not. */
export class Saving {
  #failed: { readonly of: unknown; readonly error: unknown; readonly again: () => void } | null = null;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** @param of the answer: of another one nothing has failed */
  async save(of: unknown, make: (later: Later) => void | Promise<void>): Promise<void> {
    this.#failed = null;
    this.host.requestUpdate();
    try {
      await make(await fetchLater());
    } catch (error) {
      this.#failed = { of, error, again: () => void this.save(of, make) };
      this.host.requestUpdate();
    }
  }

  /** That the last file could not be made, and a way to try again. */
  failedState(of: unknown, words: CommonWords) {
    const failed = this.#failed;
    return failed === null || failed.of !== of ? nothing : failedState(failed.error, words, failed.again);
  }
}
