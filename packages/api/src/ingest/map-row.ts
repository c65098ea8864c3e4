import type { IngestUnit } from '../commands/ingest-input.js';
import { activityReader } from './map-activities.js';
import { costReader, type SeenCosts } from './map-costs.js';
import { historyReader } from './map-history.js';
import { accountReader, leadReader } from './map-lead.js';
import { type Found, stageReader } from './map-stages.js';
import type { Mapping } from './mapping-schema.js';
import { labelOf, Readers } from './readers.js';
import type { Row, RowProblem } from './row.js';

/** What decides where dates without a zone and amounts without a currency belong. */
export interface ImportWorkspace {
  readonly timeZone: string;
  readonly currency: string;
}

/** What became of a row: a unit to store; nothing, since the mapping passes it over; or why it cannot be stored. */
export type MappedRow =
  | { readonly unit: IngestUnit; readonly columns: UnitColumns }
  | { readonly skipped: true }
  | { readonly problems: readonly RowProblem[] };

/** The column behind each transition, activity and cost of a unit, so that a refusal can name it. */
export interface UnitColumns {
  readonly transitions: readonly string[];
  readonly activities: readonly string[];
  readonly costs: readonly string[];
}

export interface RowMapper {
  readonly readers: Readers;
  map(fields: readonly string[]): MappedRow;
  /** The column behind a path of a unit, such as `transitions.0.occurredAt`; empty where none is. */
  columnOf(path: string, columns: UnitColumns): string;
}

/** Turns a mapping into a function of rows. `readers` must be bound to a header before the first row. */
export function rowMapper(mapping: Mapping, workspace: ImportWorkspace): RowMapper {
  const readers = new Readers(mapping, workspace.timeZone);
  const seen: SeenCosts = new Map();
  const applies = readers.condition(mapping.where);
  const accountOf = mapping.account && accountReader(mapping.account, readers);
  const leadOf = mapping.lead && leadReader(mapping.lead, mapping.account, readers);
  const stages = (mapping.stages ?? []).map((entry, _, all) => stageReader(entry, all, readers));
  const transitionsOf = mapping.history ? [...stages, historyReader(mapping.history, readers)] : stages;
  const activitiesOf = (mapping.activities ?? []).map((entry) => activityReader(entry, readers));
  const costsOf = (mapping.costs ?? []).map((entry) => costReader(entry, workspace.currency, seen, readers));

  const map = (fields: readonly string[]): MappedRow => {
    const row: Row = { fields, problems: [] };
    if (!applies(row)) return { skipped: true };
    const account = accountOf?.(row) ?? null;
    const lead = leadOf?.(row) ?? null;
    const id = lead?.externalId ?? '';
    const transitions = transitionsOf.flatMap((read) => read(row, id));
    const activities = activitiesOf.flatMap((read) => read(row, id));
    const costs = costsOf.flatMap((read) => read(row));
    if (row.problems.length > 0) return { problems: row.problems };

    const saysMore = lead !== null && Object.keys(lead).some((key) => key !== 'externalId' && key !== 'create');
    if (!saysMore && account === null && transitions.length + activities.length + costs.length === 0) {
      return { skipped: true };
    }
    const unit: IngestUnit = {
      ...(lead === null ? {} : { lead }),
      ...(account === null ? {} : { account }),
      ...(transitions.length === 0 ? {} : { transitions: transitions.map(itemOf) }),
      ...(activities.length === 0 ? {} : { activities: activities.map(itemOf) }),
      ...(costs.length === 0 ? {} : { costs: costs.map(itemOf) }),
    };
    const columns = {
      transitions: transitions.map(columnOfFound),
      activities: activities.map(columnOfFound),
      costs: costs.map(columnOfFound),
    };
    return { unit, columns };
  };
  return { readers, map, columnOf: (path, columns) => columnOf(path, columns, mapping) };
}

function itemOf<Item>({ item }: Found<Item>): Item {
  return item;
}

function columnOfFound({ column }: Found<unknown>): string {
  return column;
}

function columnOf(path: string, columns: UnitColumns, mapping: Mapping): string {
  const [list = '', key = '', attribute = ''] = path.split('.');
  if (list in columns) return columns[list as keyof UnitColumns][Number(key)] ?? '';
  if (list === 'account') return mapping.account ? labelOf(mapping.account.id) : '';
  if (list !== 'lead' || mapping.lead === undefined) return '';
  if (key === 'attributes')
    return attribute in (mapping.lead.attributes ?? {}) ? labelOf(mapping.lead.attributes![attribute]!) : '';
  const source = key === 'externalId' || key === '' || key === 'create' ? mapping.lead.id : mapping.lead[key as 'name'];
  return source === undefined ? '' : labelOf(source);
}
