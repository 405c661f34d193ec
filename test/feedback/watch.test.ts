import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { Browser } from '../kit/browser.js';
import { DEFAULT_TIME } from '../kit/clock.js';
import { visibleText } from '../kit/forms.js';
import { picture } from '../kit/pictures.js';
import { openHouse, type House } from '../kit/house.js';
import { aCase, tablesOf } from './ground.js';

const LIST = '/can-bo/phan-anh/giam-sat';
const URGE = { noiDung: 'Đề nghị trả lời người dân trong tuần này.', truocNgay: '20/03/2026' };
const DAY = 86_400_000;

let house: House;
let monitor: Browser;
let cntt: Browser;
let leader: Browser;
let officer: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  [monitor, cntt, leader, officer] = [
    await house.officer('giamsat'),
    await house.officer('giamsat.cntt'),
    await house.officer('lanhdao'),
    await house.officer('canbo'),
  ];
});
afterAll(() => house.close());

/** Before the house stands. */
const soon = (days: number): Date => new Date(Date.parse(DEFAULT_TIME) + days * DAY);
const pageOf = ({ id }: Pick<CaseRow, 'id'>): string => `/can-bo/phan-anh/${id}`;
const rowOf = async ({ id }: Pick<CaseRow, 'id'>): Promise<CaseRow> => {
  const row = await tablesOf(house).cases.one({ id });
  if (!row) throw new Error(`no case ${id}`);
  return row;
};
const text = async (browser: Browser, path: string): Promise<string> => visibleText((await browser.get(path)).text);
const later = (days: number): Date => new Date(house.clock.now().getTime() + days * DAY);
const inWork = (facts: Partial<CaseRow> = {}) =>
  aCase(house, { state: 'in_progress', dueAt: later(3), answerBy: later(3), ...facts });
const linesOf = ({ id }: Pick<CaseRow, 'id'>) => tablesOf(house).events.many({ caseId: id }, { order: ['id'] });

describe('a unit that watches', () => {
  it('sees its topics at every agency, the latest first; the IT centre sees all', async () => {
    const late = await inWork({ dueAt: later(-30), ownerAgency: '07901', handlingAgency: '07901', title: 'Trễ nhất' });
    const other = await inWork({
      topicCode: 'benefits',
      monitorAgency: '00003',
      title: 'Của ban khác',
      dueAt: later(-29),
    });
    const first = await monitor.get(LIST);
    expect(first.text.indexOf(late.code)).toBeGreaterThan(0);
    expect(/PA-[A-Z\d]{8}/.exec(first.text)?.[0]).toBe(late.code);
    expect(first.text).not.toContain(other.code);
    const all = (await cntt.get(`${LIST}?xem=tre`)).text;
    for (const { code } of [late, other]) expect(all).toContain(code);
    expect((await monitor.get(pageOf(other))).status).toBe(404);
    expect((await monitor.get(`${LIST}?ma=${other.code}`)).text).not.toContain('Của ban khác');
    expect((await monitor.get(`${LIST}?coQuan=07901`)).text).toContain(late.code);
    expect((await monitor.get(`${LIST}?coQuan=07`)).status).toBe(400);
    for (const who of [officer, leader]) expect((await who.get(LIST)).status).toBe(403);
  });

  it('turns its pages without losing or repeating a case', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = `${LIST}?xem=moi`; path;) {
      const { text: html } = await cntt.get(path);
      seen.push(...[...html.matchAll(/id="h-([\da-f-]{36})"/g)].map(([, id = '']) => id));
      path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(await tablesOf(house).cases.count({}));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('urges: the officer reads it, the citizen reads that it was done, nothing moves', async () => {
    const row = await inWork({ senderName: 'Lý Văn Thử', phone: '0905123987' });
    const page = pageOf(row);
    const path = `${LIST}/${row.id}/don-doc`;
    expect((await monitor.submit(path, { ...URGE, truocNgay: '01/01/2020' }, { page })).status).toBe(400);
    expect((await monitor.submit(path, URGE, { page })).status).toBe(303);
    const after = await rowOf(row);
    expect(after).toMatchObject({ state: 'in_progress', version: row.version, urgedUntil: '2026-03-20' });
    expect(await text(officer, page)).toContain(URGE.noiDung);
    expect(await text(monitor, `${LIST}?xem=dondoc`)).toContain(row.code);
    const open = (await linesOf(row)).filter((line) => line.open);
    expect(open.map(({ title, note }) => [title, note])).toEqual([['Đơn vị giám sát đã đôn đốc', '']]);
    expect(await text(monitor, page)).not.toContain('0905123987');
    const done = await inWork({ state: 'answered', dueAt: null });
    const { hidden } = await monitor.form(page, path);
    expect((await monitor.send(`${LIST}/${done.id}/don-doc`, { ...hidden, ...URGE })).status).toBe(409);
    expect((await officer.send(path, { ...(await officer.form(page)).hidden, ...URGE })).status).toBe(403);
  });

  it('never acts otherwise: every other POST of the module is closed to it', async () => {
    const row = await inWork();
    const before = await rowOf(row);
    const { hidden } = await monitor.form(pageOf(row), `${LIST}/${row.id}/don-doc`);
    const routes = house.app.modules.find(({ definition }) => definition.id === 'feedback')?.parts.routes ?? [];
    const posts = routes.filter(({ method, path, access }) => {
      return method === 'post' && access.realm === 'officer' && !path.endsWith('/don-doc');
    });
    expect(posts.length).toBeGreaterThan(12);
    for (const { path } of posts) {
      const address = path.replace(':id', row.id).replace(/:\w+/g, row.id);
      expect((await monitor.send(address, { ...hidden, phienBan: String(row.version) })).status, path).toBe(403);
    }
    expect(await rowOf(row)).toEqual(before);
  });
});

describe('the one extension', () => {
  const extend = (row: CaseRow, browser = leader) =>
    browser.submit(
      `${pageOf(row)}/gia-han`,
      { lyDoGiaHan: 'Cần đối chiếu bảng lương bản giấy tại đơn vị.' },
      { page: pageOf(row) },
    );

  it('is given by a leader, once, before the deadline, and told with its reason', async () => {
    const row = await inWork({ phone: '0905777666' });
    const { hidden } = await officer.form(pageOf(row));
    const tried = await officer.send(`${pageOf(row)}/gia-han`, { ...hidden, lyDoGiaHan: 'Cần thêm thời gian.' });
    expect(tried.status).toBe(403);
    expect((await leader.submit(`${pageOf(row)}/gia-han`, { lyDoGiaHan: '' }, { page: pageOf(row) })).status).toBe(400);
    expect((await extend(row)).status).toBe(303);
    const after = await rowOf(row);
    // Thursday plus five working days, at the end of office hours.
    expect(after.answerBy.toISOString()).toBe('2026-03-26T10:00:00.000Z');
    expect(after.dueAt).toEqual(after.answerBy);
    await house.settle();
    const [message] = await house.messages({ to: '0905777666' });
    expect(message?.text).toContain('26/03/2026');
    expect((await linesOf(row)).find(({ kind }) => kind === 'extended')).toMatchObject({ open: true });
    const form = await leader.form(pageOf(row));
    const again = await leader.send(`${pageOf(row)}/gia-han`, {
      ...form.hidden,
      phienBan: String(after.version),
      lyDoGiaHan: 'Thêm lần nữa cho chắc.',
    });
    expect(again.status).toBe(409);
    expect((await rowOf(row)).answerBy).toEqual(after.answerBy);
  });

  it.each([
    ['behind the deadline', { answerBy: soon(-1), dueAt: soon(-1) }],
    ['while the citizen is asked', { state: 'waiting_citizen', dueAt: null, pausedAt: soon(0) }],
    ['of an answered case', { state: 'answered', dueAt: null }],
  ] as const)('is refused %s', async (_, facts) => {
    const row = await inWork(facts);
    const { hidden } = await leader.form(pageOf(row));
    const fields = { ...hidden, phienBan: String(row.version), lyDoGiaHan: 'Cần thêm thời gian để đối chiếu.' };
    expect((await leader.send(`${pageOf(row)}/gia-han`, fields)).status).toBe(409);
  });
});

describe('the pack of evidence', () => {
  const packOf = async (row: CaseRow) => {
    const answer = await leader.download(`${pageOf(row)}/ho-so.zip`);
    expect(answer.status).toBe(200);
    return unzipSync(new Uint8Array(answer.body as Buffer));
  };
  const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

  it('holds paper, answers and files, with the hash of each', async () => {
    const [file] = await tablesOf(house).files.many({}, { limit: 1 });
    const row = await tablesOf(house).cases.one({ id: file?.caseId ?? '' });
    if (!row) throw new Error('the demo has no case with a file');
    const parts = await packOf(row);
    const names = Object.keys(parts);
    expect(names).toEqual(expect.arrayContaining(['dien-bien.pdf', 'sha256.txt', 'tep/01-bang-luong.jpg']));
    const listed = new Map(
      Buffer.from(parts['sha256.txt'] ?? [])
        .toString()
        .trim()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    for (const name of names.filter((one) => one !== 'sha256.txt'))
      expect(listed.get(name), name).toBe(
        createHash('sha256')
          .update(parts[name] ?? '')
          .digest('hex'),
      );
    expect(listed.get('tep/01-bang-luong.jpg')).toBe(file?.sha256);
    expect(
      Buffer.from(parts['dien-bien.pdf'] ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(textOf(parts['noi-dung.txt'])).toContain(row.body);
    expect((await officer.get(`${pageOf(row)}/ho-so.zip`)).status).toBe(403);
    expect((await officer.get(`${LIST}/${row.id}/ho-so.zip`)).status).toBe(403);
    const acts = await house.app.db.rows<{ id: string }>(
      "SELECT subject_id AS id FROM core_audit WHERE action = 'feedback.evidence-made'",
    );
    const merged = await tablesOf(house).cases.many({ mergedInto: row.id });
    expect(acts.map(({ id }) => id)).toEqual([row.id, ...merged.map(({ id }) => id)]);
  });

  it('holds what was merged into the case, also by a way round, marked and hashed', async () => {
    const phone = '0905888777';
    const [kept, second, first] = [
      await inWork({ phone }),
      await inWork({ phone, body: 'Lần gửi thứ hai: gửi thêm hợp đồng.' }),
      await inWork({ phone, body: 'Lần gửi đầu tiên của tôi.' }),
    ];
    const page = pageOf(first);
    const tep1 = { bytes: await picture(), name: 'hop-dong.jpg' };
    const fields = { noiDung: 'Chúng tôi đang đối chiếu hợp đồng của bạn.', loai: 'tam' };
    await officer.submit(`${page}/tra-loi`, fields, { page, files: { tep1 } });
    for (const [from, into] of [
      [first, second],
      [second, kept],
    ] as const)
      expect((await officer.submit(`${pageOf(from)}/gop`, { vao: into.id }, { page: pageOf(from) })).status).toBe(303);
    const shown = await officer.get(pageOf(kept));
    for (const words of ['Lần gửi thứ hai', 'Lần gửi đầu tiên', 'hop-dong.jpg']) expect(shown.text).toContain(words);
    const [file] = await tablesOf(house).files.many({ caseId: first.id });
    expect((await officer.get(`${pageOf(kept)}/tep/${file?.id}`)).status).toBe(200);
    const parts = await packOf(kept);
    expect(textOf(parts[`gop/${second.code}/noi-dung.txt`])).toContain('Lần gửi thứ hai');
    expect(textOf(parts[`gop/${first.code}/noi-dung.txt`])).toContain('Lần gửi đầu tiên');
    expect(textOf(parts[`gop/${first.code}/tra-loi/01.txt`])).toBe(fields.noiDung);
    const hashes = textOf(parts['sha256.txt']);
    expect(hashes).toContain(`${file?.sha256}  gop/${first.code}/tep/01-hop-dong.jpg`);
    expect(hashes.trim().split('\n')).toHaveLength(Object.keys(parts).length - 1);
  });
});
