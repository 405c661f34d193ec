import { beforeAll, describe, expect, test } from 'vitest';
import { entryOf, personasOf } from '../../src/core/http/access-matrix.js';
import { routesOf } from '../../src/core/http/http.js';
import { hasChromium, type Visit } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { citizenSignIn, officerSignIn } from './steps.js';

/** These are no pages, or only an answer to a form that was sent. */
const NO_PAGE = /^\/(healthz|readyz|may\/|dang-xuat$)|\/hinh-anh$|\.(pdf|json|csv|xlsx|zip|xml|txt)$/;

/** Who looks, in this order: a page is looked at by the first who may. */
const EYES = ['guest', 'citizen', 'leader', 'admin', 'editor'] as const;

describe.runIf(hasChromium)('every page without an object in its address', () => {
  const at = opened();
  const visits = new Map<string, Visit>();
  const inspection = new Inspection('every-page');

  beforeAll(async () => {
    for (const eye of EYES) visits.set(eye, await at.visit());
    await citizenSignIn((visits.get('citizen') as Visit).page, '4812345678', 'Ansinh#2026');
    await officerSignIn((visits.get('leader') as Visit).page, 'lanhdao');
    await officerSignIn((visits.get('admin') as Visit).page, 'quantri');
    await officerSignIn((visits.get('editor') as Visit).page, 'bientap');
  });

  test('has no fault that axe or the browser can find, at 360 and 1280 px', async () => {
    const personas = personasOf(at.house.app.modules.map(({ definition }) => definition));
    const routes = routesOf({ ...at.house.app, production: false, stopping: () => false });
    const pages = routes.filter(({ method, path }) => method === 'get' && !path.includes(':') && !NO_PAGE.test(path));
    for (const route of pages) {
      const eye = EYES.find((name) =>
        personas.some((persona) => persona.id === name && entryOf(route, persona) === 'open'),
      );
      const { page } = visits.get(eye ?? 'guest') as Visit;
      await page.goto(route.path);
      // A step in the middle of something leads back to its beginning.
      if (new URL(page.url()).pathname === route.path) await inspection.look(page, route.path);
    }
    expect(inspection.seen.length).toBeGreaterThan(25);
    expect([...new Set(inspection.faults)]).toEqual([]);
    expect([...visits.values()].flatMap(({ faults }) => faults)).toEqual([]);
  }, 600_000);
});
