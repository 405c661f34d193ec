import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engine } from '../kit/storage.js';
import { openHouse, type House } from '../kit/house.js';

/** Tables that stay small whatever the office does: reading them whole is cheaper than any index. */
const SMALL =
  /^(organisation_\w+|records_pilot_province|records_object_code|records_benefit_rule|core_lease|core_migration|notification_alarm|approval_reason|news_category|feedback_topic|feedback_template)$/;
/** A row made of nothing, a queue that its job works off from the front, and the results that the statement of the list makes for itself. */
const MEANT = /^(CONSTANT|(?:registration|news|feedback)_doomed_file|part\d+|some\d+|came|heads|probe|<[\w,]+>)$/;

let house: House;
/** Statements of the walk, values written in. */
const seen = new Set<string>();

const written = (value: unknown): string => {
  const { sequelize } = house.app.db;
  return sequelize.escape(value instanceof Date || typeof value === 'number' ? value : String(value));
};

/** Stands for values that the log of Sequelize leaves out; the plan is the same for each. */
const UNWRITTEN = "'2026-01-01'";

const options = (): { logging: ((sql: string) => void) | false } =>
  (house.app.db.sequelize as unknown as { options: ReturnType<typeof options> }).options;

/** Notes every statement that the application sends from here on. */
const listen = (): void => {
  const { dialect } = house.app.db;
  const original = dialect.rows.bind(dialect);
  Object.assign(dialect, {
    rows: (...args: Parameters<typeof original>) => {
      const values = [...args[2]];
      seen.add(args[1].replace(/\?/g, () => written(values.shift())));
      return original(...args);
    },
  });
  options().logging = (sql) => void seen.add(sql.replace(/^Executing \([^)]*\): /, ''));
};

beforeAll(async () => {
  house = await openHouse({ demo: true });
  const [officer, citizen, guest] = [await house.officer('canbo'), await house.citizen(), house.browser()];
  const [leader, admin] = [await house.officer('lanhdao'), await house.officer('quantri')];
  const editor = await house.officer('bientap');
  listen();
  const { id, number, phone } = (await house.app.db.row<{ id: string; number: string; phone: string }>(
    "SELECT id, number, phone FROM registration_dossier WHERE state = 'handed_in' LIMIT 1",
  )) ?? { id: '', number: '', phone: '' };
  seen.clear();
  for (const query of [
    ...[
      '',
      'hoTen=nguyen',
      'trangThai=declared',
      'tuNgay=01/01/2026',
      'maSo=4811223344',
      'tinhTrang=invalid',
      'loai=new',
    ],
    ...['today', 'ready', 'citizen', 'overdue'].flatMap((work) => [`viec=${work}`, `viec=${work}&hoTen=ng`]),
    ...['hoTen=nguyen+thi&trangThai=approved', 'coQuan=04802&loai=new&tinhTrang=valid&tuNgay=01/01/2026'],
  ])
    await officer.get(`/can-bo/ho-so?${query}`);
  for (const query of ['', 'tim=the+bhyt', 'tim=t', 'linhVuc=card&trangThai=closed', 'viec=can-lam&tim=nguyen'])
    await officer.get(`/can-bo/phan-anh?${query}`);
  const monitor = await house.officer('giamsat');
  for (const query of ['', 'xem=tre', 'xem=dondoc', 'xem=moi', 'coQuan=04802', 'linhVuc=card'])
    await monitor.get(`/can-bo/phan-anh/giam-sat?${query}`);
  for (const reader of [officer, leader, monitor]) await reader.get('/can-bo');
  await officer.get(`/can-bo/ho-so/${id}`);
  await guest.submit('/dang-ky/tra-cuu', { number, phone });
  await citizen.submit('/ca-nhan/the-bhyt/su-dung', {}, { page: '/ca-nhan' });
  await guest.submit('/xac-minh-the', { ma: 'ABC-DEF-GH2' });
  await guest.submit('/dang-nhap', { soDinhDanh: '4811223344', matKhau: 'wrong' });
  for (const path of ['', '/the-bhyt', '/the-bhyt/su-dung', '/qua-trinh-tham-gia'])
    await citizen.get(`/ca-nhan${path}`);
  for (const path of [
    'thong-tin-huong?nhom=hang-thang',
    'thong-tin-huong?nhom=that-nghiep',
    'so-kham-chua-benh?muc=giay',
  ])
    await citizen.get(`/ca-nhan/${path}`);
  const visits = (await citizen.get('/ca-nhan/so-kham-chua-benh?nam=2025')).text;
  await citizen.get(/class="visit-row" href="([^"]+)"/.exec(visits)?.[1] ?? '');
  for (const path of ['/ca-nhan/ai-da-xem', '/ca-nhan/ai-da-xem?truoc=9']) await citizen.get(path);
  for (const path of ['qua-trinh-tham-gia/toan-bo.pdf', 'du-lieu-cua-toi.json']) await citizen.get(`/ca-nhan/${path}`);
  for (const path of ['nhat-ky', 'nhat-ky?nhom=xem', 'nhat-ky?canBo=canbo', 'quan-tri/luu-giu'])
    for (const reader of [leader, admin]) await reader.get(`/can-bo/${path}`);
  for (const reader of [leader, admin])
    await reader.submit(
      '/can-bo/nhat-ky/nguoi',
      { maSo: '4812345678', lyDo: 'Thử đọc nhật ký' },
      { page: '/can-bo/nhat-ky' },
    );
  for (const path of ['', '?truoc=01a20ec2-530c-7281-9fa6-0b1d40dc2e07'])
    await admin.get(`/can-bo/quan-tri/nhap-du-lieu${path}`);
  for (const path of [
    '',
    '?q=bao+hiem',
    '?truoc=1700000000000_01a20ec2-530c-7281-9fa6-0b1d40dc2e07',
    '/chuyen-muc/chinh-sach',
  ])
    await guest.get(`/tin-tuc${path}`);
  for (const path of ['/tin-tuc/huong-dan-dang-ky', '/tin-tuc/rss.xml', '/sitemap.xml']) await guest.get(path);
  for (const query of ['', '?trangThai=draft', '?truoc=1700000000000_01a20ec2-530c-7281-9fa6-0b1d40dc2e07'])
    await editor.get(`/can-bo/tin-tuc${query}`);
  for (const { name, due } of house.app.modules.flatMap(({ parts }) => parts.retention ?? [])) {
    await due();
    await house.app.scheduler.run(name);
  }
  house.clock.forward(60_000);
  await house.app.scheduler.run('core.audit-seal');
  for (const job of house.app.modules.flatMap(({ parts }) => parts.jobs ?? [])) await house.app.scheduler.run(job.name);
  for (const job of ['core.outbox-prune', 'core.session-prune']) await house.app.scheduler.run(job);
  await house.settle();
  options().logging = false;
});
afterAll(() => house.close());

const explain = (prefix: string, sql: string): Promise<object[]> =>
  house.app.db.sequelize.query(`${prefix} ${sql.replace(/;$/, '').replace(/\?/g, UNWRITTEN)}`, {
    type: QueryTypes.SELECT,
    ...({ exempt: true } as object),
  });

/** Tables that a statement reads whole, although a large office has many rows there. */
const scans = async (sql: string): Promise<string[]> => {
  if (engine() === 'embedded') {
    const steps = (await explain('EXPLAIN QUERY PLAN', sql)) as { detail: string }[];
    return steps.flatMap(({ detail }) => /^SCAN (\w+)(?!.*USING)/.exec(detail)?.[1] ?? []);
  }
  // Few rows are read whole even where an index fits: only where none does is it a fault.
  const steps = (await explain('EXPLAIN', sql)) as { table: string; type: string; possible_keys: string | null }[];
  return steps.filter(({ type, possible_keys }) => type === 'ALL' && !possible_keys).map(({ table }) => table);
};

test('the walk meets the statements that matter', () => {
  const all = [...seen].join('\n');
  for (const table of [
    'registration_dossier',
    'core_outbox',
    'records_participation',
    'records_visit_line',
    'auth_attempt',
    'core_session',
  ])
    expect(all).toContain(table);
});

test('no page and no job reads a growing table from end to end', async () => {
  const statements = [...seen].filter(
    (sql) => /^\s*(SELECT|UPDATE|DELETE)\b/i.test(sql) && / FROM |^\s*UPDATE/.test(sql),
  );
  expect(statements.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const sql of statements)
    for (const table of await scans(sql))
      if (!SMALL.test(table) && !MEANT.test(table)) found.push(`${table}: ${sql.slice(0, 300)}`);
  expect(found).toEqual([]);
});
