import { describe, expect, it } from 'vitest';
import { months } from '../../src/core/http/format.js';
import { lifelineOf } from '../../src/modules/records/lifeline.presenter.js';
import { monthAt, monthIndex, monthsInWords, rangesOf } from '../../src/modules/records/month.rules.js';
import { historyOf, totalsOf, type Participation } from '../../src/modules/records/participation.rules.js';
import { periodsOf } from '../../src/modules/records/period.rules.js';

const aRow = (fromMonth: string, toMonth: string, over: Partial<Participation> = {}): Participation => ({
  fund: 'bhxh',
  kind: 'compulsory',
  fromMonth,
  toMonth,
  employerCode: 'TZ0101A',
  employerName: 'Công ty A',
  jobTitle: 'Thợ',
  position: 'Công nhân',
  workplace: 'Đà Nẵng',
  wage: 10_000_000,
  wageForContribution: 10_000_000,
  status: 'paid',
  lumpSummed: false,
  ...over,
});
const totals = (...rows: Participation[]) => totalsOf(historyOf(rows));
const texts = (list: readonly number[]) => list.map(monthAt);

describe('totals', () => {
  it('counts both months of a row', () => {
    expect(totals(aRow('2018-03', '2020-12')).participated).toBe(34);
    expect(totals(aRow('2024-02', '2024-02')).participated).toBe(1);
  });

  it('counts overlapping months once: 34 + 31 months are 5 năm 5 tháng', () => {
    const three = totals(aRow('2018-03', '2020-12'), aRow('2021-02', '2023-06'), aRow('2023-05', '2023-08'));
    expect(three.participated).toBe(65);
    expect(months(three.participated)).toBe('5 năm 5 tháng');
    expect(texts(three.overlaps)).toEqual(['2023-05', '2023-06']);
    expect(texts(three.gaps)).toEqual(['2021-01']);
  });

  it('keeps late months apart: paid is participated less late', () => {
    const late = totals(aRow('2025-01', '2025-10'), aRow('2025-11', '2025-12', { status: 'late' }));
    expect(late).toMatchObject({ participated: 12, late: 2, paid: 10 });
    expect(texts(late.lateMonths)).toEqual(['2025-11', '2025-12']);
  });

  it('takes a late month as settled when another employer has paid it', () => {
    expect(totals(aRow('2025-01', '2025-03', { status: 'late' }), aRow('2025-02', '2025-02'))).toMatchObject({
      participated: 3,
      late: 2,
      paid: 1,
    });
  });

  it('leaves out suspended and lump-summed months, which are no gaps either', () => {
    const mixed = totals(
      aRow('2020-01', '2020-06', { lumpSummed: true }),
      aRow('2020-07', '2020-08', { status: 'suspended' }),
      aRow('2020-09', '2020-12', { status: 'maternity' }),
    );
    expect(mixed).toMatchObject({ participated: 4, paid: 4, gaps: [] });
    expect(mixed.lumpSummed).toHaveLength(6);
    expect(mixed.suspended).toHaveLength(2);
  });

  it('is all zero without rows, and ignores a row whose months are turned around', () => {
    expect(totals()).toMatchObject({ participated: 0, late: 0, paid: 0, gaps: [] });
    expect(totals(aRow('2020-05', '2020-04')).participated).toBe(0);
  });
});

describe('periods', () => {
  it('puts neighbouring rows of the same work together and keeps their late months', () => {
    const periods = periodsOf([aRow('2023-09', '2025-12'), aRow('2026-01', '2026-02', { status: 'late' })]);
    expect(periods).toHaveLength(1);
    expect(texts(periods[0]?.late ?? [])).toEqual(['2026-01', '2026-02']);
    expect((periods[0]?.to ?? 0) - (periods[0]?.from ?? 0) + 1).toBe(30);
  });

  it('keeps another wage, another job and a pause apart', () => {
    const rows = [
      aRow('2020-01', '2020-12'),
      aRow('2021-01', '2021-12', { wage: 11_000_000 }),
      aRow('2022-02', '2022-12', { wage: 11_000_000 }),
    ];
    expect(periodsOf(rows)).toHaveLength(3);
  });

  it('joins a continued job although a second one stands between', () => {
    const second = aRow('2020-06', '2020-09', { employerCode: 'DN0102B', employerName: 'Công ty B' });
    const periods = periodsOf([aRow('2020-01', '2020-06'), second, aRow('2020-07', '2020-12')]);
    expect(periods.map(({ employerName }) => employerName)).toEqual(['Công ty A', 'Công ty B']);
    expect(periods.map(({ overlap }) => overlap)).toEqual([0, 4]);
  });
});

describe('months in words', () => {
  const say = (...list: string[]) => monthsInWords(list.map(monthIndex));
  it('says one, two and many', () => {
    expect(say('2021-01')).toBe('tháng 01/2021');
    expect(say('2023-05', '2023-06')).toBe('tháng 05 và 06/2023');
    expect(say('2020-12', '2021-01')).toBe('từ 12/2020 đến 01/2021');
    expect(say('2020-03', '2020-04', '2020-05', '2021-01')).toBe('từ 03/2020 đến 05/2020 và tháng 01/2021');
  });

  it('counts what goes beyond four ranges', () => {
    expect(say('2020-01', '2020-03', '2020-05', '2020-07', '2020-09', '2020-11')).toBe(
      'tháng 01/2020, tháng 03/2020, tháng 05/2020, tháng 07/2020 và 2 tháng khác',
    );
  });

  it('makes ranges', () => {
    expect(rangesOf([1, 2, 3, 7])).toEqual([
      { from: 1, to: 3 },
      { from: 7, to: 7 },
    ]);
  });
});

describe('names of years below the line', () => {
  const names = (from: string, to: string): string[] => {
    const history = historyOf([aRow(from, to)]);
    return (lifelineOf(history, totalsOf(history))?.years ?? []).map(({ name }) => name).filter(Boolean);
  };

  it('stand where there is room up to the next one or to the end', () => {
    expect(names('2018-01', '2020-12')).toEqual(['2018', '2019', '2020']);
    expect(names('2018-09', '2020-03')).toEqual(['2019']);
    expect(names('1984-01', '2025-12')).toEqual(['1984', '1989', '1994', '1999', '2004', '2009', '2014', '2019']);
  });
});
