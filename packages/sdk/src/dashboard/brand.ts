import { html } from 'lit';

/** The mark: a funnel on its side. */
export const brand = html`<svg class="brand" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="7"></rect>
  <path d="M8 8.5v15M14 12.5v11M20 17.5v6M26 21.5v2"></path>
</svg>`;
