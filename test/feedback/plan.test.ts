import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/core/ids.js';
import { countQueries } from '../../src/modules/feedback/count.queries.js';
import type { ListFilter } from '../../src/modules/feedback/clause.queries.js';
import { listQueries } from '../../src/modules/feedback/list.queries.js';
import { watchQueries } from '../../src/modules/feedback/watch.queries.js';
import type { WatchQuery } from '../../src/modules/feedback/watch.schema.js';
import { LIST_NAMES, searchIn } from '../../src/modules/feedback/list.rules.js';
import { wordsOf } from '../../src/modules/feedback/word.rules.js';
import { openHouse, type House } from '../kit/house.js';
import { engine } from '../kit/storage.js';
import { aCase, tablesOf } from './ground.js';

let house: House;
/** Statements of the lists, values written in. */
const seen = new Map<string, string>();
const MANY = Number(process.env['FEEDBACK_ROWS'] ?? 4_000);
const STATES = [
  'closed',
  'answered',
  'closed',
  'closed',
  'received',
  'in_progress',
  'waiting_citizen',
  'closed',
] as const;

const WATCHED: readonly Partial<WatchQuery>[] = [
  ...(['', 'tre', 'dondoc', 'moi'] as const).map((xem) => ({ xem })),
  ...[{ coQuan: '04803' }, { linhVuc: 'card' }, { xem: 'moi', coQuan: '04803' } as const, { ma: 'PA-00000001' }],
];

const fill = async (): Promise<void> => {
  const first = await aCase(house);
  const { cases, words } = tablesOf(house);
  const start = house.clock.now().getTime();
  for (let from = 0; from < MANY; from += 2_000) {
    const rows = Array.from({ length: 2_000 }, (_, at) => {
      const n = from + at;
      const state = STATES[n % STATES.length] ?? 'closed';
      const open = state === 'received' || state === 'in_progress';
      return {
        ...first,
        ...{ id: newId(), code: `PA-${String(n).padStart(8, '0')}`, state, phone: `09${String(n).padStart(8, '0')}` },
        insuranceNumber: n % 2 ? `48${String(n).padStart(8, '0')}` : '',
        assigneeId: `officer-${n % 40}`,
        handlingAgency: `048${String(1 + (n % 10)).padStart(2, '0')}`,
        title: n % 3 ? 'Thiếu tháng đóng' : `Sổ số ${n % 977}`,
        receivedAt: new Date(start - n * 60_000),
        dueAt: open ? new Date(start + (n % 500) * 60_000) : null,
      };
    });
    await house.app.db.uow.run(async () => {
      await cases.insertMany(rows);
      await words.insertMany(
        rows.flatMap((row) => wordsOf(row).map((word) => ({ word, caseId: row.id, receivedAt: row.receivedAt }))),
      );
    });
  }
  await house.app.db.uow.run(() =>
    house.app.db.sequelize.query(engine() === 'embedded' ? 'ANALYZE' : 'ANALYZE TABLE feedback_case, feedback_word'),
  );
};

const written = (value: unknown): string =>
  house.app.db.sequelize.escape(value instanceof Date || typeof value === 'number' ? value : String(value));

beforeAll(async () => {
  house = await openHouse();
  await fill();
  const { db } = house.app;
  const now = house.clock.now();
  const base: ListFilter = {
    list: 'can-lam',
    agencies: Array.from({ length: 10 }, (_, at) => `048${String(at + 1).padStart(2, '0')}`),
    ...{ officerId: newId(), now, soon: new Date(now.getTime() + 3_600_000) },
  };
  const cursor = Buffer.from(`${now.getTime()}.${newId()}`).toString('base64url');
  const asked: [string, Partial<ListFilter>][] = [
    ...LIST_NAMES.map((list): [string, Partial<ListFilter>] => [list, { list }]),
    ...['PA-00000001', '0900000007', 'so', 'so 12', 'khong co ai', 'thieu thang', 'thieu dong pham', 't p'].map(
      (text): [string, Partial<ListFilter>] => [`tìm ${text}`, { list: 'tat-ca', search: searchIn(text) }],
    ),
    ['lĩnh vực', { list: 'tat-ca', topicCode: 'participation' }],
    ['lĩnh vực và trạng thái', { list: 'tat-ca', topicCode: 'participation', state: 'closed' }],
    ['tìm trong trạng thái', { list: 'tat-ca', search: searchIn('thieu thang'), state: 'closed' }],
    ['tìm trong việc cần làm', { list: 'can-lam', search: searchIn('thieu thang') }],
    ['trạng thái', { list: 'tat-ca', state: 'answered' }],
    ['từ ngày', { list: 'tat-ca', from: '2026-03-01', to: '2026-03-10' }],
  ];
  const original = db.dialect.rows.bind(db.dialect);
  let name = '';
  Object.assign(db.dialect, {
    rows: (...args: Parameters<typeof original>) => {
      const values = [...args[2]];
      seen.set(
        `${name} ${seen.size}`,
        args[1].replace(/\?/g, () => written(values.shift())),
      );
      return original(...args);
    },
  });
  const lists = listQueries(db);
  for (const [what, facts] of asked)
    for (const place of [{}, { after: cursor }, { before: cursor }]) {
      name = what;
      await lists.list({ ...base, ...facts }, { ...place, limit: 25 });
    }
  const watch = watchQueries(db, house.clock);
  const reaches = [
    { agencies: [], watches: '00005', watchesAll: true },
    { agencies: [], watches: '00002', watchesAll: false },
  ];
  const blank = { linhVuc: '', coQuan: '', xem: '', ma: '', sau: '', truoc: '' } as const;
  for (const reach of reaches)
    for (const query of WATCHED)
      for (const place of [{}, { sau: cursor }, { truoc: cursor }]) {
        name = `theo dõi ${JSON.stringify(query)}`;
        await watch.page(reach, { ...blank, ...query, ...place });
      }
  name = 'counts';
  await countQueries(db, house.clock).of(base);
  await countQueries(db, house.clock).waiting(base.agencies);
  for (const reach of reaches) await watch.counts(reach);
  Object.assign(db.dialect, { rows: original });
});
afterAll(() => house.close());

const explain = (prefix: string, sql: string): Promise<object[]> =>
  house.app.db.sequelize.query(`${prefix} ${sql}`, { type: QueryTypes.SELECT, ...({ exempt: true } as object) });

/** Tables of cases or words that a statement reads whole; a count of all may read the index that holds what it counts. */
const wholeReads = async (sql: string, counts: boolean): Promise<string[]> => {
  if (engine() === 'embedded') {
    const steps = (await explain('EXPLAIN QUERY PLAN', sql)) as { detail: string }[];
    return steps.flatMap(({ detail }) => /^SCAN ([cwx])\b/.exec(detail)?.[1] ?? []);
  }
  const steps = (await explain('EXPLAIN', sql)) as { table: string; type: string }[];
  return steps
    .filter(({ table, type }) => /^[cwx]$/.test(table) && (counts ? /^ALL$/ : /^(ALL|index)$/).test(type))
    .map(({ table }) => table);
};

test('no list and no count reads the cases from end to end', async () => {
  expect(seen.size).toBeGreaterThan(60);
  const found: string[] = [];
  for (const [name, sql] of seen)
    for (const table of await wholeReads(sql, name.startsWith('counts'))) found.push(`${name}: ${table}: ${sql}`);
  expect(found).toEqual([]);
});

test('a page of a list is read in the order of an index, not sorted', async () => {
  if (engine() === 'server') return;
  const sorted: string[] = [];
  for (const [name, sql] of seen) {
    if (!/^(can-lam|qua-han|sap-han|moi|cho-nguoi-dan|tat-ca|phoi-hop|mo-lai|cho-lanh-dao|lĩnh vực) /.test(name))
      continue;
    const steps = (await explain(
      'EXPLAIN QUERY PLAN',
      /FROM \((SELECT \* FROM \(.*?\) AS part0)/s.exec(sql)?.[1] ?? sql,
    )) as {
      detail: string;
    }[];
    if (steps.some(({ detail }) => detail.includes('TEMP B-TREE FOR ORDER BY')))
      sorted.push(`${name}: ${sql.slice(0, 600)}`);
  }
  expect(sorted).toEqual([]);
});
