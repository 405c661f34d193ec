import { expect, it } from 'vitest';
import { openAuth } from './open.js';

it('gives officers of before their role and the words of their name', async () => {
  const house = await openAuth();
  const { db, migrator } = house.app;
  const state = async () => ({
    roles: await db.rows('SELECT officer_id, role FROM auth_officer_role ORDER BY officer_id'),
    words: await db.rows('SELECT officer_id, word FROM auth_officer_word ORDER BY officer_id, word'),
  });
  const before = await state();
  await db.uow.run(async () => {
    for (const table of ['auth_officer_role', 'auth_officer_word']) await db.sequelize.query(`DELETE FROM ${table}`);
    await db.sequelize.query("DELETE FROM core_migration WHERE name LIKE 'auth/03_-officer-%-fill'");
  });
  expect((await migrator.up()).ran).toEqual(['auth/032-officer-role-fill', 'auth/035-officer-word-fill']);
  expect(await state()).toEqual(before);
  expect(before.roles).toHaveLength(8);
  await house.close();
});
