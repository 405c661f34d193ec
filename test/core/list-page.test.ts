import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clause, type Clause } from '../../src/core/db/clause.js';
import { countUpTo, MOST } from '../../src/core/db/count-up-to.js';
import { listPage, REACH, type Cursor, type Lead, type ListPage } from '../../src/core/db/list-page.js';
import { newId } from '../../src/core/ids.js';
import { openGround, type Ground, type Thing } from './ground.js';

const MANY = 3 * MOST;
const START = Date.parse('2026-01-01T00:00:00Z');

let ground: Ground;
let all: Thing[];

/** Three of a moment each; every hundredth is rare, and one stands far at the end. */
beforeAll(async () => {
  ground = await openGround();
  all = Array.from({ length: MANY }, (_, at) => ({
    id: newId(),
    name: at === MANY - 1 ? 'last' : at % 100 === 0 ? 'rare' : 'common',
    state: at % 2 ? 'odd' : 'even',
    total: at,
    at: new Date(START - Math.floor(at / 3) * 1_000),
  }));
  await ground.db.uow.run(() => ground.things.insertMany(all));
});
afterAll(() => ground.close());

const lead = (spans: readonly string[], ...where: Clause[]): Lead => ({
  from: 'FROM test_thing t',
  spans: spans.map((state) => clause('t.state = ?', state)),
  order: { at: 't.at', id: 't.id', direction: 'DESC' },
  where,
});

const both = ['even', 'odd'];
const named = (name: string): Clause => clause('t.name = ?', name);
const page = (leads: readonly Lead[], cursor: Partial<Cursor> = {}): Promise<ListPage<Thing>> =>
  listPage<Thing>(ground.db, { columns: 't.id, t.name, t.total', leads }, { limit: 7, ...cursor });

/** Pages from the newest to the last. */
const every = async (leads: readonly Lead[]): Promise<ListPage<Thing>[]> => {
  const pages: ListPage<Thing>[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const found: ListPage<Thing> = await page(leads, { after });
    pages.push(found);
    after = found.next;
  }
  return pages;
};

const idsOf = (pages: readonly ListPage<Thing>[]): string[] => pages.flatMap(({ rows }) => rows.map(({ id }) => id));

const inOrder = (rows: readonly Thing[]): string[] =>
  [...rows]
    .sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);

describe('pages of a list', () => {
  it.each([
    ['everything', [], () => true],
    ['what is rare', [named('rare')], ({ name }: Thing) => name === 'rare'],
    ['what stands far at the end', [named('last')], ({ name }: Thing) => name === 'last'],
    ['what is not there', [named('nothing')], () => false],
  ] as [string, Clause[], (thing: Thing) => boolean][])('hold %s once and in order', async (_, where, fits) => {
    expect(idsOf(await every([lead(both, ...where)]))).toEqual(inOrder(all.filter(fits)));
  });

  it('are looked for no further than the reach, say so, and go on', async () => {
    const first = await page([lead(both, named('last'))]);
    expect(first.rows).toEqual([]);
    expect(first.reached).toBeInstanceOf(Date);
    expect(first.next).toBeDefined();
    const pages = await every([lead(both, named('last'))]);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.length).toBeLessThanOrEqual(MANY / REACH + 1);
    expect(pages.at(-1)).toMatchObject({ rows: [{ total: MANY - 1 }] });
    expect(pages.at(-1)).not.toHaveProperty('reached');
  });

  it('are full, and not cut off, where enough fits', async () => {
    const first = await page([lead(both)]);
    expect(first.rows).toHaveLength(7);
    expect(first).not.toHaveProperty('reached');
  });

  it('lead back the way they came', async () => {
    const leads = [lead(both, named('rare'))];
    const pages = await every(leads);
    const back: string[] = [];
    let before = pages.at(-1)?.previous;
    while (before) {
      const found = await page(leads, { before });
      back.unshift(...idsOf([found]));
      before = found.previous;
    }
    expect([...back, ...idsOf(pages.slice(-1))]).toEqual(idsOf(pages));
  });

  it('are read by the lead that sees the most', async () => {
    const rare: Lead = { ...lead([], named('last')), spans: [named('last')] };
    const found = await page([lead(both, named('last')), rare]);
    expect(found.rows.map(({ total }) => total)).toEqual([MANY - 1]);
    expect(found).not.toHaveProperty('next');
  });

  it('begin anew with a cursor that is none of ours', async () => {
    const { rows } = await page([lead(both)]);
    expect((await page([lead(both)], { after: 'x' })).rows).toEqual(rows);
    expect((await page([lead(both)], { before: '%00' })).rows).toEqual(rows);
  });
});

it('counting stops behind what anybody counts', async () => {
  const of = (condition: string): Clause => clause(`SELECT 1 AS one FROM test_thing t WHERE ${condition}`);
  expect(
    await countUpTo(ground.db, { odd: of(`t.state = 'odd'`), rare: of(`t.name = 'rare'`), none: of('1 = 0') }),
  ).toEqual({ odd: MOST + 1, rare: MANY / 100, none: 0 });
});
