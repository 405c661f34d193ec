import type { Messenger } from '../../contracts/notification.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import * as format from '../../core/http/format.js';
import { SIGNED_OUT, type AccountRow } from './account.model.js';
import type { AccountFacts, AccountQueries } from './account.queries.js';
import type { OtpClosing } from './otp-closing.service.js';

/** What an owner does who sees a stranger in the account. */
export interface Lock {
  /** Nobody gets in until there is a new password: sessions and codes end, the owner is told. A second time does nothing. */
  lock(accountId: string): Promise<void>;
  /** Ends sessions and codes; the password stays good. */
  leaveEverywhere(accountId: string): Promise<void>;
}

export interface LockParts {
  readonly accounts: Table<AccountRow>;
  readonly queries: AccountQueries;
  readonly closing: OtpClosing;
  readonly messenger: Messenger;
  readonly audit: Audit;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

export const createLock = ({ accounts, queries, closing, messenger, audit, uow, clock }: LockParts): Lock => {
  /** Codes first and the account after them, as whoever confirms a code goes. */
  const end = async (id: string, set: Partial<AccountRow>, action: string): Promise<AccountFacts | undefined> => {
    const account = await queries.byId(id);
    await closing.close(id);
    const changed = await accounts.change({ ...set, ...SIGNED_OUT }, { id, state: 'active' });
    if (!account || changed !== 1) return undefined;
    const subject = { kind: 'account', id, label: account.insuranceNumber };
    await audit.record({
      action,
      subject,
      person: account.insuranceNumber,
      details: { device: account.deviceLabel },
    });
    return account;
  };

  return {
    lock: (id) =>
      uow.run(async () => {
        const account = await end(id, { state: 'locked' }, 'auth.account-locked');
        if (!account) return;
        await messenger.tell(account, {
          template: 'account-locked',
          variables: { time: format.dateTime(clock.now()) },
          key: `account-locked:${id}:${account.epoch}`,
          subject: { kind: 'account', id },
        });
      }),
    leaveEverywhere: (id) => uow.run(async () => void (await end(id, {}, 'auth.signed-out-everywhere'))),
  };
};
