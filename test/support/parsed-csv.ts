/** The blocks of a CSV file (RFC 4180) that stand below each other, each with its lines of cells. */
export function parsedCsv(text: string): string[][][] {
  const cells = text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
  const blocks: string[][][] = [[]];
  let line: string[] = [];
  for (const [whole, quoted, plain = '', end] of cells) {
    if (whole === '') break;
    line.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (line.length === 1 && line[0] === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
    line = [];
  }
  return blocks;
}
