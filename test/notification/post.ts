import { messenger as messengerPort, type Channel, type Messenger } from '../../src/contracts/notification.js';
import type { Dispatcher } from '../../src/core/events/dispatcher.js';
import { createDispatcher } from '../../src/core/events/dispatcher.js';
import type { Subscription } from '../../src/core/events/outbox.js';
import { subscribe } from '../../src/core/events/outbox.js';
import type { Table } from '../../src/core/db/table.js';
import { newId } from '../../src/core/ids.js';
import { defineModule, provide } from '../../src/core/module.js';
import { createDelivery } from '../../src/modules/notification/delivery.service.js';
import { httpSmsDriver } from '../../src/modules/notification/drivers/http-sms.driver.js';
import { smtpDriver } from '../../src/modules/notification/drivers/smtp.driver.js';
import { emailQueued, smsQueued } from '../../src/modules/notification/events.js';
import { messageTable, type MessageRow } from '../../src/modules/notification/message.model.js';
import { summaryOf } from '../../src/modules/notification/message.presenter.js';
import { createQueries } from '../../src/modules/notification/message.queries.js';
import { createQueue } from '../../src/modules/notification/message.service.js';
import { migrations } from '../../src/modules/notification/migrations.js';
import { createRepeat } from '../../src/modules/notification/repeat.service.js';
import { screenTable } from '../../src/modules/notification/screen.model.js';
import { createSeal, type Seal } from '../../src/core/seal.js';
import { createSweep } from '../../src/modules/notification/sweep.service.js';
import { openHouse, type House } from '../kit/house.js';
import { startSmsGateway, type SmsGateway } from '../kit/sms-gateway.js';
import { startSmtpServer, type TestSmtpServer } from '../kit/smtp-server.js';

/** The module as it is, but with drivers that wait for less than half a second, beside real servers. */
export interface Post {
  readonly house: House;
  readonly messenger: Messenger;
  readonly messages: Table<MessageRow>;
  readonly parts: { readonly messages: Table<MessageRow>; readonly seal: Seal };
  readonly sms: SmsGateway;
  readonly smtp: TestSmtpServer;
  /** Queues a code (654321) and returns its key. */
  otp(more?: OtpOptions): Promise<string>;
  /** The row of a message by its key. */
  state(key: string): Promise<MessageRow>;
  /** A dispatcher of another process, for one subscriber. */
  dispatcherFor(subscriber: string): Dispatcher;
  /** Moves the clock and handles what is due then. */
  forward(milliseconds: number): Promise<void>;
  /** Servers accept again and have seen nothing; no message waits. */
  reset(): Promise<void>;
}

export interface OtpOptions {
  readonly channel?: Channel;
  readonly to?: string;
  readonly key?: string;
  readonly expiresAt?: Date;
}

export const MINUTE = 60_000;
/** Short, yet long enough for a server that answers on a busy machine. */
const DEADLINE = 1_500;
const TO: Readonly<Record<Channel, string>> = { sms: '0912345678', email: 'binh@vidu.vn' };

interface Wired {
  messages: Table<MessageRow>;
  seal: Seal;
  messenger: Messenger;
  subscriptions: Subscription[];
}

const moduleWith = (sms: SmsGateway, smtp: TestSmtpServer, report: (wired: Wired) => void) =>
  defineModule({
    id: 'notification',
    title: 'with short deadlines',
    provides: [messengerPort],
    publishes: [smsQueued, emailQueued],
    tables: ['notification_message', 'notification_screen'],
    migrations,
    setup: (context) => {
      const messages = messageTable(context.db.sequelize);
      const seal = createSeal(Buffer.from(context.keyedHash('notification', 'sealed'), 'hex'));
      const parts = { ...context, messages, seal };
      const queue = createQueue(parts);
      const deliver = createDelivery(parts);
      const queries = createQueries(messages, screenTable(context.db.sequelize));
      const http = httpSmsDriver(
        {
          driver: 'http',
          url: sms.url,
          method: 'POST',
          body: '{"to":"{{to}}","text":"{{text}}","id":"{{id}}"}',
          headers: { 'content-type': 'application/json' },
          success: /^200 .*"sid":"(?<id>[^"]+)"/,
        },
        DEADLINE,
      );
      const mail = smtpDriver(
        { driver: 'smtp', url: smtp.url, from: 'no-reply@ansinh.example', host: 'ansinh.example' },
        DEADLINE,
      );
      const subscriptions = [
        subscribe(smsQueued, 'notification.sms', ({ id }) => deliver(id, http)),
        subscribe(emailQueued, 'notification.email', ({ id }) => deliver(id, mail)),
      ];
      const messenger: Messenger = {
        queue: queue.queue,
        tell: queue.tell,
        again: createRepeat(parts, queue),
        about: async (kind, id) => (await queries.about(kind, id)).map(summaryOf),
      };
      report({ messages, seal, messenger, subscriptions });
      return {
        provides: new Map([provide(messengerPort, messenger)]),
        subscriptions,
        jobs: [{ name: 'notification.sweep', every: '*/10 * * * *', run: createSweep(parts) }],
      };
    },
  });

/** Opens the post office. Close its house at the end of the file. */
export const openPost = async (): Promise<Post> => {
  const [sms, smtp] = [await startSmsGateway(), await startSmtpServer()];
  const told: Wired[] = [];
  const house = await openHouse({ modules: [moduleWith(sms, smtp, (parts) => void told.push(parts))] });
  const wired = told.at(-1);
  if (!wired) throw new Error('the module was not set up');
  const { app, clock } = house;
  return {
    house: {
      ...house,
      close: async () => {
        await house.close();
        await Promise.all([sms.close(), smtp.close()]);
      },
    },
    messenger: wired.messenger,
    messages: wired.messages,
    parts: wired,
    sms,
    smtp,
    otp: async ({ channel = 'sms', to = TO[channel], key = newId(), expiresAt } = {}) => {
      const variables = { code: '654321', purpose: 'đổi mật khẩu' };
      const request = { template: 'otp', channel, to, key, variables, ...(expiresAt && { expiresAt }) } as const;
      await wired.messenger.queue(request);
      return key;
    },
    state: async (key) => {
      const row = await wired.messages.one({ eventKey: key });
      if (!row) throw new Error(`no message ${key}`);
      return row;
    },
    dispatcherFor: (name) =>
      createDispatcher({
        db: app.db,
        clock,
        log: app.log,
        subscriptions: () => wired.subscriptions.filter((subscription) => subscription.name === name),
      }),
    forward: async (milliseconds) => {
      clock.forward(milliseconds);
      await house.settle();
    },
    reset: async () => {
      await app.db.uow.run(() => wired.messages.remove({}));
      await house.settle();
      Object.assign(sms, { mode: 'accept' });
      Object.assign(smtp, { mode: 'accept' });
      sms.requests.length = 0;
      smtp.mails.length = 0;
    },
  };
};
