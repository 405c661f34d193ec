import type { Sealer } from '../audit/seal.js';
import type { Dispatcher } from '../events/dispatcher.js';
import type { KeptForms } from '../http/kept-form.js';
import type { DatabaseSessionStore } from '../http/session-store.js';
import type { Retention } from '../retention/retention.js';
import type { Job } from './scheduler.js';

/** The seals of the audit. */
export const coreJobs = (sealer: Sealer): Job[] => [
  { name: 'core.audit-seal', every: '* * * * *', atStart: true, run: async () => void (await sealer.seal()) },
];

/** The house's own cleaning. */
export const coreRetentions = (dispatcher: Dispatcher, store: DatabaseSessionStore, kept: KeptForms): Retention[] => [
  {
    name: 'core.outbox-prune',
    every: '17 * * * *',
    what: 'Việc đã xử lý xong trong hàng đợi',
    why: 'Chỉ cần để không làm một việc hai lần',
    until: async () => '7 ngày sau khi xử lý xong',
    due: () => dispatcher.prunable(),
    purge: () => dispatcher.prune(),
  },
  {
    name: 'core.session-prune',
    every: '*/10 * * * *',
    what: 'Phiên làm việc của người dùng (khi không dùng Redis)',
    why: 'Phiên đã hết thì không còn mục đích',
    until: async () => '1 giờ sau lần dùng cuối',
    due: () => store.prunable(),
    purge: () => store.prune(),
  },
  {
    name: 'core.kept-form-prune',
    every: '*/10 * * * *',
    what: 'Biểu mẫu gửi khi phiên đã hết, chờ người gửi đăng nhập lại',
    why: 'Giữ để không mất công nhập, chỉ người đã nhập xem được',
    until: async () => '30 phút sau khi gửi, hoặc khi đã hiện lại',
    due: () => kept.prunable(),
    purge: () => kept.prune(),
  },
];
