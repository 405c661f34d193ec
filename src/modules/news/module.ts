import { news as newsPort } from '../../contracts/news.js';
import { defineModule } from '../../core/module.js';
import { migrations } from './migrations.js';
import { TABLE_NAMES } from './tables.js';
import { wire } from './wiring.js';

/** What the office tells everybody: news and guides, written, released and taken back by editors. */
export const news = defineModule({
  id: 'news',
  title: 'News, guides, feed; editing with versions, pictures and times of release',
  provides: [newsPort],
  permissions: [
    { id: 'news.write', label: 'Viết tin, lưu bản nháp, thêm ảnh', roles: ['editor'] },
    { id: 'news.plan', label: 'Lập kế hoạch truyền thông', roles: ['editor', 'leader'] },
    { id: 'news.publish', label: 'Đăng, hẹn giờ, gỡ và ghim tin', roles: ['editor'] },
  ],
  acts: {
    'news.saved': 'Lưu một bản của tin',
    'news.published': 'Đăng tin',
    'news.scheduled': 'Hẹn giờ đăng tin',
    'news.unscheduled': 'Bỏ hẹn giờ đăng tin',
    'news.withdrawn': 'Gỡ tin',
    'news.pinned': 'Ghim hoặc bỏ ghim tin',
    'news.picture-added': 'Thêm ảnh vào tin',
    'news.category-saved': 'Lưu chuyên mục tin',
    'news.plan-saved': 'Lưu kế hoạch truyền thông',
    'news.material-added': 'Thêm tệp vào kế hoạch truyền thông',
    'news.material-removed': 'Xóa tệp khỏi kế hoạch truyền thông',
    'news.removed': 'Xóa bản nháp của tin',
  },
  tables: TABLE_NAMES,
  migrations,
  setup: wire,
});
