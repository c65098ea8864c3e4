import type { FunnelReport } from '@leadstage/sdk';
import type { PropertyDeclarations } from 'lit';
import { barsStyles } from '../bars/bars-styles.js';
import { sheet } from '../bars/sheet.js';
import type { Picture } from '../chart/picture.js';
import { MOST_GROUPS, moreInTable } from '../frame/groups.js';
import { listed } from '../frame/listed.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import type { BehindOf } from '../reports/events.js';
import { filled } from '../words/language.js';
import { countOf, funnelTable } from './funnel-figures.js';
import { groupsSection, stagesSection } from './funnel-sections.js';
import { FUNNEL_WORDS } from './funnel-words.js';

/** How many leads reach each stage, and which share of those before. */
export class FunnelElement extends ReportElement<FunnelReport> {
  static override styles = [...ReportElement.styles, barsStyles];
  static override properties: PropertyDeclarations = {
    mode: {},
    unit: {},
    conversionWindow: { attribute: 'conversion-window' },
    by: {},
  };

  /** `COHORT` or `THROUGHPUT`; default cohort. */
  declare mode: 'COHORT' | 'THROUGHPUT' | null;
  /** `LEAD` or `ACCOUNT`; default leads. */
  declare unit: 'LEAD' | 'ACCOUNT' | null;
  /** ISO 8601, such as `P90D`; default without end. */
  declare conversionWindow: string | null;
  /** Attributes whose values are compared, at most three, such as `source` or `source,owner`. */
  declare by: string | null;

  protected override metrics(): readonly string[] {
    return this.mode === 'THROUGHPUT' ? ['entered', 'periodRatio'] : ['reached', 'stepRate', 'overallRate'];
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    return FUNNEL_WORDS[language].title;
  }

  protected override ask({ session, period, filter, options }: Asking): Promise<FunnelReport> {
    const { mode, unit, conversionWindow } = this;
    const input = { period, filter, mode, unit, conversionWindow, by: listed(this.by) };
    return session.client.funnel(input, options);
  }

  protected override isEmpty({ total }: FunnelReport): boolean {
    return total.stages.every((stage) => countOf(stage) === 0);
  }

  protected override tables(answer: FunnelReport, scene: Scene) {
    return [funnelTable(answer, scene, this.#of())];
  }

  protected override notes({ total, groups }: FunnelReport, scene: Scene): readonly string[] {
    const unassigned = total.stages.flatMap(({ stage, unassigned }) => {
      const counts = { stage: stage.name, count: scene.formats.count(unassigned) };
      return unassigned ? [filled(FUNNEL_WORDS[scene.language].unassignedNote, counts)] : [];
    });
    return [...unassigned, ...moreInTable(groups.length - MOST_GROUPS, scene)];
  }

  protected override picture({ total, groups }: FunnelReport, scene: Scene): Picture {
    const by = listed(this.by);
    return sheet(this.ownTitle(scene), scene.width, [
      stagesSection(total.stages, scene, this.#of()),
      ...(by ? [groupsSection(groups, by, scene, this.#of())] : []),
    ]);
  }

  #of(): BehindOf {
    return this.unit === 'ACCOUNT' ? 'accounts' : 'leads';
  }
}
