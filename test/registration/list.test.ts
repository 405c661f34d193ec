import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierFilter, DossierListRow } from '../../src/contracts/registration.js';
import { fold } from '../../src/core/text.js';
import { openHouse, type House } from '../kit/house.js';
import { queriesOf } from './form.js';

let house: House;
let all: readonly DossierListRow[];
beforeAll(async () => {
  house = await openHouse({ demo: true });
  all = (await queriesOf(house).list({ agencies: 'all' }, { limit: 200 })).rows;
});
afterAll(() => house.close());

const list = async (filter: Partial<DossierFilter>): Promise<readonly DossierListRow[]> =>
  (await queriesOf(house).list({ agencies: 'all', ...filter }, { limit: 200 })).rows;

it('has 60 registrations over all states', () => {
  const registrations = all.filter(({ kind }) => kind === 'new');
  expect(registrations.length).toBe(60);
  const states = new Map<string, number>();
  for (const { state } of registrations) states.set(state, (states.get(state) ?? 0) + 1);
  expect(Object.fromEntries(states)).toEqual({
    declared: 12,
    handed_in: 12,
    in_review: 6,
    approved: 18,
    refused: 7,
    expired: 5,
  });
  expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
  const own = all.filter(({ agencyCode }) => agencyCode === '04801' || agencyCode === '04802').length;
  expect(own).toBeGreaterThan(30);
});

it('has requests of people with an account', () => {
  const requests = all.filter(({ kind }) => kind !== 'new').map(({ kind, state }) => `${kind} ${state}`);
  expect(requests.sort()).toEqual([
    'change approved',
    'change handed_in',
    'change handed_in',
    'change in_review',
    'change refused',
    'stop handed_in',
  ]);
});

it('is newest first', () => {
  const times = all.map(({ declaredAt }) => declaredAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

describe('filters agree with a plain search through all rows', () => {
  const cases: readonly (readonly [string, Partial<DossierFilter>, (row: DossierListRow) => boolean])[] = [
    ['state', { state: 'handed_in' }, (row) => row.state === 'handed_in'],
    ['assessment', { assessment: 'invalid' }, (row) => row.assessment === 'invalid'],
    ['kind', { kind: 'change' }, (row) => row.kind === 'change'],
    ['agency', { agencyCode: '04802' }, (row) => row.agencyCode === '04802'],
    ['own agencies', { agencies: ['04802', '04803'] }, (row) => ['04802', '04803'].includes(row.agencyCode)],
    ['foreign agency', { agencies: ['04802'], agencyCode: '00101' }, () => false],
    ['no agency', { agencies: [] }, () => false],
    [
      'many agencies',
      { agencies: Array.from({ length: 30 }, (_, index) => String(4_800 + index).padStart(5, '0')) },
      (row) => row.agencyCode >= '04800' && row.agencyCode < '04830',
    ],
    ['from', { from: '2026-03-10' }, (row) => row.declaredAt >= new Date('2026-03-10T00:00:00+07:00')],
    ['to', { to: '2026-03-10' }, (row) => row.declaredAt < new Date('2026-03-11T00:00:00+07:00')],
    [
      'name',
      { name: 'nguyen' },
      (row) =>
        fold(row.fullName)
          .split(' ')
          .some((word) => word.startsWith('nguyen')),
    ],
    [
      'name, two words',
      { name: 'Ng  thi' },
      (row) =>
        ['ng', 'thi'].every((start) =>
          fold(row.fullName)
            .split(' ')
            .some((word) => word.startsWith(start)),
        ),
    ],
    [
      'name with a wildcard',
      { name: 'ng%' },
      (row) =>
        fold(row.fullName)
          .split(' ')
          .some((word) => word.startsWith('ng')),
    ],
    [
      'all together',
      { agencies: ['04801', '04802'], state: 'approved', assessment: 'valid', name: 'v' },
      (row) =>
        ['04801', '04802'].includes(row.agencyCode) &&
        row.state === 'approved' &&
        fold(row.fullName)
          .split(' ')
          .some((word) => word.startsWith('v')),
    ],
  ];
  it.each(cases)('%s', async (_, filter, fits) => {
    expect((await list(filter)).map(({ id }) => id)).toEqual(all.filter(fits).map(({ id }) => id));
  });

  it('number and insurance number', async () => {
    const row = all.find(({ state }) => state === 'approved');
    expect((await list({ number: row?.number ?? '' })).map(({ id }) => id)).toEqual([row?.id]);
    expect((await list({ insuranceNumber: row?.insuranceNumber ?? '' })).map(({ id }) => id)).toContain(row?.id);
    expect(await list({ number: "' OR 1=1 --" })).toEqual([]);
  });
});

it.each([['all' as const], [['04801', '04802', '04803', '04804', '00101', '07901', '04601', '05101']]])(
  'pages forth and back: %j',
  async (agencies) => {
    const queries = queriesOf(house);
    const pages: string[][] = [];
    let page = await queries.list({ agencies }, { limit: 7 });
    expect(page.previous).toBeUndefined();
    for (;;) {
      pages.push(page.rows.map(({ id }) => id));
      if (!page.next) break;
      page = await queries.list({ agencies }, { limit: 7, after: page.next });
      expect(page.previous).toBeDefined();
    }
    expect(pages.flat()).toEqual(all.map(({ id }) => id));
    for (let index = pages.length - 2; index >= 0; index -= 1) {
      page = await queries.list({ agencies }, { limit: 7, before: page.previous ?? '' });
      expect(page.rows.map(({ id }) => id)).toEqual(pages[index]);
      expect(page.next).toBeDefined();
    }
    expect(page.previous).toBeUndefined();
  },
);

it('takes a broken cursor for the first page', async () => {
  for (const after of ['x', '%%%', Buffer.from('NaN.abc').toString('base64url'), "1.' OR 1=1"]) {
    const page = await queriesOf(house).list({ agencies: 'all' }, { limit: 5, after });
    expect(page.rows.map(({ id }) => id)).toEqual(all.slice(0, 5).map(({ id }) => id));
  }
});

it('counts within the agencies', async () => {
  expect(await queriesOf(house).counts('all')).toEqual({
    declared: 12,
    handed_in: 15,
    in_review: 7,
    approved: 19,
    refused: 8,
    expired: 5,
  });
  const own = await queriesOf(house).counts(['04802']);
  expect(own.declared).toBe(
    all.filter(({ agencyCode, state }) => agencyCode === '04802' && state === 'declared').length,
  );
  expect(Object.values(await queriesOf(house).counts([])).every((count) => count === 0)).toBe(true);
});

it('finds only within the agencies', async () => {
  const row = all.find(({ agencyCode }) => agencyCode === '00101');
  expect(await queriesOf(house).find(row?.id ?? '', ['04801'])).toBeUndefined();
  expect((await queriesOf(house).find(row?.id ?? '', ['00101']))?.number).toBe(row?.number);
  expect(await queriesOf(house).find('nothing', 'all')).toBeUndefined();
});
