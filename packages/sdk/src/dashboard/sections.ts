import { html, type TemplateResult } from 'lit';
import type { DashboardWords } from './dashboard-words.js';

export type SectionName = 'goals' | 'pipeline' | 'followUp' | 'handoffs' | 'saved';

export interface Section {
  readonly name: SectionName;
  /** @param savedReports the list of them */
  readonly cards: (words: DashboardWords, savedReports: TemplateResult) => TemplateResult;
}

/** What a revenue-operations lead reads on a Monday, in that order. One card alone is named by its section. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'goals',
    cards: () => html`<leadstage-acceptance class="wide" show="goals" heading=""></leadstage-acceptance>`,
  },
  {
    name: 'pipeline',
    cards: ({ trouble, trend, cost }) => html`<leadstage-funnel></leadstage-funnel>
      <div class="beside"><leadstage-diagnosis heading=${trouble}></leadstage-diagnosis></div>
      <leadstage-trend measure="entered" heading=${trend}></leadstage-trend>
      <leadstage-cost by="source" heading=${cost}></leadstage-cost>`,
  },
  {
    name: 'followUp',
    cards: ({ slipping }) => html`<leadstage-sla show="clocks"></leadstage-sla>
      <div class="stack">
        <leadstage-sla show="groups" by="owner" heading=${slipping}></leadstage-sla>
        <leadstage-sla show="outcomes"></leadstage-sla>
      </div>`,
  },
  {
    name: 'handoffs',
    cards: () => html`<leadstage-handoffs class="wide" heading=""></leadstage-handoffs>`,
  },
  { name: 'saved', cards: (_words, savedReports) => savedReports },
];

/** On a phone; the others are not asked before somebody opens them. */
export const OPEN_AT_FIRST: readonly SectionName[] = ['goals', 'pipeline'];
