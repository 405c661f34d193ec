import type { Agencies } from '../../contracts/organisation.js';
import { wholeJournal, type Journal } from '../../core/audit/journal.js';
import { words, type DataSection } from '../../core/personal-data.js';
import type { AccountQueries } from './account.queries.js';
import { accountActions, accountActs } from './activity.rules.js';
import { plainAddress } from '../../core/address.js';
import type { DeviceQueries } from './device.queries.js';

interface Parts {
  readonly queries: AccountQueries;
  readonly devices: DeviceQueries;
  readonly journal: Journal;
  readonly agencies: Agencies;
}

/** What the module holds about the owner of an account; never a password or what stands for one. */
export const accountData = ({ queries, devices, journal, agencies }: Parts): readonly DataSection[] => [
  {
    name: 'auth.account',
    title: 'Tài khoản',
    order: 20,
    about:
      'Thông tin để bạn đăng nhập và để cơ quan BHXH liên hệ. Mật khẩu không có ở đây: hệ thống không lưu mật khẩu.',
    fields: {
      insuranceNumber: 'Mã số BHXH',
      citizenId: 'Số định danh',
      fullName: 'Họ và tên',
      phone: 'Số điện thoại',
      email: 'Thư điện tử',
      state: { label: 'Tình trạng', say: words({ active: 'Đang dùng', locked: 'Đang khóa' }) },
      createdAt: 'Mở lúc',
      passwordSetAt: 'Đặt mật khẩu lúc',
      lastSignInAt: 'Đăng nhập gần nhất lúc',
    },
    rows: async ({ accountId }) => [await queries.byId(accountId)].flatMap((account) => account ?? []),
  },
  {
    name: 'auth.devices',
    title: 'Thiết bị đã đăng nhập',
    about: 'Loại máy và trình duyệt từng mở tài khoản của bạn, để báo khi có thiết bị lạ.',
    fields: { label: 'Thiết bị', firstSeenAt: 'Lần đầu', lastSeenAt: 'Gần nhất' },
    rows: ({ accountId }) => devices.of(accountId),
  },
  {
    name: 'auth.activity',
    title: 'Đăng nhập và thay đổi tài khoản',
    about: 'Nhật ký của tài khoản, để bạn và cơ quan BHXH phát hiện người lạ dùng tài khoản.',
    fields: {
      at: 'Lúc',
      action: { label: 'Việc', say: words(accountActs) },
      device: 'Thiết bị',
      address: 'Địa chỉ mạng',
      agency: 'Cơ quan làm',
    },
    rows: async function* ({ person }) {
      for await (const { at, action, actorRealm, agencyCode, details, ip } of wholeJournal(journal, {
        person,
        actions: accountActions,
      })) {
        // Of an officer at work the agency is told, not the address of his desk.
        const officer = actorRealm === 'officer';
        const agency = officer ? ((await agencies.find(agencyCode))?.shortName ?? agencyCode) : null;
        yield { at, action, agency, device: details['device'] ?? null, address: officer ? null : plainAddress(ip) };
      }
    },
  },
];
