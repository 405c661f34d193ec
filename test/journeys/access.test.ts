import { readFileSync } from 'node:fs';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryOf, matrixLines, personasOf, type Entry, type Persona } from '../../src/core/http/access-matrix.js';
import { routesOf } from '../../src/core/http/http.js';
import type { Route } from '../../src/core/http/route.js';
import { newId } from '../../src/core/ids.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { foreignObjects, type Foreign } from './foreign-objects.js';

/** Who signs in for each role. */
const OFFICERS: Readonly<Record<string, string>> = {
  reception: 'canbo',
  leader: 'lanhdao',
  monitor: 'giamsat',
  editor: 'bientap',
  admin: 'quantri',
};

let house: House;
let routes: readonly Route[];
let personas: readonly Persona[];
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  house = await openHouse({ demo: true });
  const definitions = house.app.modules.map(({ definition }) => definition);
  routes = routesOf({ ...house.app, production: false, stopping: () => false });
  personas = personasOf(definitions);
  for (const { id, realm } of personas)
    browsers.set(
      id,
      realm === 'guest'
        ? house.browser()
        : realm === 'citizen'
          ? await house.citizen()
          : await house.officer(OFFICERS[id] ?? id),
    );
});
afterAll(() => house.close());

const nameOf = ({ method, path }: Route): string => `${method.toUpperCase()} ${path}`;
const isGuarded = ({ access }: Route): boolean => access.realm === 'citizen' || access.realm === 'officer';

/** What happened, seen from outside. */
const seen = ({ status, headers, text }: Response): Entry => {
  const to = String(headers['location'] ?? '');
  if (status === 303 && /^(\/can-bo)?\/dang-nhap(\?|$)/.test(to)) return 'sign-in';
  return status === 403 && visibleText(text).includes('Bạn không có quyền mở trang này') ? 'refused' : 'open';
};

/** Asks without a form's token: the gate answers before the token is looked at, so nothing is done. */
const knock = (browser: Browser, { method, path }: Route): Promise<Response> => {
  const url = path.replace(/:\w+/g, newId());
  return method === 'get' ? browser.get(url) : browser.post(url);
};

test('the table of who is let in is written down, route by route', () => {
  const table = readFileSync('test/journeys/access-matrix.txt', 'utf8').trimEnd().split('\n');
  const definitions = house.app.modules.map(({ definition }) => definition);
  expect(matrixLines(routes, definitions)).toEqual(table);
});

test('every guarded route answers every persona as the table says', async () => {
  const wrong: string[] = [];
  for (const route of routes.filter(isGuarded))
    for (const persona of personas) {
      const browser = browsers.get(persona.id) ?? house.browser();
      const answer = await knock(browser, route);
      if (answer.status >= 500) wrong.push(`${nameOf(route)} as ${persona.id}: ${answer.status}`);
      const [expected, got] = [entryOf(route, persona), seen(answer)];
      if (expected !== got) wrong.push(`${nameOf(route)} as ${persona.id}: ${got} (${answer.status}), not ${expected}`);
    }
  expect(wrong).toEqual([]);
}, 120_000);

describe("other people's things", () => {
  let foreign: readonly Foreign[];
  beforeAll(async () => {
    foreign = await foreignObjects(house, browsers.get('citizen') ?? house.browser());
  });

  const kindsOf = ({ path }: Route): Foreign[] => foreign.filter(({ paths }) => paths.test(path));

  test('every route that names an object says whose it is', () => {
    const named = routes.filter(({ path }) => path.includes('/:'));
    expect(named.filter((route) => kindsOf(route).length !== 1).map(nameOf)).toEqual([]);
  });

  test('are not found, by page or by form', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ path }) => path.includes('/:'))) {
      const [kind] = kindsOf(route);
      if (!kind) continue;
      for (const { browser, params, answers } of kind.cases) {
        const url = route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? newId());
        const { status } =
          route.method === 'get' ? await browser.get(url) : await browser.submit(url, {}, { page: kind.page });
        if (!answers.includes(status)) wrong.push(`${nameOf(route)} (${kind.what}): ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('a citizen sees nothing of another on any own page', async () => {
    const an = browsers.get('citizen');
    const other = (await house.app.db.row<{ number: string; name: string }>(
      "SELECT insurance_number AS number, full_name AS name FROM auth_account WHERE insurance_number <> '4812345678' ORDER BY id LIMIT 1",
    )) ?? { number: '', name: '' };
    expect(other.number).toMatch(/^\d{10}$/);
    const pages = routes.filter(
      ({ method, access, path }) => method === 'get' && access.realm === 'citizen' && !path.includes(':'),
    );
    for (const { path } of pages) {
      const { text = '' } = (await an?.get(`${path}?id=${other.number}&so=${other.number}`)) ?? {};
      expect(visibleText(text)).not.toContain(other.name);
    }
  });
});
