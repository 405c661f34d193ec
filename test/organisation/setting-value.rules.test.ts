import { describe, expect, test } from 'vitest';
import { datedSettings } from '../../seeders/data/settings.js';
import { settingNames as names, type SettingName } from '../../src/contracts/organisation.js';
import { settingCatalog } from '../../src/contracts/setting-catalog.js';
import { readValue, showValue, typedForm, valueHint } from '../../src/modules/organisation/setting-value.rules.js';
import { sources } from '../architecture/sources.js';

const UNITS = [{ value: '00005', text: 'Trung tâm Công nghệ thông tin' }];

const read = (name: SettingName, typed: string): string | undefined => {
  const checked = readValue(settingCatalog[name].kind, typed, UNITS);
  return 'value' in checked ? checked.value : undefined;
};

describe('the settings that exist', () => {
  const all = Object.values(names).sort();

  test('are described and seeded, all of them and no other', () => {
    expect(Object.keys(settingCatalog).sort()).toEqual(all);
    expect(datedSettings.map(([name]) => name).sort()).toEqual(all);
  });

  test('are read by some module, each of them', () => {
    const code = sources(['src/modules']).map(({ text }) => text);
    const unread = Object.keys(names).filter(
      (key) => !code.some((text) => new RegExp(`\\b(?:names|settingNames)\\.${key}\\b`).test(text)),
    );
    expect(unread).toEqual([]);
  });

  test('are told apart by their labels, in whole sentences', () => {
    const words = Object.values(settingCatalog);
    expect(new Set(words.map(({ label }) => label)).size).toBe(words.length);
    expect(words.filter(({ help }) => !/^\p{Lu}.*\.$/u.test(help))).toEqual([]);
  });

  test('have sound values from the beginning, that are read as they are shown in a form', () => {
    for (const [name, ...dated] of datedSettings)
      for (const [, value] of dated) {
        const { kind } = settingCatalog[name];
        expect([name, read(name, typedForm(kind, String(value)))]).toEqual([name, String(value)]);
        expect(showValue(kind, String(value), UNITS)).not.toBe('');
      }
  });
});

describe('what is typed', () => {
  test.each([
    [names.declarationDays, '12', '12'],
    [names.auditDays, '3.650', '3650'],
    [names.passwordDays, '0', '0'],
    [names.rateHousehold, '4,5', '4.5'],
    [names.rateHousehold, '4.50', '4.5'],
    [names.rateAccidentEmployer, '0', '0'],
    [names.baseSalary, '2.530.000 đ', '2530000'],
    [names.baseSalary, '2530000', '2530000'],
    [names.declarationReminderDays, '9 7,7', '7, 9'],
    [names.secondPerson, '0', '0'],
    [names.insurerHotline, '1900 9068', '1900 9068'],
    [names.officeEmail, 'HoTro@vidu.vn', 'hotro@vidu.vn'],
    [names.hotlineHours, 'T2-CN 0:00-24:00', 'T2-CN 0:00-24:00'],
    [names.workHours, '8:00-12:00 13:30-17:30', '8:00-12:00 13:30-17:30'],
    [names.feedbackSupervisor, '00005', '00005'],
  ])('%s "%s" is stored as %s', (name, typed, stored) => {
    expect(read(name, typed)).toBe(stored);
  });

  test.each([
    [names.declarationDays, ['', '0', '2', '31', '-5', '1e1', '10,5', '١٠', '10 ngày', '9007199254740993']],
    [names.passwordDays, ['7', '29', '1.096', '00x']],
    [names.invitationHours, ['0', '161']],
    [names.rateHousehold, ['', '-1', '50,01', '4,555', '4,5,5', 'NaN', '100']],
    [names.baseSalary, ['0', '99.999', '100.000.001', '2.53', '2,530,000', '1e7', 'Infinity']],
    [names.declarationReminderDays, ['', '0', '7, 30', '1 2 3 4', '7; x']],
    [names.secondPerson, ['', '2', 'true']],
    [names.insurerHotline, ['', 'gọi', '12', '1900 9068; 1900 9069', '+'.repeat(5)]],
    [names.officeEmail, ['', 'hotro', 'a@b', 'a b@vidu.vn']],
    [
      names.hotlineHours,
      ['', 'T8 7:00-11:00', 'T2 7:75-11:00', 'T2 11:00-7:00', 'T2 7:00-11:00 10:00-12:00', 'T2 7:00-25:00'],
    ],
    [names.workHours, ['', '7:30', '7:75-11:30', '13:00-17:00 7:30-11:30', '7:30-24:30']],
    [names.feedbackSupervisor, ['', '04801', '99999']],
  ])('%s takes none of %o, and says how', (name, wrong) => {
    for (const typed of wrong) {
      expect([typed, read(name, typed)]).toEqual([typed, undefined]);
      const checked = readValue(settingCatalog[name].kind, typed, UNITS);
      expect('fault' in checked && checked.fault).toMatch(/^(Hãy|Không|Địa chỉ)/);
    }
  });

  test.each([
    [names.declarationDays, '12', '12 ngày'],
    [names.passwordDays, '0', '0 (không bắt đổi)'],
    [names.rateHousehold, '4.5', '4,5 % lương cơ sở'],
    [names.baseSalary, '2530000', '2.530.000 đ'],
    [names.declarationReminderDays, '7, 9', 'ngày 7, 9'],
    [names.secondPerson, '1', 'Bật'],
    [names.feedbackSupervisor, '00005', 'Trung tâm Công nghệ thông tin'],
    [names.feedbackSupervisor, '00099', '00099'],
  ])('%s "%s" is shown as %s', (name, stored, shown) => {
    expect(showValue(settingCatalog[name].kind, stored, UNITS)).toBe(shown);
  });

  test('the way to type it stands beside every field of words and numbers', () => {
    const mute = Object.values(settingCatalog).filter(({ kind }) => !valueHint(kind));
    expect(new Set(mute.map(({ kind }) => kind.is))).toEqual(new Set(['switch', 'phone', 'email', 'central-unit']));
  });
});
