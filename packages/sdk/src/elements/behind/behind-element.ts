import { css, html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { frameStyles } from '../frame/frame-styles.js';
import { ICONS } from '../frame/icons.js';
import { emptyState, failedState } from '../frame/states.js';
import { theme } from '../frame/theme.js';
import { type HandoffScene, handoffScene } from '../handoffs/handoff-columns.js';
import { CsvOfList } from '../list/csv-of-list.js';
import { listStyles } from '../list/list-styles.js';
import { insteadOfRows, listFooter, listTable } from '../list/list-view.js';
import { PagedList } from '../list/paged-list.js';
import { reportsAround } from '../reports/context.js';
import type { BehindEvent } from '../reports/events.js';
import type { Setting } from '../reports/session.js';
import { COMMON_WORDS } from '../words/common-words.js';
import { languageOf } from '../words/language.js';
import { deepestFocus } from './deepest-focus.js';
import { type Behind, behindOf } from './what-is-behind.js';

type Asked = Pick<BehindEvent, 'behind' | 'of' | 'label'>;

/** A dialog that lists what a number counts. `<leadstage-reports>` has one. */
export class BehindElement extends LitElement {
  static override styles = [
    theme,
    frameStyles,
    listStyles,
    css`
      dialog {
        width: min(880px, calc(100vw - 32px));
        padding: 0;
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      .head,
      .below {
        padding: 12px 20px;
      }
      .head {
        flex: none;
        display: flex;
        gap: 12px;
        align-items: flex-start;
        border-bottom: 1px solid var(--_line);
      }
      .head div {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .head p {
        margin: 0;
        color: var(--_muted);
      }
      .head svg {
        display: block;
        width: 16px;
        height: 16px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.6;
      }
      .content {
        overflow-y: auto;
        padding: 4px 20px;
        min-height: 120px;
      }
      .below {
        border-top: 1px solid var(--_line);
      }
      @media (max-width: 480px) {
        dialog {
          width: calc(100vw - 16px);
          max-width: none;
        }
        .head,
        .content,
        .below {
          padding-inline: 12px;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = { asked: { state: true }, setting: { state: true } };

  declare private asked: Asked | null;
  declare private setting: Setting | null;

  readonly #reports = reportsAround(this);
  // Leads, handoffs or accounts: what is asked for says which.
  readonly #list = new PagedList<unknown>(this);
  readonly #csv = new CsvOfList(this, this.#list);
  #before: HTMLElement | SVGElement | null = null;

  constructor() {
    super();
    this.asked = null;
    this.setting = null;
  }

  /** Opens the list behind a number. Resolves when its first page is there or has failed. */
  async show({ behind, of, label }: Asked): Promise<void> {
    this.#before = deepestFocus();
    this.asked = { behind, of, label };
    const listed = this.#begin();
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
    await listed;
  }

  protected override render() {
    const { asked } = this;
    const language = languageOf(this.#reports.value?.language ?? 'en');
    const words = COMMON_WORDS[language];
    const kind = asked && this.#kind(asked);
    const scene = this.#scene();
    return html`<dialog aria-labelledby="label" @close=${this.#closed} @click=${closeOutside}>
      <div class="head">
        <div>
          <h3 id="label">${asked?.label}</h3>
          <p>${kind?.heading(words)}</p>
        </div>
        ${
          this.#list.items.length > 0 && kind && scene
            ? html`<button type="button" title=${words.csv} aria-label=${words.csv} aria-disabled=${this.#csv.progress !== null}
                @click=${() => void this.#save(kind, scene)}>${ICONS.csv}</button>`
            : nothing
        }
        <form method="dialog"><button class="solid">${words.close}</button></form>
      </div>
      ${kind ? this.#content(kind, scene) : nothing}
    </dialog>`;
  }

  #content(kind: Behind<unknown>, scene: HandoffScene | null) {
    const words = scene?.words ?? COMMON_WORDS[languageOf(this.#reports.value?.language ?? 'en')];
    const instead = insteadOfRows(this.#list, words, (error) => failedState(error, words, () => void this.#begin()));
    if (instead !== null || scene === null) return html`<div class="content">${instead}</div>`;
    const { items } = this.#list;
    if (items.length === 0) return html`<div class="content">${emptyState(scene.listWords.nobodyHere)}</div>`;
    return html`<div class="content">${listTable(this.asked?.label ?? '', kind.columns(scene), items)}</div>
      ${listFooter(this.#list, this.#csv, scene)}`;
  }

  #kind({ of }: Asked): Behind<unknown> {
    return behindOf(of) as Behind<unknown>;
  }

  #scene(): HandoffScene | null {
    return this.setting && handoffScene(this.setting.workspace, this.#reports.value?.language);
  }

  async #begin(): Promise<void> {
    const session = this.#reports.value?.session;
    const kind = this.asked && this.#kind(this.asked);
    if (!session || !kind || !this.asked) return this.#list.begin(null);
    const source = kind.source(session, this.asked.behind);
    return this.#list.begin(async (page, options) => {
      const [setting, answer] = await Promise.all([session.setting(), source(page, options)]);
      this.setting = setting;
      return answer;
    });
  }

  async #save(kind: Behind<unknown>, scene: HandoffScene): Promise<void> {
    const label = this.asked?.label ?? '';
    await this.#csv.make(`leadstage-${this.asked?.of}`, (items) => kind.table(label, items, scene));
  }

  readonly #closed = () => {
    this.#csv.cancel();
    void this.#list.begin(null);
    this.asked = null;
    if (this.#before?.isConnected) this.#before.focus();
    this.#before = null;
  };
}

function closeOutside(event: MouseEvent): void {
  if (event.target instanceof HTMLDialogElement) event.target.close();
}
