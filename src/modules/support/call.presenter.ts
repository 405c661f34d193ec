import { dateTime, maskPhone, number, time } from '../../core/http/format.js';
import type { CallRow } from './call.model.js';
import type { ClosedPage } from './call.queries.js';
import { lasting, maskedCard, minutesBetween, standingOf } from './call.rules.js';
import { paths } from './paths.js';

interface Moment {
  readonly now: Date;
  /** Minutes a case may take. */
  readonly limit: number;
}

const taken = ({ openedAt, closedAt }: CallRow): string => lasting(minutesBetween(openedAt, closedAt ?? openedAt));

/** Open cases with their clocks, and those that are closed. */
export const presentCalls = (open: readonly CallRow[], closed: ClosedPage, { now, limit }: Moment) => ({
  title: 'Đường dây nóng thẻ BHYT',
  limit,
  open: open.map((row) => {
    const minutes = minutesBetween(row.openedAt, now);
    return {
      href: paths.call(row.id),
      facility: row.facility,
      card: maskedCard(row.cardNumber),
      trouble: row.trouble,
      at: time(row.openedAt),
      minutes: lasting(minutes),
      tag: standingOf(minutes, limit),
      by: row.openedBy,
    };
  }),
  closed: closed.rows.map((row) => ({
    href: paths.call(row.id),
    facility: row.facility,
    card: maskedCard(row.cardNumber),
    at: dateTime(row.openedAt),
    took: taken(row),
    late: minutesBetween(row.openedAt, row.closedAt ?? row.openedAt) >= limit,
    outcome: row.outcome ?? '',
    by: row.closedBy ?? '',
  })),
  pager: {
    text: `${number(closed.rows.length)} cuộc gọi đã đóng`,
    next: closed.next && paths.calls({ sau: closed.next }),
  },
});

/** One case in full. */
export const presentCall = (row: CallRow, { now, limit }: Moment) => {
  const minutes = minutesBetween(row.openedAt, now);
  return {
    title: row.facility,
    isOpen: row.state === 'open',
    tag:
      row.state === 'open'
        ? standingOf(minutes, limit)
        : { kind: 'ok', icon: 'check-circle-fill', text: `Đã đóng sau ${taken(row)}` },
    minutes: lasting(minutes),
    rows: [
      { label: 'Mã thẻ hoặc mã số', value: row.cardNumber },
      { label: 'Số gọi lại', value: row.phone ? maskPhone(row.phone) : 'Không ghi' },
      { label: 'Sự cố', value: row.trouble },
      { label: 'Nhận cuộc gọi', value: `${dateTime(row.openedAt)}, ${row.openedBy}` },
      ...(row.closedAt
        ? [
            { label: 'Đóng', value: `${dateTime(row.closedAt)}, ${row.closedBy ?? ''}` },
            { label: 'Kết quả', value: row.outcome ?? '' },
          ]
        : []),
    ],
    call: row.phone ? `tel:${row.phone}` : undefined,
    action: paths.closeCall(row.id),
  };
};
