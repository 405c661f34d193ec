import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInContext, system } from '../../src/core/context.js';
import { isPersonName, isUsername } from '../../src/modules/auth/officer.rules.js';
import { rolesFault, roleWords, permissionsByRole, permissionsOf } from '../../src/modules/auth/role.rules.js';
import { auth } from '../../src/modules/auth/module.js';
import { notification } from '../../src/modules/notification/module.js';
import { organisation } from '../../src/modules/organisation/module.js';
import { openHouse, type House } from '../kit/house.js';
import { enrol, FRESH_PASSWORD, password, setPassword } from './officers.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ modules: [organisation, notification, auth], env: { PUBLIC_URL: 'http://ansinh.test' } });
});
afterAll(() => house.close());

/** A command as the command line runs it. */
const run = async (name: string, ...args: string[]): Promise<{ code: number; text: string }> => {
  const command = house.app.modules.flatMap(({ parts }) => parts.commands ?? []).find((one) => one.name === name);
  const lines: string[] = [];
  const context = { requestId: 'cli', ip: '', actor: system };
  const code = await runInContext(context, () => command?.run(args, (line) => void lines.push(line)));
  return { code: code ?? -1, text: lines.join('\n') };
};
const first = (username: string, name = 'Phan Hữu Đức', agency = '04801') =>
  run('officer first', '--username', username, '--name', name, '--agency', agency);
const linkIn = (text: string): string => /http:\/\/ansinh\.test(\/can-bo\/dat-mat-khau\/[\w-]+)/.exec(text)?.[1] ?? '';

describe('the first administrator', () => {
  it.each([
    [[], 'missing --username, --name, --agency'],
    [['--username', 'ab'], 'missing --name, --agency'],
    [['--user', 'ab'], 'Unknown option'],
    [['quantri'], 'Unexpected argument'],
    [['--username', 'Có Dấu', '--name', 'A B', '--agency', '04801'], '3 to 40 letters'],
    [['--username', 'quantri', '--name', '<b>', '--agency', '04801'], 'the full name'],
    [['--username', 'quantri', '--name', 'Phan Đức', '--agency', '99999'], 'there is no such agency'],
  ])('%j: the command says what is wrong', async (args, words) => {
    const { code, text } = await run('officer first', ...args);
    expect([code, text]).toEqual([2, expect.stringContaining(words)]);
    expect(await house.app.db.rows('SELECT id FROM auth_officer')).toEqual([]);
  });

  it('is made once, by a link', async () => {
    const made = await first('Quantri');
    expect([made.code, made.text]).toEqual([0, expect.stringContaining('within 72 hours')]);
    const second = await first('quantri2');
    expect([second.code, second.text]).toEqual([1, expect.stringContaining('officer reset --username quantri')]);
    expect((await setPassword(house.browser(), linkIn(made.text))).status).toBe(303);
    const admin = await house.officer('quantri', FRESH_PASSWORD);
    expect((await admin.get('/can-bo/quan-tri/can-bo')).text).toContain('>quantri<');
    expect((await first('quantri2')).code).toBe(1);
  });

  it('who lost everything gets a new link, also as the last one, and the audit says so', async () => {
    const admin = await house.officer('quantri', FRESH_PASSWORD);
    await enrol(house, admin);
    const again = await run('officer reset', '--username', 'quantri', '--totp');
    expect([again.code, again.text]).toEqual([0, expect.stringContaining('the second factor')]);
    expect((await admin.get('/can-bo')).status).toBe(303);
    await setPassword(house.browser(), linkIn(again.text));
    expect((await password(house.browser(), 'quantri', FRESH_PASSWORD)).get('Location')).toBe('/can-bo');
    const rows = await house.app.db.rows<{ action: string; realm: string }>(
      "SELECT action, actor_realm AS realm FROM core_audit WHERE action IN ('auth.officer-reset', 'auth.officer-totp-reset') ORDER BY id",
    );
    expect(rows.map(({ action, realm }) => `${realm} ${action}`)).toEqual([
      'system auth.officer-totp-reset',
      'system auth.officer-reset',
    ]);
  });

  it.each([
    [['--username', 'khongco'], 1, 'there is no officer'],
    [['--username', 'x'], 2, '3 to 40 letters'],
    [[], 2, 'missing --username'],
  ])('reset %j: %d', async (args, exit, words) => {
    const { code, text } = await run('officer reset', ...args);
    expect([code, text]).toEqual([exit, expect.stringContaining(words)]);
  });
});

describe('names and roles', () => {
  it.each([
    ['ha.lt', true],
    ['giamsat.cntt', true],
    ['ab', false],
    ['1abc', false],
    ['có', false],
    ['a'.repeat(41), false],
  ])('user name %s: %s', (name, good) => expect(isUsername(name)).toBe(good));
  it.each([
    ["H'Hen Niê", true],
    ['Nguyễn Thị Ánh', true],
    ['A', false],
    ['x; DROP', false],
  ])('name %s: %s', (name, good) => expect(isPersonName(name)).toBe(good));
  it('roles add up', () => {
    const byRole = permissionsByRole([
      { id: 'a.read', label: '', roles: ['reception', 'leader'] },
      { id: 'a.write', label: '', roles: ['editor'] },
    ]);
    expect([...permissionsOf(['reception', 'editor', 'gone'], byRole)]).toEqual(['a.read', 'a.write']);
    expect(permissionsOf([], byRole).size).toBe(0);
    expect(roleWords(['editor', 'reception'])).toBe('Cán bộ tiếp nhận, Biên tập');
    expect(rolesFault(['admin', 'editor'])).toBeUndefined();
    expect(rolesFault(['admin', 'monitor'])).toContain('không xem dữ liệu cá nhân');
  });
});
