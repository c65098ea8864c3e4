import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again every half minute, so that what it says of now stays true; rests while the page is hidden. */
export class ClockController implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #turn = () => {
    clearInterval(this.#timer);
    if (document.hidden) return;
    this.host.requestUpdate();
    this.#timer = setInterval(() => this.host.requestUpdate(), 30_000);
  };

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#turn);
    this.#turn();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#turn);
    clearInterval(this.#timer);
  }
}
