import { accounts, officers } from '../../contracts/auth.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { defineModule } from '../../core/module.js';
import { EVERYWHERE } from './journal.rules.js';
import { nav } from './menu.js';
import { migrations } from './migrations.js';
import { privacyRoutes } from './privacy.routes.js';
import { wire } from './wiring.js';

/** What the law on personal data asks for: who saw what and why, and what is kept for how long. */
export const privacy = defineModule({
  id: 'privacy',
  title: 'Who saw my data, my data to take along, consents, journal of officers, retention board',
  requires: [agencies, settings, accounts, officers],
  permissions: [
    { id: 'privacy.journal', label: 'Xem nhật ký thao tác của cán bộ', roles: ['leader', 'admin'] },
    { id: EVERYWHERE, label: 'Xem nhật ký toàn hệ thống, che dữ liệu cá nhân', roles: ['admin'] },
    { id: 'privacy.texts', label: 'Quản lý văn bản đồng ý', roles: ['admin'] },
    { id: 'privacy.retention', label: 'Xem bảng lưu giữ dữ liệu', roles: ['leader', 'admin'] },
  ],
  acts: {
    'privacy.consent-given': 'Đồng ý một mục đích dùng dữ liệu',
    'privacy.consent-withdrawn': 'Rút lại sự đồng ý',
    'privacy.text-published': 'Thêm bản mới của văn bản đồng ý',
    'privacy.data-downloaded': 'Tải dữ liệu của mình',
    'privacy.journal-viewed': 'Xem nhật ký về một người',
  },
  tables: ['privacy_text', 'privacy_consent'],
  migrations,
  setup: (ctx) => {
    const { controllers, ...parts } = wire(ctx);
    return { routes: privacyRoutes(controllers), nav, ...parts };
  },
});
