import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountTable } from '../../src/modules/auth/account.model.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { act, approve, openDesk, type Case, type Desk } from './desk.js';

const MINUTE = 60_000;

let house: House;
let desk: Desk;
let ha: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  ha = await house.officer('canbo');
});
afterAll(() => house.close());

/** Where the buttons lead, as the page shows them: newest message first. */
const buttons = async (of: Case, officer = ha): Promise<string[]> => {
  const { text } = await officer.get(of.path);
  return [...text.matchAll(/action="([^"]+\/gui-lai)"/g)].map(([, action = '']) => action);
};

const resend = (of: Case, action: string, officer = ha) => officer.submit(action, {}, { page: of.path });

const password = (sms: string): string => /Mat khau: (\S+)/.exec(sms)?.[1] ?? '';
const repairCode = (sms: string): string => /ma sua: (\w+)/.exec(sms)?.[1] ?? '';

/** A person the registry knows, whose account was opened and who was told. */
const opened = async (given: Parameters<Desk['aDossier']>[0] = {}): Promise<Case> => {
  const dossier = await desk.aDossier({ state: 'handed_in', ...(await desk.known()), ...given });
  await approve(ha, dossier);
  await house.settle();
  return dossier;
};

const refused = async (): Promise<Case> => {
  const dossier = await desk.aDossier({ state: 'handed_in', ...(await desk.known()) });
  const fields = { ketQua: 'khong-hop-le', lyDo: 'khac', vietThem: 'Ảnh bị lóa' };
  expect((await act(ha, dossier, 'danh-gia', fields)).status).toBe(303);
  await house.settle();
  return dossier;
};

/** A dossier whose receipt went out by e-mail. */
const handedIn = async (email: string): Promise<Case> => {
  const dossier = await desk.aDossier({ email });
  const ticks = { daKy: 'on', daDoiChieu: 'on', giayTo: 'Hộ chiếu' };
  expect((await act(ha, dossier, 'nop', ticks)).status).toBe(303);
  await house.settle();
  return dossier;
};

describe('Gửi lại', () => {
  test('sends the same words again, once for two clicks, and is written down', async () => {
    const dossier = await handedIn('gui.lai@vidu.vn');
    const [action = ''] = await buttons(dossier);
    const answers = await Promise.all([resend(dossier, action), resend(dossier, action)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(visibleText(answers.find(({ status }) => status === 409)?.text ?? '')).toContain('vừa được gửi lại');
    await house.settle();
    const mails = await house.messages({ to: 'gui.lai@vidu.vn' });
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toBe(mails[0]?.text);
    const acts = (await desk.audit(dossier)).filter(({ action: name }) => name === 'approval.message-resent');
    expect(acts).toEqual([expect.objectContaining({ actorName: 'Lê Thu Hà', person: dossier.insuranceNumber })]);
  });

  test('is offered once a message has ended, not before', async () => {
    const dossier = await desk.aDossier({ email: 'cho.gui@vidu.vn' });
    await act(ha, dossier, 'nop', { daKy: 'on', daDoiChieu: 'on', giayTo: 'Hộ chiếu' });
    expect(await buttons(dossier)).toEqual([]);
    await house.settle();
    expect(await buttons(dossier)).toHaveLength(1);
  });

  test('where the recipient is wrong says so instead', async () => {
    const dossier = await handedIn('khong-co-a-cong');
    expect(await buttons(dossier)).toEqual([]);
    expect(visibleText((await ha.get(dossier.path)).text)).toContain('Địa chỉ sai Hãy hỏi lại địa chỉ thư điện tử.');
  });

  test('of another office, another dossier or nothing is not there', async () => {
    const [mine, other] = [await handedIn('mot@vidu.vn'), await handedIn('hai@vidu.vn')];
    const [action = ''] = await buttons(mine);
    const local = await house.officer('coso');
    const form = await local.form('/can-bo/ho-so');
    expect((await local.send(action, { ...form.hidden })).status).toBe(404);
    const wrong = action.replace(mine.id, other.id);
    expect((await resend(mine, wrong)).status).toBe(404);
    expect((await resend(mine, action.replace(/tin-nhan\/[^/]+/, 'tin-nhan/khong-co'))).status).toBe(404);
  });

  test('is for those who decide', async () => {
    const dossier = await handedIn('quyen@vidu.vn');
    const [action = ''] = await buttons(dossier);
    const editor = await house.officer('bientap');
    const form = await editor.form('/can-bo');
    expect((await editor.send(action, { ...form.hidden })).status).toBe(403);
    expect((await house.browser().post(action)).status).toBe(303);
    await house.settle();
    expect(await house.messages({ to: 'quyen@vidu.vn' })).toHaveLength(1);
  });
});

describe('Gửi lại of the first password', () => {
  test('makes a new one: the old is dead, the new one works', async () => {
    const dossier = await opened();
    const [action = ''] = await buttons(dossier);
    const answer = await resend(dossier, action);
    expect(answer.status).toBe(303);
    expect(visibleText((await ha.follow(answer)).text)).toContain('Đã gửi mật khẩu dùng một lần mới.');
    const [first = '', second = '', ...more] = await desk.sms(dossier.phone);
    expect(more).toEqual([]);
    expect(password(second)).not.toBe('');
    expect(password(second)).not.toBe(password(first));
    const { insuranceNumber } = dossier;
    await expect(house.citizen(insuranceNumber, password(first))).rejects.toThrow('400');
    await house.citizen(insuranceNumber, password(second));
  });

  test('by four clicks at once makes one, and the password that was sent is the one that works', async () => {
    const dossier = await opened();
    const [action = ''] = await buttons(dossier);
    const { hidden } = await ha.form(dossier.path, action);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ha.send(action, hidden)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    const sms = await desk.sms(dossier.phone);
    expect(sms).toHaveLength(2);
    await house.citizen(dossier.insuranceNumber, password(sms[1] ?? ''));
  });

  test('stands beside the newest one only, and an old page is told so', async () => {
    const dossier = await opened();
    const [old = ''] = await buttons(dossier);
    const { hidden } = await ha.form(dossier.path, old);
    await resend(dossier, old);
    await house.settle();
    const now = await buttons(dossier);
    expect(now).toHaveLength(1);
    expect(now).not.toContain(old);
    const late = await ha.send(old, hidden);
    expect(late.status).toBe(409);
    expect(visibleText(late.text)).toContain('Tin mới hơn đã được gửi');
    expect((await resend(dossier, now[0] ?? '')).status).toBe(303);
  });

  test('is refused once its owner has chosen a password, and leads to the desk', async () => {
    const dossier = await opened();
    const { db } = house.app;
    const [action = ''] = await buttons(dossier);
    const { insuranceNumber } = dossier;
    const table = accountTable(db.sequelize);
    await db.uow.run(() => table.change({ passwordKind: 'chosen' }, { insuranceNumber }));
    const answer = await resend(dossier, action);
    expect(answer.status).toBe(409);
    expect(visibleText(answer.text)).toContain('Mở Hỗ trợ tài khoản để cấp lại mật khẩu.');
    expect(await desk.sms(dossier.phone)).toHaveLength(1);
  });
});

describe('Gửi lại of a refusal', () => {
  test('has a new code; the reason stays, and stays without personal data', async () => {
    const dossier = await refused();
    const [action = ''] = await buttons(dossier);
    expect((await resend(dossier, action)).status).toBe(303);
    const [first = '', second = '', ...more] = await desk.sms(dossier.phone);
    expect(more).toEqual([]);
    expect(repairCode(second)).toMatch(/^\w{8}$/);
    expect(repairCode(second)).not.toBe(repairCode(first));
    expect(second.replace(repairCode(second), '')).toBe(first.replace(repairCode(first), ''));
    expect(await desk.history(dossier)).toContain('Cấp mã sửa hồ sơ mới');
  });

  test('by two clicks makes one code', async () => {
    const dossier = await refused();
    const [action = ''] = await buttons(dossier);
    const { hidden } = await ha.form(dossier.path, action);
    const answers = [await ha.send(action, hidden), await ha.send(action, hidden)];
    expect(answers.map(({ status }) => status)).toEqual([303, 409]);
    expect(await desk.sms(dossier.phone)).toHaveLength(2);
  });
});

test('a minute later the same message may go once more', async () => {
  const dossier = await handedIn('lan.nua@vidu.vn');
  const [action = ''] = await buttons(dossier);
  await resend(dossier, action);
  house.clock.forward(MINUTE);
  await house.settle();
  expect((await resend(dossier, action)).status).toBe(303);
  await house.settle();
  expect(await house.messages({ to: 'lan.nua@vidu.vn' })).toHaveLength(3);
});
