import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier, DossierRef, DossierState } from '../../src/contracts/registration.js';
import { guest, runInContext, type Actor } from '../../src/core/context.js';
import { ConflictError } from '../../src/core/errors.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { countOf, declare, numberOn, queriesOf, stepsOf } from './form.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const officer = (name: string): Actor => ({ ...guest, realm: 'officer', id: name, name, role: 'Cán bộ tiếp nhận' });
const as = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  runInContext({ requestId: 'test', ip: '127.0.0.1', actor: officer(name) }, work);

const REFUSAL = { reason: 'Ảnh mờ.', shortReason: 'Anh mo', fields: ['front'], withoutNewPaper: false };

type Act = (ref: DossierRef) => Promise<unknown>;
const acts = (): Readonly<Record<string, Act>> => {
  const steps = stepsOf(house);
  return {
    handIn: (ref) => steps.handIn(ref, 'Căn cước'),
    take: (ref) => steps.take(ref),
    release: (ref) => steps.release(ref),
    receive: (ref) => steps.receive(ref, '04803'),
    approve: (ref) => steps.approve(ref),
    refuse: (ref) => steps.refuse(ref, REFUSAL),
  };
};

let people = 0;
const fresh = async (): Promise<string> => {
  people += 1;
  const browser = house.browser();
  const tail = String(people).padStart(3, '0');
  const page = await browser.get(
    await declare(browser, { insuranceNumber: `4850000${tail}`, phone: `0905200${tail}`, email: '' }),
  );
  return (
    (await queriesOf(house).list({ agencies: 'all', number: numberOn(page.text) }, { limit: 1 })).rows[0]?.id ?? ''
  );
};
const find = async (id: string): Promise<Dossier> => {
  const dossier = await queriesOf(house).find(id, 'all');
  if (!dossier) throw new Error('no dossier');
  return dossier;
};
const PATHS: Readonly<Record<Exclude<DossierState, 'expired'>, readonly string[]>> = {
  declared: [],
  handed_in: ['handIn'],
  in_review: ['handIn', 'take'],
  approved: ['handIn', 'take', 'approve'],
  refused: ['handIn', 'take', 'refuse'],
};
const inState = async (state: keyof typeof PATHS): Promise<Dossier> => {
  const id = await fresh();
  for (const step of PATHS[state]) {
    const { version } = await find(id);
    await as('Lê Thu Hà', async () => acts()[step]?.({ id, version }));
  }
  return find(id);
};

describe('each step from each state', () => {
  const allowed: Readonly<Record<string, string>> = {
    'declared handIn': 'handed_in',
    'declared receive': 'declared',
    'handed_in take': 'in_review',
    'in_review release': 'handed_in',
    'in_review approve': 'approved',
    'in_review refuse': 'refused',
  };
  const states = Object.keys(PATHS) as (keyof typeof PATHS)[];
  const pairs = states.flatMap((state) =>
    ['handIn', 'take', 'release', 'receive', 'approve', 'refuse'].map((step) => [state, step] as const),
  );
  it.each(pairs)('%s: %s', async (state, step) => {
    const before = await inState(state);
    const lines = (await queriesOf(house).history(before.id)).length;
    const attempt = as('Võ Minh Khoa', async () => acts()[step]?.(before));
    const expected = allowed[`${state} ${step}`];
    if (expected) await attempt;
    else await expect(attempt).rejects.toBeInstanceOf(ConflictError);
    const after = await find(before.id);
    expect(after.state).toBe(expected ?? state);
    expect(after.version).toBe(before.version + Number(Boolean(expected)));
    expect((await queriesOf(house).history(before.id)).length).toBe(lines + Number(Boolean(expected)));
  });
});

it('names who was first and when', async () => {
  const dossier = await inState('in_review');
  await as('Võ Minh Khoa', () => stepsOf(house).approve(dossier));
  const late = as('Lê Thu Hà', () => stepsOf(house).approve(dossier));
  await expect(late).rejects.toThrow('Võ Minh Khoa đã duyệt hồ sơ này lúc 09:00. Bạn xem được, không đánh giá lại.');
  await expect(as('Lê Thu Hà', async () => acts()['approve']?.(await inState('declared')))).rejects.toThrow(
    'Hãy chọn Nộp hồ sơ trước',
  );
  const taken = await inState('in_review');
  await expect(as('Võ Minh Khoa', () => stepsOf(house).take(taken))).rejects.toThrow(
    'Lê Thu Hà đã nhận xử lý hồ sơ này lúc 09:00',
  );
});

it('lets one of many win, 25 rounds', async () => {
  for (let round = 0; round < 25; round += 1) {
    const dossier = await inState('in_review');
    const racers: Act[] = [acts()['approve'], acts()['refuse'], acts()['release'], acts()['approve']].filter(
      (act) => act !== undefined,
    );
    const results = await Promise.allSettled(racers.map((act, index) => as(`Cán bộ ${index}`, () => act(dossier))));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await queriesOf(house).history(dossier.id)).length).toBe(4);
  }
});

it('rolls back with the unit of work of the caller', async () => {
  const dossier = await inState('in_review');
  const outbox = await countOf(house, 'core_outbox');
  const failing = house.app.db.uow.run(async () => {
    await stepsOf(house).approve(dossier);
    throw new Error('account not opened');
  });
  await expect(failing).rejects.toThrow('account not opened');
  expect((await find(dossier.id)).state).toBe('in_review');
  expect(await countOf(house, 'core_outbox')).toBe(outbox);
});

describe('pictures', () => {
  it('are replaced and stay in the history', async () => {
    const dossier = await inState('declared');
    const portrait = (await queriesOf(house).pictures(dossier.id)).find(({ kind }) => kind === 'portrait');
    await as('Lê Thu Hà', () =>
      stepsOf(house).replacePicture(dossier, {
        kind: 'portrait',
        name: 'quet.jpg',
        type: 'image/jpeg',
        fileId: portrait?.fileId ?? '',
      }),
    );
    const rows = (await queriesOf(house).pictures(dossier.id)).filter(({ kind }) => kind === 'portrait');
    expect(rows.map(({ name, current, addedBy }) => [name, current, addedBy])).toEqual(
      expect.arrayContaining([
        ['quet.jpg', true, 'Lê Thu Hà'],
        ['anh-chan-dung.jpg', false, 'Người kê khai'],
      ]),
    );
    const stale = stepsOf(house).replacePicture(dossier, {
      kind: 'front',
      name: 'x.jpg',
      type: 'image/jpeg',
      fileId: 'x',
    });
    await expect(stale).rejects.toBeInstanceOf(ConflictError);
  });

  it('keep their turn', async () => {
    const dossier = await inState('declared');
    const [first] = await queriesOf(house).pictures(dossier.id);
    await stepsOf(house).rotatePicture(dossier.id, first?.id ?? '', 90);
    await stepsOf(house).rotatePicture(dossier.id, first?.id ?? '', 90);
    expect((await queriesOf(house).pictures(dossier.id)).find(({ id }) => id === first?.id)?.rotation).toBe(90);
  });
});

it('receives a dossier of another agency, the number stays', async () => {
  const dossier = await inState('declared');
  expect((await queriesOf(house).findForeign(dossier.number, dossier.insuranceNumber))?.id).toBe(dossier.id);
  expect(await queriesOf(house).findForeign(dossier.number, '4850000999')).toBeUndefined();
  await as('Lê Thu Hà', () => stepsOf(house).receive(dossier, '04801'));
  const after = await find(dossier.id);
  expect([after.agencyCode, after.number]).toEqual(['04801', dossier.number]);
  await expect(stepsOf(house).receive(after, '04801')).rejects.toBeInstanceOf(ConflictError);
});

it('tells on the received page what is to be done now', async () => {
  const browser = house.browser();
  const path = await declare(browser, { insuranceNumber: '4850009998', phone: '0905209998' });
  const told = async (): Promise<string> => visibleText((await browser.get(path)).text);
  const { rows } = await queriesOf(house).list({ agencies: 'all', insuranceNumber: '4850009998' }, { limit: 1 });
  const id = rows[0]?.id ?? '';
  expect(await told()).toContain('Nộp ở nơi gần bạn');
  await stepsOf(house).handIn({ id, version: 1 }, 'Căn cước');
  const waiting = await told();
  expect(waiting).toContain('Chờ kết quả');
  expect(waiting).not.toContain('Nộp ở nơi gần bạn');
  await stepsOf(house).take({ id, version: 2 });
  const refusal = { reason: 'Ảnh mờ.', shortReason: 'Anh mo', fields: [], withoutNewPaper: false };
  await stepsOf(house).refuse({ id, version: 3 }, refusal);
  const refused = await told();
  expect(refused).toContain('Hồ sơ của bạn cần sửa');
  expect(refused).not.toContain('Chờ kết quả');
});

it('closes the received page after the decision', async () => {
  const browser = house.browser();
  const path = await declare(browser, { insuranceNumber: '4850009999', phone: '0905209999' });
  const { rows } = await queriesOf(house).list({ agencies: 'all', insuranceNumber: '4850009999' }, { limit: 1 });
  const id = rows[0]?.id ?? '';
  await stepsOf(house).handIn({ id, version: 1 }, 'Căn cước');
  expect((await browser.get(path)).status).toBe(200);
  await stepsOf(house).take({ id, version: 2 });
  await stepsOf(house).approve({ id, version: 3 });
  expect((await browser.get(path)).status).toBe(404);
});
