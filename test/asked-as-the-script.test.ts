import { expect, test } from 'vitest';
import { askedAsTheScript } from '../packages/sdk/scripts/asked-as-the-script.js';

const URL_OF_SCRIPT = 'https://leads.example/leadstage.js?v=1';
const rendered = (code: string) => askedAsTheScript.renderChunk(code);

test('a script asks with its own query for what it fetches, and once more under another address', async () => {
  const code = rendered('const later = () => import("./leadstage-later.js");');
  const asked: string[] = [];
  const fetched = async (url: string) => {
    asked.push(url);
    if (asked.length === 1) throw new TypeError('Failed to fetch');
    return { url };
  };
  const runnable = code.replaceAll('import.meta.url', 'own').replaceAll('import(', 'fetched(');
  const later = new Function('own', 'fetched', `${runnable} return later;`)(URL_OF_SCRIPT, fetched);
  await later();
  expect(asked).toEqual(['./leadstage-later.js?v=1', expect.stringMatching(/^\.\/leadstage-later\.js\?v=1#[\d.]+$/)]);
});

test('what is fetched finds the script that fetched it', () => {
  expect(rendered('import { A as e, t } from "./leadstage.js";\ne(t);')).toBe(
    'const { A: e, t } = await import("./leadstage.js" + new URL(import.meta.url).search);\ne(t);',
  );
});

test('what fetches nothing stays as it is', () => {
  const code = 'export const words = { text: "import(./x.js)" };';
  expect(rendered(code)).toBe(code);
});
