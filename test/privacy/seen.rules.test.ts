import { describe, expect, test } from 'vitest';
import { pageOfGroups, type Look } from '../../src/modules/privacy/seen.rules.js';

const START = Date.parse('2026-03-16T02:00:00.000Z');

/** Looks from newest to oldest: minutes before the start, and who. */
const looks = (
  ...list: readonly (readonly [minutes: number, who: string, action?: string, purpose?: string])[]
): Look[] =>
  list.map(([minutes, actorId, action = 'approval.dossier-viewed', purpose = 'Xử lý hồ sơ'], index) => ({
    id: 1_000 - index,
    at: new Date(START - minutes * 60_000),
    actorId,
    agencyCode: '04801',
    actorRole: 'Cán bộ tiếp nhận',
    action,
    purpose,
  }));

const seen = (list: readonly Look[], limit = 25, whole = true) => {
  const { groups, below } = pageOfGroups(list, limit, whole);
  return { lines: groups.map(({ last, times }) => `${last.actorId} ${times}`), below };
};

describe('looks in one line', () => {
  test('the same officer, act and reason within ten minutes, with others in between', () => {
    expect(seen(looks([0, 'a'], [1, 'b'], [9, 'a'], [10, 'a'])).lines).toEqual(['a 3', 'b 1']);
  });

  test('not longer than ten minutes from the newest, however close they follow each other', () => {
    expect(seen(looks([0, 'a'], [8, 'a'], [11, 'a'], [16, 'a'])).lines).toEqual(['a 2', 'a 2']);
  });

  test('another act or another reason stays a line of its own', () => {
    const list = looks(
      [0, 'a'],
      [1, 'a', 'approval.picture-viewed'],
      [2, 'a', 'approval.dossier-viewed', 'Vì việc khác'],
    );
    expect(seen(list).lines).toEqual(['a 1', 'a 1', 'a 1']);
  });
});

describe('pages', () => {
  test('nothing is nothing', () => expect(seen([])).toEqual({ lines: [], below: undefined }));

  test('the last page has no next one', () => {
    expect(seen(looks([0, 'a'], [30, 'b']), 2)).toEqual({ lines: ['a 1', 'b 1'], below: undefined });
  });

  test('no line is cut in two by the end of a page', () => {
    const list = looks([0, 'a'], [30, 'b'], [31, 'c'], [32, 'b'], [60, 'd']);
    expect(seen(list, 2)).toEqual({ lines: ['a 1'], below: 1_000 });
    expect(seen(list.slice(1), 1)).toEqual({ lines: ['b 2', 'c 1'], below: 997 });
  });

  test('looks that were not read yet may still belong to the last lines', () => {
    expect(seen(looks([0, 'a'], [30, 'b'], [35, 'c']), 25, false)).toEqual({ lines: ['a 1'], below: 1_000 });
  });

  test('looks that all hang together are shown, and the list goes on', () => {
    expect(seen(looks([0, 'a'], [1, 'b'], [2, 'a']), 25, false)).toEqual({ lines: ['a 2', 'b 1'], below: 998 });
  });

  test('going on shows every look once', () => {
    const list = looks(
      ...Array.from({ length: 300 }, (_, index) => [Math.floor((index * index) / 40), 'abc'[index % 3] ?? ''] as const),
    );
    let [from, total, pages] = [0, 0, 0];
    for (let below: number | undefined = Infinity; below !== undefined; pages += 1) {
      const read = list.slice(from, from + 60);
      const page = pageOfGroups(read, 10, from + 60 >= list.length);
      total += page.groups.reduce((sum, { times }) => sum + times, 0);
      below = page.below;
      from = list.findIndex(({ id }) => id === below) + 1;
    }
    expect(total).toBe(300);
    expect(pages).toBeGreaterThan(5);
  });
});
