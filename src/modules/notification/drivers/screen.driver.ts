import type { Channel } from '../../../contracts/notification.js';
import type { Clock } from '../../../core/clock.js';
import type { UnitOfWork } from '../../../core/db/unit-of-work.js';
import type { Table } from '../../../core/db/table.js';
import type { ScreenRow } from '../screen.model.js';
import type { Driver } from './driver.js';

const NAMES: Readonly<Record<Channel, string>> = { sms: 'SMS', email: 'E-mail' };

/** "Sends" to a page that developers and testers read. Refused in production by the settings. */
export const screenDriver = (
  channel: Channel,
  { uow, clock, screen }: { uow: UnitOfWork; clock: Clock; screen: Table<ScreenRow> },
): Driver => ({
  channel,
  send: async ({ id, to, text, subject = '' }) => {
    await uow.run(() => screen.insertNew({ id, channel, recipient: to, subject, text, shownAt: clock.now() }));
    return { kind: 'sent' };
  },
  check: async () => ({
    ok: true,
    vi: `${NAMES[channel]} chỉ hiện tại /dev/tin-nhan, không gửi ra ngoài.`,
    en: `${NAMES[channel]} is shown at /dev/tin-nhan only, nothing is sent.`,
  }),
});
