import { QueryTypes } from 'sequelize';
import { createAudit } from '../../src/core/audit/audit.js';
import { createSealer, type Sealer } from '../../src/core/audit/seal.js';
import { auditMac } from '../../src/core/audit/seal.rules.js';
import { verifyAudit, type KnownEnd } from '../../src/core/audit/verify.js';
import type { Fault } from '../../src/core/audit/verify.words.js';
import { createKeyring } from '../../src/core/keyring.js';
import { createLogger } from '../../src/core/log.js';
import { openGround, type View } from './ground.js';

const SETTLED = 10_000;
const COLUMNS = `actor_realm, actor_id, actor_name, actor_role, agency_code, subject_kind, subject_label, person, purpose,
  details, ip, request_id`;

export const mac = auditMac(createKeyring(Buffer.alloc(32, 7)));

/** A database with an audit, its sealer, and somebody who tampers with both. */
export const openAuditGround = async () => {
  const ground = await openGround();
  const { db, clock } = ground;
  const audit = createAudit(db, clock);
  const sealerOf = (view: View): Sealer => createSealer({ db: view.db, clock, log: createLogger('silent'), mac });
  const sealer = sealerOf(ground);
  const record = (name: string): Promise<void> =>
    audit.record({ action: 'test.done', subject: { kind: 'thing', id: name }, person: '4812345678', purpose: 'Thử' });

  const write = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) await db.uow.run(() => record(name));
  };

  /** Rows written one after the other, sealed after they settled. */
  const sealed = async (...names: readonly string[]): Promise<void> => {
    await write(...names);
    clock.forward(SETTLED);
    await sealer.seal();
  };

  /** What somebody does who holds the database, but not the key. */
  const tamper = (sql: string): Promise<unknown> =>
    db.sequelize.query(sql, { type: QueryTypes.RAW, ...({ exempt: true } as object) });

  const idOf = async (name: string): Promise<number> =>
    Number((await db.row<{ id: number }>('SELECT id FROM core_audit WHERE subject_id = ?', [name]))?.id);

  /** A copy of a row under another name and id, with the moment it had. */
  const copy = (from: string, name: string, id: string): Promise<unknown> =>
    tamper(
      `INSERT INTO core_audit (id, at, action, subject_id, ${COLUMNS})
         SELECT ${id}, at, action, '${name}', ${COLUMNS} FROM core_audit WHERE subject_id = '${from}'`,
    );

  const verify = async (known?: KnownEnd) => {
    const faults: Fault[] = [];
    const verdict = await verifyAudit({ db, mac }, (fault) => void faults.push(fault), known);
    return { ...verdict, told: faults.map(({ kind, en }) => `${kind}: ${en}`) };
  };

  return { ...ground, sealer, sealerOf, record, write, sealed, tamper, idOf, copy, verify };
};
export type AuditGround = Awaited<ReturnType<typeof openAuditGround>>;
