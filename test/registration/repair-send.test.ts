import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConflictError } from '../../src/core/errors.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { countOf, queriesOf, runJob } from './form.js';
import { asOfficer, CODE_PAGE, enter, find, photo, refused } from './repair.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('sent again', () => {
  it('is the same dossier under the same number, with new days, messages and history', async () => {
    const { id, number, link, received, person } = await refused(house);
    const kept = house.clock.now();
    house.clock.forward(5 * 24 * 3_600_000);
    const browser = house.browser();
    const dossiers = await countOf(house, 'registration_dossier');
    const fields = { ...person, fullName: 'Trần Thị Bình Minh', phone: '0905399001' };
    const answer = await browser.submit(link, fields, { files: { front: await photo() } });
    expect(answer.status).toBe(303);
    expect(await countOf(house, 'registration_dossier')).toBe(dossiers);
    const dossier = await find(house, id);
    expect(dossier).toMatchObject({ number, state: 'declared', assessment: 'none', fullName: 'Trần Thị Bình Minh' });
    expect(dossier).toMatchObject({ phone: '0905399001', lastDay: '2026-03-31', handedInAt: null, decidedAt: null });
    expect(dossier).toMatchObject({ reason: null, reviewerId: null, version: 5 });
    // The page behind it and the page of the first declaring both live.
    for (const path of [answer.get('Location') ?? '', received]) {
      const page = await browser.get(path);
      expect(page.status).toBe(200);
      expect(visibleText(page.text)).toContain('TRẦN THỊ BÌNH MINH');
      expect(visibleText(page.text)).toContain('31/03/2026');
    }
    const [line] = await queriesOf(house).history(id);
    expect(line).toMatchObject({ title: 'Sửa hồ sơ theo lý do từ chối', actorName: 'Người kê khai' });
    expect(line?.note).toBe('Đã sửa: Họ và tên, Số điện thoại, Ảnh mặt trước');
    const pictures = await queriesOf(house).pictures(id);
    expect(pictures.filter(({ current }) => current)).toHaveLength(3);
    expect(pictures.filter(({ kind, current }) => kind === 'front' && !current)).toHaveLength(1);
    const byName = await queriesOf(house).list({ agencies: 'all', name: 'minh', number }, { limit: 5 });
    expect(byName.rows.map((row) => row.id)).toEqual([id]);
    await house.settle();
    expect((await house.messages({ to: '0905399001' })).map(({ text }) => text).join()).toContain(
      'Han cuoi 31/03/2026',
    );
    const audit = await house.app.db.row<{ details: string; person: string }>(
      `SELECT details, person FROM core_audit WHERE action = 'registration.corrected' AND subject_id = ?`,
      [id],
    );
    expect(audit?.person).toBe(person['insuranceNumber']);
    expect(JSON.parse(audit?.details ?? '{}')).toMatchObject({ fields: ['fullName', 'phone', 'front'] });
    house.clock.set(kept.toISOString());
  });

  it('is reminded of anew on day 7', async () => {
    const { link, person } = await refused(house, { fields: [] });
    const kept = house.clock.now();
    house.clock.forward(8 * 24 * 3_600_000);
    expect((await house.browser().submit(link, person)).status).toBe(303);
    house.clock.forward(7 * 24 * 3_600_000);
    await runJob(house, 'registration.reminders');
    await house.settle();
    const told = (await house.messages({ to: person['phone'] ?? '' })).map(({ text }) => text);
    expect(told.filter((text) => text.includes('chua nop'))).toHaveLength(1);
    house.clock.set(kept.toISOString());
  });

  it('goes straight to the officer when no new paper is needed', async () => {
    const { id, number, link, person } = await refused(house, { withoutNewPaper: true });
    const browser = house.browser();
    const fields = { ...person, fullName: 'Trần Thị Bình Minh' };
    const answer = await browser.submit(link, fields, { files: { front: await photo() } });
    expect(answer.get('Location')).toMatch(/^\/dang-ky\/da-gui-lai\/[\w-]{22}$/);
    const page = await browser.follow(answer);
    expect(page.status).toBe(200);
    expect(visibleText(page.text)).toContain(`Đã gửi lại hồ sơ ${number}`);
    expect(visibleText(page.text)).toContain('không cần nộp lại tờ khai');
    expect(await find(house, id)).toMatchObject({ state: 'handed_in', papersSeen: 'Căn cước', decidedAt: null });
    await house.settle();
    const mails = await house.messages({ to: person['email'] ?? '', channel: 'email' });
    expect(mails.at(-1)?.text).toContain(`Đã nhận hồ sơ ${number}`);
  });

  it('changes the number only where it was marked', async () => {
    const kept = await refused(house, { fields: [] });
    await house.browser().submit(kept.link, { ...kept.person, insuranceNumber: '4869999999' });
    expect((await find(house, kept.id)).insuranceNumber).toBe(kept.person['insuranceNumber']);
    const marked = await refused(house, { fields: ['insuranceNumber'] });
    const answer = await house.browser().submit(marked.link, { ...marked.person, insuranceNumber: '4869999998' });
    expect(answer.status).toBe(303);
    expect((await find(house, marked.id)).insuranceNumber).toBe('4869999998');
  });

  it('can be refused and corrected once more', async () => {
    const first = await refused(house, { fields: [] });
    await house.browser().submit(first.link, first.person);
    const again = await asOfficer(house, async (steps) => {
      await steps.handIn({ id: first.id, version: 5 }, 'Căn cước');
      await steps.take({ id: first.id, version: 6 });
      const refusal = { reason: 'Sai tên.', shortReason: 'Sai ten', fields: ['fullName'], withoutNewPaper: false };
      return steps.refuse({ id: first.id, version: 7 }, refusal);
    });
    const { pathname } = new URL(again.repairLink);
    expect(pathname).not.toBe(first.link);
    const answer = await house.browser().submit(pathname, { ...first.person, fullName: 'Trần Thị Bích' });
    expect(answer.status).toBe(303);
    expect(await find(house, first.id)).toMatchObject({ state: 'declared', fullName: 'Trần Thị Bích', version: 9 });
  });
});

describe('a link that is dead', () => {
  const isDead = async (path: string): Promise<void> => {
    const answer = await house.browser().get(path);
    expect(answer.status).toBe(404);
    expect(visibleText(answer.text)).toContain('Liên kết này không còn hiệu lực');
    expect(answer.text).toContain('href="/dang-ky/tra-cuu"');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  };

  it('after use, by a guess, renewed, after 30 days, and erased', async () => {
    const [used, renewed, over] = [await refused(house, { fields: [] }), await refused(house), await refused(house)];
    await house.browser().submit(used.link, used.person);
    await isDead(used.link);
    await isDead(`${CODE_PAGE}/${'A'.repeat(22)}`);
    await isDead(`/dang-ky/da-gui-lai/${'A'.repeat(22)}`);
    const { repairCode, repairLink } = await asOfficer(house, (steps) =>
      steps.renewRepair({ id: renewed.id, version: 4 }),
    );
    await isDead(renewed.link);
    expect((await enter(house.browser(), renewed.number, repairCode)).get('Location')).toBe(
      new URL(repairLink).pathname,
    );
    const kept = house.clock.now();
    house.clock.forward(30 * 24 * 3_600_000);
    expect((await house.browser().get(over.link)).status).toBe(200);
    house.clock.forward(24 * 3_600_000);
    await isDead(over.link);
    expect((await enter(house.browser(), over.number, over.code)).status).toBe(400);
    await runJob(house, 'registration.refused');
    await isDead(over.link);
    house.clock.set(kept.toISOString());
  });

  it('is renewed for a refused dossier only', async () => {
    const { id, link, person } = await refused(house, { fields: [] });
    await expect(asOfficer(house, (steps) => steps.renewRepair({ id, version: 3 }))).rejects.toBeInstanceOf(
      ConflictError,
    );
    await house.browser().submit(link, person);
    await expect(asOfficer(house, (steps) => steps.renewRepair({ id, version: 5 }))).rejects.toBeInstanceOf(
      ConflictError,
    );
  });
});

describe('two tabs', () => {
  it('one wins, the other keeps what was typed and reads why', async () => {
    const { id, link, person } = await refused(house, { fields: ['fullName'] });
    const [one, two] = [house.browser(), house.browser()];
    const [first, second] = [await one.form(link), await two.form(link)];
    const won = await one.send(link, { ...first.hidden, ...person, fullName: 'Trần Thị Một' });
    const lost = await two.send(link, { ...second.hidden, ...person, fullName: 'Trần Thị Hai' });
    expect([won.status, lost.status]).toEqual([303, 409]);
    const words = visibleText(lost.text);
    expect(words).toContain('Hồ sơ này đã được gửi lại lúc');
    expect(words).toContain('Trần Thị Hai');
    expect(words).not.toContain('Trần Thị Một');
    expect((await find(house, id)).fullName).toBe('Trần Thị Một');
  });

  it('at once, 10 rounds: exactly one is taken', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, link, person } = await refused(house, { fields: ['fullName'] });
      const browsers = [house.browser(), house.browser(), house.browser()];
      const forms = await Promise.all(browsers.map((browser) => browser.form(link)));
      const answers = await Promise.all(
        browsers.map((browser, index) =>
          browser.send(link, { ...forms[index]?.hidden, ...person, fullName: `Trần Thị ${'ABC'[index]}` }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
      expect((await queriesOf(house).history(id)).filter(({ title }) => title.startsWith('Sửa hồ sơ'))).toHaveLength(1);
    }
  });

  it('pressed twice, the same form leads to the same page', async () => {
    const { link, person } = await refused(house, { fields: ['fullName'] });
    const browser = house.browser();
    const { hidden } = await browser.form(link);
    const send = () => browser.send(link, { ...hidden, ...person, fullName: 'Trần Thị Bình Minh' });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map((answer) => answer.get('Location'))).size).toBe(1);
  });
});
