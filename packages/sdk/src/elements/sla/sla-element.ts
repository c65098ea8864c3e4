import type { Grain, SlaReport } from '@leadstage/sdk';
import type { PropertyDeclarations } from 'lit';
import { barsStyles } from '../bars/bars-styles.js';
import { type Section, sheet } from '../bars/sheet.js';
import { shownParts } from '../bars/shown-parts.js';
import type { Picture } from '../chart/picture.js';
import { plotStyles } from '../chart/plot-styles.js';
import type { DataTable } from '../frame/data-table.js';
import { groupName, groupsTitle, MOST_GROUPS, moreInTable } from '../frame/groups.js';
import { listed } from '../frame/listed.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { clockSections } from './clock-sections.js';
import { groupsHeading, groupsSection, outcomesSection } from './row-sections.js';
import { type Clock, isPromised, slippingFirst } from './sla-figures.js';
import { clocksTable, outcomesTable } from './sla-tables.js';
import { SLA_WORDS } from './sla-words.js';
import { trendSection } from './trend-section.js';

const PARTS = ['clocks', 'groups', 'outcomes', 'trend'] as const;
type Part = (typeof PARTS)[number];

/** Whether sales follows up in the agreed time, who is slipping, and what came of it by time to first response. */
export class SlaElement extends ReportElement<SlaReport> {
  static override styles = [...ReportElement.styles, barsStyles, plotStyles];
  static override properties: PropertyDeclarations = { by: {}, clock: {}, grain: {}, show: {} };

  /** Attributes whose values are compared, at most three, such as `owner`. */
  declare by: string | null;
  /** By which groups are compared, `firstResponse` or `decision`; default the first that something was promised on. */
  declare clock: Clock | null;
  /** Of the trend; without it there is one where `show` names it, by months. */
  declare grain: Grain | null;
  /** Some of `clocks`, `groups`, `outcomes` and `trend`; default all. */
  declare show: string | null;

  protected override metrics(): readonly string[] {
    const of = {
      clocks: ['complianceRate', 'verdict', 'wasted', 'wastedCost', 'neverWorked'],
      groups: ['complianceRate', 'verdict'],
      outcomes: ['outcomeByResponse'],
      trend: ['complianceRate'],
    };
    return [...new Set(this.#parts().flatMap((part) => of[part]))];
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    const { title, outcomes, compliance } = SLA_WORDS[language];
    const [part, ...more] = this.#parts();
    if (more.length > 0 || part === 'clocks') return title;
    if (part === 'groups') return groupsHeading(this.clock ?? 'firstResponse', this.#by(), { language });
    return part === 'outcomes' ? outcomes : compliance;
  }

  protected override asked() {
    return [this.by, this.#grain()];
  }

  protected override ask({ session, period, filter, options }: Asking): Promise<SlaReport> {
    return session.client.sla({ period, filter, by: this.#by(), grain: this.#grain() }, options);
  }

  protected override isEmpty({ total }: SlaReport): boolean {
    return total.handoffs === 0;
  }

  protected override picture(answer: SlaReport, scene: Scene): Picture {
    const { total, groups } = answer;
    const sections: Readonly<Record<Part, () => Section[]>> = {
      clocks: () => clockSections(total, scene),
      groups: () => [groupsSection(groups, this.#clock(answer), this.#by(), scene)],
      outcomes: () => [outcomesSection(total, scene)],
      trend: () => [trendSection(answer, this.#grain() ?? 'MONTH', scene)],
    };
    return sheet(
      this.ownTitle(scene),
      scene.width,
      this.#parts().flatMap((part) => sections[part]()),
    );
  }

  protected override tables(answer: SlaReport, scene: Scene): readonly DataTable[] {
    const { total, groups, series, period } = answer;
    const { title, compliance } = SLA_WORDS[scene.language];
    const caption = `${title}, ${scene.formats.period(period)}`;
    const sorted = slippingFirst(groups, this.#clock(answer));
    const rows = {
      clocks: [{ name: { text: scene.words.total }, figures: total }],
      groups: sorted.map(({ keys, figures }) => ({ name: { text: groupName(keys, scene) }, figures })),
      trend: series.map(({ period, figures }) => ({
        name: { text: scene.formats.bucket(period.start, this.#grain() ?? 'MONTH'), value: period.start },
        figures,
      })),
    };
    const tables: Readonly<Record<Part, () => DataTable>> = {
      clocks: () => clocksTable(scene.words.total, caption, rows.clocks, scene),
      groups: () =>
        clocksTable(
          groupsTitle(this.#by(), scene),
          groupsHeading(this.#clock(answer), this.#by(), scene),
          rows.groups,
          scene,
        ),
      outcomes: () => outcomesTable(answer, scene),
      trend: () => clocksTable(scene.words.period, compliance, rows.trend, scene),
    };
    return this.#parts().map((part) => tables[part]());
  }

  protected override notes({ groups }: SlaReport, scene: Scene): readonly string[] {
    return moreInTable(this.#parts().includes('groups') ? groups.length - MOST_GROUPS : 0, scene);
  }

  /** Groups without an attribute and a trend without a grain are not there. */
  #parts(): readonly Part[] {
    const parts = shownParts(this.show, PARTS).filter(
      (part) => (part !== 'groups' || this.by !== null) && (part !== 'trend' || this.#grain() !== null),
    );
    return parts.length > 0 ? parts : ['clocks'];
  }

  #by(): string[] {
    return listed(this.by) ?? [];
  }

  #grain(): Grain | null {
    return this.grain ?? (/\btrend\b/.test(this.show ?? '') ? 'MONTH' : null);
  }

  #clock({ total }: SlaReport): Clock {
    return this.clock ?? (isPromised(total.firstResponse) ? 'firstResponse' : 'decision');
  }
}
