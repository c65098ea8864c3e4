import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const isRequired = process.env.LEADSTAGE_REQUIRE_BROWSER === '1';

/** Whether tests in a browser are to be skipped, which is said once a file. */
export const withoutBrowser = !executablePath && !isRequired;
if (withoutBrowser) console.warn('No Chromium on this machine: tests in a browser are skipped.');

/** Where pictures go that are kept for people to look at. */
export const ARTIFACTS = 'artifacts';

export async function launchBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('LEADSTAGE_REQUIRE_BROWSER is set and there is no Chromium');
  await mkdir(ARTIFACTS, { recursive: true });
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-gpu'],
  });
}
