import { describe, expect, it } from 'vitest';
import * as account from '../../src/modules/auth/account.rules.js';
import { countedAddress, parseNetwork } from '../../src/core/address.js';
import { authSettings } from '../../src/modules/auth/settings.js';
import { deviceLabel } from '../../src/modules/auth/device.rules.js';
import { waitInWords, waitUntil } from '../../src/modules/auth/otp.rules.js';
import { birthYearOf, passwordFault } from '../../src/modules/auth/password.rules.js';
import { requireGoodPassword } from '../../src/modules/auth/password.service.js';
import { signInPath } from '../../src/modules/auth/paths.js';
import { permissionsByRole } from '../../src/modules/auth/role.rules.js';

const at = (iso: string): Date => new Date(iso);
const NOW = at('2026-03-16T02:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);

describe('a live device', () => {
  const device = { label: 'iPhone', since: minutesAgo(60), seenAt: minutesAgo(1) };
  it.each([
    [device, true],
    [{ ...device, label: '' }, false],
    [{ ...device, since: null }, false],
    [{ ...device, seenAt: null }, false],
    [{ ...device, seenAt: minutesAgo(15) }, true],
    [{ ...device, seenAt: minutesAgo(15.1) }, false],
    [{ ...device, since: minutesAgo(721) }, false],
  ])('%j: %s', (candidate, live) => expect(account.isLive(candidate, NOW)).toBe(live));
});

describe('numbers for signing in', () => {
  it.each([
    ['481.234.5678', '4812345678'],
    [' 0480 8501 2321 ', '048085012321'],
    ['４８１２３４５６７８', '4812345678'],
    ['48-12', '4812'],
  ])('%j is read as %s', (typed, number) => expect(account.loginNumber(typed)).toBe(number));
  it.each([
    ['4812345678', true],
    ['048085012321', true],
    ['48123456789', false],
    ['48123456a8', false],
  ])('%s: %s', (number, good) => expect(account.isLoginNumber(number)).toBe(good));
});

describe('age of passwords', () => {
  const setAt = at('2026-01-01T20:00:00Z'); // 02/01/2026 in Viet Nam
  it('ends so many days after the day it was set', () => {
    expect(account.passwordEnds(setAt, 180)).toBe('2026-07-01');
    expect(account.passwordEnds(setAt, 0)).toBeUndefined();
  });
  it.each([
    ['one-time', 180, '2026-01-03T00:00:00Z', true],
    ['chosen', 180, '2026-06-30T16:59:00Z', false],
    ['chosen', 180, '2026-06-30T17:00:00Z', true],
    ['chosen', 0, '2030-01-01T00:00:00Z', false],
  ] as const)('%s, %d days, at %s: due %s', (kind, days, now, due) =>
    expect(account.isDue({ kind, setAt }, days, at(now))).toBe(due),
  );
  it('gives a first password 72 hours', () => {
    expect(account.isFirstPasswordDead(setAt, at('2026-01-04T20:00:00Z'))).toBe(false);
    expect(account.isFirstPasswordDead(setAt, at('2026-01-04T20:00:01Z'))).toBe(true);
  });
  it('reminds within the span, not past the end', () => {
    const { from, to } = account.reminderSpan(7, 180, '2026-06-24');
    expect(setAt >= from && setAt < to).toBe(true);
    const past = account.reminderSpan(7, 180, '2026-07-01');
    expect(setAt >= past.from).toBe(false);
    expect(setAt < account.reminderSpan(7, 180, '2026-06-23').to).toBe(false);
  });
});

describe('the way back', () => {
  it.each([
    [undefined, 'citizen', '/ca-nhan'],
    ['', 'citizen', '/ca-nhan'],
    ['/phan-anh', 'citizen', '/phan-anh'],
    ['/ca-nhan/the-bhyt', 'citizen', '/ca-nhan/the-bhyt'],
    ['/can-bo', 'citizen', '/ca-nhan'],
    ['/can-bo/ho-so?state=x', 'officer', '/can-bo/ho-so?state=x'],
    ['/can-bophan', 'officer', '/can-bo'],
    ['/ca-nhan', 'officer', '/can-bo'],
    ['//evil', 'citizen', '/ca-nhan'],
    ['/\\evil', 'citizen', '/ca-nhan'],
    ['/a\\b', 'citizen', '/ca-nhan'],
    ['/a\r\nb', 'citizen', '/ca-nhan'],
    ['http://evil', 'citizen', '/ca-nhan'],
    ['/dang-xuat', 'citizen', '/ca-nhan'],
    ['/can-bo/dang-nhap?x', 'officer', '/can-bo'],
  ] as const)('%j as %s leads to %s', (path, realm, target) => expect(account.wayBack(path, realm)).toBe(target));
  it('is carried in the address', () => {
    expect(signInPath('/dang-nhap', '')).toBe('/dang-nhap');
    expect(signInPath('/dang-nhap', '/a b', 'het-gio')).toBe('/dang-nhap?tiep=%2Fa+b&ly-do=het-gio');
  });
});

describe('addresses', () => {
  const networks = [parseNetwork('203.0.113.0/24'), parseNetwork('2001:db8:1::/48')].flatMap(
    (network) => network ?? [],
  );
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:9::5', '2001:db8:1::/48'],
    ['198.51.100.1', '198.51.100.1'],
    ['2001:db8:2:3:4:5:6:7', '2001:db8:2:3'],
    ['2001:DB8:0002::1', '2001:db8:2:0'],
    ['::1', '0:0:0:0'],
    ['nonsense', 'nonsense'],
  ])('%s counts as %s', (ip, name) => expect(countedAddress(ip, networks)).toBe(name));
  it.each(['', '203.0.113.0', '203.0.113.0/33', 'abc/8', '2001:db8::/129'])('refuses the network %j', (text) =>
    expect(parseNetwork(text)).toBeUndefined(),
  );
  it('does not take what is no address for a member', () => expect(networks[0]?.contains('nonsense')).toBe(false));
  it('reads the setting, or says what is wrong with it', () => {
    expect(authSettings.parse({}).networks).toEqual([]);
    expect(
      authSettings.parse({ SIGN_IN_NETWORKS: '10.0.0.0/8, 203.0.113.0/24' }).networks.map(({ name }) => name),
    ).toEqual(['10.0.0.0/8', '203.0.113.0/24']);
    expect(authSettings.safeParse({ SIGN_IN_NETWORKS: 'office' }).error?.issues[0]?.message).toMatch(
      /^SIGN_IN_NETWORKS must be/,
    );
  });
});

describe('codes', () => {
  it('are five an hour and ten a day', () => {
    expect(waitUntil([], NOW)).toBeUndefined();
    expect(waitUntil([1, 2, 3, 4].map(minutesAgo), NOW)).toBeUndefined();
    expect(waitUntil([1, 2, 3, 4, 20].map(minutesAgo), NOW)).toEqual(minutesAgo(-40));
    expect(waitUntil([1, 2, 3, 4, 60].map(minutesAgo), NOW)).toBeUndefined();
    const ten = [61, 62, 63, 64, 65, 66, 67, 68, 69, 120].map(minutesAgo);
    expect(waitUntil(ten, NOW)).toEqual(new Date(NOW.getTime() + 22 * 3_600_000));
    expect(waitUntil([...ten.slice(0, 9), minutesAgo(1440)], NOW)).toBeUndefined();
  });
  it.each([
    [0, '1 giây'],
    [44_100, '45 giây'],
    [60_000, '60 giây'],
    [60_001, '2 phút'],
    [3_600_000, '60 phút'],
    [3_600_001, '2 giờ'],
  ])('%d ms are %s', (wait, words) => expect(waitInWords(wait)).toBe(words));
});

describe('passwords', () => {
  const owner = {
    insuranceNumber: '4811223344',
    citizenId: '048190001234',
    phone: '0905612347',
    fullName: 'Trần Thị Bình',
  };
  it.each([
    ['x'.repeat(129), 'dài quá'],
    ['Ab1', 'còn ngắn'],
    ['abcdefg12', 'còn ngắn'],
    ['Xa4811223344', 'mã số BHXH'],
    ['Xa481122yyyy', 'mã số BHXH'],
    ['thuyen 223 344 ben', 'mã số BHXH'],
    ['thuyen048190001234', 'số định danh'],
    ['thuyen-0905.612.347', 'số điện thoại'],
    ['ThuyenBen1990', 'năm sinh'],
    ['thuyen12/05/1991', 'ngày sinh'],
  ])('%j is refused: %s', (password, reason) => expect(passwordFault(password, owner)).toContain(reason));
  it.each(['Abcdef1#', 'thuyền cau bến', 'ABCDEFGHIJ'])('%j has a good form', (password) =>
    expect(passwordFault(password, owner)).toBeUndefined(),
  );
  it('finds nothing in a number that is not there', () =>
    expect(passwordFault('thuyền cau bến', { insuranceNumber: '' })).toBeUndefined());
  it('asks less of whoever has no identity number', () =>
    expect(passwordFault('ThuyenBen1990', { insuranceNumber: '4811223344' })).toBeUndefined());
  it.each([
    ['048190001234', '1990'],
    ['048085012321', '1985'],
    ['048305012321', '2005'],
    ['048290001234', '2090'],
    ['048905012321', undefined],
    [null, undefined],
  ])('%s was born in %s', (citizenId, year) => expect(birthYearOf(citizenId)).toBe(year));
  it.each(['Matkhau123456', 'Mật khẩu 123456', 'Anhyeuem2026', 'TranThiBinh', 'qwertyuiop'])(
    '%j is guessable',
    async (password) =>
      expect(requireGoodPassword(password, owner, 'x')).rejects.toMatchObject({
        faults: [{ field: 'x', message: expect.stringContaining('dễ đoán') as string }],
      }),
  );
  it.each(['Thuyền cau bến 57', 'mít non kho chợ Hàn', 'kQ7#vn2p!x'])('%j is good', async (password) =>
    expect(requireGoodPassword(password, owner, 'x')).resolves.toBeUndefined(),
  );
  it('names the field of a bad form', async () =>
    expect(requireGoodPassword('ngan', owner, 'matKhauMoi')).rejects.toMatchObject({
      faults: [{ field: 'matKhauMoi' }],
    }));
});

describe('device names', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604',
      'iPhone, trình duyệt Safari',
    ],
    ['Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile Safari/537', 'điện thoại Android, trình duyệt Chrome'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130', 'máy tính Windows, trình duyệt Edge'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Firefox/130', 'máy Mac, trình duyệt Firefox'],
    ['curl/8', 'thiết bị khác'],
    ['', 'thiết bị khác'],
  ])('%j', (userAgent, label) => expect(deviceLabel(userAgent)).toBe(label));
});

it('gives each role the permissions that modules declare for it', () => {
  const roles = permissionsByRole([
    { id: 'a.one', label: 'a', roles: ['reception', 'leader'] },
    { id: 'b.two', label: 'b', roles: ['admin'] },
  ]);
  expect([...(roles.get('leader') ?? [])]).toEqual(['a.one']);
  expect([...(roles.get('admin') ?? [])]).toEqual(['b.two']);
  expect(roles.get('monitor')?.size).toBe(0);
});
