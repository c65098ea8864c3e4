import type { ReactiveController, ReactiveControllerHost } from 'lit';

type PanelHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

const MARGIN = 8;

/**
 * One panel at a time, below its button: it takes the focus when it opens, and closes with Escape, a press elsewhere, or
 * when the focus goes elsewhere. Escape gives the focus back to the button.
 */
export class PanelController implements ReactiveController {
  /** Which is open. */
  opened: string | null = null;

  constructor(private readonly host: PanelHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  readonly toggle = (name: string): void => {
    if (this.opened === name) {
      this.close();
      return;
    }
    this.opened = name;
    document.addEventListener('pointerdown', this.#pressElsewhere, true);
    this.#changed();
    void this.host.updateComplete.then(() => this.#panel()?.focus());
  };

  /** @param returns whether the focus goes back to the button */
  close(returns = false): void {
    if (this.opened === null) return;
    if (returns) this.#panel()?.parentElement?.querySelector('button')?.focus();
    this.opened = null;
    document.removeEventListener('pointerdown', this.#pressElsewhere, true);
    this.#changed();
  }

  /** For `@keydown` around the button and its panel. */
  readonly press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.opened === null) return;
    // A dialog that the page stands in stays open.
    event.preventDefault();
    event.stopPropagation();
    this.close(true);
  };

  /** For `@focusout` around the button and its panel. */
  readonly leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !(currentTarget as Element).contains(relatedTarget)) this.close();
  };

  /** Keeps the panel within the window. */
  hostUpdated(): void {
    const panel = this.#panel();
    if (panel === null) return;
    panel.style.left = '0px';
    const { left, right } = panel.getBoundingClientRect();
    const over = right + MARGIN - document.documentElement.clientWidth;
    panel.style.left = `${-Math.max(0, Math.min(over, left - MARGIN))}px`;
  }

  readonly #pressElsewhere = (event: PointerEvent): void => {
    const around = this.#panel()?.parentElement;
    if (around && !event.composedPath().includes(around)) this.close();
  };

  #panel(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.popover');
  }

  #changed(): void {
    this.host.toggleAttribute('open', this.opened !== null);
    this.host.requestUpdate();
  }
}
