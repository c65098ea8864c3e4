/** Texts of inputs by which nothing is looked up, so that another workspace's would say nothing; and why. */
export const WORDS: readonly { readonly why: string; readonly coordinates: readonly RegExp[] }[] = [
  {
    why: 'A key is remembered for its workspace: every mutation is tried with the same keys by both.',
    coordinates: [/\.idempotencyKey$/],
  },
  {
    why: 'Written as it is given, in the caller’s own workspace.',
    coordinates: [
      /\.(actor|reason|notes|objective|actions|criteria|definition)$/,
      /^(IngestAccountInput|AccountUpsertInput|OwnDayInput)\.(name|domain)$/,
      /^LeadUpsertInput\.(campaign|email|leadType|name|owner|region|source)$/,
      /^SlaTargetInput\.assignTo$/,
    ],
  },
  {
    why: 'An attribute comes to be in the caller’s own workspace by being written.',
    coordinates: [/^AttributeValueInput\.(name|value)$/],
  },
  {
    why: 'A word of the world or of Leadstage: a currency, a country, a time zone, a time, a metric, a mutation.',
    coordinates: [
      /^CostRecordInput\.currency$/,
      /^SetBusinessCalendarInput\.(country|region|timeZone)$/,
      /^(WorkingHoursInput|WeekdayHoursInput)\.(from|to)$/,
      /^(SlaTargetInput|SlaProposedTargetInput)\.(within|dueSoon)$/,
      /^AddBenchmarkInput\.metric$/,
      /^AuditLogFilterInput\.act$/,
      /^UpdateWorkspaceInput\.(currency|timeZone)$/,
    ],
  },
  {
    why: 'As AdvanceLeadInput.externalId: one command carries out all moves.',
    coordinates: [/^(Accept|Disqualify|Recycle|Reject|Reopen)LeadInput\.externalId$/],
  },
  {
    why: 'Events of both workspaces have the ids from 1 on; they are given with the other’s webhook.',
    coordinates: [/^ResendDeliveriesInput\.events$/],
  },
  { why: 'Refused whatever it is given.', coordinates: [/^StandardMetricsInput\.by$/] },
];

/** Output fields that are not asked for, since they differ between two answers to one question. */
export const UNASKED: readonly RegExp[] = [
  /Report\.statistics$/,
  /^ReportStatistics\./,
  // To the minute, by whatever was asked before.
  /^ApiKey\.lastUsedAt$/,
];
