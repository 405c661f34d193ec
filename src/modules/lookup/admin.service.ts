import type { Audit } from '../../core/audit/audit.js';
import { changesOf } from '../../core/audit/changes.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import type { Importer } from '../../core/import/importer.js';
import { lineOf, rowOf, type Cells } from '../../core/import/one-line.js';
import type { AdminList } from './admin.rules.js';
import { cellsOf, type ListRow } from './cells.rules.js';
import type { Listing } from './listing.model.js';
import type { WordIndex } from './word.service.js';

/** One list with its table and the importer whose rules hold for single rows, too. */
export interface AdminStore {
  readonly list: AdminList;
  readonly importer: Importer;
  one(code: string): Promise<ListRow | undefined>;
  /** False where the code is taken. */
  add(row: ListRow): Promise<boolean>;
  /** ConflictError when the row has moved on since it was read. */
  change(row: Partial<ListRow>, where: { code: string; updatedAt: Date }): Promise<void>;
}

const MOVED = 'Dòng này vừa được người khác sửa. Hãy mở lại trang để xem bản mới, rồi sửa lại.';

export const adminStore = <Row extends Listing>(
  list: AdminList,
  table: Table<Row>,
  importer: Importer,
): AdminStore => ({
  list,
  importer,
  one: async (code) => await table.one({ code } as never),
  add: (row) => table.insertNew(row as unknown as Partial<Row>),
  change: (row, where) => table.claim(row as unknown as Partial<Row>, where as never, MOVED),
});

export interface AdminParts {
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly words: WordIndex;
}

/** Single rows of the lists, kept by administrators; each act with what it changed goes into the audit. */
export const createAdminService = ({ uow, audit, clock, words }: AdminParts) => {
  const note = (
    { list }: AdminStore,
    action: 'lookup.row-added' | 'lookup.row-changed' | 'lookup.row-closed',
    { row, changes }: { row: ListRow; changes: readonly object[] },
  ): Promise<void> =>
    audit.record({
      action,
      subject: { kind: `lookup-${list.catalog.kind}`, id: row.code, label: row.name.slice(0, 160) },
      details: { changes },
    });

  const found = async (store: AdminStore, code: string): Promise<ListRow> => {
    const row = await store.one(code);
    if (!row) throw new NotFoundError(`Không có ${store.list.one} mang mã này. Hãy quay lại danh sách.`);
    return row;
  };

  const write = async (store: AdminStore, before: ListRow, after: ListRow): Promise<void> => {
    const { kind } = store.list.catalog;
    const changes = changesOf(store.importer.columns, cellsOf[kind](before), cellsOf[kind](after));
    if (changes.length === 0) return;
    await store.change(after, { code: before.code, updatedAt: before.updatedAt });
    await words.write(kind, [after]);
    const closed = after.state === 'ended' && before.state !== 'ended';
    await note(store, closed ? 'lookup.row-closed' : 'lookup.row-changed', { row: after, changes });
  };

  return {
    /** ConflictError when there is one with this code. */
    add: async (store: AdminStore, cells: Cells): Promise<string> => {
      const row = rowOf<ListRow>(store.importer, await lineOf(store.importer, cells));
      await uow.run(async () => {
        if (!(await store.add(row)))
          throw new ConflictError(`Mã ${row.code} đã có trong danh sách. Hãy tìm và sửa dòng đó.`);
        await words.write(store.list.catalog.kind, [row]);
        const changes = changesOf(store.importer.columns, {}, cellsOf[store.list.catalog.kind](row));
        await note(store, 'lookup.row-added', { row, changes });
      });
      return row.code;
    },

    /** `seen` is when the row that was shown had been written. */
    change: async (store: AdminStore, cells: Cells, { code, seen }: { code: string; seen: number }): Promise<void> => {
      const before = await found(store, code);
      if (before.updatedAt.getTime() !== seen) throw new ConflictError(MOVED);
      const line = await lineOf(store.importer, { ...cells, [store.list.key]: code });
      const row = rowOf<ListRow>(store.importer, line);
      const moved = row.latitude !== before.latitude || row.longitude !== before.longitude;
      // A point that was only near by stays so until somebody gives another one.
      const after = {
        ...row,
        ...(before.locationApproximate !== undefined && { locationApproximate: !moved && before.locationApproximate }),
      };
      await uow.run(() => write(store, before, after));
    },

    /** From today on people are not led there any more. */
    close: async (store: AdminStore, code: string): Promise<void> => {
      const before = await found(store, code);
      const now = clock.now();
      const validTo = before.validTo ?? dayOf(now);
      await uow.run(() => write(store, before, { ...before, state: 'ended', validTo, updatedAt: now }));
    },
  };
};

export type AdminService = ReturnType<typeof createAdminService>;
