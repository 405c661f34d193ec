import { messenger } from '../../contracts/notification.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { defineModule } from '../../core/module.js';
import { emailQueued, smsQueued } from './events.js';
import { migrations } from './migrations.js';
import { settingsSchema, type NotificationSettings } from './settings.js';
import { wire } from './wiring.js';

export const notification = defineModule<NotificationSettings>({
  id: 'notification',
  title: 'SMS and e-mail, surely and once',
  requires: [agencies, settings],
  provides: [messenger],
  publishes: [smsQueued, emailQueued],
  permissions: [
    { id: 'notification.view', label: 'Xem tình trạng gửi tin nhắn', roles: ['reception', 'leader', 'admin'] },
  ],
  acts: { 'notification.recipient-searched': 'Tìm tin nhắn theo người nhận' },
  config: settingsSchema,
  tables: ['notification_message', 'notification_screen', 'notification_alarm'],
  migrations,
  setup: wire,
});
