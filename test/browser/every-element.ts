export interface ShownElement {
  readonly tag: string;
  /** As they stand in HTML. */
  readonly attributes?: string;
  /** Default true: the frame's table has what the chart shows. */
  readonly hasTable?: boolean;
}

/** Every element, with what makes it show the most. */
export const ELEMENTS: readonly ShownElement[] = [
  { tag: 'leadstage-controls', hasTable: false },
  { tag: 'leadstage-funnel', attributes: 'by="source"' },
  { tag: 'leadstage-trend', attributes: 'measure="reached,step-rate" stages="MQL,SQL"' },
  { tag: 'leadstage-acceptance', attributes: 'by="owner"' },
  { tag: 'leadstage-velocity', attributes: 'grain="MONTH"' },
  { tag: 'leadstage-sla', attributes: 'by="owner" grain="MONTH"' },
  { tag: 'leadstage-cost', attributes: 'by="source"' },
  { tag: 'leadstage-diagnosis', attributes: 'by="source,owner"' },
  { tag: 'leadstage-standard-metrics' },
  { tag: 'leadstage-handoffs', hasTable: false },
];

/** A partner's page with all of them. */
export function elementsPage(of: {
  readonly url: string;
  readonly token: string;
  readonly period: string;
  readonly language: string;
}): string {
  const elements = ELEMENTS.map(({ tag, attributes = '' }) => `<${tag} ${attributes}></${tag}>`).join('\n');
  return `<!doctype html><html lang="${of.language}"><head><title>Partner</title><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
    <link rel="stylesheet" href="/page.css"><script type="module" src="/leadstage.js"></script></head>
    <body><main><h1>Reports</h1><h2>All</h2>
    <leadstage-reports url="${of.url}" token="${of.token}" period="${of.period}">${elements}</leadstage-reports>
    </main></body></html>`;
}
