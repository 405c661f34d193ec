import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { engine } from '../kit/storage.js';

/** A phone and a desk. */
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** Pictures of every page looked at, for people; only where this names a folder. */
const PICTURES = process.env['BROWSER_PICTURES'];

/**
 * Sees every page of a journey at both sizes and remembers what is wrong with it. Both engines send the same HTML, so the
 * looking is done on the embedded one; on the other the journeys run without it, in half the time.
 */
export class Inspection {
  readonly faults: string[] = [];
  readonly seen: string[] = [];

  constructor(private readonly journey: string) {}

  async look(page: Page, name: string): Promise<void> {
    this.seen.push(name);
    if (engine() === 'server') return;
    const before = page.viewportSize();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const where = `${name} at ${size.width} px`;
      await this.picture(page, `${String(this.seen.length).padStart(2, '0')}-${name}-${size.width}`);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > size.width) this.faults.push(`${where}: the page is ${width} px wide`);
      for (const { id, help, nodes } of await this.axe(page))
        this.faults.push(
          ...nodes.map(
            ({ target, failureSummary }) => `${where}: ${id}: ${help}: ${target.join(' ')}: ${failureSummary}`,
          ),
        );
    }
    if (before) await page.setViewportSize(before);
  }

  private async axe(page: Page): Promise<readonly Finding[]> {
    if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
    const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] });
    return (await page.evaluate<{ violations: Finding[] }>(`axe.run(document, ${options})`)).violations;
  }

  private async picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(join(PICTURES, this.journey), { recursive: true });
    await page.screenshot({
      path: join(PICTURES, this.journey, `${name.replace(/[^\p{L}\p{N}-]+/gu, '-')}.png`),
      fullPage: true,
    });
  }
}
