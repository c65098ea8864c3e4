import type { AcceptanceReport } from '@leadstage/sdk';
import { css, type PropertyDeclarations } from 'lit';
import { barsStyles } from '../bars/bars-styles.js';
import { type Section, sheet } from '../bars/sheet.js';
import { shownParts } from '../bars/shown-parts.js';
import type { Picture } from '../chart/picture.js';
import type { DataTable } from '../frame/data-table.js';
import { figureBy, MOST_GROUPS, moreInTable } from '../frame/groups.js';
import { listed } from '../frame/listed.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { decisionsTable, goalsTable, reasonsTable } from './acceptance-tables.js';
import { ACCEPTANCE_WORDS } from './acceptance-words.js';
import { decisionsSection, groupsSection } from './decisions-section.js';
import { goalsSection } from './goals-section.js';
import { MOST_REASONS, reasonsSection } from './reasons-section.js';

const PARTS = ['decisions', 'reasons', 'goals'] as const;

/** What sales makes of what marketing hands over, why it refuses, and how goals stand. */
export class AcceptanceElement extends ReportElement<AcceptanceReport> {
  static override styles = [
    ...ReportElement.styles,
    barsStyles,
    css`
      .pace {
        stroke: var(--_text);
        stroke-width: 2;
      }
    `,
  ];
  static override properties: PropertyDeclarations = { by: {}, show: {} };

  /** Attributes that have a bar for each of their values, at most three, such as `owner`. */
  declare by: string | null;
  /** Some of `decisions`, `reasons` and `goals`; default all. */
  declare show: string | null;

  protected override metrics(): readonly string[] {
    const of = {
      decisions: ['handedOver', 'acceptanceRate', 'acceptanceRateOfDecided'],
      reasons: ['rejections'],
      goals: ['attainment', 'pace'],
    };
    return this.#parts().flatMap((part) => of[part]);
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    const { title, reasons, goals } = ACCEPTANCE_WORDS[language];
    const [part, ...more] = this.#parts();
    return more.length > 0 || part === 'decisions' ? title : part === 'goals' ? goals : reasons;
  }

  protected override asked() {
    return [this.by];
  }

  protected override ask({ session, period, filter, options }: Asking): Promise<AcceptanceReport> {
    return session.client.acceptance({ period, filter, by: listed(this.by) }, options);
  }

  protected override isEmpty(answer: AcceptanceReport): boolean {
    return this.#filledParts(answer).length === 0;
  }

  protected override picture(answer: AcceptanceReport, scene: Scene): Picture {
    const { total, groups, goals } = answer;
    const sections = this.#filledParts(answer).flatMap((part): Section[] => {
      if (part === 'reasons') return [reasonsSection(total, scene)];
      if (part === 'goals') return [goalsSection(goals, scene)];
      const by = listed(this.by);
      return [decisionsSection(total, scene), ...(by ? [groupsSection(groups, by, scene)] : [])];
    });
    return sheet(this.ownTitle(scene), scene.width, sections);
  }

  protected override tables(answer: AcceptanceReport, scene: Scene): readonly DataTable[] {
    const tables = { decisions: decisionsTable, reasons: reasonsTable, goals: goalsTable };
    return this.#filledParts(answer).map((part) => tables[part](answer, scene));
  }

  protected override notes(answer: AcceptanceReport, scene: Scene): readonly string[] {
    const { title, reasons } = ACCEPTANCE_WORDS[scene.language];
    const parts = this.#filledParts(answer);
    const more = (name: string, hidden: number) => moreInTable(hidden, scene).map((text) => `${name}: ${text}`);
    return [
      ...(parts.includes('decisions')
        ? more(figureBy(title, listed(this.by) ?? [], scene), answer.groups.length - MOST_GROUPS)
        : []),
      ...(parts.includes('reasons') ? more(reasons, answer.total.rejections.length - MOST_REASONS) : []),
    ];
  }

  #parts() {
    return shownParts(this.show, PARTS);
  }

  /** Those that have something to say. */
  #filledParts({ total, goals }: AcceptanceReport) {
    const counts = { decisions: total.handedOver, reasons: total.rejections.length, goals: goals.length };
    return this.#parts().filter((part) => counts[part] > 0);
  }
}
