import type { DataTable } from './data-table.js';
import { toCsv } from './to-csv.js';
import { toPng } from './to-png.js';

/** @param name of the file, without its ending */
export function saveCsv(name: string, tables: readonly DataTable[]): void {
  save(`${name}.csv`, new Blob([toCsv(tables)], { type: 'text/csv' }));
}

/** @throws Error as `toPng` */
export async function savePng(name: string, ...picture: Parameters<typeof toPng>): Promise<void> {
  save(`${name}.png`, await toPng(...picture));
}

/** Hands a file to whoever looks at the page. */
function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
