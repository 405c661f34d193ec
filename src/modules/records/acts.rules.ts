import type { Permission } from '../../core/module.js';

/** Words for what the module writes to the audit. */
export const recordsActs: Readonly<Record<string, string>> = {
  'records.person-opened': 'Mở thông tin người tham gia',
  'records.person-viewed': 'Xem thông tin người tham gia',
  'records.card-shown': 'Sử dụng thẻ BHYT',
  'records.card-checked': 'Kiểm tra thẻ BHYT',
  'records.pilot-province-set': 'Bật hoặc tắt Sử dụng thẻ của một tỉnh',
  'records.guardian-registered': 'Ghi người giám hộ',
  'records.guardian-ended': 'Kết thúc việc giám hộ',
  'records.ward-opened': 'Xem hồ sơ của người được giám hộ',
};

export const recordsPermissions: readonly Permission[] = [
  { id: 'records.open', label: 'Mở thông tin người tham gia, có nêu mục đích', roles: ['reception', 'leader'] },
  { id: 'records.pilot-provinces', label: 'Bật, tắt Sử dụng thẻ theo tỉnh', roles: ['admin'] },
  { id: 'records.guardian', label: 'Ghi và kết thúc việc giám hộ tại quầy', roles: ['reception', 'leader'] },
];
