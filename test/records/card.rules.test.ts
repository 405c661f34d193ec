import { describe, expect, it } from 'vitest';
import { objectCodes } from '../../seeders/data/object-codes.js';
import { benefitRules } from '../../seeders/data/benefit-rules.js';
import { drawQr } from '../../src/core/qr.js';
import { fillIn, fundPays, levelOn, ruleOn } from '../../src/modules/records/entitlement.rules.js';
import { decodeQr, encodeQr } from '../../src/modules/records/card-qr.rules.js';
import { fit, fitTwo } from '../../src/modules/records/card-picture.presenter.js';
import { cardNumberText, inOrder, parseCardNumber, phaseOf } from '../../src/modules/records/card.rules.js';
import { contribution } from '../../src/modules/records/contribution.rules.js';
import { birthPrecision, birthText } from '../../src/modules/records/participant.rules.js';

describe('card numbers', () => {
  it('takes HS4010120878811 apart', () => {
    expect(parseCardNumber('HS4010120878811')).toEqual({
      objectCode: 'HS',
      level: '4',
      provinceCode: '01',
      insuranceNumber: '0120878811',
    });
    expect(cardNumberText('DN4484812345678')).toBe('DN 4 48 4812345678');
  });

  it('reads old numbers with letters and refuses what is none', () => {
    expect(parseCardNumber('DN401AA31900313')?.insuranceNumber).toBe('AA31900313');
    for (const wrong of ['', 'HS6010120878811', 'HS401012087881', '0120878811', 'HS40101208788111'])
      expect(parseCardNumber(wrong)).toBeUndefined();
    expect(cardNumberText('0120878811')).toBe('0120878811');
  });
});

describe('validity', () => {
  const card = { validFrom: '2026-01-01', validTo: '2026-12-31', state: 'active' as const };
  it('holds on its first and its last day', () => {
    expect(phaseOf(card, '2025-12-31')).toBe('future');
    expect(phaseOf(card, '2026-01-01')).toBe('current');
    expect(phaseOf(card, '2026-12-31')).toBe('current');
    expect(phaseOf(card, '2027-01-01')).toBe('past');
    expect(phaseOf({ ...card, validTo: null }, '2050-01-01')).toBe('current');
    expect(phaseOf({ ...card, state: 'withdrawn' }, '2026-03-16')).toBe('withdrawn');
  });

  it('puts the card in force first', () => {
    const year = (of: number) => ({ validFrom: `${of}-01-01`, validTo: `${of}-12-31`, state: 'active' as const });
    expect(
      inOrder([year(2024), year(2025), year(2026), year(2027)], '2026-03-16').map(({ validFrom }) =>
        validFrom.slice(0, 4),
      ),
    ).toEqual(['2026', '2027', '2025', '2024']);
  });
});

describe('benefits', () => {
  const percentOn = (objectCode: string, printed: string, day: string) =>
    ruleOn(benefitRules, levelOn(objectCodes, { objectCode, level: printed }, day), day)?.percent;

  it('raises a CN card with a printed 3 on 1 January 2026', () => {
    expect(percentOn('CN', '3', '2025-12-31')).toBe(95);
    expect(percentOn('CN', '3', '2026-01-01')).toBe(100);
    expect(percentOn('LH', '4', '2025-12-31')).toBe(80);
    expect(percentOn('LH', '4', '2026-01-01')).toBe(100);
  });

  it('leaves the printed level to an unknown or unclear code', () => {
    expect(percentOn('ZZ', '3', '2026-03-16')).toBe(95);
    expect(percentOn('TH', '4', '2026-03-16')).toBe(80);
  });

  it('pays small visits in full, others by the level', () => {
    for (const smallVisit of [351_000, 379_500]) {
      expect(fundPays({ cost: 300_000, percent: 80, smallVisit })).toBe(300_000);
      expect(fundPays({ cost: 1_000_000, percent: 80, smallVisit })).toBe(800_000);
    }
  });

  it('fills sentences and shows a place without a value', () => {
    expect(fillIn('dưới {smallVisit}, {other}', { smallVisit: '351.000 đ' })).toBe('dưới 351.000 đ, {other}');
  });

  it('has one row for each code and day, and a rule for each level', () => {
    const keys = objectCodes.map(({ code, validFrom }) => `${code} ${validFrom}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const level of ['1', '2', '3', '4', '5']) expect(ruleOn(benefitRules, level, '2026-03-16')).toBeDefined();
  });
});

describe('contributions', () => {
  it('rounds each fund: 10.5 and 21.5 percent of ten million', () => {
    expect(contribution(10_000_000, [8, 1.5, 1])).toBe(1_050_000);
    expect(contribution(10_000_000, [14, 3, 0.5, 3, 1])).toBe(2_150_000);
    expect(contribution(12_500_000, [14, 3, 0.5])).toBe(2_187_500);
  });
});

describe('QR code of a card', () => {
  const card = {
    insuranceNumber: '0120878811',
    fullName: 'Nguyễn Văn An',
    birthDate: '1985-09-04',
    sex: 'male' as const,
    address: 'Hà Nội',
    facilityCode: '01043',
    validFrom: '2026-01-01',
    validTo: null,
    issuedOn: '2025-12-21',
    areaCode: null,
    fiveYearsFrom: '2030-01-01',
  };
  const text =
    '0120878811|4e677579e1bb856e2056c4836e20416e|04/09/1985|1|48c3a0204ee1bb9969|01 - 043|01/01/2026|-|21/12/2025|-|-|4|01/01/2030|-|$';

  it('writes the fifteen fields', () => {
    expect(encodeQr(card)).toBe(text);
  });

  it('comes back as it was, also with an area, an end and a year of birth', () => {
    expect(decodeQr(text)).toEqual(card);
    const other = {
      ...card,
      areaCode: 'K3',
      validTo: '2026-12-31',
      birthDate: '1958',
      sex: 'female' as const,
      fiveYearsFrom: null,
    };
    expect(decodeQr(encodeQr(other))).toEqual(other);
    expect(decodeQr('https://example.vn')).toBeUndefined();
  });

  it('draws each dark square once', async () => {
    const { path, side } = await drawQr(text, 'L');
    expect(side).toBeGreaterThanOrEqual(33);
    expect(path.startsWith('M0 0h7v1h-7z')).toBe(true);
  });
});

describe('texts on the card', () => {
  it('shrinks long ones and cuts the longest', () => {
    expect(fit('NGUYỄN VĂN AN', { size: 38, width: 556 }, 'capital').size).toBe(38);
    const name = fitTwo('CÔNG TẰNG TÔN NỮ NGUYỄN PHÚC THỊ HOÀNG PHƯƠNG ANH', { size: 38, width: 556 }, 'capital');
    expect(name.lines.join(' ')).toBe('CÔNG TẰNG TÔN NỮ NGUYỄN PHÚC THỊ HOÀNG PHƯƠNG ANH');
    expect([name.lines.length, name.size]).toEqual([2, 23]);
    expect(fitTwo('NGUYỄN VĂN AN', { size: 38, width: 556 }, 'capital').lines).toEqual(['NGUYỄN VĂN AN']);
    const long = fit('Bệnh viện Đa khoa khu vực miền núi phía Bắc tỉnh Quảng Nam (49012)', { size: 30, width: 524 });
    expect(long.size).toBe(23);
    expect(long.text.endsWith('…')).toBe(true);
  });
});

describe('birth dates', () => {
  it('are shown as far as they are known', () => {
    expect(['1985-09-04', '1985-09', '1958'].map(birthText)).toEqual(['04/09/1985', '09/1985', '1958']);
    expect(['1985-09-04', '1985-09', '1958'].map(birthPrecision)).toEqual(['day', 'month', 'year']);
  });
});
