import { describe, expect, it } from 'vitest';
import { MOST } from '../../src/core/db/count-up-to.js';
import { counted } from '../../src/core/http/format.js';
import { presentPages } from '../../src/core/http/list-pages.js';

const words = {
  extent: '3 hồ sơ trên trang này',
  href: (cursor: Readonly<Record<string, string>>) => `/ho-so?${new URLSearchParams(cursor).toString()}`,
};

describe('what stands below a list', () => {
  it('leads to the pages around it', () => {
    expect(presentPages({ next: 'b', previous: 'a' }, words)).toEqual({
      pager: { text: '3 hồ sơ trên trang này', next: '/ho-so?sau=b', previous: '/ho-so?truoc=a' },
    });
    expect(presentPages({}, words)).toEqual({ pager: { text: '3 hồ sơ trên trang này' } });
  });

  it('tells the day to which it was looked, and how to go on', () => {
    const { pager, unfinished } = presentPages({ next: 'b', reached: new Date('2026-03-15T18:00:00Z') }, words);
    expect(pager).toMatchObject({
      text: '3 hồ sơ trên trang này, đã tìm đến ngày 16/03/2026',
      next: '/ho-so?sau=b',
      nextLabel: 'Tìm tiếp',
    });
    expect(unfinished?.text).toContain('Chưa thấy');
    expect(unfinished?.action).toEqual({ href: '/ho-so?sau=b', label: 'Tìm tiếp' });
  });
});

it('a count that stopped says so', () => {
  expect([0, 999, MOST, MOST + 1].map(counted)).toEqual(['0', '999', '1.000', 'hơn 1.000']);
});
