import type { DurationBasis, Grain, VelocityReport } from '@leadstage/sdk';
import type { PropertyDeclarations } from 'lit';
import { barsStyles } from '../bars/bars-styles.js';
import { plotStyles } from '../chart/plot-styles.js';
import { MOST_GROUPS, moreInTable } from '../frame/groups.js';
import { listed } from '../frame/listed.js';
import { type Asking, ReportElement } from '../frame/report-element.js';
import type { Scene } from '../frame/scene.js';
import { begun } from '../reports/begun.js';
import { TREND_WORDS } from '../trend/trend-words.js';
import { filled } from '../words/language.js';
import { velocityPicture } from './velocity-picture.js';
import { velocityStyles } from './velocity-styles.js';
import { velocityTables } from './velocity-tables.js';
import { VELOCITY_WORDS } from './velocity-words.js';

/** How long leads take from one stage to a later one, and how long they stay in each. */
export class VelocityElement extends ReportElement<VelocityReport> {
  static override styles = [...ReportElement.styles, barsStyles, plotStyles, velocityStyles];
  static override mayBeEmpty = ['heading', 'stages'];
  static override properties: PropertyDeclarations = {
    from: {},
    to: {},
    basis: {},
    clock: {},
    calendar: {},
    stages: {},
    grain: {},
    by: {},
  };

  /** Keys of the stages between which time is measured; default `LEAD` and `CUSTOMER`. */
  declare from: string | null;
  declare to: string | null;
  /** Whether the period is that of the entry into `to` (`TO`, default) or into `from` (`FROM`). */
  declare basis: DurationBasis | null;
  /** `CALENDAR` (default) or `BUSINESS`, working time. */
  declare clock: 'CALENDAR' | 'BUSINESS' | null;
  /** Key of a business calendar; default the first. */
  declare calendar: string | null;
  /** Keys of stages to show the stays in, with commas; default all, empty: none. */
  declare stages: string | null;
  /** Such as `MONTH`: also the median over time. */
  declare grain: Grain | null;
  /** Attributes whose values are compared by their median, at most three, such as `source`. */
  declare by: string | null;

  protected override metrics(): readonly string[] {
    return ['timeToReach', 'timeInStage'];
  }

  protected override ownTitle({ language }: Pick<Scene, 'language'>): string {
    return VELOCITY_WORDS[language].title;
  }

  protected override async ask({ session, period, filter, options }: Asking): Promise<VelocityReport> {
    const { from, to, basis, clock, calendar, stages, grain } = this;
    const timeInStage =
      stages === null
        ? (await session.client.stages({}, { signal: options.signal })).map(({ key }) => key)
        : listed(stages);
    const input = { period, filter, from, to, basis, clock, calendar, grain, by: listed(this.by), timeInStage };
    return session.client.velocity(input, options);
  }

  protected override isEmpty({ total }: VelocityReport): boolean {
    return total.count === 0 && total.timeInStage.every(({ count }) => count === 0);
  }

  protected override tables(answer: VelocityReport, scene: Scene) {
    return velocityTables(answer, scene);
  }

  protected override notes(answer: VelocityReport, scene: Scene): readonly string[] {
    const words = VELOCITY_WORDS[scene.language];
    const { businessCalendar: calendar, total, groups } = answer;
    return [
      ...(calendar === null ? [] : [filled(words.workingTime, { calendar })]),
      ...(total.timeInStage.some(({ open }) => open > 0) ? [words.openCount] : []),
      ...(begun(answer.series, answer.asOf, scene.setting.workspace).some(
        ({ isOver, figures }) => !isOver && figures.median !== null,
      )
        ? [TREND_WORDS[scene.language].dashed]
        : []),
      ...moreInTable(groups.length - MOST_GROUPS, scene),
    ];
  }

  protected override picture(answer: VelocityReport, scene: Scene) {
    const grain = answer.series.length > 0 ? this.grain : null;
    return velocityPicture(answer, scene, this.ownTitle(scene), grain, listed(this.by));
  }
}
