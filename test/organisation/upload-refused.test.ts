import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { exampleText } from '../kit/imports.js';
import { idIn, rowOf, send, takeUp, until, UPLOADS } from './upload.js';

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true, env: { IMPORT_MAX_MB: '1' } });
  admin = await house.officer('quantri');
});
afterAll(() => house.close());

const facilities = exampleText('facilities');
const heading = facilities.split('\n', 1)[0] ?? '';
const uploads = async (): Promise<number> =>
  Number((await house.app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM organisation_upload'))?.n);

describe('files that are no files of this kind are refused at the form and leave nothing behind', () => {
  test.each([
    ['empty', '', 'Tệp rỗng, không có dòng nào.'],
    ['only blanks', ' \n\n', 'Tệp rỗng, không có dòng nào.'],
    [
      'a workbook',
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
      'Đây là tệp Excel (.xlsx) hoặc tệp nén, không phải CSV.',
    ],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'Đây là tệp PDF, không phải CSV.'],
    ['binary', Buffer.from([1, 0, 2, 3, 65, 66]), 'Tệp có byte 0, không phải tệp văn bản CSV.'],
    ['UTF-16', Buffer.from(`\uFEFF${facilities}`, 'utf16le'), 'Tệp dùng bảng mã UTF-16'],
    ['another code page', Buffer.from(`${heading}\n48001,B\xD6nh vi\xD6n`, 'latin1'), 'Tệp không dùng bảng mã UTF-8'],
    ['without a heading', '48001,Bệnh viện Đà Nẵng,48\n', 'Dòng đầu của tệp không phải dòng tiêu đề.'],
    ['an unknown column', facilities.replace('dien_thoai', 'dien_toan'), '"dien_toan"'],
    ['a column twice', facilities.replace('hang', 'cap'), 'Dòng tiêu đề có cột lặp lại: cap.'],
    ['a column missing', 'ma_cskcb,ten\n48001,Bệnh viện\n', 'Tệp thiếu cột bắt buộc: ma_tinh'],
    ['a file of another kind', exampleText('participants'), 'Tệp có cột không nhận ra'],
  ])('%s', async (_, content, sentence) => {
    const before = await uploads();
    const answer = await send(admin, { content });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(sentence);
    expect(answer.text).toContain('href="#f-tep"');
    expect(answer.text).toContain('<option value="facilities" selected>');
    expect(await uploads()).toBe(before);
  });

  test('one that is larger than the setting', async () => {
    const before = await uploads();
    const answer = await send(admin, { content: `${heading}\n${'x'.repeat(1_100_000)}` });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('Tệp lớn hơn 1 MB.');
    expect(await uploads()).toBe(before);
  });

  test('the heading alone is found when it is taken in', async () => {
    const row = await takeUp(house, admin, { content: `${heading}\n` });
    expect(row).toMatchObject({ state: 'failed', rows_read: 0 });
    expect(visibleText((await admin.get(`${UPLOADS}/${row.id}`)).text)).toContain('Tệp chỉ có dòng tiêu đề');
  });

  test('one line, and a file that was cut in a quoted cell: what stands before is kept', async () => {
    const [, first = '', second = ''] = facilities.split('\n');
    expect(await takeUp(house, admin, { content: `${heading}\n${first}\n` })).toMatchObject({
      state: 'done',
      added: 1,
    });
    const row = await takeUp(house, admin, { content: `${heading}\n${second}\n48999,"Bệnh viện bị cắt` });
    expect(row).toMatchObject({ state: 'failed', added: 1 });
    expect(row.note).toContain('mở dấu ngoặc kép mà đến hết tệp không đóng');
  });
});

describe('the form', () => {
  test('tells everything that is missing at once', async () => {
    const answer = await admin.submit(UPLOADS, { loai: '', cach: '' });
    const text = visibleText(answer.text);
    expect(answer.status).toBe(400);
    for (const sentence of ['Chọn loại dữ liệu của tệp.', 'Chọn tệp CSV cần nạp.', 'Chọn chạy thử hay nạp thật.'])
      expect(text).toContain(sentence);
  });

  test('keeps a good file when another answer is missing, for its sender alone and for one run', async () => {
    const answer = await send(admin, { kind: '', name: 'giữ lại.csv', content: facilities });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('giữ lại.csv');
    const kept = /name="tepGiu" value="([^"]+)"/.exec(answer.text)?.[1] ?? '';
    const form = { loai: 'facilities', cach: 'thu', tepGiu: kept };
    const { db } = house.app;
    await db.uow.run(() =>
      db.sequelize.query(
        "INSERT INTO auth_officer_role (officer_id, role) SELECT id, 'admin' FROM auth_officer WHERE username = 'canbo2'",
      ),
    );
    const stranger = await (await house.officer('canbo2')).submit(UPLOADS, form);
    expect(visibleText(stranger.text)).toContain('Chọn tệp CSV cần nạp.');
    const sent = await admin.submit(UPLOADS, form);
    expect(sent.status).toBe(303);
    expect(await until(house, idIn(sent), 'done')).toMatchObject({ rows_read: 11, rejected: 0 });
    expect((await admin.submit(UPLOADS, form)).status).toBe(400);
  });

  test('is not answered without its token, and the file is not kept', async () => {
    const before = await uploads();
    const answer = await admin.send(
      UPLOADS,
      { loai: 'facilities', cach: 'that' },
      { tep: { bytes: Buffer.from(facilities), name: 'x.csv' } },
    );
    expect(answer.status).toBe(403);
    expect(await uploads()).toBe(before);
  });

  test('odd values are no server fault', async () => {
    for (const odd of ['../../etc', 'x'.repeat(5_000), "' OR 1=1 --", '<b>'])
      for (const name of ['loai', 'cach', 'tepGiu']) {
        const answer = await admin.submit(UPLOADS, { loai: 'facilities', cach: 'thu', [name]: odd });
        expect([name, odd.slice(0, 9), answer.status]).toEqual([name, odd.slice(0, 9), 400]);
        expect(answer.text).not.toContain('<b>"');
      }
    for (const path of ['?truoc=%00', '?truoc=x&truoc=y', '/khong-co', `/${'a'.repeat(36)}`])
      expect((await admin.get(`${UPLOADS}${path}`)).status).toBeLessThan(500);
  });
});

test('a file of the same kind waits for the one that is being taken in', async () => {
  const { db, clock } = house.app;
  const until_ = new Date(clock.now().getTime() + 15_000);
  await db.uow.run(() =>
    db.sequelize.query("UPDATE core_lease SET owner = 'somebody', until = ? WHERE name = 'core.import.facilities'", {
      replacements: [until_],
    }),
  );
  const id = idIn(await send(admin, { content: facilities }));
  for (let round = 0; round < 100 && !(await rowOf(house, id)).note; round += 1)
    await new Promise((done) => setTimeout(done, 50));
  expect(await rowOf(house, id)).toMatchObject({ state: 'waiting' });
  expect(visibleText((await admin.get(`${UPLOADS}/${id}`)).text)).toContain(
    'Đang đợi một lượt nạp khác cùng loại xong.',
  );
  house.clock.forward(16_000);
  await house.app.scheduler.run('organisation.uploads');
  expect(await until(house, id, 'done')).toMatchObject({ rows_read: 11, rejected: 0 });
});
