import type { AcceptanceElement } from '../acceptance/acceptance-element.js';
import type { BehindElement } from '../behind/behind-element.js';
import type { ControlsElement } from '../controls/controls-element.js';
import type { CostElement } from '../cost/cost-element.js';
import type { DiagnosisElement } from '../diagnosis/diagnosis-element.js';
import type { FunnelElement } from '../funnel/funnel-element.js';
import type { HandoffsElement } from '../handoffs/handoffs-element.js';
import type { ReportsElement } from '../reports/reports-element.js';
import type { SlaElement } from '../sla/sla-element.js';
import type { StandardMetricsElement } from '../standard-metrics/standard-metrics-element.js';
import type { TrendElement } from '../trend/trend-element.js';
import type { VelocityElement } from '../velocity/velocity-element.js';

/** Every element by its tag, as HTMLElementTagNameMap has them: the types of all frameworks are made of this list. */
export interface LeadstageElements {
  'leadstage-acceptance': AcceptanceElement;
  'leadstage-behind': BehindElement;
  'leadstage-controls': ControlsElement;
  'leadstage-cost': CostElement;
  'leadstage-diagnosis': DiagnosisElement;
  'leadstage-funnel': FunnelElement;
  'leadstage-handoffs': HandoffsElement;
  'leadstage-reports': ReportsElement;
  'leadstage-sla': SlaElement;
  'leadstage-standard-metrics': StandardMetricsElement;
  'leadstage-trend': TrendElement;
  'leadstage-velocity': VelocityElement;
}

declare global {
  interface HTMLElementTagNameMap extends LeadstageElements {}
}
