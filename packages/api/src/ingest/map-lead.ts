import type { AccountInput, LeadInput } from '../commands/ingest-input.js';
import type { LeadSection, Mapping } from './mapping-schema.js';
import type { Readers } from './readers.js';
import type { Reader, Row } from './row.js';

const TEXTS = ['name', 'email', 'source', 'leadType', 'campaign', 'region', 'owner'] as const;

/** Reads the lead of a row; null without a usable id, which is then a problem of the row. */
export function leadReader(section: LeadSection, account: Mapping['account'], readers: Readers): Reader<LeadInput> {
  const id = readers.required(section.id);
  const createdAt = section.createdAt && readers.instant(section.createdAt);
  const properties: (readonly [string, Reader<string>])[] = [];
  for (const key of TEXTS) {
    const source = section[key];
    if (source !== undefined) properties.push([key, readers.text(source)]);
  }
  const company = section.account ?? account?.id;
  if (company !== undefined) properties.push(['account', readers.text(company)]);
  if (section.value !== undefined) properties.push(['value', readers.number(section.value)]);
  const attributes = Object.entries(section.attributes ?? {}).map(([key, from]) => [key, readers.text(from)] as const);

  return (row) => {
    const externalId = id(row);
    const created = createdAt?.(row) ?? null;
    const lead = {
      externalId: externalId ?? '',
      ...(created === null ? {} : { createdAt: created }),
      ...(section.create === false ? { create: false } : {}),
      ...readAll(properties, row),
      ...(attributes.length === 0 ? {} : { attributes: readAll(attributes, row) }),
    };
    return externalId === null ? null : lead;
  };
}

/** Reads the account of a row; null where its id is blank: then the row has none. */
export function accountReader(section: NonNullable<Mapping['account']>, readers: Readers): Reader<AccountInput> {
  const id = readers.text(section.id);
  const name = section.name && readers.text(section.name);
  return (row) => {
    const externalId = id(row);
    if (externalId === null) return null;
    return name === undefined ? { externalId } : { externalId, name: name(row) };
  };
}

function readAll(readers: readonly (readonly [string, Reader<string>])[], row: Row): Record<string, string | null> {
  return Object.fromEntries(readers.map(([key, read]) => [key, read(row)]));
}
