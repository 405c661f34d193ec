import { generate } from 'otplib';
import type { Response } from 'supertest';
import type { Browser } from '../kit/browser.js';
import { unescapeHtml, visibleText } from '../kit/forms.js';
import type { House } from '../kit/house.js';

export const PASSWORD = 'Canbo#2026';
export const FRESH_PASSWORD = 'Rau muống 27 Sơn Trà';

/** What an authenticator application shows, so many seconds from now. */
export const appCode = (house: House, secret: string, seconds = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(house.clock.now().getTime() / 1_000) + seconds });

/** The key as the page of the set-up prints it. */
export const keyOn = (html: string): string => (/class="num key">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '');

/** Turns the second factor on and reads the recovery codes. */
export const enrol = async (house: House, browser: Browser): Promise<{ secret: string; codes: string[] }> => {
  const secret = keyOn((await browser.get('/can-bo/bao-mat/xac-thuc')).text);
  await browser.submit('/can-bo/bao-mat/xac-thuc', { maXacThuc: await appCode(house, secret) });
  const codes = [
    ...(await browser.get('/can-bo/bao-mat/ma-du-phong')).text.matchAll(/<li>([A-Z2-9]{5}-[A-Z2-9]{5})</g),
  ];
  return { secret, codes: codes.map(([, code = '']) => code) };
};

/** The first step of the sign-in. */
export const password = (browser: Browser, tenDangNhap: string, matKhau = PASSWORD): Promise<Response> =>
  browser.submit('/can-bo/dang-nhap', { tenDangNhap, matKhau });

export const secondStep = (browser: Browser, maXacThuc: string): Promise<Response> =>
  browser.submit('/can-bo/dang-nhap/xac-thuc', { maXacThuc });

export interface NewOfficer {
  readonly tenDangNhap: string;
  readonly hoTen?: string;
  readonly coQuan?: string;
  readonly vaiTro?: string | readonly string[];
  readonly maSo?: string;
}

export const create = (admin: Browser, officer: NewOfficer): Promise<Response> =>
  admin.submit('/can-bo/quan-tri/can-bo/moi', {
    hoTen: 'Lý Thị Thử',
    coQuan: '04801',
    vaiTro: 'reception',
    maSo: '',
    ...officer,
  });

/** The one-time link that the page after `response` shows, without the host. */
export const linkAfter = async (admin: Browser, response: Response): Promise<string> =>
  /\/can-bo\/dat-mat-khau\/[\w-]+/.exec(unescapeHtml((await admin.follow(response)).text))?.[0] ?? '';

export const setPassword = (browser: Browser, link: string, matKhauMoi = FRESH_PASSWORD): Promise<Response> =>
  browser.submit(link, { matKhauMoi, nhapLai: matKhauMoi });

/** Creates an officer who has set a password. */
export const hire = async (house: House, admin: Browser, officer: NewOfficer): Promise<string> => {
  await setPassword(house.browser(), await linkAfter(admin, await create(admin, officer)));
  return idOf(house, officer.tenDangNhap);
};

export const idOf = async (house: House, username: string): Promise<string> =>
  (await house.app.db.row<{ id: string }>('SELECT id FROM auth_officer WHERE username = ?', [username]))?.id ?? '';

export const pageOf = async (house: House, username: string): Promise<string> =>
  `/can-bo/quan-tri/can-bo/${await idOf(house, username)}`;

export const seen = (response: Response): string => visibleText(response.text);
