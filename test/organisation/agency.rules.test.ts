import { describe, expect, test } from 'vitest';
import type { AgencyLevel } from '../../src/contracts/organisation.js';
import { closingFault } from '../../src/modules/organisation/agency-admin.rules.js';
import { placeFault, withReplaced } from '../../src/modules/organisation/agency.rules.js';

const TODAY = '2026-03-16';

const agency = (code: string, level: AgencyLevel, parentCode: string | null, over: object = {}) => ({
  ...{ code, level, parentCode, name: code, validTo: null, replacedBy: null },
  provinceCode: level === 'central' ? null : '48',
  ...over,
});
type Agency = ReturnType<typeof agency>;

const treeOf = (...over: Agency[]): Map<string, Agency> => {
  const usual = [
    agency('1', 'central', null),
    agency('2', 'central', '1'),
    agency('3', 'central', '2'),
    agency('48', 'province', '1'),
    agency('481', 'local', '48'),
    agency('482', 'local', '48'),
  ];
  return new Map([...usual, ...over].map((each) => [each.code, each]));
};

describe('a place in the tree', () => {
  test.each([
    ['stays where it is', agency('481', 'local', '48'), undefined],
    ['makes no circle', agency('2', 'central', '3'), 'thành vòng tròn'],
    ['is not below itself', agency('2', 'central', '2'), 'thành vòng tròn'],
    ['has one root', agency('3', 'central', null), 'Chỉ 1 không có cấp trên'],
    ['keeps the level that those below need', agency('48', 'central', '1'), 'không đổi được Cấp'],
    [
      'keeps the province of those below',
      agency('48', 'province', '1', { provinceCode: '01' }),
      'không đổi được Mã tỉnh',
    ],
  ])('%s', (_, node, words) => {
    const fault = placeFault(node, treeOf(), TODAY)?.reason;
    expect(fault ?? '').toContain(words ?? '');
    expect(fault === undefined).toBe(words === undefined);
  });

  test('is not below what has ended, unless it has ended as well', () => {
    const tree = treeOf(agency('48', 'province', '1', { validTo: '2026-03-15' }));
    expect(placeFault(agency('481', 'local', '48'), tree, TODAY)?.reason).toContain('chỉ hoạt động đến hết 15/03/2026');
    expect(placeFault(agency('481', 'local', '48', { validTo: '2026-03-01' }), tree, TODAY)).toBeUndefined();
  });
});

describe('an end', () => {
  const faultOf = (code: string, replacedBy: string | null, ...over: Agency[]): string => {
    const tree = treeOf(...over);
    const closing = { validTo: TODAY, replacedBy };
    return closingFault(tree.get(code) ?? agency(code, 'local', '48'), closing, tree)?.message ?? '';
  };

  test('leaves nobody below behind, and nothing without who goes on in the same province', () => {
    expect(faultOf('481', '482')).toBe('');
    expect(faultOf('481', null)).toBe('');
    expect(faultOf('48', null)).toContain('Còn 2 cơ quan hoạt động ở dưới sau ngày này: 481, 482');
    expect(faultOf('481', '9')).toContain('Không có cơ quan 9');
    expect(faultOf('481', '482', agency('482', 'local', '48', { validTo: TODAY }))).toContain('chỉ hoạt động đến hết');
    expect(faultOf('481', '011', agency('011', 'local', '01', { provinceCode: '01' }))).toContain('thuộc tỉnh khác');
    expect(faultOf('481', '482', agency('482', 'local', '48', { replacedBy: '481' }))).toContain('thành vòng tròn');
  });

  test('hands the work on from the day after, over several ends', () => {
    const ended = [
      { code: 'a', validTo: '2026-03-10', replacedBy: 'b' },
      { code: 'b', validTo: '2026-03-16', replacedBy: 'c' },
    ];
    expect(withReplaced(['c'], ended, '2026-03-16')).toEqual(['c']);
    expect(withReplaced(['c'], ended, '2026-03-17')).toEqual(['c', 'b', 'a']);
  });
});
