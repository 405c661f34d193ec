import type { Permission } from '../../core/module.js';

/** What an officer may be, also several at once. Modules name these in their permissions. */
export type RoleId = 'reception' | 'leader' | 'monitor' | 'editor' | 'admin';

/** Words of the roles as audit and screens show them. */
export const ROLES: Readonly<Record<RoleId, string>> = {
  reception: 'Cán bộ tiếp nhận',
  leader: 'Lãnh đạo',
  monitor: 'Giám sát',
  editor: 'Biên tập',
  admin: 'Quản trị',
};

const ORDER = Object.keys(ROLES) as RoleId[];

/** The same as the kernel wants them. */
export const roles = Object.entries(ROLES).map(([id, label]) => ({ id, label }));

export const isRole = (text: string): text is RoleId => Object.hasOwn(ROLES, text);

/** Each role once, in the order of the list above; what is no role is left out. */
export const inRoleOrder = (held: readonly string[]): RoleId[] => ORDER.filter((role) => held.includes(role));

/** "Cán bộ tiếp nhận, Biên tập". */
export const roleWords = (held: readonly string[]): string =>
  inRoleOrder(held)
    .map((role) => ROLES[role])
    .join(', ');

/** Who administers the installation sees no personal record: these roles do. */
const APART_FROM_ADMIN: readonly RoleId[] = ['reception', 'leader', 'monitor'];

/** What is wrong with a choice of roles, in Vietnamese; undefined when it is good. */
export const rolesFault = (chosen: readonly string[]): string | undefined => {
  if (chosen.length === 0) return 'Chọn ít nhất một vai trò.';
  if (!chosen.every(isRole)) return 'Chọn vai trò trong danh sách.';
  if (chosen.includes('admin') && APART_FROM_ADMIN.some((role) => chosen.includes(role)))
    return 'Người quản trị không xem dữ liệu cá nhân của người dân, nên chỉ giữ thêm được vai trò Biên tập.';
  return undefined;
};

/** The permissions of each role, from what all modules declare. */
export const permissionsByRole = (permissions: readonly Permission[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    ORDER.map((role) => [role, new Set(permissions.filter(({ roles }) => roles.includes(role)).map(({ id }) => id))]),
  );

/** What somebody with these roles may do: all that any of them may. */
export const permissionsOf = (
  held: readonly string[],
  byRole: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> => new Set(held.flatMap((role) => [...(byRole.get(role) ?? [])]));
