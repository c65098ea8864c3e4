// The script of the page at `/embed`, which others frame: elements as its query says, tokens from the page around it.
import type { GetToken, IssuedToken } from '@leadstage/sdk';
import type { ReportsElement } from '../reports/reports-element.js';
import { type FramedQuery, framedQuery } from './framed-query.js';
import { type FromFrame, isToFrame } from './messages.js';

/** How long to wait for a page that does not hear yet, milliseconds. */
const ASK_AGAIN_MS = 1_000;

const query = framedQuery(new URLSearchParams(location.search));
/** Whom it takes tokens from: said in the address, or whoever answers first. */
let parentOrigin: string | null = query.parent;
let asked = 0;

const tell = (message: FromFrame) => window.parent.postMessage(message, parentOrigin ?? '*');

const getToken: GetToken = ({ signal, reason }) =>
  new Promise<IssuedToken>((resolve, reject) => {
    asked += 1;
    const id = asked;
    const ask = () => tell({ type: 'leadstage-token-wanted', id, reason });
    const again = setInterval(ask, ASK_AGAIN_MS);
    const done = new AbortController();
    const end = () => {
      clearInterval(again);
      done.abort();
    };
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      const isParent = source === window.parent && (parentOrigin === null || origin === parentOrigin);
      if (!isParent || !isToFrame(data) || data.id !== id) return;
      parentOrigin = origin;
      end();
      if (data.type === 'leadstage-token') resolve(data);
      else reject(new Error(data.message));
    };
    addEventListener('message', hear, { signal: done.signal });
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    ask();
  });

function show({ reports, period, lang, theme, filter }: FramedQuery): void {
  document.documentElement.lang = lang ?? navigator.language;
  if (theme) document.documentElement.classList.add(theme);
  const around = document.createElement('leadstage-reports') as ReportsElement;
  around.url = new URL('graphql', location.href).href;
  around.getToken = getToken;
  if (period) around.period = period;
  if (filter) around.filter = filter;
  if (lang) around.lang = lang;
  around.append(...reports.map((name) => document.createElement(`leadstage-${name}`)));
  document.body.append(around);
  new ResizeObserver(([entry]) => {
    if (entry) tell({ type: 'leadstage-resize', height: Math.ceil(entry.target.getBoundingClientRect().height) });
  }).observe(document.body);
}

function say(text: string): void {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.append(paragraph);
}

const unknown = query.reports.filter((name) => !customElements.get(`leadstage-${name}`));
if (window.parent === window) say('This page is shown inside others: frame it, and hand it a token by frameReports().');
else if (query.reports.length === 0) say('Say which reports to show: /embed?reports=funnel,sla');
else if (unknown.length > 0) say(`There is no element for ${unknown.join(', ')}.`);
else if (query.problem) say(query.problem);
else show(query);
