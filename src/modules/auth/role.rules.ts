import type { Permission } from '../../core/module.js';

/** What an officer is. Modules name these in their permissions. */
export type RoleId = 'reception' | 'leader' | 'monitor' | 'editor' | 'admin';

/** Words of the roles as audit and screens show them. */
export const ROLES: Readonly<Record<RoleId, string>> = {
  reception: 'Cán bộ tiếp nhận',
  leader: 'Lãnh đạo',
  monitor: 'Giám sát',
  editor: 'Biên tập',
  admin: 'Quản trị',
};

/** The same as the kernel wants them. */
export const roles = Object.entries(ROLES).map(([id, label]) => ({ id, label }));

/** The permissions of each role, from what all modules declare. */
export const permissionsByRole = (permissions: readonly Permission[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    Object.keys(ROLES).map((role) => [
      role,
      new Set(permissions.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)),
    ]),
  );
