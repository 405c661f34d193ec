import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { act, openDesk, type Case, type Desk } from './desk.js';
import { confirm, openRequests, read, refuseRequest, replacePortrait, type Holder } from './requests.js';

const LIST = '/can-bo/cho-xac-nhan';

let house: House;
let desk: Desk;
let people: ReturnType<typeof openRequests>;
let ha: Browser;
let khoa: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  people = openRequests(house, desk);
  ha = await house.officer('canbo');
  khoa = await house.officer('canbo2');
});
afterAll(() => house.close());

let serial = 0;
let phone = '';
beforeEach(() => (phone = `0977400${String((serial += 1)).padStart(3, '0')}`));

interface Waiting {
  readonly holder: Holder;
  readonly dossier: Case;
  readonly path: string;
}

const proposals = (of: Case) =>
  house.app.db.rows<{ id: string; state: string; payload: string; decidedByName: string | null }>(
    'SELECT id, state, payload, decided_by_name AS decidedByName FROM approval_second WHERE subject_id = ? ORDER BY id',
    [of.id],
  );

/** A change of the phone on a dossier whose portrait `canbo` replaced, confirmed by `canbo`. */
const waiting = async (): Promise<Waiting> => {
  const holder = await people.aHolder(ha);
  const dossier = await people.aChange(holder, { phone });
  await desk.aPicture(dossier, 'portrait');
  expect((await replacePortrait(ha, dossier)).status).toBe(303);
  const answer = await confirm(ha, dossier);
  expect(visibleText((await ha.follow(answer)).text)).toContain('Đã ghi nhận, chờ người thứ hai xác nhận');
  const [proposal] = await proposals(dossier);
  return { holder, dossier, path: `${LIST}/${proposal?.id ?? ''}` };
};

describe('who needs a second person', () => {
  test('photo replaced, phone changed, one officer: it waits and nothing has changed', async () => {
    const { holder, dossier, path } = await waiting();
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'in_review', assessment: 'none' });
    expect(await people.account(holder)).toMatchObject({ phone: holder.phone });
    expect(await desk.history(dossier)).toContain('Đề nghị duyệt');
    expect(await read(ha, dossier.path)).toContain('Lê Thu Hà đề nghị duyệt lúc');
    expect((await ha.get(dossier.path)).text).toContain(path);
    expect((await ha.get(dossier.path)).text).not.toContain('/danh-gia"');
    expect(await desk.sms(phone)).toEqual([]);
  });

  test('another officer than the one who replaced the photo may approve at once', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange(holder, { phone });
    await replacePortrait(ha, dossier);
    expect(visibleText((await khoa.follow(await confirm(khoa, dossier))).text)).toContain(
      'Cập nhật thông tin thành công',
    );
    expect(await people.account(holder)).toMatchObject({ phone });
  });

  test('without a new phone nobody else is needed', async () => {
    const dossier = await people.aChange(await people.aHolder(ha), { email: 'rieng@vidu.vn' });
    await replacePortrait(ha, dossier);
    await confirm(ha, dossier);
    expect((await desk.stateOf(dossier)).state).toBe('approved');
  });
});

describe('Chờ người thứ hai', () => {
  test('the list and the menu count what waits', async () => {
    const { dossier, path } = await waiting();
    const list = await khoa.get(LIST);
    expect(list.text).toContain(`href="${path}"`);
    expect(visibleText(list.text)).toContain(dossier.number);
    expect(visibleText(list.text)).toContain('Lê Thu Hà');
    expect(visibleText(list.text)).toMatch(/Chờ người thứ hai \d+/);
  });

  test('the second person sees old and new and both photos, each view audited', async () => {
    const { holder, dossier, path } = await waiting();
    const shown = await khoa.get(path);
    const words = visibleText(shown.text);
    for (const part of [holder.fullName, holder.phone, phone, 'Ảnh trước', 'Ảnh mới']) expect(words).toContain(part);
    const pictures = [...shown.text.matchAll(/<img src="([^"]+)"/g)].map(([, src = '']) => src);
    expect(pictures).toHaveLength(2);
    for (const src of pictures) expect((await khoa.get(src)).get('content-type')).toContain('image/jpeg');
    const actions = (await desk.audit(dossier)).filter(({ actorName }) => actorName === 'Võ Minh Khoa');
    expect(actions.map(({ action }) => action)).toEqual([
      'approval.second-viewed',
      'approval.picture-viewed',
      'approval.picture-viewed',
    ]);
    expect((await khoa.get(`${path}/anh/2`)).status).toBe(404);
  });

  test('Xác nhận does the act and leaves nothing behind', async () => {
    const { holder, dossier, path } = await waiting();
    const answer = await khoa.submit(`${path}/xac-nhan`, {}, { page: path });
    expect(visibleText((await khoa.follow(answer)).text)).toContain('Cập nhật thông tin thành công');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'approved', assessment: 'valid' });
    expect(await people.account(holder)).toMatchObject({ phone });
    expect(await proposals(dossier)).toMatchObject([
      { state: 'confirmed', payload: '{}', decidedByName: 'Võ Minh Khoa' },
    ]);
    expect((await desk.sms(holder.phone)).length).toBeGreaterThan(1);
    expect(await read(khoa, path)).toContain('Võ Minh Khoa đã xác nhận việc này lúc');
  });

  test('Không đồng ý needs a reason, which the first officer then reads', async () => {
    const { holder, dossier, path } = await waiting();
    const empty = await khoa.submit(`${path}/khong-dong-y`, { lyDo: ' ' }, { page: path });
    expect(empty.status).toBe(400);
    expect(visibleText(empty.text)).toContain('Viết lý do');
    expect((await khoa.submit(`${path}/khong-dong-y`, { lyDo: 'Ảnh không giống' }, { page: path })).status).toBe(303);
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'in_review' });
    expect(await read(ha, dossier.path)).toContain('Ảnh không giống');
    expect((await ha.get(dossier.path)).text).toContain('/danh-gia"');
    expect(await people.account(holder)).toMatchObject({ phone: holder.phone });
    await confirm(ha, dossier);
    expect((await proposals(dossier)).map(({ state }) => state)).toEqual(['rejected', 'waiting']);
  });
});

describe('what the second person cannot do', () => {
  const forms = ['xac-nhan', 'khong-dong-y'];

  test.each(forms)('the proposer himself: %s', async (verb) => {
    const { dossier, path } = await waiting();
    const page = await ha.get(path);
    expect(visibleText(page.text)).toContain('Bạn là người đề nghị việc này');
    expect(page.text).not.toContain(`${path}/${verb}"`);
    expect((await ha.submit(`${path}/${verb}`, { lyDo: 'x' }, { page: LIST })).status).toBe(403);
    expect(await proposals(dossier)).toMatchObject([{ state: 'waiting' }]);
  });

  test('nobody confirms for himself', async () => {
    const { dossier, path } = await waiting();
    await house.app.db.uow.run(
      async () =>
        void (await house.app.db.sequelize.query(
          `UPDATE approval_second SET insurance_number = '4809120057' WHERE subject_id = '${dossier.id}'`,
        )),
    );
    expect((await khoa.submit(`${path}/xac-nhan`, {}, { page: LIST })).status).toBe(403);
    expect((await desk.stateOf(dossier)).state).toBe('in_review');
  });

  test('outside the subtree it is not there', async () => {
    const { path } = await waiting();
    const mai = await house.officer('coso');
    expect((await mai.get(LIST)).text).not.toContain(path);
    for (const page of [path, `${path}/anh/0`]) expect((await mai.get(page)).status).toBe(404);
    expect((await mai.submit(`${path}/xac-nhan`, {}, { page: LIST })).status).toBe(404);
    expect((await khoa.get(`${LIST}/khong-co`)).status).toBe(404);
  });

  test('two at once: one confirms, the other reads who', async () => {
    const { dossier, path } = await waiting();
    const bao = await house.officer('lanhdao');
    const answers = await Promise.all(
      [khoa, bao].map((officer) => officer.submit(`${path}/xac-nhan`, {}, { page: path })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(visibleText(answers.find(({ status }) => status === 409)?.text ?? '')).toMatch(
      /(Võ Minh Khoa|Trần Quốc Bảo) đã xác nhận việc này lúc/,
    );
    expect((await desk.history(dossier)).filter((title) => title === 'Duyệt hồ sơ')).toHaveLength(1);
  });
});

describe('a dossier that moved on', () => {
  /** The version an officer sees, where the form is no longer on the page. */
  const seen = async (of: Case) => ({ phienBan: String((await desk.stateOf(of)).version) });
  const refused = { ketQua: 'khong-hop-le', lyDo: 'anh-mo' };

  test.each([
    ['given back', (of: Case) => act(ha, of, 'thoi-xu-ly')],
    ['refused by another', async (of: Case) => act(khoa, of, 'danh-gia', { ...(await seen(of)), ...refused })],
    ['with yet another photo', (of: Case) => replacePortrait(khoa, of)],
    ['approved by another', async (of: Case) => act(khoa, of, 'xac-nhan', await seen(of))],
  ])('%s: the proposal is over', async (_, step) => {
    const { dossier, path } = await waiting();
    const { hidden } = await khoa.form(path, `${path}/xac-nhan`);
    expect((await step(dossier)).status).toBe(303);
    expect(await proposals(dossier)).toMatchObject([{ state: 'cancelled', payload: '{}' }]);
    const late = await khoa.send(`${path}/xac-nhan`, hidden);
    expect(late.status).toBe(409);
    expect(visibleText(late.text)).toContain('đề nghị không còn hiệu lực');
  });

  test('taken back by its maker meanwhile: whoever looks finds it over', async () => {
    const { dossier, path } = await waiting();
    await house.app.db.uow.run(
      async () =>
        void (await house.app.db.sequelize.query(
          `UPDATE registration_dossier SET state = 'refused', version = version + 1 WHERE id = '${dossier.id}'`,
        )),
    );
    expect((await khoa.submit(`${path}/xac-nhan`, {}, { page: LIST })).status).toBe(409);
    expect(await proposals(dossier)).toMatchObject([{ state: 'cancelled' }]);
    expect(await read(khoa, path)).toContain('không còn hiệu lực');
    expect((await khoa.get(LIST)).text).not.toContain(path);
  });

  test('refusing is still possible for the first officer once he took it back', async () => {
    const { dossier } = await waiting();
    await act(ha, dossier, 'thoi-xu-ly');
    expect((await refuseRequest(ha, dossier)).status).toBe(303);
  });
});
