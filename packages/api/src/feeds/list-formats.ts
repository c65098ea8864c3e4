import type { ExportedLead } from '../query/exported-leads.js';
import { csvLine } from './csv-line.js';
import { type Dating, LEAD_COLUMNS } from './lead-columns.js';

/** How leads are written: a head, and then what each chunk of them adds. */
export interface ListFormat {
  readonly contentType: string;
  head(attributeKeys: readonly string[]): string;
  chunk(leads: readonly ExportedLead[], dating: Dating, attributeKeys: readonly string[]): string;
}

/** RFC 4180 with a header; the workspace's own attributes, as known when the export began, come last. */
const csv: ListFormat = {
  contentType: 'text/csv; charset=utf-8; header=present',
  head: (keys) => csvLine([...LEAD_COLUMNS.map(({ name }) => name), ...keys.map((key) => `attribute_${key}`)], []),
  chunk(leads, dating, keys) {
    const texts = [...LEAD_COLUMNS.map(({ isText }) => isText), ...keys.map(() => true)];
    return leads
      .map((lead) => {
        const own = keys.map((key) => (Object.hasOwn(lead.attributes, key) ? (lead.attributes[key] ?? null) : null));
        return csvLine([...LEAD_COLUMNS.map(({ value }) => value(lead, dating)), ...own], texts);
      })
      .join('');
  },
};

/** One JSON object a line, with the columns of the CSV; own attributes under `attributes`. */
const ndjson: ListFormat = {
  contentType: 'application/x-ndjson; charset=utf-8',
  head: () => '',
  chunk: (leads, dating) =>
    leads
      .map((lead) => {
        const fields = LEAD_COLUMNS.map(({ name, value }) => [name, value(lead, dating)]);
        return `${JSON.stringify({ ...Object.fromEntries(fields), attributes: lead.attributes })}\n`;
      })
      .join(''),
};

export const LIST_FORMATS: Readonly<Record<string, ListFormat>> = { csv, ndjson };
