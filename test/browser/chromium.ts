import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Whether there is a browser to test with; `.ci/run` installs one. */
export const hasChromium = existsSync(PATH);

/** What the run says when there is none. */
export const NO_CHROMIUM = `no browser was tested: there is no Chromium at ${PATH}; install it or set CHROMIUM_PATH`;

/** `more`: what the camera of this browser sees, for instance. */
export const launch = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: PATH,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Faults the browser reported: script errors, refused content, answers of 500 and more. */
  readonly faults: string[];
}

/** A person's browser: own cookies, no history. `offline`: with the service worker. */
export const visit = async (
  browser: Browser,
  address: string,
  options: { script?: boolean; offline?: boolean } = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    javaScriptEnabled: options.script ?? true,
    // A service worker would answer where a test looks at the server.
    serviceWorkers: options.offline ? 'allow' : 'block',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${page.url()})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { context, page, faults };
};
