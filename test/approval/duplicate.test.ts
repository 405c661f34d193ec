import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openDesk, type Case, type Desk } from './desk.js';

let house: House;
let desk: Desk;
let ha: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  ha = await house.officer('canbo');
});
afterAll(() => house.close());

const pair = ({ path }: Case, other: Case): string => `${path}/trung/${other.id}`;

describe('two dossiers side by side', () => {
  test('differing characters are marked, portraits stand below, both persons find the view in the audit', async () => {
    const one = await desk.aDossier({ fullName: 'Phan Thị Lạ', phone: '0905112233' });
    const two = await desk.aDossier({ fullName: 'Phan Thị Lã', phone: '0905112233' });
    const portrait = await desk.aPicture(two, 'portrait');
    expect((await ha.get(one.path)).text).toContain(`href="${pair(one, two)}"`);
    const { text } = await ha.get(pair(one, two));
    expect(text).toContain('Phan Thị L<mark>ạ</mark>');
    expect(text).toContain('Phan Thị L<mark>ã</mark>');
    expect(text).toContain(`${two.path}/anh/${portrait}`);
    expect(visibleText(text)).toContain('Không có ảnh');
    for (const dossier of [one, two])
      expect((await desk.audit(dossier)).at(-1)).toMatchObject({
        action: 'approval.duplicate-viewed',
        person: dossier.insuranceNumber,
        actorName: 'Lê Thu Hà',
      });
  });

  test('both must lie in the subtree, and be two', async () => {
    const mine = await desk.aDossier({ phone: '0905112244' });
    const foreign = await desk.aDossier({ phone: '0905112244', agencyCode: '07901' });
    for (const path of [pair(mine, foreign), pair(foreign, mine), pair(mine, mine), `${mine.path}/trung/khong-co`])
      expect((await ha.get(path)).status).toBe(404);
    expect(await desk.audit(foreign)).toEqual([]);
    expect((await ha.get(mine.path)).text).not.toContain(pair(mine, foreign));
  });
});

test('an account in the way is shown with masked data', async () => {
  const dossier = await desk.aDossier({ insuranceNumber: '4812345678', fullName: 'Nguyễn Văn An', state: 'handed_in' });
  const words = visibleText((await ha.get(dossier.path)).text);
  expect(words).toContain('Mã số BHXH đã có tài khoản. Mã số 4812•••678, 0912•••678');
});
