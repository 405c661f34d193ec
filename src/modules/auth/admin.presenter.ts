import type { Agency } from '../../contracts/organisation.js';
import type { Permission } from '../../core/module.js';
import { dateTime, number } from '../../core/http/format.js';
import type { ManagedOfficer, OfficerPage } from './admin.queries.js';
import { emptyOfficerList, type OfficerListInput } from './admin.schema.js';
import { adminOfficer, paths } from './paths.js';
import { permissionsByRole, ROLES, roles, roleWords } from './role.rules.js';

const STATES = {
  active: { kind: 'ok', icon: 'check-circle-fill', text: 'Đang dùng' },
  waiting: { kind: 'wait', icon: 'hourglass-split', text: 'Chờ đặt mật khẩu' },
  locked: { kind: 'off', icon: 'lock-fill', text: 'Đã khóa' },
} as const;

const stateOf = ({ active, waiting }: ManagedOfficer) => STATES[active ? (waiting ? 'waiting' : 'active') : 'locked'];

const roleOptions = roles.map(({ id, label }) => ({ value: id, text: label }));
export const agencyOptions = (agencies: readonly Agency[]) =>
  agencies.map(({ code, shortName }) => ({ value: code, text: `${code} ${shortName}` }));

/** The list with its filter in the address; what is empty is left out. */
const listPath = (input: Partial<OfficerListInput>): string => {
  const asked = Object.entries(input).filter(([, value]) => value !== '');
  const query = new URLSearchParams(Object.fromEntries(asked)).toString();
  return query ? `${paths.adminOfficers}?${query}` : paths.adminOfficers;
};

const CHIPS: Readonly<Partial<Record<keyof OfficerListInput, (value: string) => string>>> = {
  hoTen: (value) => `Họ tên: ${value}`,
  tenDangNhap: (value) => `Tên đăng nhập: ${value}`,
  vaiTro: (value) => ROLES[value as keyof typeof ROLES],
  trangThai: (value) => STATES[value as keyof typeof STATES].text,
};

const rowOf = (officer: ManagedOfficer, names: ReadonlyMap<string, string>) => ({
  id: officer.id,
  href: adminOfficer(officer.id).page,
  username: officer.username,
  fullName: officer.fullName,
  agency: names.get(officer.agencyCode) ?? officer.agencyCode,
  roles: roleWords(officer.roles),
  state: stateOf(officer),
  factor: officer.hasTotp ? 'Có' : 'Chưa',
  lastSignIn: dateTime(officer.lastSignInAt) || 'chưa lần nào',
});

export interface OfficerListRequest {
  /** Missing when the filter could not be used. */
  readonly input?: OfficerListInput;
  readonly agencies: readonly Agency[];
}

export const presentOfficers = ({ rows, next, previous }: OfficerPage, request: OfficerListRequest) => {
  const { input = emptyOfficerList, agencies } = request;
  const names = new Map(agencies.map(({ code, shortName }) => [code, shortName]));
  const filter = { ...input, sau: '', truoc: '' };
  const asked = (Object.entries(filter) as [keyof OfficerListInput, string][]).filter(([, value]) => value !== '');
  return {
    title: 'Cán bộ',
    faulty: request.input === undefined,
    open: request.input === undefined || asked.length > 0,
    filter,
    chips: asked.map(([name, value]) => ({
      text: CHIPS[name]?.(value) ?? names.get(value) ?? value,
      href: listPath({ ...filter, [name]: '' }),
    })),
    rows: rows.map((row) => rowOf(row, names)),
    pager: {
      text: `${number(rows.length)} cán bộ trên trang này, xếp theo tên đăng nhập`,
      previous: previous && listPath({ ...filter, truoc: previous }),
      next: next && listPath({ ...filter, sau: next }),
    },
    choices: {
      agencies: agencyOptions(agencies),
      roles: roleOptions,
      states: Object.entries(STATES).map(([value, { text }]) => ({ value, text })),
    },
    paths,
  };
};

/** The form of a new officer, or of one who is there. */
export const presentOfficer = (officer: ManagedOfficer | undefined, agencies: readonly Agency[]) => ({
  title: officer ? officer.fullName : 'Thêm cán bộ',
  officer: officer && {
    ...officer,
    state: stateOf(officer),
    lastSignIn: dateTime(officer.lastSignInAt) || 'chưa lần nào',
    paths: adminOfficer(officer.id),
  },
  choices: { agencies: agencyOptions(agencies), roles: roleOptions },
  paths,
});

/** Permissions as rows, roles as columns; those of one module stand together. */
export const presentRoles = (permissions: readonly Permission[], holders: ReadonlyMap<string, number>) => {
  const byRole = permissionsByRole(permissions);
  const moduleOf = ({ id }: Permission): string => id.split('.')[0] ?? '';
  const sorted = [...permissions].sort((a, b) => moduleOf(a).localeCompare(moduleOf(b)));
  return {
    title: 'Vai trò và quyền',
    roles: roles.map(({ id, label }) => ({ label, holders: number(holders.get(id) ?? 0) })),
    rows: sorted.map((permission) => ({
      label: permission.label,
      held: roles.map(({ id }) => byRole.get(id)?.has(permission.id) ?? false),
    })),
    paths,
  };
};
