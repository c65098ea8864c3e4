import type { CostInput, FunnelInput, SlaInput, StandardMetricsInput, VelocityInput } from '@leadstage/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { grainFor } from '../elements/standard-metrics/grain-for.js';
import type { SavedQuestion } from './asked-text.js';
import type { ReportKind } from './dashboard-words.js';

/** What an element is told, so that it draws and names what `askedAs` makes it ask. @param by as elements take it */
type Draw<Question> = (question: Question, by: string | null) => TemplateResult;

const PICTURES: Readonly<Record<ReportKind, Draw<never>>> = {
  ACCEPTANCE: (_question, by) => html`<leadstage-acceptance heading="" .by=${by}></leadstage-acceptance>`,
  COST: (
    { method, rollingDays, lagDays, roundLagToDays, allocation, costScopes, grain }: CostInput,
    by: string | null,
  ) => html`<leadstage-cost heading="" .method=${method ?? null} .rollingDays=${rollingDays ?? null}
    .lagDays=${lagDays ?? null} .roundLagToDays=${roundLagToDays ?? null} .allocation=${allocation ?? null}
    .costScopes=${costScopes?.join(',') ?? null} .by=${by} .grain=${grain ?? null}></leadstage-cost>`,
  DIAGNOSIS: () => html`<leadstage-diagnosis></leadstage-diagnosis>`,
  FUNNEL: funnel,
  SLA: ({ grain }: SlaInput, by: string | null) =>
    html`<leadstage-sla heading="" .by=${by} .grain=${grain ?? null}></leadstage-sla>`,
  STANDARD_METRICS: ({ period, grain }: StandardMetricsInput) =>
    html`<leadstage-standard-metrics heading="" .grain=${grain ?? grainFor(period)}></leadstage-standard-metrics>`,
  VELOCITY: ({ from, to, basis, clock, calendar, timeInStage, grain }: VelocityInput, by: string | null) =>
    html`<leadstage-velocity heading="" .from=${from ?? null} .to=${to ?? null} .basis=${basis ?? null}
      .clock=${clock ?? null} .calendar=${calendar ?? null} .stages=${timeInStage?.join(',') ?? ''}
      .grain=${grain ?? null} .by=${by}></leadstage-velocity>`,
};

function funnel({ mode, unit, conversionWindow, grain }: FunnelInput, by: string | null) {
  const measure = mode === 'THROUGHPUT' ? 'entered' : 'reached';
  return html`<leadstage-funnel heading="" .mode=${mode ?? null} .unit=${unit ?? null}
      .conversionWindow=${conversionWindow ?? null} .by=${by}></leadstage-funnel>
    ${
      grain
        ? html`<leadstage-trend measure=${measure} .grain=${grain} .unit=${unit ?? null}
            .conversionWindow=${conversionWindow ?? null} .by=${by}></leadstage-trend>`
        : nothing
    }`;
}

/** The elements that show the answer to a saved question. @param question as the report takes it */
export function savedPicture(report: ReportKind, question: object): TemplateResult {
  const { by } = question as SavedQuestion;
  return PICTURES[report](question as never, by?.join(',') || null);
}
