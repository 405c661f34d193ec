import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../kit/house.js';
import { AN, openAuth } from './open.js';

let house: House;
beforeAll(async () => {
  house = await openAuth();
});
afterAll(() => house.close());

const WRONG = 'Mã số BHXH hoặc mật khẩu chưa đúng';

describe('sign-in of citizens', () => {
  it('lets the citizen in, with the number as people write it', async () => {
    const browser = house.browser();
    const answer = await browser.submit('/dang-nhap', { soDinhDanh: ' 481.234 5678', matKhau: 'Ansinh#2026' });
    expect([answer.status, answer.get('Location')]).toEqual([303, '/ca-nhan']);
    const out = await browser.submit('/dang-xuat', {}, { page: '/dang-xuat' });
    expect(out.status).toBe(303);
    expect((await browser.get('/ca-nhan/doi-mat-khau')).get('Location')).toContain('/dang-nhap');
  });
  it('answers a wrong password like an unknown account', async () => {
    const wrong = await house.browser().submit('/dang-nhap', { soDinhDanh: AN, matKhau: 'sai-mat-khau' });
    const unknown = await house.browser().submit('/dang-nhap', { soDinhDanh: '4812345679', matKhau: 'sai-mat-khau' });
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    expect(wrong.text).toContain(WRONG);
    expect(wrong.text).toContain('value="4812345678"');
    expect(wrong.text.replace(/nonce="[^"]*"|value="[^"]*"/g, '')).toBe(unknown.text.replace(/nonce="[^"]*"|value="[^"]*"/g, ''));
  });
});

describe('sign-in of officers', () => {
  it.each(['canbo', 'canbo2', 'lanhdao', 'bientap', 'quantri', 'coso', 'giamsat', 'giamsat.cntt'])('lets %s in', async (name) => {
    const browser = await house.officer(name);
    const home = await browser.get('/can-bo');
    expect(home.status).toBe(200);
    expect(home.text).toContain('Xin chào');
  });
});
