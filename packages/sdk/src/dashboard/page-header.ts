import { html } from 'lit';
import { brand } from './brand.js';
import type { DashboardWords } from './dashboard-words.js';

/** @param tools language and theme @param home address of the dashboard as it is asked now */
export function pageHeader(words: DashboardWords, tools: unknown, home: string, signOut: () => void) {
  return html`<header class="bar">
    <a class="home" href=${home} data-place>${brand}<span>Leadstage</span></a>
    <a class="explorer" href="/graphql">${words.explorer}</a>
    <div class="tools">${tools}<button type="button" class="quiet" @click=${signOut}>${words.signOut}</button></div>
  </header>`;
}
