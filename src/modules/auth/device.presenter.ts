import type { JournalRow } from '../../core/audit/journal.js';
import { date, dateTime, time } from '../../core/http/format.js';
import type { ActivityPage } from './activity.queries.js';
import { isFailure } from './activity.rules.js';
import type { Device } from './account.rules.js';
import { plainAddress } from '../../core/address.js';
import type { KnownDevice } from './device.queries.js';
import { olderThan, paths } from './paths.js';

type Words = Readonly<Record<string, string>>;

export interface DevicePageParts {
  readonly live: Device;
  readonly known: readonly KnownDevice[];
  readonly activity: ActivityPage;
  readonly acts: Words;
  /** Whether this is the newest page of the history. */
  readonly first: boolean;
}

/** As the first word of a line; a name such as iPhone stays as it is written. */
const capital = (label: string): string =>
  /^\p{Ll}\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleUpperCase('vi') + label.slice(1);

const iconOf = (label: string): string => (label.startsWith('máy') ? 'laptop' : 'phone');

const liveText = ({ since, seenAt }: Device): string => {
  const [from, last] = [dateTime(since), dateTime(seenAt)];
  return `Đăng nhập lúc ${from}${from === last ? '' : `, dùng gần nhất lúc ${last}`}`;
};

/** The live one first, then the others, the one used last before those used earlier. */
const devicesOf = (live: Device, known: readonly KnownDevice[]) => [
  {
    label: capital(live.label),
    icon: iconOf(live.label),
    live: true,
    text: liveText(live),
  },
  ...known
    .filter(({ label }) => label !== live.label)
    .map(({ label, firstSeenAt, lastSeenAt }) => ({
      label: capital(label),
      icon: iconOf(label),
      live: false,
      text: `Đăng nhập gần nhất lúc ${dateTime(lastSeenAt)}, lần đầu ngày ${date(firstSeenAt)}`,
    })),
];

const whoOf = (row: JournalRow, agencyNames: ActivityPage['agencyNames']): string => {
  if (row.actorRealm !== 'officer') return '';
  return [row.actorRole, agencyNames.get(row.agencyCode)].filter(Boolean).join(', ');
};

const deviceOf = ({ details }: JournalRow): string =>
  typeof details['device'] === 'string' ? capital(details['device']) : '';

/** **Thiết bị và đăng nhập**: where the account is open, where it has been used, and what happened to it. */
export const presentDevices = ({ live, known, activity, acts, first }: DevicePageParts) => ({
  title: 'Thiết bị và đăng nhập',
  paths,
  devices: devicesOf(live, known),
  rows: activity.rows.map((row) => ({
    day: date(row.at),
    time: time(row.at),
    act: acts[row.action] ?? 'Thay đổi tài khoản',
    failed: isFailure(row.action),
    where: whoOf(row, activity.agencyNames) || deviceOf(row),
    address: plainAddress(row.ip),
  })),
  first,
  ...(activity.below && { older: olderThan(paths.devices, activity.below) }),
});
