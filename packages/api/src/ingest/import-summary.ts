import type { RowProblem } from './row.js';

/** How many rows had a problem of one kind. */
export interface ProblemCount {
  readonly code: string;
  readonly column: string;
  readonly severity: 'ERROR' | 'WARNING';
  readonly count: number;
  /** The first of them. */
  readonly line: number;
  readonly reason: string;
}

export interface UnmappedValue {
  readonly column: string;
  readonly value: string;
  readonly count: number;
}

export interface ImportSummary {
  /** Rows read; header and empty lines are none. rows = created + updated + unchanged + skipped + rejected. */
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows that the mapping passes over (`where`, `skip`, nothing in them). */
  readonly skipped: number;
  readonly rejected: number;
  /** Warnings given; a row may have several. */
  readonly warnings: number;
  /** Kinds of problems, most frequent first, at most 100. */
  readonly problems: readonly ProblemCount[];
  /** Values that the mapping gives no meaning, most frequent first, at most 100. */
  readonly unmappedValues: readonly UnmappedValue[];
  readonly elapsedMs: number;
  readonly bytes: number;
  /** True when the signal stopped it between two batches; running it again goes on. */
  readonly aborted: boolean;
  readonly rejectsFile?: string;
  readonly warningsFile?: string;
}

const MOST_KINDS = 100;

/** Counts things by key, keeping the first of each; what comes after the hundredth key is not listed. */
class Tally<Item> {
  private readonly counts = new Map<string, { item: Item; count: number }>();

  add(key: string, item: () => Item): void {
    const known = this.counts.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.counts.size < MOST_KINDS) this.counts.set(key, { item: item(), count: 1 });
  }

  get sorted(): (Item & { count: number })[] {
    return [...this.counts.values()].map(({ item, count }) => ({ ...item, count })).sort((a, b) => b.count - a.count);
  }
}

type Kind = Omit<ProblemCount, 'count'>;

/** Adds up what happens to rows. */
export class ImportCounts {
  rows = 0;
  created = 0;
  updated = 0;
  unchanged = 0;
  skipped = 0;
  rejected = 0;
  warnings = 0;
  private readonly kinds = new Tally<Kind>();
  private readonly unmapped = new Tally<Omit<UnmappedValue, 'count'>>();

  note(severity: Kind['severity'], line: number, { column, code, reason, value }: RowProblem): void {
    this.kinds.add(`${severity} ${code} ${column}`, () => ({ code, column, severity, line, reason }));
    if (value !== undefined) this.unmapped.add(`${column}\n${value}`, () => ({ column, value }));
  }

  get totals() {
    const { rows, created, updated, unchanged, skipped, rejected, warnings } = this;
    return { rows, created, updated, unchanged, skipped, rejected, warnings };
  }

  get problems(): ProblemCount[] {
    return this.kinds.sorted;
  }

  get unmappedValues(): UnmappedValue[] {
    return this.unmapped.sorted;
  }
}
