import { messenger, type Messenger } from '../../contracts/notification.js';
import { agencies, settings } from '../../contracts/organisation.js';
import { subscribe } from '../../core/events/outbox.js';
import { provide, type ModuleContext, type ModuleParts } from '../../core/module.js';
import { alarmTable } from './alarm.model.js';
import { createWatch } from './alarm.service.js';
import { callbackRoutes } from './callback.routes.js';
import { createCallbacks } from './callback.service.js';
import { createDelivery } from './delivery.service.js';
import { drivers } from './drivers/drivers.js';
import { emailQueued, smsQueued } from './events.js';
import { createFigures } from './figure.queries.js';
import { inboxRoutes } from './inbox.routes.js';
import { createListController } from './list.controller.js';
import { createListQueries } from './list.queries.js';
import { listRoutes } from './list.routes.js';
import { createSearch } from './list.service.js';
import { navOf } from './menu.js';
import { messageTable } from './message.model.js';
import { summaryOf } from './message.presenter.js';
import { createQueries } from './message.queries.js';
import { createQueue } from './message.service.js';
import { messageData } from './personal-data.js';
import { createRepeat } from './repeat.service.js';
import { messageRetention } from './retention.service.js';
import { screenTable } from './screen.model.js';
import type { NotificationSettings } from './settings.js';
import { createSweep } from './sweep.service.js';

/** Puts the parts of the module together. */
export const wire = (context: ModuleContext<NotificationSettings>): ModuleParts => {
  const { sequelize } = context.db;
  const messages = messageTable(sequelize);
  const screen = screenTable(sequelize);
  const parts = { ...context, messages, screen, seal: context.seal('notification') };
  const queue = createQueue(parts);
  const queries = createQueries(messages, screen);
  const lists = createListQueries(context.db);
  const figures = createFigures(context.db);
  const { callback } = context.settings;
  const callsBack = callback !== undefined;
  const watch = createWatch({ ...parts, alarms: alarmTable(sequelize), figures, callsBack });
  const deliver = createDelivery(parts);
  const { sms, email } = drivers(context.settings, parts);
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
    routes: [
      ...listRoutes(
        createListController({
          ...{ ...parts, lists, figures, callsBack },
          search: createSearch({ ...parts, lists }),
          agencies: context.use(agencies),
        }),
      ),
      ...callbackRoutes(callback && createCallbacks(parts, callback)),
      ...inboxRoutes(queries),
    ],
    nav: navOf(watch.raised),
    personalData: messageData(queries),
    jobs: [
      { name: 'notification.sweep', every: '*/10 * * * *', run: createSweep(parts) },
      { name: 'notification.watch', every: '*/5 * * * *', run: watch.watch },
    ],
    retention: [messageRetention({ ...parts, settings: context.use(settings) })],
    health: [
      { name: 'SMS', check: sms.check },
      { name: 'SMTP', check: email.check },
      { name: 'Messages', check: watch.check },
    ],
  };
};
