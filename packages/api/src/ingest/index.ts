export { type ImportOptions, type ImportProgress, importCsv } from './import-csv.js';
export { ImportError } from './import-error.js';
export type { ImportSummary, ProblemCount, UnmappedValue } from './import-summary.js';
export type { ImportWorkspace } from './map-row.js';
export { checkMapping, loadMapping, type Mapping, parseMapping } from './mapping.js';
