import { AuthenticationError, InvalidInputError, LeadstageError } from '@leadstage/sdk';
import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { languageOf } from '../elements/words/language.js';
import { brand } from './brand.js';
import { newcomers } from './newcomers.js';
import { SIGN_IN_WORDS, type SignInWords } from './sign-in-words.js';
import { withCommands } from './with-commands.js';

export type Notice = 'wrong' | 'ended' | 'tooMany' | 'unreachable';

/** Asks for an API key, and tells a newcomer where to begin. The key is handed on and nowhere else. */
export class SignInElement extends LitElement {
  static override properties: PropertyDeclarations = {
    language: {},
    notice: {},
    enter: { attribute: false },
    busy: { state: true },
  };

  declare language: string;
  declare notice: Notice | null;
  /** Rejects where the key opens nothing. */
  declare enter: (key: string, stays: boolean) => Promise<void>;
  declare private busy: boolean;

  constructor() {
    super();
    this.language = 'en';
    this.notice = null;
    this.busy = false;
  }

  /** The style sheet of the page reaches it, and so do password managers, to be told to look away. */
  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLInputElement>('#key')?.focus();
  }

  protected override render() {
    const words = SIGN_IN_WORDS[languageOf(this.language)];
    return html`<main class="sign-in" id="main">
      <div class="hero">${brand}<h1>Leadstage</h1><p>${words.lead}</p></div>
      <form class="card" aria-labelledby="sign-in-title" @submit=${this.#submit}>
        <h2 id="sign-in-title">${words.title}</h2>
        ${this.#alert(words)}
        <label for="key">${words.key}</label>
        ${this.#field()}
        <p class="hint" id="key-hint">${withCommands(words.where)}</p>
        <label class="check">
          <input type="checkbox" id="stay" aria-describedby="stay-hint" /><span>${words.stay}</span>
        </label>
        <p class="hint indented" id="stay-hint">${words.stayNote}</p>
        <button class="primary" aria-disabled=${this.busy}>${this.busy ? words.checking : words.signIn}</button>
      </form>
      ${newcomers(words)}
    </main>`;
  }

  #alert(words: SignInWords) {
    return html`<div role="alert">${this.notice ? html`<p class="problem" id="problem">${words[this.notice]}</p>` : nothing}</div>`;
  }

  /**
   * Without a name, so that no form ever sends it. A key is no password of a person at this address: managers are asked not
   * to keep it, in the words that each of them knows.
   */
  #field() {
    return html`<input type="password" id="key" required autocomplete="off" autocapitalize="off" spellcheck="false"
      data-1p-ignore data-bwignore data-lpignore="true" data-form-type="other"
      aria-describedby=${this.notice ? 'problem key-hint' : 'key-hint'}
      aria-invalid=${this.notice === 'wrong' ? 'true' : nothing} />`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.querySelector<HTMLInputElement>('#key');
    const stays = this.querySelector<HTMLInputElement>('#stay')?.checked ?? false;
    if (!field || this.busy) return;
    this.busy = true;
    this.notice = null;
    try {
      await this.enter(field.value.trim(), stays);
    } catch (error) {
      this.notice = noticeOf(error);
      field.select();
    } finally {
      this.busy = false;
    }
  }
}

function noticeOf(error: unknown): Notice {
  if (error instanceof AuthenticationError || error instanceof InvalidInputError) return 'wrong';
  return error instanceof LeadstageError && error.code === 'TOO_MANY_ATTEMPTS' ? 'tooMany' : 'unreachable';
}
