import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openHouse, type House, type HouseOptions } from '../kit/house.js';
import { launch, visit, type Visit } from './chromium.js';

export interface Opened {
  readonly house: House;
  readonly browser: Browser;
  /** Another person's browser at this house. */
  visit(options?: Parameters<typeof visit>[2]): Promise<Visit>;
}

/** A house and a browser for the tests of one `describe`: opened before the first, closed behind the last. */
export const opened = (options: HouseOptions = { demo: true, live: true }): Opened => {
  let house!: House;
  let browser!: Browser;
  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(options), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });
  return {
    get house() {
      return house;
    },
    get browser() {
      return browser;
    },
    visit: (how) => visit(browser, house.address, how),
  };
};
