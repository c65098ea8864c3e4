import type { AcceptanceWords } from '../acceptance/acceptance-words.js';
import type { ControlsWords } from '../controls/controls-words.js';
import type { CostWords } from '../cost/cost-words.js';
import type { DiagnosisSentences } from '../diagnosis/diagnosis-sentences.js';
import type { DiagnosisWords } from '../diagnosis/diagnosis-terms.js';
import type { FunnelWords } from '../funnel/funnel-words.js';
import type { HandoffWords } from '../handoffs/handoff-words.js';
import type { ListWords } from '../list/list-words.js';
import type { SlaWords } from '../sla/sla-words.js';
import type { PackWords } from '../standard-metrics/pack-words.js';
import type { StandardMetricsWords } from '../standard-metrics/standard-metrics-words.js';
import type { TrendWords } from '../trend/trend-words.js';
import type { VelocityWords } from '../velocity/velocity-words.js';
import type { CommonWords } from './common-words.js';
import type { StandIn } from './stand-in.js';

/** All that is said in a language, by who says it: what a translator fills in, in one file. English stands beside its users. */
export interface Translations {
  readonly acceptance: AcceptanceWords;
  readonly controls: ControlsWords;
  readonly cost: CostWords;
  readonly diagnosis: DiagnosisWords;
  /** Null in English, which is the API's own. */
  readonly diagnosisSentences: DiagnosisSentences | null;
  readonly funnel: FunnelWords;
  readonly handoff: HandoffWords;
  readonly list: ListWords;
  readonly sla: SlaWords;
  readonly pack: PackWords;
  readonly standardMetrics: StandardMetricsWords;
  readonly trend: TrendWords;
  readonly velocity: VelocityWords;
  /** Source, lead type, campaign, region, owner, account. */
  readonly attributes: readonly string[];
  readonly common: CommonWords;
  /** Null where every browser's Intl knows the language. */
  readonly standIn: StandIn | null;
}
