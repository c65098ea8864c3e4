import { html } from 'lit';
import type { SignInWords } from './sign-in-words.js';

const FIRST_QUERY = (origin: string) => `curl ${origin}/graphql \\
  -H "Authorization: Bearer $LEADSTAGE_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{"query":"{ workspace { name timeZone currency } }"}'`;

/** Where somebody begins who has just started the server. */
export function newcomers(words: SignInWords) {
  const line = (what: unknown, says: string) => html`<div><dt>${what}</dt><dd>${says}</dd></div>`;
  return html`<section class="newcomers" aria-labelledby="new-title">
    <h2 id="new-title">${words.newHere}</h2>
    <dl>
      ${line(html`<a href="/graphql">/graphql</a>`, words.explorer)}
      ${line(html`<a href="/health">/health</a>`, words.health)}
      ${line(html`<code>npx leadstage report funnel</code>`, words.funnel)}
      ${line(html`<code>npx leadstage import --help</code>`, words.importing)}
    </dl>
    <h3 id="query-title">${words.firstQuery}</h3>
    <pre tabindex="0" role="region" aria-labelledby="query-title"><code>${FIRST_QUERY(location.origin)}</code></pre>
  </section>`;
}
