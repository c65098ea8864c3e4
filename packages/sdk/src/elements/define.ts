import './reports/reports-element-define.js';
import './funnel/funnel-element-define.js';
import './cost/cost-element-define.js';
import './standard-metrics/standard-metrics-element-define.js';
import './acceptance/acceptance-element-define.js';
import './sla/sla-element-define.js';
import './trend/trend-element-define.js';
import './velocity/velocity-element-define.js';
import './controls/controls-element-define.js';
import './diagnosis/diagnosis-element-define.js';
import './handoffs/handoffs-element-define.js';

export type { LeadstageElements } from './jsx/leadstage-elements.js';
