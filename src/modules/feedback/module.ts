import { accounts, officers } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import { memberRegistry } from '../../contracts/records.js';
import { agencies, officeContacts, places, settings, workCalendar } from '../../contracts/organisation.js';
import { defineModule } from '../../core/module.js';
import { feedbackActs } from './acts.rules.js';
import { migrations } from './migrations.js';
import { HANDLE, SEE, WATCH } from './permission.rules.js';
import { TABLE_NAMES } from './tables.js';
import { wire } from './wiring.js';

/** Complaints and proposals: the province that receives one answers for it until it is closed. */
export const feedback = defineModule({
  id: 'feedback',
  title: 'Feedback with one owner, deadlines, coordination, monitors',
  requires: [agencies, places, settings, officeContacts, workCalendar, messenger, accounts, officers, memberRegistry],
  permissions: [
    { id: SEE, label: 'Xem phản ánh của cơ quan hoặc lĩnh vực mình', roles: ['reception', 'leader', 'monitor'] },
    { id: HANDLE, label: 'Tiếp nhận và xử lý phản ánh', roles: ['reception', 'leader'] },
    { id: 'feedback.lead', label: 'Phân công, gia hạn, cho phép ngoại lệ khi trả lời phản ánh', roles: ['leader'] },
    { id: WATCH, label: 'Theo dõi, đôn đốc phản ánh theo lĩnh vực', roles: ['monitor'] },
    { id: 'feedback.figures', label: 'Xem thống kê phản ánh', roles: ['leader', 'monitor'] },
    { id: 'feedback.manage', label: 'Quản lý lĩnh vực và thời hạn phản ánh', roles: ['admin'] },
  ],
  acts: feedbackActs,
  tables: TABLE_NAMES,
  migrations,
  setup: wire,
});
