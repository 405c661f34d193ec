import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierFilter, DossierListRow } from '../../src/contracts/registration.js';
import { nameWords } from '../../src/core/text.js';
import { seedProvince } from '../../src/seed.js';
import { openHouse, type House } from '../kit/house.js';
import { queriesOf } from './form.js';

/** So many that the words most people have in their names are common ones, and others are not. */
const PEOPLE = 3_000;

let house: House;
let all: readonly DossierListRow[];

/** Every row of a filter, page by page. */
const every = async (filter: Partial<DossierFilter>, limit = 200): Promise<DossierListRow[]> => {
  const rows: DossierListRow[] = [];
  let after: string | undefined;
  do {
    const page = await queriesOf(house).list({ agencies: 'all', ...filter }, { limit, ...(after && { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after);
  return rows;
};

beforeAll(async () => {
  house = await openHouse();
  await seedProvince(house.app, PEOPLE, { live: false, write: () => undefined });
  all = await every({});
});
afterAll(() => house.close());

const named = (name: string) => {
  const typed = nameWords(name);
  return ({ fullName }: DossierListRow): boolean =>
    typed.every((start) => nameWords(fullName).some((word) => word.startsWith(start)));
};

describe('a name among many', () => {
  it('is made of common words and of others', () => {
    expect(all.filter(named('nguyen')).length).toBeGreaterThan(100);
    expect(all.filter(named('thi')).length).toBeGreaterThan(100);
    expect(all.filter(named('linh')).length).toBeLessThan(100);
  });

  it.each([
    ['one common word', { name: 'Nguyễn' }],
    ['two common words', { name: 'nguyen thi' }],
    ['three common words', { name: 'nguyen thi ng' }],
    ['two common words in one state', { name: 'nguyen thi', state: 'approved' }],
    ['two common words and one that few have with them', { name: 'nguyen thi hong', state: 'approved' }],
    ['a common and a rare word', { name: 'thi linh' }],
    ['the start of many words', { name: 't' }],
    ['the start of one common word', { name: 'nguye thi' }],
    ['a common word in own agencies', { name: 'nguyen', agencies: ['04801', '04802'] }],
    ['a common word in a span of days', { name: 'nguyen', from: '2026-01-01', to: '2026-01-31' }],
    ['a common word in one state', { name: 'nguyen', state: 'approved' }],
    ['a word that nobody has', { name: 'nguyen xyz' }],
  ] satisfies [string, Partial<DossierFilter>][])('%s: the same rows as a plain search', async (_, filter) => {
    const { name, ...rest } = filter as Partial<DossierFilter> & { name: string };
    const expected = (await every(rest)).filter(named(name));
    expect((await every(filter)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('pages forth and back by a common word', async () => {
    const first = await queriesOf(house).list({ agencies: 'all', name: 'nguyen' }, { limit: 40 });
    const second = await queriesOf(house).list(
      { agencies: 'all', name: 'nguyen' },
      { limit: 40, after: first.next ?? '' },
    );
    const again = await queriesOf(house).list(
      { agencies: 'all', name: 'nguyen' },
      { limit: 40, before: second.previous ?? '' },
    );
    expect(second.rows.map(({ id }) => id)).toEqual(
      all
        .filter(named('nguyen'))
        .slice(40, 80)
        .map(({ id }) => id),
    );
    expect(again.rows).toEqual(first.rows);
    expect(again.previous).toBeUndefined();
  });
});
