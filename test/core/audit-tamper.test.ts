import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAuditGround, type AuditGround } from './audit-ground.js';

const MINUTE = 60_000;

let ground: AuditGround;
beforeEach(async () => {
  ground = await openAuditGround();
});
afterEach(() => ground.close());

describe('tampering is found and named', () => {
  beforeEach(async () => {
    await ground.sealed('a', 'b', 'c');
    await ground.sealed('d', 'e', 'f');
  });

  test.each(['purpose', 'actor_name', 'person', 'details', 'subject_label', 'ip'])('another %s', async (column) => {
    await ground.tamper(`UPDATE core_audit SET ${column} = 'khác' WHERE subject_id = 'c'`);
    const { told } = await ground.verify();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^altered: Audit row ${await ground.idOf('c')} \\(.*test\\.done`));
  });

  test('another moment, even one that is none', async () => {
    await ground.tamper("UPDATE core_audit SET at = '2026-03-15 01:00:00.000' WHERE subject_id = 'b'");
    expect((await ground.verify()).told).toEqual([
      expect.stringContaining(`altered: Audit row ${await ground.idOf('b')} `),
    ]);
  });

  test('a removed row, first, middle or last', async () => {
    const ids = await Promise.all(['a', 'd', 'f'].map((name) => ground.idOf(name)));
    await ground.tamper("DELETE FROM core_audit WHERE subject_id IN ('a', 'd', 'f')");
    expect((await ground.verify()).told).toEqual(
      ids.map((id, index) => `removed: Audit row ${id} was removed (seal ${[1, 4, 6][index]}).`),
    );
  });

  test('a row put in with a moment of long ago', async () => {
    ground.clock.forward(5 * MINUTE);
    await ground.sealed('g');
    await ground.copy('b', 'forged', 'id + 50');
    ground.clock.forward(MINUTE);
    expect(await ground.sealer.seal()).toBe(0);
    expect(await ground.verify()).toMatchObject({
      waiting: 0,
      told: [expect.stringContaining(`inserted: Audit row ${await ground.idOf('forged')} `)],
    });
  });

  test('a row put where ids have long been given out', async () => {
    for (const name of ['g', 'h']) {
      ground.clock.forward(30 * MINUTE);
      await ground.sealed(name);
    }
    await ground.copy('h', 'forged', '-1');
    ground.clock.forward(MINUTE);
    expect(await ground.sealer.seal()).toBe(0);
    expect((await ground.verify()).told).toEqual([expect.stringContaining('inserted: Audit row -1 ')]);
  });

  test('two rows with their contents swapped', async () => {
    const [b, e] = [await ground.idOf('b'), await ground.idOf('e')];
    await ground.tamper(`UPDATE core_audit SET subject_id = 'x' WHERE id = ${b}`);
    await ground.tamper(`UPDATE core_audit SET subject_id = 'b' WHERE id = ${e}`);
    await ground.tamper(`UPDATE core_audit SET subject_id = 'e' WHERE id = ${b}`);
    expect((await ground.verify()).told).toEqual([
      expect.stringContaining(`altered: Audit row ${b} `),
      expect.stringContaining(`altered: Audit row ${e} `),
    ]);
  });

  test('two seals with their rows swapped', async () => {
    const [b, e] = [await ground.idOf('b'), await ground.idOf('e')];
    await ground.tamper('UPDATE core_audit_seal SET row_id = 900 WHERE position = 2');
    await ground.tamper(`UPDATE core_audit_seal SET row_id = ${b} WHERE position = 5`);
    await ground.tamper(`UPDATE core_audit_seal SET row_id = ${e} WHERE position = 2`);
    const { told } = await ground.verify();
    for (const words of [`altered: Audit row ${b} `, `altered: Audit row ${e} `, 'chain: Seal 2 ', 'chain: Seal 5 '])
      expect(told).toContainEqual(expect.stringContaining(words));
  });

  test('the tail of the rows', async () => {
    await ground.tamper("DELETE FROM core_audit WHERE subject_id IN ('e', 'f')");
    expect((await ground.verify()).told).toHaveLength(2);
  });

  test('the tail of rows and seals', async () => {
    await ground.tamper("DELETE FROM core_audit WHERE subject_id IN ('e', 'f')");
    await ground.tamper('DELETE FROM core_audit_seal WHERE position >= 5');
    expect((await ground.verify()).told).toEqual(['cut: The end of the chain was cut off: missing seals 5-6.']);
  });

  test('the tail with its block, when the end was kept elsewhere', async () => {
    const { end } = await ground.verify();
    await ground.tamper("DELETE FROM core_audit WHERE subject_id IN ('d', 'e', 'f')");
    await ground.tamper('DELETE FROM core_audit_seal WHERE position >= 4');
    await ground.tamper('DELETE FROM core_audit_block WHERE number = 2');
    expect((await ground.verify(end)).told).toEqual(['cut: The end of the chain was cut off: missing seals 4-6.']);
    expect((await ground.verify({ position: 2, hash: end.hash })).told).toEqual([
      'chain: Seal 2 differs from the mark kept outside.',
    ]);
  });

  test('a deleted seal', async () => {
    await ground.tamper('DELETE FROM core_audit_seal WHERE position = 2');
    expect((await ground.verify()).told).toContainEqual('chain: Missing seals: 2.');
  });

  test('a deleted seal and its row', async () => {
    await ground.tamper("DELETE FROM core_audit WHERE subject_id = 'b'");
    await ground.tamper('DELETE FROM core_audit_seal WHERE position = 2');
    expect((await ground.verify()).told).toEqual(['chain: Missing seals: 2.']);
  });

  test('the whole chain but its blocks, the first seals, a deleted block', async () => {
    await ground.tamper('DELETE FROM core_audit_seal WHERE position <= 3');
    expect((await ground.verify()).told).toContainEqual('chain: Missing seals: 1-3.');
    await ground.tamper('DELETE FROM core_audit_block WHERE number = 1');
    expect((await ground.verify()).told).toContainEqual('chain: Missing blocks of the chain: 1.');
    await ground.tamper('DELETE FROM core_audit_seal');
    expect((await ground.verify()).told).toContainEqual(expect.stringContaining('cut: '));
  });

  test('a seal made without the key', async () => {
    const f = await ground.db.row<{ hash: string }>('SELECT hash FROM core_audit_seal WHERE position = 6');
    await ground.tamper(`UPDATE core_audit_seal SET row_hash = '${f?.hash}', hash = '${f?.hash}' WHERE position = 3`);
    expect((await ground.verify()).told).toEqual([
      expect.stringContaining('chain: Seal 3 '),
      expect.stringContaining(`altered: Audit row ${await ground.idOf('c')} `),
      expect.stringContaining('chain: Seal 4 '),
    ]);
  });

  test('a block that tells another number', async () => {
    await ground.tamper('UPDATE core_audit_block SET last_position = 5, row_count = 2 WHERE number = 2');
    expect((await ground.verify()).told).toContainEqual(expect.stringContaining('chain: Block 2 '));
  });
});
