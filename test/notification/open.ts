import { messenger as messengerPort, type Messenger } from '../../src/contracts/notification.js';
import { newId } from '../../src/core/ids.js';
import { messageTable, type MessageRow } from '../../src/modules/notification/message.model.js';
import { notification } from '../../src/modules/notification/module.js';
import { organisation } from '../../src/modules/organisation/module.js';
import { openHouse, type House } from '../kit/house.js';
import { startSmsGateway, type SmsGateway } from '../kit/sms-gateway.js';

/** The real module behind a real gateway, for tests of what providers tell and of what lies in the table. */
export const openOffice = async (env: Readonly<Record<string, string>> = {}) => {
  const sms: SmsGateway = await startSmsGateway();
  const gateway = { SMS_DRIVER: 'http', SMS_URL: sms.url, SMS_SUCCESS: '^200 .*"sid":"(?<id>[^"]+)"' };
  const house: House = await openHouse({ modules: [organisation, notification], env: { ...gateway, ...env } });
  const { db, modules, scheduler } = house.app;
  const messages = messageTable(db.sequelize);
  const own = modules.find(({ definition }) => definition.id === 'notification')?.parts;
  const messenger = own?.provides?.get(messengerPort.key) as Messenger;

  const row = async (id: string): Promise<MessageRow> => {
    const found = await messages.one({ id });
    if (!found) throw new Error(`no message ${id}`);
    return found;
  };

  return {
    house,
    sms,
    messages,
    messenger,
    row,
    health: own?.health ?? [],
    retention: own?.retention ?? [],
    job: (name: string) => scheduler.run(name),
    /** Queues a receipt and returns its id. */
    receipt: async (to = '0912345678'): Promise<string> => {
      const key = newId();
      const variables = { dossierNumber: '00411/2026/04801' };
      await messenger.queue({ template: 'dossier-handed-in', channel: 'sms', to, key, variables });
      return (await messages.one({ eventKey: key }))?.id ?? '';
    },
    /** Puts a message into the table as if it had gone its way before. */
    given: (set: Partial<MessageRow>): Promise<void> =>
      db.uow.run(() =>
        messages.insert({
          id: newId(),
          eventKey: newId(),
          channel: 'sms',
          recipient: '0912345678',
          template: 'dossier-handed-in',
          sealed: null,
          textShown: 'Co quan BHXH da nhan ho so',
          subjectKind: '',
          subjectId: '',
          agencyCode: null,
          state: 'sent',
          attempt: 1,
          unsure: 0,
          nextTryAt: null,
          expiresAt: null,
          providerId: '',
          error: '',
          createdAt: house.clock.now(),
          sentAt: null,
          endedAt: null,
          repeats: 0,
          repeatedAt: null,
          ...set,
        }),
      ),
    clear: () => db.uow.run(() => messages.remove({})),
    close: async () => {
      await house.close();
      await sms.close();
    },
  };
};
export type Office = Awaited<ReturnType<typeof openOffice>>;
