const FETCHED = /\bimport\(\s*(["'`]\.\/[\w-]+\.js["'`])\s*\)/g;
const NEEDED = /^import\s*\{([^}]*)\}\s*from\s*(["']\.\/[\w-]+\.js["']);?$/gm;

/**
 * A plugin for the build of scripts that pages load as they are. A script at `leadstage.js?v=1` asks for what it fetches later
 * with its own `?v=1`, and what is fetched finds that very script again: without it, it would load another copy. What failed
 * is asked for once more under another fragment, since browsers used to keep a failure for good.
 */
export const askedAsTheScript = {
  name: 'asked-as-the-script',
  renderChunk(code: string): string {
    const asked = code
      .replace(FETCHED, '$beside($1)')
      .replace(
        NEEDED,
        (_, names: string, file: string) =>
          `const {${names.replaceAll(' as ', ': ')}} = await import(${file} + new URL(import.meta.url).search);`,
      );
    return asked.includes('$beside(') ? `${asked}\n${BESIDE}` : asked;
  },
} as const;

const BESIDE = `function $beside(file) {
  const url = file + new URL(import.meta.url).search;
  return import(url).catch(() => import(url + "#" + performance.now()));
}`;
