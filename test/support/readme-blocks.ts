/** A fenced block of a Markdown file. */
export interface Block {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** `sh`, `json`…; empty where none is named. */
  readonly language: string;
  /** What follows the language on the fence, such as the name of a file. */
  readonly info: string;
  readonly body: string;
  /** The reason in `<!-- not run: … -->` on the line above; null where there is none. */
  readonly notRun: string | null;
}

const FENCE = /^```(\S*) *(.*)$/;
const NOT_RUN = /^<!-- not run: (.+) -->$/;

/** The blocks of a file in order. Throws where a fence is never closed. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, language, info] = FENCE.exec(lines[at] as string) ?? [];
    if (language === undefined || info === undefined) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`the fence in line ${at + 1} is never closed`);
    const notRun = NOT_RUN.exec(lines[at - 1] ?? '')?.[1] ?? null;
    blocks.push({ line: at + 1, language, info, body: lines.slice(at + 1, end).join('\n'), notRun });
    at = end;
  }
  return blocks;
}

/** The first cells of the rows of all tables whose heading begins with this cell. */
export function firstCells(markdown: string, heading: string): string[] {
  const lines = markdown.split('\n');
  return lines.flatMap((line, start) => {
    if (!line.startsWith(`| ${heading} |`)) return [];
    const rows = lines.slice(start + 2);
    const end = rows.findIndex((row) => !row.startsWith('|'));
    return rows.slice(0, end).map((row) => row.split('|')[1]?.trim() ?? '');
  });
}

/** Targets of links and pictures that point into the repository, without anchors. */
export function localLinks(markdown: string): string[] {
  const links = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
  return links.filter((target) => !/^([a-z]+:|#)/.test(target)).map((target) => target.replace(/#.*$/, ''));
}
