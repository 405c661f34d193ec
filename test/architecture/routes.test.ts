import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Route } from '../../src/core/http/route.js';
import { openHouse, type House } from '../kit/house.js';

/** Pages that anybody may open. A new one is public only once it is written down here. */
const PUBLIC = new Set([
  'get /',
  'get /dang-ky',
  'post /dang-ky',
  'get /dang-ky/ca-nhan',
  'post /dang-ky/ca-nhan',
  'get /dang-ky/da-ghi-nhan/:secret',
  'get /dang-ky/da-ghi-nhan/:secret/to-khai.pdf',
  'get /dang-ky/sua-ho-so',
  'post /dang-ky/sua-ho-so',
  'get /dang-ky/sua-ho-so/:secret',
  'post /dang-ky/sua-ho-so/:secret',
  'get /dang-ky/da-gui-lai/:secret',
  'get /dang-ky/tra-cuu',
  'post /dang-ky/tra-cuu',
  'get /dang-nhap',
  'post /dang-nhap',
  'get /dang-nhap/thiet-bi-khac',
  'post /dang-nhap/thiet-bi-khac',
  'post /dang-nhap/thiet-bi-khac/thoat',
  'get /dang-nhap/thiet-bi-khac/xac-nhan',
  'post /dang-nhap/thiet-bi-khac/xac-nhan',
  'post /dang-nhap/thiet-bi-khac/gui-lai-ma',
  'get /dang-xuat',
  'post /dang-xuat',
  'post /can-bo/dang-xuat',
  'get /quen-mat-khau',
  'post /quen-mat-khau',
  'get /quen-mat-khau/xac-nhan',
  'post /quen-mat-khau/xac-nhan',
  'post /quen-mat-khau/gui-lai-ma',
  'get /tai-khoan-da-khoa',
  'get /ho-tro',
  'get /ho-tro/cau-hoi-thuong-gap',
  'get /ho-tro/cau-hoi-thuong-gap/:code',
  'get /ho-tro/tro-ly-ao',
  'post /ho-tro/tro-ly-ao',
  'post /ho-tro/tro-ly-ao/ho-so',
  'post /ho-tro/tro-ly-ao/gui-thu',
  'get /ho-tro/thu-dien-tu',
  'post /ho-tro/thu-dien-tu',
  'get /ho-tro/thu-dien-tu/da-gui/:mark',
  'get /phan-anh',
  'post /phan-anh',
  'get /phan-anh/da-gui/:mark',
  'get /phan-anh/tra-cuu',
  'post /phan-anh/tra-cuu',
  'get /phan-anh/tra-cuu/:pass',
  'post /phan-anh/tra-cuu/:pass/bo-sung',
  'post /phan-anh/tra-cuu/:pass/mo-lai',
  'post /phan-anh/tra-cuu/:pass/danh-gia',
  'post /phan-anh/tra-cuu/:pass/da-giai-quyet',
  'get /phan-anh/tra-cuu/:pass/tep/:tep',
  'get /quyen-rieng-tu',
  'get /quyen-rieng-tu/:code/:version',
  'get /tra-cuu',
  'get /tra-cuu/ma-so-bhxh',
  'post /tra-cuu/ma-so-bhxh',
  'post /tra-cuu/ma-so-bhxh/gui',
  'get /tra-cuu/ma-so-bhxh/cach-tim',
  'get /tra-cuu/phuong-xa.json',
  'get /tra-cuu/co-quan-bhxh',
  'get /tra-cuu/co-quan-bhxh.csv',
  'get /tra-cuu/cskcb-giay-nghi-viec',
  'get /tra-cuu/cskcb-giay-nghi-viec.csv',
  'get /tra-cuu/cskcb-kcb-bhyt',
  'get /tra-cuu/cskcb-kcb-bhyt.csv',
  'get /tra-cuu/don-vi-tham-gia',
  'get /tra-cuu/don-vi-tham-gia.csv',
  'get /tra-cuu/diem-thu',
  'get /tra-cuu/diem-thu.csv',
  'get /xac-minh-the',
  'post /xac-minh-the',
  'get /tin-tuc',
  'get /tin-tuc/rss.xml',
  'get /tin-tuc/chuyen-muc/:code',
  'get /tin-tuc/anh/:file',
  'get /tin-tuc/:slug',
  'get /can-bo/dang-nhap',
  'post /can-bo/dang-nhap',
  'get /can-bo/dang-nhap/xac-thuc',
  'post /can-bo/dang-nhap/xac-thuc',
  'get /can-bo/dat-mat-khau/:token',
  'post /can-bo/dat-mat-khau/:token',
]);

/** Buttons without a field to fill in: nobody can type something wrong there. */
const BUTTONS = new Set(['post /can-bo/ho-so/:id/anh/:pictureId/xoay']);

let house: House;
let routes: (Route & { owner: string })[];

beforeAll(async () => {
  house = await openHouse();
  routes = house.app.modules.flatMap(({ definition, parts }) =>
    (parts.routes ?? []).map((route) => ({ ...route, owner: definition.id })),
  );
});
afterAll(() => house.close());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

test('every route says who may come in', () => {
  const realms = ['public', 'citizen', 'officer', 'machine', 'development'];
  expect(routes.filter(({ access }) => !realms.includes(access?.realm)).map(nameOf)).toEqual([]);
});

test('what is public is written down', () => {
  const open = routes.filter(({ access }) => access.realm === 'public').map(nameOf);
  expect(open.filter((name) => !PUBLIC.has(name))).toEqual([]);
  const known = new Set(open);
  expect([...PUBLIC].filter((name) => name !== 'get /' && !known.has(name))).toEqual([]);
});

test('paths and realms agree', () => {
  const wrong = routes.filter(({ path, access }) => {
    if (access.realm === 'public') return false;
    if (path.startsWith('/can-bo')) return access.realm !== 'officer';
    if (path.startsWith('/ca-nhan')) return access.realm !== 'citizen';
    if (path.startsWith('/dev')) return access.realm !== 'development';
    return false;
  });
  expect(wrong.map(nameOf)).toEqual([]);
});

test('an officer page names a permission that some module declares', () => {
  const declared = new Set(
    house.app.modules.flatMap(({ definition }) => (definition.permissions ?? []).map(({ id }) => id)),
  );
  const asked = routes.flatMap((route) =>
    route.access.realm === 'officer' && route.access.permission ? [route.access.permission] : [],
  );
  expect(asked.filter((permission) => !declared.has(permission))).toEqual([]);
});

test('a form that can be wrong can be shown again', () => {
  const mute = routes.filter(
    ({ method, form, reshow, access }) => method === 'post' && form && !reshow && access.realm !== 'machine',
  );
  expect(mute.map(nameOf).filter((name) => !BUTTONS.has(name))).toEqual([]);
});

test('guests and strangers are kept out of every page that is not public', async () => {
  const browser = house.browser();
  const closed = routes.filter(
    ({ method, access }) => method === 'get' && (access.realm === 'citizen' || access.realm === 'officer'),
  );
  const answers = await Promise.all(
    closed.map(async (route) => ({
      route,
      answer: await browser.get(route.path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000')),
    })),
  );
  expect(
    answers
      .filter(({ answer }) => answer.status !== 303)
      .map(({ route, answer }) => `${nameOf(route)}: ${answer.status}`),
  ).toEqual([]);
});
