import type { Messenger } from '../../contracts/notification.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import * as format from '../../core/http/format.js';
import { newId } from '../../core/ids.js';
import type { AccountFacts } from './account.queries.js';
import type { DeviceRow } from './device.model.js';

/** The devices an account has been used on. */
export interface Devices {
  /** Joins the unit of work of a sign-in: remembers the device, and tells the owner of one that was not used before. */
  note(account: AccountFacts, label: string): Promise<void>;
  /** Joins the unit of work: the account is gone. */
  forget(accountId: string): Promise<void>;
}

export interface DevicesParts {
  readonly table: Table<DeviceRow>;
  readonly messenger: Messenger;
  readonly clock: Clock;
}

/** Whoever comes for the first time with the password we sent has no other device that a stranger's could be told from. */
const isVeryFirst = ({ passwordKind, lastSignInAt }: AccountFacts): boolean =>
  passwordKind === 'one-time' && lastSignInAt === null;

export const createDevices = ({ table, messenger, clock }: DevicesParts): Devices => {
  /** Whether the account has not been used on this device before. */
  const isNew = async (accountId: string, label: string): Promise<boolean> => {
    const now = clock.now();
    if ((await table.change({ lastSeenAt: now }, { accountId, label })) > 0) return false;
    return table.insertNew({ id: newId(), accountId, label, firstSeenAt: now, lastSeenAt: now });
  };
  return {
    note: async (account, device) => {
      if (!(await isNew(account.id, device)) || isVeryFirst(account)) return;
      const { id, email, phone, epoch } = account;
      await messenger.queue({
        template: 'new-device',
        ...(email ? { channel: 'email', to: email } : { channel: 'sms', to: phone }),
        variables: { device, time: format.dateTime(clock.now()) },
        key: `new-device:${id}:${epoch}`,
        subject: { kind: 'account', id },
      });
    },
    forget: async (accountId) => void (await table.remove({ accountId })),
  };
};
