import { MANAGE } from './admin.rules.js';

/** Words for what this module writes to the audit. */
export const lookupActs = {
  'lookup.number-asked': 'Tra cứu mã số BHXH',
  'lookup.number-sent': 'Gửi mã số BHXH qua SMS',
  'lookup.row-added': 'Thêm dòng vào danh mục tra cứu',
  'lookup.row-changed': 'Sửa dòng của danh mục tra cứu',
  'lookup.row-closed': 'Ngừng một dòng của danh mục tra cứu',
} as const;

export const lookupPermissions = [{ id: MANAGE, label: 'Quản lý danh mục tra cứu', roles: ['admin'] }] as const;
