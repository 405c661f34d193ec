import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  agencies,
  places,
  settingNames,
  settings,
  type Agencies,
  type DatedSettings,
  type Places,
} from '../../src/contracts/organisation.js';
import type { Port } from '../../src/core/contract.js';
import { organisation } from '../../src/modules/organisation/module.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;
let tree: Agencies;
let atlas: Places;
let dated: DatedSettings;

const parts = () => house.app.modules.find(({ definition }) => definition.id === 'organisation')?.parts;
const portOf = <T>(port: Port<T>): T => parts()?.provides?.get(port.key) as T;

beforeAll(async () => {
  house = await openHouse({ modules: [organisation] });
  tree = portOf(agencies);
  atlas = portOf(places);
  dated = portOf(settings);
});
afterAll(() => house.close());

describe('places', () => {
  it('knows 34 provinces and 3,321 communes in Vietnamese order', async () => {
    const provinces = await atlas.provinces();
    expect(provinces).toHaveLength(34);
    expect(provinces[0]?.name).toBe('Tỉnh An Giang');
    expect(provinces.map(({ name }) => name)).toContain('Thành phố Đà Nẵng');
    const lists = await Promise.all(provinces.map(({ code }) => atlas.communes(code)));
    expect(lists.flat()).toHaveLength(3321);
    expect(await atlas.commune('20209')).toEqual({ code: '20209', name: 'Phường Thanh Khê', provinceCode: '48' });
    expect(await atlas.communes('99')).toEqual([]);
  });
});

describe('agencies', () => {
  it('has the office of Đà Nẵng with nine local agencies', async () => {
    expect((await tree.find('04801'))?.name).toBe('BHXH thành phố Đà Nẵng');
    expect((await tree.find('04401'))?.name).toBe('BHXH tỉnh Quảng Trị');
    expect([...(await tree.subtree('04801'))].sort()).toEqual(
      Array.from({ length: 10 }, (_, i) => `048${String(i + 1).padStart(2, '0')}`),
    );
    expect(await tree.subtree('04802')).toEqual(['04802']);
    expect(await tree.subtree('00000')).toEqual([]);
  });

  it('shows everything to a central unit', async () => {
    expect(await tree.subtree('00005')).toHaveLength(6 + 34 + 9);
  });

  it('lets the customer-care centre and the offices receive, BHXH Việt Nam not', async () => {
    const all = (await tree.receiving()).map(({ code }) => code);
    expect(all).toHaveLength(1 + 34 + 9);
    expect(all).toContain('00006');
    expect(all).not.toContain('00001');
    expect((await tree.receiving('44')).map(({ code }) => code)).toEqual(['04401']);
  });

  it('names the office of the commune first', async () => {
    const near = (await tree.near('48', '20209')).map(({ code }) => code);
    expect(near[0]).toBe('04802');
    expect(near[1]).toBe('04801');
    expect(near).toHaveLength(10);
  });

  it('serves every commune of Đà Nẵng by exactly one local agency', async () => {
    const served = (await tree.receiving('48')).flatMap(({ serves }) => serves).sort();
    expect(served).toEqual((await atlas.communes('48')).map(({ code }) => code).sort());
  });

  it('places every province agency on the map and says where the point is rough', async () => {
    const offices = (await tree.receiving()).filter(({ level }) => level === 'province');
    expect(offices.every(({ latitude, longitude }) => latitude !== null && longitude !== null)).toBe(true);
    expect(offices.find(({ code }) => code === '04401')).toMatchObject({
      address: '(chưa cập nhật)',
      locationApproximate: true,
    });
  });
});

describe('settings', () => {
  it('answers by day', async () => {
    expect(await dated.number(settingNames.declarationDays, '2026-03-16')).toBe(10);
    expect(await dated.number(settingNames.baseSalary, '2026-06-30')).toBe(2_340_000);
    expect(await dated.number(settingNames.baseSalary, '2026-07-01')).toBe(2_530_000);
    expect(await dated.number(settingNames.rateAccidentEmployer, '2026-03-01')).toBe(0.5);
  });

  it('has a value for every name, long ago and now', async () => {
    for (const name of Object.values(settingNames))
      for (const day of ['1996-01-01', '2026-03-16']) expect(await dated.text(name, day)).not.toBe('');
  });

  it('refuses a name that nobody declared', async () => {
    await expect(dated.number('no_such_setting', '2026-03-16')).rejects.toThrow('no_such_setting');
    await expect(dated.number(settingNames.insurerHotline, '2026-03-16')).rejects.toThrow('not a number');
  });

  it('follows a change within a minute', async () => {
    const { db } = house.app;
    expect(await dated.number(settingNames.passwordDays, '2026-03-16')).toBe(180);
    await db.uow.run(() =>
      db.sequelize.query("UPDATE organisation_setting SET value = '90' WHERE name = 'password_days'"),
    );
    house.clock.forward(61_000);
    expect(await dated.number(settingNames.passwordDays, '2026-03-16')).toBe(90);
  });

  it('that has no value, as after an update without its seed, is named by the doctor', async () => {
    const { db } = house.app;
    const health = () =>
      parts()
        ?.health?.find(({ name }) => name === 'settings')
        ?.check();
    expect(await health()).toMatchObject({ ok: true });
    await db.uow.run(() => db.sequelize.query("DELETE FROM organisation_setting WHERE name = 'recovery_percent'"));
    expect(await health()).toMatchObject({ ok: false, vi: expect.stringContaining('recovery_percent') as string });
    await parts()?.seed?.reference?.();
    expect(await health()).toMatchObject({ ok: true });
  });
});

describe('seed and office', () => {
  it('may run again without doubling or undoing anything', async () => {
    const { db } = house.app;
    await db.uow.run(() =>
      db.sequelize.query("UPDATE organisation_agency SET address = '2 Trần Phú' WHERE code = '04801'"),
    );
    await parts()?.seed?.reference?.();
    expect((await tree.find('04801'))?.address).toBe('2 Trần Phú');
    const [row] = await db.rows<{ total: number }>('SELECT COUNT(*) AS total FROM organisation_agency');
    expect(row?.total).toBe(49);
  });

  it('stands behind the header and the footer', async () => {
    expect(await parts()?.office?.()).toMatchObject({
      name: 'BHXH thành phố Đà Nẵng',
      hours: 'Thứ Hai đến Thứ Sáu, 7:30-11:30, 13:00-17:00',
      hotline: '1900 9068',
    });
  });
});
