import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Every field that an embed token may ask for, by type. A field that is not here is refused, so that a new one is closed
 * until somebody has thought about where it leads: nothing here may lead past the token's locked filter.
 */
const OPEN: Readonly<Record<string, string>> = {
  // Reports that the token names (scope `report` in the schema); besides, what they are read with, which tells of no lead.
  Query:
    'funnel acceptance velocity sla cost diagnosis standardMetrics metricDefinitions stages workspace viewer leads handoffs',
  MetricDefinition: 'description formula name notes title unit',
  Viewer: 'embed name scopes workspace',
  EmbedRights: 'expiresAt leads reports',
  Workspace: 'attributes currency fiscalYearStartMonth id name timeZone weekStart',
  StageDefinition:
    'actions criteria crmValues effectiveFrom key name notes objective position recordedAt retired standard team version',
  CrmValue: 'field value',

  // What all reports have: how they were asked, and figures, all counted under the lock.
  Report: 'asOf knownAt ladder period stageDefinitions stageVersions statistics',
  ReportStatistics: 'elapsedMs paths rowsRead',
  Period: 'end start',
  GroupKey: 'attribute value',
  Rate: 'denominator high low numerator value',
  Ratio: 'denominator numerator value',
  Money: 'amount currency',
  HistogramClass: 'count from to',

  FunnelReport: 'asOf groups knownAt ladder period series stageDefinitions stageVersions statistics total',
  FunnelGroup: 'figures keys series',
  FunnelPoint: 'figures period',
  FunnelFigures: 'stages',
  FunnelStage: 'entered matureShare overallRate periodRatio projected reached stage stepRate unassigned',
  Projection: 'high low value',

  AcceptanceReport: 'asOf goals groups knownAt ladder period series stageDefinitions stageVersions statistics total',
  AcceptanceGroup: 'figures keys series',
  AcceptancePoint: 'figures period',
  AcceptanceFigures:
    'acceptanceRate acceptanceRateOfDecided accepted disqualified handedOver open recycled rejected rejections',
  RejectionCount: 'handoffs reason',
  // Only goals for leads within the lock are there.
  GoalStanding: 'attainment elapsedShare entered filter key leadsNeeded name pace period stage target version',
  SavedAttributeCondition: 'in name notIn',
  LeadsNeeded: 'leads missing mqls ratesOver watchedForSeconds',
  NeededEntries: 'before lagLeads lagSeconds needed neededForTarget rate stage',
  Needed: 'high low value',

  VelocityReport:
    'asOf businessCalendar from groups knownAt ladder period series stageDefinitions stageVersions statistics to total',
  VelocityGroup: 'figures keys series',
  VelocityPoint: 'figures period',
  VelocityFigures: 'count histogram mean median p75 p90 timeInStage',
  TimeInStage: 'count ended histogram mean meanOfEnded median open openLongest openMedian p75 p90 stage',
  StayClass: 'ended from open to',

  SlaReport: 'asOf groups knownAt ladder period series stageDefinitions stageVersions statistics total',
  SlaGroup: 'figures keys series',
  SlaPoint: 'figures period',
  SlaFigures: 'decision firstResponse handoffs neverWorked outcomes replay wasted wastedCost',
  SlaClockFigures: 'breached complianceRate meanDuration meanRatio met overdue pending verdict',
  SlaResponseOutcome: 'band customerRate handoffs sqlRate within',
  SlaReplay: 'decision firstResponse neverWorked wasted',

  CostReport: 'asOf groups knownAt ladder period series stageDefinitions stageVersions statistics total',
  CostGroup: 'figures keys series',
  CostPoint: 'figures period',
  CostFigures: 'cac pipelineValue roi stages',
  // Of spend outside the lock nothing: outsideFilter and beforeFirstCost are null.
  CostStage:
    'beforeFirstCost costPerEntry entered entryWindow interval lagDays lagLeads outsideFilter spend spendWindow stage unallocated',
  CostInterval: 'high low',
  BeforeFirstCost: 'days share',
  Cac: 'cost entered lagDays spend spendWindow',
  Roi: 'roi spend valueWon won',
  PipelineValue: 'leads value',

  DiagnosisReport:
    'asOf attributes baseline benchmarksLeftOut conversionWindow findings improvements knownAt ladder period quiet stageDefinitions stageVersions statistics steps summary tested thin watchedUntil',
  DiagnosisFinding:
    'adjustedP attribute baseline benchmark comparison difference leadsLost main metric p period reading redefined since splits step team trouble value z',
  DiagnosisStep: 'baseline difference metric period splits step team trouble',
  ThinComparison: 'attribute baseline benchmark comparison metric needed period reading reason step team trouble value',
  LadderStep: 'from to',
  RateDifference: 'high low value',
  ChangePoint: 'at from to',
  ChangeSplit: 'attribute change groups mixEffect rateEffect',
  ChangeSplitGroup: 'mixEffect rateEffect value',
  // Figures of others, published: of no lead of the workspace.
  Benchmark: 'definition id metric publishedOn recordedAt source stage value voidedAt',
  BenchmarkLeftOut: 'benchmark reason',

  StandardMetricsReport: 'asOf knownAt ladder notes period series stageDefinitions stageVersions statistics total',
  StandardPeriod: 'metrics period',
  StandardMetric: 'amount denominator high low metric numerator stage unit value variant',

  // Lists, of tokens that may list leads: rows are within the lock now, and each shows itself alone.
  LeadConnection: 'edges pageInfo totalCount',
  LeadEdge: 'cursor node',
  HandoffConnection: 'edges pageInfo totalCount',
  HandoffEdge: 'cursor node',
  PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
  Lead: 'account attributes campaign createdAt email externalId id leadType name owner region source stage stageSince value',
  LeadAttribute: 'name value',
  Account: 'domain externalId id name target tier',
  Handoff:
    'closedAt closedInto decisionDueAt decisionStatus firstResponseAt firstResponseDueAt firstResponseStatus id lead openedAt outcome owner policy reason',
  HandoffPolicy: 'key name version',
};

const FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OPEN).map(([type, fields]) => [type, new Set(fields.split(' '))]),
);

/** Whether an embed token may ask for a field of a type. What is `behind` a number is its question, which gives no right. */
export function isOpenToEmbeds(type: string, field: string): boolean {
  const open = FIELDS.get(type);
  return field === '__typename' || (open !== undefined && (field === 'behind' || open.has(field)));
}

/** The fields of a document that an embed token may not ask for, as `Type.field`; those of unused fragments too. */
export function closedFields(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
  const closed = new Set<string>();
  const types = new TypeInfo(schema);
  const note = (node: { readonly name: { readonly value: string } }) => {
    const type = types.getParentType()?.name ?? '?';
    if (!isOpenToEmbeds(type, node.name.value)) closed.add(`${type}.${node.name.value}`);
  };
  visit(document, visitWithTypeInfo(types, { Field: note }));
  return [...closed];
}
