import type { LeadstageClient, Workspace } from '@leadstage/sdk';
import { html, nothing } from 'lit';
import type { QuestionEvent } from '../elements/reports/events.js';
import type { Question } from '../elements/reports/question.js';
import { filled } from '../elements/words/language.js';
import type { DashboardWords } from './dashboard-words.js';
import { pageSection } from './page-section.js';
import { SECTIONS, type SectionName } from './sections.js';

export interface Overview {
  readonly words: DashboardWords;
  readonly language: string;
  readonly client: LeadstageClient;
  /** Null until it is known. */
  readonly workspace: Workspace | null;
  readonly question: Question;
  readonly askOtherwise: (event: QuestionEvent) => void;
  /** Whether sections fold, as on a phone, and which are open there. */
  readonly folds: boolean;
  readonly opened: ReadonlySet<SectionName>;
  readonly turn: (name: SectionName) => void;
  /** Address of the same for the last period, where the page's has only begun; else null. */
  readonly lastPeriod: string | null;
  /** Of a saved report, by its id. */
  readonly addressOf: (saved: string) => string;
}

const FILTERS = 'source,leadType,region,owner';

/** All reports of the page, driven by one period and filter. */
export function overview(view: Overview) {
  const { words, language, client, workspace, question, folds, opened, lastPeriod } = view;
  const savedReports = html`<leadstage-saved-reports class="wide" language=${language} .client=${client}
    .timeZone=${workspace?.timeZone ?? 'UTC'} .addressOf=${view.addressOf}></leadstage-saved-reports>`;
  return html`<leadstage-reports lang=${language} .client=${client} .period=${question.period} .filter=${question.filter}
    @leadstage-question=${view.askOtherwise}>
    <div class="title">
      <h1>${workspace?.name ?? ''}</h1>
      <leadstage-controls attributes=${FILTERS}></leadstage-controls>
    </div>
    ${lastPeriod === null ? nothing : earlyNote(words, lastPeriod)}
    ${SECTIONS.map(({ name, cards }) => {
      const content = () => cards(words, savedReports);
      const section = { name, title: words[name], isOpen: opened.has(name), folds, content };
      return pageSection(section, () => view.turn(name));
    })}
  </leadstage-reports>`;
}

function earlyNote({ early, trouble, showLast }: DashboardWords, lastPeriod: string) {
  return html`<p class="early" role="status">
    <span>${filled(early, { part: trouble })}</span> <a data-place href=${lastPeriod}>${showLast}</a>
  </p>`;
}
