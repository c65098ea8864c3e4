import type { AcceptanceInput, CostInput, FunnelInput, SlaInput, VelocityInput } from '@leadstage/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReportKind } from './dashboard-words.js';

/** What an element is told, so that it draws what `askedAs` makes it ask. */
const PICTURES: Readonly<Record<ReportKind, (question: never) => TemplateResult>> = {
  ACCEPTANCE: ({ by }: AcceptanceInput) =>
    html`<leadstage-acceptance heading="" .by=${by?.[0] ?? null}></leadstage-acceptance>`,
  COST: ({ method, rollingDays, lagDays, roundLagToDays, allocation, by, grain }: CostInput) =>
    html`<leadstage-cost heading="" .method=${method ?? null} .rollingDays=${rollingDays ?? null} .lagDays=${lagDays ?? null}
      .roundLagToDays=${roundLagToDays ?? null} .allocation=${allocation ?? null} .by=${by?.[0] ?? null}
      .grain=${grain ?? null}></leadstage-cost>`,
  DIAGNOSIS: () => html`<leadstage-diagnosis heading=""></leadstage-diagnosis>`,
  FUNNEL: ({ mode, unit, conversionWindow, by, grain }: FunnelInput) =>
    html`<leadstage-funnel heading="" .mode=${mode ?? null} .unit=${unit ?? null} .by=${by?.[0] ?? null}
        .conversionWindow=${conversionWindow ?? null}></leadstage-funnel>
      ${
        grain
          ? html`<leadstage-trend measure=${mode === 'THROUGHPUT' ? 'entered' : 'reached'} .grain=${grain}
              .unit=${unit ?? null} .conversionWindow=${conversionWindow ?? null}></leadstage-trend>`
          : nothing
      }`,
  SLA: ({ by, grain }: SlaInput) =>
    html`<leadstage-sla heading="" .by=${by?.[0] ?? null} .grain=${grain ?? null}></leadstage-sla>`,
  STANDARD_METRICS: () => html`<leadstage-standard-metrics heading=""></leadstage-standard-metrics>`,
  VELOCITY: ({ from, to, clock, grain }: VelocityInput) =>
    html`<leadstage-velocity heading="" .from=${from ?? null} .to=${to ?? null} .clock=${clock ?? null}
      .grain=${grain ?? null}></leadstage-velocity>`,
};

/** The elements that show the answer to a saved question. @param question as the report takes it */
export function savedPicture(report: ReportKind, question: object): TemplateResult {
  return PICTURES[report](question as never);
}
