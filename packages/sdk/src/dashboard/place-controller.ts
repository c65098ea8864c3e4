import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Place, placeOf, searchFor } from './address.js';

/** What the address says is shown. The address is the truth: a link, the back button and a reload all show the same. */
export class PlaceController implements ReactiveController {
  place: Place = placeOf(location.search);

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly arrived: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#return);
    history.replaceState(null, '', addressOf(this.place));
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#return);
  }

  go(place: Place): void {
    if (searchFor(place) === searchFor(this.place)) return;
    history.pushState(null, '', addressOf(place));
    this.#show(place);
  }

  /** For `@click` around links within the page. New tabs and windows are left to the browser. */
  readonly follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-place]') : null;
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    event.preventDefault();
    this.go(placeOf(link.search));
  };

  readonly #return = (): void => this.#show(placeOf(location.search));

  #show(place: Place): void {
    const isElsewhere = place.saved !== this.place.saved;
    this.place = place;
    this.host.requestUpdate();
    if (isElsewhere) this.arrived();
  }
}

export function addressOf(place: Place): string {
  return `${location.pathname}${searchFor(place)}`;
}
