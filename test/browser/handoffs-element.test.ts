import { readFile } from 'node:fs/promises';
import type { HandoffList } from '@leadstage/sdk';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parsedCsv } from '../support/parsed-csv.js';
import { ARTIFACTS, withoutBrowser } from './browser.js';
import { DEMO_NOW } from './demo-server.js';
import { type ElementStage, QUARTER, type ShowOptions, setElementStage } from './element-stage.js';
import { count } from './element-texts.js';
import { mintFor } from './embed-tokens-for.js';

const MINUTE = 60_000;

describe.skipIf(withoutBrowser)('<leadstage-handoffs>', () => {
  let stage: ElementStage;
  let page: Page;
  let element: Locator;
  let complaints: readonly string[];

  beforeAll(async () => {
    stage = await setElementStage();
  });

  afterAll(() => stage?.close());

  beforeEach(async () => {
    ({ page, complaints } = await stage.newPage({ width: 1000, height: 800 }));
    element = page.locator('leadstage-handoffs');
    return () => page.close();
  });

  const rows = () => element.locator('tbody tr');
  const show = (attributes = '', options: ShowOptions = {}) =>
    stage.show(page, `<leadstage-handoffs ${attributes}></leadstage-handoffs>`, { period: QUARTER, ...options });

  /** It names the leads that the API lists, in its order, and says how many there are. */
  async function expectListed(asked: HandoffList): Promise<void> {
    const { handoffs, totalCount } = await stage.client.handoffsPage({ first: 20, ...asked });
    const names = handoffs.map(({ lead }) => `${lead.name}\n${lead.externalId}`);
    await expect.poll(() => rows().locator('th').allInnerTexts(), { timeout: 15_000 }).toEqual(names);
    expect(await element.locator('.below').innerText()).toContain(`${handoffs.length} of ${count(totalCount)}`);
  }

  const URGENT = { field: 'DUE', direction: 'ASC' } as const;
  const LATEST = { field: 'OPENED', direction: 'DESC' } as const;

  test('lists what waits, the most urgent first, and more where it is asked to', async () => {
    await show();
    await expectListed({ filter: { open: true }, orderBy: URGENT });
    await page.screenshot({ path: `${ARTIFACTS}/handoffs.png` });
    await element.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => rows().count()).toBe(40);
    expect(complaints).toEqual([]);
  });

  test('lists what is chosen: by state, and one person’s', async () => {
    await show('state="rejected"');
    const openedIn = QUARTER;
    await expectListed({ filter: { open: false, outcome: ['REJECTED'], openedIn }, orderBy: LATEST });
    const texts = await rows().allInnerTexts();
    expect(texts.every((text) => text.includes('Rejected'))).toBe(true);
    await element.getByRole('combobox', { name: 'Show' }).selectOption('decided');
    await expectListed({ filter: { open: false, openedIn }, orderBy: LATEST });
    await element.getByRole('combobox', { name: 'Show' }).selectOption('overdue');
    await expectListed({ filter: { open: true, overdue: true }, orderBy: URGENT });
    const owner = (await rows().first().locator('td').first().innerText()).trim();
    await rows().first().getByRole('button', { name: owner }).click();
    await expectListed({ filter: { open: true, overdue: true, owner }, orderBy: URGENT });
    await element.getByRole('button', { name: `Only ${owner}` }).click();
    await expectListed({ filter: { open: true, overdue: true }, orderBy: URGENT });
  });

  test('keeps what it says of now true while it is looked at', async () => {
    await page.clock.install({ time: DEMO_NOW });
    // The demo's promises are long past by the server's clock: one is made anew.
    const patch: ShowOptions['patch'] = ({ handoffs }) => {
      const due = new Date(DEMO_NOW + 3 * MINUTE + 30_000).toISOString();
      const [first] = (handoffs as { edges: { node: object }[] } | undefined)?.edges ?? [];
      if (first) Object.assign(first.node, { decisionDueAt: due, decisionStatus: 'PENDING' });
    };
    await show('', { patch });
    const decision = rows().first().locator('td').last();
    const says = (text: RegExp) => expect.poll(() => decision.innerText()).toMatch(text);
    const turn = (hidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await says(/^Due\s+in 3 minutes$/);
    await page.clock.runFor(2 * MINUTE);
    await says(/^Due\s+in 1 minute$/);
    await turn(true);
    await page.clock.runFor(5 * MINUTE);
    expect(await decision.innerText()).toMatch(/in 1 minute/);
    await turn(false);
    await says(/^Overdue\s+3 minutes ago$/);
  });

  test('saves all of it as a file', async () => {
    await show('state="disqualified"');
    const filter = { open: false, outcome: ['DISQUALIFIED'], openedIn: QUARTER } as const;
    const { totalCount, handoffs } = await stage.client.handoffsPage({ first: 100, filter, orderBy: LATEST });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      element.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const [[, ...lines] = []] = parsedCsv(await readFile(await file.path(), 'utf8'));
    expect(lines.length).toBe(totalCount);
    const rows = handoffs.map(({ lead, owner, openedAt, firstResponseDueAt, firstResponseAt, ...decided }) => [
      ...[lead.externalId, lead.name, lead.source, lead.leadType, owner, openedAt, firstResponseDueAt, firstResponseAt],
      ...[decided.decisionDueAt, decided.closedAt, 'Disqualified', decided.reason],
    ]);
    expect(lines.slice(0, 100)).toEqual(rows.map((row) => row.map((value) => value ?? '')));
  });

  test('lists with an embed token what is behind a report that it opens, within its lock', async () => {
    const { minted } = await mintFor(stage.api);
    const filter = { source: { in: ['event'] } };
    const { token } = await minted({ reports: ['sla'], leads: true, filter });
    await show('state="decided"', { token });
    const { total } = await stage.client.sla({ period: QUARTER, filter }, { behind: true });
    await expectListed({ filter: { open: false, behind: total.behind }, orderBy: LATEST });
    expect(complaints).toEqual([]);
  });

  test('says that it is not open, that nothing is there, and that it failed', async () => {
    await show('', { token: await stage.api.keyWith('reports:read') });
    await element.getByText('This is not open to you').waitFor();
    await show('owner="Nobody" state="overdue"');
    await element.getByText('Nothing is overdue').waitFor();
    await show('period="nonsense"');
    await element.getByText('This could not be shown').waitFor();
  });
});
