import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditCommand } from '../../src/core/audit/audit-command.js';
import { createOldAudit } from '../../src/core/audit/old-audit.js';
import { overdueSeal } from '../../src/core/audit/seal-reads.js';
import { mac, openAuditGround, type AuditGround } from './audit-ground.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let ground: AuditGround;
beforeEach(async () => {
  ground = await openAuditGround();
});
afterEach(() => ground.close());

describe('the chain', () => {
  test('of nothing is whole', async () => {
    expect(await ground.sealer.seal()).toBe(0);
    expect(await ground.verify()).toMatchObject({ sealed: 0, waiting: 0, told: [] });
  });

  test('takes rows in after they settled, and counts those that wait', async () => {
    await ground.write('a', 'b');
    expect(await ground.sealer.seal()).toBe(0);
    expect(await ground.verify()).toMatchObject({ sealed: 0, waiting: 2, told: [] });
    ground.clock.forward(10_000);
    expect(await ground.sealer.seal()).toBe(2);
    await ground.write('c');
    expect(await ground.verify()).toMatchObject({ sealed: 2, waiting: 1, told: [] });
  });

  test('goes on over many runs and many blocks', async () => {
    for (let run = 0; run < 5; run += 1) {
      await ground.sealed(...Array.from({ length: 3 }, (_, index) => `r${run}-${index}`));
      ground.clock.forward(7 * MINUTE);
    }
    expect(await ground.verify()).toMatchObject({ sealed: 15, waiting: 0, told: [], end: { position: 15 } });
  });

  test('has no gap where a unit of work failed', async () => {
    await ground.write('a');
    await ground.db.uow
      .run(async () => {
        await ground.record('never');
        throw new Error('no');
      })
      .catch(() => undefined);
    await ground.sealed('b');
    expect(await ground.verify()).toMatchObject({ sealed: 2, told: [] });
  });

  test('takes in a row that became visible after younger ones were sealed', async () => {
    await ground.sealed('before');
    await ground.copy('before', 'younger', 'id + 5');
    ground.clock.forward(10_000);
    expect(await ground.sealer.seal()).toBe(1);
    await ground.copy('younger', 'late', 'id - 2');
    expect((await ground.verify()).told).toEqual([]);
    ground.clock.forward(50_000);
    expect(await ground.sealer.seal()).toBe(1);
    expect(await ground.verify()).toMatchObject({ sealed: 3, waiting: 0, told: [] });
  });

  test('of two sealers at once one writes each block', async () => {
    const other = ground.sealerOf(await ground.another());
    await ground.write(...Array.from({ length: 20 }, (_, index) => `n${index}`));
    ground.clock.forward(10_000);
    const done = await Promise.all([ground.sealer.seal(), other.seal()]);
    expect(done[0] + done[1]).toBe(20);
    expect(await ground.verify()).toMatchObject({ sealed: 20, told: [] });
  });

  test('stays whole while 200 rows are written', async () => {
    const writing = Promise.all(
      Array.from({ length: 200 }, (_, index) => ground.db.uow.run(() => ground.record(`n${index}`))),
    );
    for (let run = 0; run < 10; run += 1) {
      ground.clock.forward(2_000);
      await ground.sealer.seal();
    }
    await writing;
    ground.clock.forward(MINUTE);
    await ground.sealer.seal();
    expect(await ground.verify()).toMatchObject({ sealed: 200, waiting: 0, told: [] });
  });
});

describe('deletion of the old end', () => {
  const old = () => createOldAudit({ db: ground.db, clock: ground.clock, mac });
  const before = (days: number): Date => new Date(ground.clock.now().getTime() - days * DAY);

  beforeEach(async () => {
    await ground.sealed('a', 'b');
    await ground.sealed('c');
    ground.clock.forward(10 * DAY);
    await ground.sealed('d', 'e');
    await ground.sealed('f');
  });

  test('takes what is due and no more; the rest verifies and goes on', async () => {
    expect(await old().count(before(5))).toBe(3);
    expect(await old().remove(before(5))).toBe(3);
    expect([await old().count(before(5)), await old().remove(before(5))]).toEqual([0, 0]);
    expect(await ground.verify()).toMatchObject({ sealed: 3, told: [], end: { position: 6 } });
    await ground.sealed('g');
    expect(await ground.verify()).toMatchObject({ sealed: 4, told: [], end: { position: 7 } });
  });

  test('keeps an end to go on from', async () => {
    expect(await old().remove(before(-1))).toBe(5);
    await ground.sealed('g');
    expect(await ground.verify()).toMatchObject({ sealed: 2, told: [] });
  });

  test('by two processes at once removes each block once', async () => {
    const { db } = await ground.another();
    const other = createOldAudit({ db, clock: ground.clock, mac });
    const [one, two] = await Promise.all([old().remove(before(5)), other.remove(before(5))]);
    expect(one + two).toBe(3);
    expect((await ground.verify()).told).toEqual([]);
  });

  test('cannot be feigned: a mark that was moved is found', async () => {
    await old().remove(before(5));
    await ground.tamper('DELETE FROM core_audit_seal WHERE position = 4');
    await ground.tamper('UPDATE core_audit_anchor SET position = 4');
    expect((await ground.verify()).told).toContainEqual(expect.stringContaining('The mark at which the chain begins'));
  });
});

describe('the command', () => {
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await auditCommand({ db: ground.db, mac }, args, (line) => void lines.push(line));
    return { code, text: lines.join('\n') };
  };

  test('counts, prints the end, and takes it back', async () => {
    await ground.sealed('a', 'b');
    await ground.write('c');
    const { code, text } = await run();
    expect(code).toBe(0);
    expect(text).toContain('2 dòng đã niêm phong, 1 dòng chờ niêm phong, 0 lỗi.');
    expect(text).toContain('2 rows sealed, 1 waiting for their seal, 0 faults.');
    const mark = /\b2:[0-9a-f]{64}/.exec(text)?.[0] ?? '';
    expect((await run('--head', mark)).code).toBe(0);
    expect((await run('--head', mark.replace(/^2/, '1'))).code).toBe(1);
    expect((await run('--head', 'abc')).code).toBe(2);
  });

  test('ends with 1 and names the fault in both languages', async () => {
    await ground.sealed('a', 'b');
    await ground.tamper("DELETE FROM core_audit WHERE subject_id = 'b'");
    const { code, text } = await run();
    expect(code).toBe(1);
    expect(text).toContain('đã bị xóa');
    expect(text).toContain('was removed');
  });
});

test('the doctor learns since when a row waits', async () => {
  await ground.sealed('a');
  await ground.write('b');
  const since = ground.clock.now();
  ground.clock.forward(4 * MINUTE);
  expect(await overdueSeal(ground.db, ground.clock.now())).toBeUndefined();
  ground.clock.forward(2 * MINUTE);
  expect(await overdueSeal(ground.db, ground.clock.now())).toEqual(since);
  await ground.sealer.seal();
  expect(await overdueSeal(ground.db, ground.clock.now())).toBeUndefined();
});
