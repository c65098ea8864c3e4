import type { LeadFilterInput } from '@leadstage/sdk';

/** What the address of a framed page says. */
export interface FramedQuery {
  /** Names of elements without `leadstage-`, in order. */
  readonly reports: readonly string[];
  readonly period: string | null;
  readonly filter: LeadFilterInput | null;
  readonly lang: string | null;
  readonly theme: 'light' | 'dark' | null;
  /** The only origin that it talks to; null where any may frame it. */
  readonly parent: string | null;
  /** What cannot be read of it, for whoever wrote it. */
  readonly problem: string | null;
}

/** Elements that show nothing of their own. */
const AROUND = ['reports', 'behind'];

/** Reads `?reports=funnel,sla&period=last-4-quarters&filter={"source":{"in":["web"]}}&lang=sv&theme=dark&parent=https://…`. */
export function framedQuery(query: URLSearchParams): FramedQuery {
  const theme = query.get('theme');
  const filter = parsedFilter(query.get('filter'));
  const parent = query.get('parent');
  const origin = parent !== null && URL.canParse(parent) ? new URL(parent).origin : null;
  return {
    reports: (query.get('reports') ?? '')
      .split(',')
      .filter((name) => /^[a-z]+(-[a-z]+)*$/.test(name) && !AROUND.includes(name)),
    period: query.get('period'),
    filter: filter === undefined ? null : filter,
    lang: query.get('lang'),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    parent: origin,
    problem:
      filter === undefined ? 'The filter is no JSON object.' : parent !== origin ? 'The parent is no origin.' : null,
  };
}

/** @returns undefined for what is no filter */
function parsedFilter(text: string | null): LeadFilterInput | null | undefined {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
