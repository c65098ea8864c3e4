export interface WelcomeInfo {
  readonly version: string;
  /** Null while there is no workspace yet. */
  readonly workspaceName: string | null;
  /** Where the server is reached, without a slash at the end. */
  readonly origin?: string;
}

const firstQuery = (origin: string): string => `curl ${origin}/graphql \\
  -H 'Authorization: Bearer YOUR_API_KEY' \\
  -H 'Content-Type: application/json' \\
  -d '{"query":"{ workspace { name timeZone currency } }"}'`;

/** What a browser finds at `/`: one self-contained HTML document without scripts or external resources. */
export function welcomePage({ version, workspaceName, origin = 'http://127.0.0.1:4000' }: WelcomeInfo): string {
  const workspace = workspaceName === null ? '' : ` &middot; workspace <strong>${escapeHtml(workspaceName)}</strong>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Leadstage</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<p class="mark" aria-hidden="true"><i></i><i></i><i></i><i></i></p>
<h1>Leadstage is running</h1>
<p class="lead">It follows every lead from first contact to customer, and answers exactly: how many reach each stage,
how long that takes, and what it costs.</p>
<p class="meta">Version ${escapeHtml(version)}${workspace}</p>
</header>
<section aria-labelledby="ask">
<h2 id="ask">Ask it something</h2>
<p>The API is GraphQL, at <a href="/graphql"><code>/graphql</code></a>; a browser gets an explorer there. A first query,
with the API key that the server printed when it first started:</p>
<pre tabindex="0" role="region" aria-label="A first query with curl"><code>${escapeHtml(firstQuery(origin))}</code></pre>
</section>
<section aria-labelledby="terminal">
<h2 id="terminal">Or from a terminal</h2>
<dl>
<dt><code>npx leadstage report funnel</code></dt>
<dd>Shows how many leads reach each stage, as a table with bars.</dd>
<dt><code>npx leadstage import --help</code></dt>
<dd>Brings in your own leads from a CSV file; the import names every row it cannot take, and why.</dd>
</dl>
</section>
<section aria-labelledby="more">
<h2 id="more">Also here</h2>
<ul>
<li><a href="/graphql">/graphql</a> &ndash; the API and its explorer</li>
<li><a href="/health">/health</a> &ndash; says whether the server is alive</li>
</ul>
<p class="note">This page is all there is to look at for now: the dashboard comes later.</p>
</section>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2330; --soft: #566173; --paper: #f7f8fa; --card: #fff; --line: #dde2ea; --accent: #1d5fd1; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecf3; --soft: #a3aebf; --paper: #12161d; --card: #1a2029; --line: #2d3644; --accent: #84b1ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: clamp(1.5rem, 6vw, 4rem) 1.25rem; }
h1 { margin: 0 0 .5rem; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; }
h2 { margin: 0 0 .5rem; font-size: 1.125rem; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre { font: .875rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 0; padding: 1rem; overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
section { margin-top: 1rem; padding: 1.25rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
dl, ul { margin: 0; }
ul { padding-left: 1.25rem; }
dd { margin: 0 0 .75rem; color: var(--soft); }
dd:last-child { margin: 0; }
.mark { display: flex; gap: 4px; align-items: end; height: 2.5rem; margin-bottom: 1.25rem; }
.mark i { width: 12px; height: 100%; background: var(--accent); border-radius: 3px; }
.mark i:nth-child(2) { height: 70%; opacity: .8; }
.mark i:nth-child(3) { height: 45%; opacity: .6; }
.mark i:nth-child(4) { height: 22%; opacity: .45; }
.lead { font-size: 1.125rem; }
.meta, .note { color: var(--soft); }
.meta { margin-bottom: 2rem; }
.note { margin: 1rem 0 0; }
`;
