import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditTable, type AuditRow } from '../../src/core/audit/audit.model.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const SEEN = '/ca-nhan/ai-da-xem';
const AN = '4812345678';
const MINUTE = 60_000;

let house: House;
let citizen: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  citizen = await house.citizen();
});
afterAll(() => house.close());

const look = (given: Partial<AuditRow>, minutesAgo = 0): Partial<AuditRow> => ({
  at: new Date(house.clock.now().getTime() - minutesAgo * MINUTE),
  action: 'approval.dossier-viewed',
  actorRealm: 'officer',
  actorId: 'officer-1',
  actorName: 'Nguyễn Bí Mật',
  actorRole: 'Cán bộ tiếp nhận',
  agencyCode: '04802',
  subjectKind: 'dossier',
  subjectId: 'x',
  subjectLabel: '',
  person: AN,
  purpose: 'Thử một lý do',
  details: '{}',
  ip: '10.0.0.1',
  requestId: '',
  ...given,
});
const write = (rows: readonly Partial<AuditRow>[]): Promise<void> =>
  house.app.db.uow.run(() => auditTable(house.app.db.sequelize).insertMany(rows));

const text = async (path = SEEN): Promise<string> => visibleText((await citizen.get(path)).text);
const older = (html: string): string | undefined => /href="([^"]*)" rel="next"/.exec(html)?.[1];

describe('who saw my data', () => {
  test('tells agency, role, what and why of officers, never their names', async () => {
    await write([look({})]);
    const page = await text();
    for (const words of ['Thử một lý do', 'BHXH cơ sở Thanh Khê', 'Cán bộ tiếp nhận', 'Thứ Hai, 16/03/2026', '09:00'])
      expect(page).toContain(words);
    expect(page).not.toContain('Nguyễn Bí Mật');
    expect(page).not.toContain('10.0.0.1');
  });

  test('leaves out what the person did, and what was seen of others', async () => {
    await write([
      look({ actorRealm: 'citizen', purpose: 'Chính mình' }),
      look({ actorRealm: 'system', purpose: 'Hệ thống làm' }),
      look({ person: '4811223344', purpose: 'Về người khác' }),
    ]);
    const page = await text();
    for (const words of ['Chính mình', 'Hệ thống làm', 'Về người khác']) expect(page).not.toContain(words);
  });

  test('puts repeats of ten minutes in one line', async () => {
    await write([9, 5, 0].map((ago) => look({ actorId: 'officer-2', purpose: 'Nhiều lần một lúc' }, ago)));
    expect(await text()).toMatch(/08:51 - 09:00\s+3 lần/);
    expect((await text()).split('Nhiều lần một lúc')).toHaveLength(2);
  });

  test('says the day where looks in one line began on the day before', async () => {
    const midnight = 9 * 60;
    await write([4, -3].map((before) => look({ actorId: 'officer-3', purpose: 'Qua nửa đêm' }, midnight + before)));
    expect(await text()).toMatch(/23:56 ngày 15\/03\/2026 - 00:03\s+2 lần/);
  });

  test('an officer who opens a dossier of mine stands there at once', async () => {
    await write([look({ purpose: 'Trước đó' })]);
    const officer = await house.officer('canbo');
    const { id, number } = (await house.app.db.row<{ id: string; number: string }>(
      "SELECT id, number FROM registration_dossier WHERE state = 'handed_in' AND agency_code = '04801' LIMIT 1",
    )) ?? { id: '', number: '' };
    await house.app.db.uow.run(async () => {
      await house.app.db.sequelize.query(
        `UPDATE registration_dossier SET insurance_number = '${AN}' WHERE id = '${id}'`,
      );
    });
    await officer.get(`/can-bo/ho-so/${id}`);
    expect(await text()).toContain(`Xử lý hồ sơ ${number}`);
  });

  test('says so where there is nothing', async () => {
    const other = await house.app.db.row<{ n: string }>(
      `SELECT insurance_number AS n FROM auth_account WHERE insurance_number <> '${AN}' LIMIT 1`,
    );
    expect(other).toBeDefined();
    const page = await text(`${SEEN}?truoc=1`);
    expect(page).toContain('Không còn lần xem nào cũ hơn');
  });

  test.each(['abc', '-1', '0', '1e99', "1' OR 1=1", '9'.repeat(40)])(
    'a made-up place is the first page: %s',
    async (at) => {
      expect((await citizen.get(`${SEEN}?truoc=${encodeURIComponent(at)}`)).status).toBe(200);
    },
  );

  test('is for the person alone', async () => {
    expect((await house.browser().get(SEEN)).status).toBe(303);
    expect((await (await house.officer('canbo')).get(SEEN)).status).toBe(303);
  });
});

test('ten thousand looks are walked page by page, each once', async () => {
  await write(
    Array.from({ length: 10_000 }, (_, index) =>
      look({ actorId: `many-${index % 7}`, purpose: `Lần thứ ${index}` }, 20_000 - index),
    ),
  );
  const first = await citizen.get(SEEN);
  expect(first.text).toContain('Lần thứ 9999');
  const seen = new Set<string>();
  let path: string | undefined = SEEN;
  for (let page = 0; page < 8 && path; page += 1) {
    const { text: html } = await citizen.get(path);
    const found = [...html.matchAll(/Lần thứ \d+/g)].map(([words]) => words);
    for (const words of found) expect(seen.has(words)).toBe(false);
    for (const words of found) seen.add(words);
    path = older(html);
  }
  expect(seen.size).toBeGreaterThan(150);
  expect(path).toBeDefined();
});
