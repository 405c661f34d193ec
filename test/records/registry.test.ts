import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberRegistry, participants, type MemberRegistry, type Participants } from '../../src/contracts/records.js';
import type { Port } from '../../src/core/contract.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;

const portOf = <T>(port: Port<T>): T =>
  house.app.modules.find(({ definition }) => definition.id === 'records')?.parts.provides?.get(port.key) as T;

beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());

describe('ports', () => {
  it('finds a person in the member registry', async () => {
    const registry: MemberRegistry = portOf(memberRegistry);
    expect(await registry.find('4811223344')).toMatchObject({
      fullName: 'Trần Thị Bình',
      birthDate: '12/05/1990',
      sex: 'female',
      paperNumber: '048190001234',
      phone: null,
    });
    expect((await registry.find('4816667778'))?.birthDate).toBe('1958');
    expect(await registry.find('4800000000')).toBeUndefined();
  });

  it('brings contact data into the record, within the unit of the caller', async () => {
    const people: Participants = portOf(participants);
    const registry = portOf(memberRegistry);
    const change = {
      insuranceNumber: '4811223344',
      phone: '0905612347',
      email: 'binh@vidu.vn',
      address: '12 Lê Duẩn, phường Hải Châu, thành phố Đà Nẵng',
    };
    const { uow } = house.app.db;
    const undone = uow.run(async () => {
      await people.updateContact(change);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect((await registry.find('4811223344'))?.phone).toBeNull();
    await uow.run(() => people.updateContact(change));
    expect(await registry.find('4811223344')).toMatchObject({ phone: '0905612347', address: change.address });
  });
});

describe('demo', () => {
  it('is 200 people, 3 to 30 rows each, one with nothing, and two children', async () => {
    const rows = await house.app.db.rows<{ number: string; total: number }>(
      `SELECT p.insurance_number AS number, COUNT(r.id) AS total FROM records_participant p
       LEFT JOIN records_participation r ON r.insurance_number = p.insurance_number GROUP BY p.insurance_number`,
    );
    expect(rows).toHaveLength(202);
    const empty = rows.filter(({ total }) => total === 0).map(({ number }) => number);
    expect(empty.sort()).toEqual(['4816667778', '4819000011', '4819000029']);
    expect(rows.every(({ total }) => total === 0 || (total >= 3 && total <= 30))).toBe(true);
  });

  it('has late, suspended, maternity and lump-summed months, and cards of three periods', async () => {
    const statuses = await house.app.db.rows<{ status: string; lump: number }>(
      'SELECT DISTINCT status, lump_summed AS lump FROM records_participation',
    );
    expect(statuses.map(({ status, lump }) => `${status}${lump}`)).toEqual(
      expect.arrayContaining(['paid0', 'late0', 'suspended0', 'maternity0', 'paid1']),
    );
    const years = await house.app.db.rows<{ validFrom: string }>(
      "SELECT DISTINCT valid_from AS validFrom FROM records_card WHERE object_code <> 'TE' ORDER BY valid_from",
    );
    expect(years.map(({ validFrom }) => validFrom)).toEqual(['2025-01-01', '2026-01-01', '2027-01-01']);
  });

  it('may repeat the reference seed', async () => {
    const count = async () =>
      (await house.app.db.row<{ total: number }>('SELECT COUNT(*) AS total FROM records_object_code'))?.total;
    const before = await count();
    await house.app.modules.find(({ definition }) => definition.id === 'records')?.parts.seed?.reference?.();
    expect(await count()).toBe(before);
  });
});
