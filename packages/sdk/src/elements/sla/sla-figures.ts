import type { SlaFigures, SlaReport } from '@leadstage/sdk';
import type { BarPart } from '../bars/parts-bar.js';
import { rateLines } from '../frame/rate-lines.js';
import type { Scene } from '../frame/scene.js';
import { filled } from '../words/language.js';
import { SLA_WORDS } from './sla-words.js';

export type Clock = 'firstResponse' | 'decision';
export type ClockFigures = SlaFigures[Clock];
export type Outcome = SlaFigures['outcomes'][number];

export const CLOCKS = ['firstResponse', 'decision'] as const;

const STATUSES = [
  ['met', 'good'],
  ['breached', 'warn'],
  ['overdue', 'bad'],
  ['pending', 'open'],
] as const;

/** Whether a policy gave any of the handoffs a target on the clock. */
export function isPromised(figures: ClockFigures): boolean {
  return STATUSES.some(([status]) => figures[status] > 0);
}

export function statusParts(figures: ClockFigures, { language, formats }: Scene): BarPart[] {
  const words = SLA_WORDS[language];
  return STATUSES.map(([status, tone]) => ({
    tone,
    label: words[status],
    count: figures[status],
    text: formats.count(figures[status]),
    behind: figures[`${status}Behind`],
  }));
}

/** `19.4×`, a dash where nothing was measured. */
export function timesText(ratio: number | null, { formats }: Scene): string {
  return ratio === null ? '–' : `${formats.compact(ratio)}×`;
}

/** What a clock says for itself. */
export function clockLines(clock: Clock, figures: ClockFigures, scene: Scene): string[] {
  const words = SLA_WORDS[scene.language];
  const { meanRatio, verdict } = figures;
  const mean = `${words.meanRatio}: ${timesText(meanRatio, scene)}`;
  return [
    ...rateLines(`${words[clock]}, ${words.compliance}`, figures.complianceRate, scene),
    ...statusParts(figures, scene).map(({ label, text }) => `${label}: ${text}`),
    ...(verdict ? [`${mean} (${words[verdict]})`] : []),
  ];
}

/** How soon: `Within 1 hr`. */
export function bandName({ band, within }: Outcome, { language, formats }: Scene): string {
  return filled(SLA_WORDS[language][band], { time: formats.duration(within) });
}

/**
 * Who is slipping comes first: whoever has the most overdue, and of as many the one who keeps the least of what was promised.
 * Groups without any promise are last.
 */
export function slippingFirst(groups: SlaReport['groups'], clock: Clock): SlaReport['groups'] {
  const kept = ({ figures }: SlaReport['groups'][number]) => figures[clock].complianceRate.value ?? 2;
  return groups.toSorted((a, b) => b.figures[clock].overdue - a.figures[clock].overdue || kept(a) - kept(b));
}
