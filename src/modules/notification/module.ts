import { messenger, type Messenger } from '../../contracts/notification.js';
import { subscribe } from '../../core/events/outbox.js';
import { defineModule, provide } from '../../core/module.js';
import { createDelivery } from './delivery.service.js';
import { drivers } from './drivers/drivers.js';
import { emailQueued, smsQueued } from './events.js';
import { inboxRoutes } from './inbox.routes.js';
import { messageTable } from './message.model.js';
import { summaryOf } from './message.presenter.js';
import { createQueries } from './message.queries.js';
import { createQueue } from './message.service.js';
import { migrations } from './migrations.js';
import { createRepeat } from './repeat.service.js';
import { screenTable } from './screen.model.js';
import { settingsSchema, type NotificationSettings } from './settings.js';
import { createSweep } from './sweep.service.js';

export const notification = defineModule<NotificationSettings>({
  id: 'notification',
  title: 'SMS and e-mail, surely and once',
  provides: [messenger],
  publishes: [smsQueued, emailQueued],
  config: settingsSchema,
  tables: ['notification_message', 'notification_screen'],
  migrations,
  setup: (context) => {
    const messages = messageTable(context.db.sequelize);
    const screen = screenTable(context.db.sequelize);
    const seal = context.seal('notification');
    const parts = { ...context, messages, seal };
    const queue = createQueue(parts);
    const deliver = createDelivery(parts);
    const queries = createQueries(messages, screen);
    const { sms, email } = drivers(context.settings, { ...context, screen });
    const port: Messenger = {
      queue: queue.queue,
      tell: queue.tell,
      again: createRepeat(parts, queue),
      about: async (kind, id) => (await queries.about(kind, id)).map(summaryOf),
    };
    return {
      provides: new Map([provide(messenger, port)]),
      subscriptions: [
        subscribe(smsQueued, 'notification.sms', ({ id }) => deliver(id, sms)),
        subscribe(emailQueued, 'notification.email', ({ id }) => deliver(id, email)),
      ],
      routes: inboxRoutes(queries),
      jobs: [{ name: 'notification.sweep', every: '*/10 * * * *', run: createSweep(parts) }],
      health: [
        { name: 'SMS', check: sms.check },
        { name: 'SMTP', check: email.check },
      ],
    };
  },
});
