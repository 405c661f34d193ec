import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { aCase, tablesOf } from './ground.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('no statement gives a case to another owner, whoever sends it', async () => {
  const { id } = await aCase(house);
  const { db } = house.app;
  const tries = [
    "UPDATE feedback_case SET owner_agency = '00101'",
    `UPDATE feedback_case SET owner_agency = '00101', state = 'answered' WHERE id = '${id}'`,
    "UPDATE feedback_case SET owner_agency = ''",
  ];
  const refusal = expect.stringContaining('owner_agency never changes') as string;
  for (const sql of tries)
    await expect(
      db.uow.run(() => db.sequelize.query(sql)),
      sql,
    ).rejects.toHaveProperty('parent.message', refusal);
  const { cases } = tablesOf(house);
  await expect(db.uow.run(() => cases.change({ ownerAgency: '00101' }, { id }))).rejects.toThrow();
  expect(await cases.one({ id })).toMatchObject({ ownerAgency: '04801', state: 'received' });
});
