import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudit } from '../../src/core/audit/audit.js';
import { code, id, instant, money, optional, text, unique } from '../../src/core/db/columns.js';
import { createMigrator, type Migration } from '../../src/core/db/migrator.js';
import { defineTable, type Table } from '../../src/core/db/table.js';
import { newId } from '../../src/core/ids.js';
import { money as amount, digitsOf, optional as maybe, words } from '../../src/core/import/cells.js';
import { fieldsOf, type Line } from '../../src/core/import/fields.js';
import { fileRejects, fileSource, rejectedPath } from '../../src/core/import/files.js';
import { into, type Importer } from '../../src/core/import/importer.js';
import { createImports, type ImportOutcome, type Imports } from '../../src/core/import/imports.js';
import type { ImportOptions } from '../../src/core/import/run.js';
import { coreMigrations } from '../../src/core/migrations.js';
import { openGround, thingMigration, type Ground, type View } from './ground.js';

export interface Item {
  id: string;
  number: string;
  branch: string | null;
  name: string;
  total: number | null;
  at: Date;
}

const columns = () => ({
  id: id(),
  number: code(8),
  branch: optional(code(4)),
  name: unique(text(80)),
  total: optional(money()),
  at: instant(),
});

const itemMigrations: readonly Migration[] = [
  { name: '001-item', up: (tools) => tools.createTable('test_item', columns()) },
  {
    name: '002-item-key',
    up: (tools) => tools.addIndex('test_item', ['number', 'branch'], { unique: true, name: 'test_item__key' }),
  },
];

const fields = {
  ma_so: { label: 'Mã số', required: true, about: '8 chữ số', digits: [8], cell: digitsOf(8) },
  chi_nhanh: { label: 'Chi nhánh', about: 'chữ', cell: maybe(words(4)) },
  ten: { label: 'Tên', required: true, about: 'chữ', cell: words(80) },
  so_tien: { label: 'Số tiền', about: 'đồng', cell: maybe(amount) },
};

/** A kind of file of its own; `check` refuses the name "Cấm". */
const itemImporter = (items: Table<Item>, now: () => Date): Importer<Line<typeof fields>> => ({
  kind: 'items',
  title: 'Đồ vật',
  ...fieldsOf(fields),
  targets: [
    into<Line<typeof fields>, Item>({
      table: items,
      key: ['number', 'branch'],
      keep: ['id'],
      stamps: ['at'],
      row: (line) => ({
        id: newId(),
        number: line.ma_so,
        branch: line.chi_nhanh,
        name: line.ten,
        total: line.so_tien,
        at: now(),
      }),
    }),
  ],
  check: async (inputs) =>
    new Map(
      inputs.flatMap(({ ten }, index) =>
        ten === 'Cấm' ? [[index, { column: 'ten', reason: 'Tên này bị cấm.' }] as const] : [],
      ),
    ),
});

export type Counter = Pick<ImportGround, 'imports' | 'items' | 'importer'>;

export interface ImportGround {
  readonly ground: Ground;
  readonly imports: Imports;
  readonly importer: Importer;
  readonly items: Table<Item>;
  /** Puts a file down and gives its path. */
  file(content: string | Buffer, name?: string): string;
  /** Takes a file in; what it refuses is read with `rejected`. */
  take(path: string, options?: Partial<ImportOptions>, counter?: Counter): Promise<ImportOutcome>;
  /** The file of refused lines, without its mark; undefined where there is none. */
  rejected(path: string): string | undefined;
  /** A second process on the same database. */
  another(): Promise<Counter>;
  close(): Promise<void>;
}

const counterOn = ({ db }: View, { clock }: Ground): Counter => {
  const items = defineTable<Item>(db.sequelize, 'test_item', columns());
  const importer = itemImporter(items, () => clock.now());
  return {
    items,
    importer,
    imports: createImports({ db, clock, audit: createAudit(db, clock), importers: [importer] }),
  };
};

export const openImportGround = async (): Promise<ImportGround> => {
  const ground = await openGround();
  await createMigrator(ground.db, [
    { id: 'core', migrations: coreMigrations },
    { id: 'test', migrations: [thingMigration] },
    { id: 'item', migrations: itemMigrations },
  ]).up();
  const folder = mkdtempSync(join(tmpdir(), 'ansinh-import-'));
  const own = counterOn(ground, ground);
  return {
    ground,
    ...own,
    file: (content, name = 'do-vat.csv') => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    take: async (path, options = {}, { imports, importer } = own) =>
      imports.run(importer, { source: await fileSource(path), rejects: fileRejects(rejectedPath(path)), ...options }),
    rejected: (path) =>
      existsSync(rejectedPath(path)) ? readFileSync(rejectedPath(path), 'utf8').replace(/^\uFEFF/, '') : undefined,
    another: async () => counterOn(await ground.another(), ground),
    close: async () => {
      await ground.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
