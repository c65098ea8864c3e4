import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { IngestOutcome, IngestResult, IngestUnit, LeadInput } from '../commands/ingest-input.js';
import { type ImportOptions, importCsv } from './import-csv.js';
import { checkMapping, parseMapping } from './mapping.js';

/** A store in memory that keeps what the contract of `ingest` says: whole or not at all, and known ids only once. */
export class FakeStore {
  readonly units: IngestUnit[] = [];
  readonly leads = new Map<string, LeadInput>();
  readonly known = new Set<string>();
  calls = 0;

  readonly store = async (units: readonly IngestUnit[]): Promise<IngestResult> => {
    this.calls += 1;
    return { recordedAt: 0, outcomes: units.map((unit, index) => this.keep(unit, index)) };
  };

  private keep(unit: IngestUnit, index: number): IngestOutcome {
    this.units.push(unit);
    const { lead } = unit;
    if (lead?.create === false && !this.leads.has(lead.externalId)) {
      const message = `no lead ${lead.externalId}`;
      return {
        index,
        status: 'REJECTED',
        problems: [{ severity: 'ERROR', code: 'UNKNOWN_LEAD', path: 'lead.externalId', message }],
      };
    }
    const isNew = lead === undefined || !this.leads.has(lead.externalId);
    const before = JSON.stringify(lead && this.leads.get(lead.externalId));
    if (lead) this.leads.set(lead.externalId, { ...this.leads.get(lead.externalId), ...lead });
    const items = [...(unit.transitions ?? []), ...(unit.activities ?? []), ...(unit.costs ?? [])];
    const added = items.filter(({ externalId }) => !this.known.has(externalId));
    for (const { externalId } of added) this.known.add(externalId);
    const changed = added.length > 0 || before !== JSON.stringify(lead && this.leads.get(lead.externalId));
    const created = lead === undefined ? added.length > 0 : isNew;
    return { index, status: created ? 'CREATED' : changed ? 'UPDATED' : 'UNCHANGED', problems: [] };
  }
}

const directory = mkdtempSync(join(tmpdir(), 'leadstage-ingest-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
let files = 0;

export function temporaryFile(content: string | Uint8Array, extension = 'csv'): string {
  files += 1;
  const path = join(directory, `${files}.${extension}`);
  writeFileSync(path, content);
  return path;
}

type Given = Partial<Omit<ImportOptions, 'file' | 'mapping'>> & { store?: ImportOptions['store'] };

/** Imports a text (or bytes, or a file) with a mapping (YAML or an object) into a fresh store. */
export async function importText(content: string | Uint8Array, mapping: string | object, given: Given = {}) {
  const fake = new FakeStore();
  const file = temporaryFile(content);
  const summary = await importCsv({
    file,
    mapping: typeof mapping === 'string' ? parseMapping(mapping) : checkMapping(mapping),
    workspace: { timeZone: 'UTC', currency: 'EUR' },
    store: fake.store,
    rejectsFile: `${file}.rejects.csv`,
    warningsFile: `${file}.warnings.csv`,
    ...given,
  });
  return { summary, units: fake.units, fake, file };
}
