import { DAY, HOUR, MINUTE } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Delivery } from './alarm.rules.js';
import { openStates } from './message.rules.js';

/** Messages that ended within a day, and those that wait. */
export interface Figures extends Delivery {
  /** Sent within the day, arrived or not. */
  readonly daySent: number;
  readonly dayFailed: number;
  /** SMS handed over within the day, and those of them that are known to have arrived. */
  readonly dayHandedOver: number;
  readonly dayDelivered: number;
  readonly waiting: number;
}

/** What arrived needs time to be told: the youngest quarter of an hour does not count. */
const YOUNG = 15 * MINUTE;

const WENT = "state IN ('sent', 'delivered')";
const ARRIVED = "channel = 'sms' AND state = 'delivered'";
const HANDED = "channel = 'sms' AND sent_at IS NOT NULL";
const LAST_HOUR = 'ended_at >= ?';
const HOUR_BEFORE = 'sent_at >= ? AND sent_at < ?';

const countOf = (condition: string, name: keyof Figures): string =>
  `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;

/** One row without groups: whatever groups by channel or state is led away from the index of the ends. */
const ENDED = `SELECT ${[
  countOf(LAST_HOUR, 'ended'),
  countOf(`${LAST_HOUR} AND ${WENT}`, 'sent'),
  countOf(`${HANDED} AND ${HOUR_BEFORE}`, 'handedOver'),
  countOf(`${ARRIVED} AND ${HOUR_BEFORE}`, 'delivered'),
  countOf(WENT, 'daySent'),
  countOf(`NOT (${WENT})`, 'dayFailed'),
  countOf(HANDED, 'dayHandedOver'),
  countOf(ARRIVED, 'dayDelivered'),
].join(', ')} FROM notification_message WHERE ended_at >= ?`;

type Ended = Omit<Figures, 'waiting' | 'oldestWaiting'>;

/** Figures of delivery, read from one index each. */
export const createFigures = (db: Database) => {
  const ended = async (from: Date, now: Date): Promise<Ended> => {
    const hour = new Date(now.getTime() - HOUR);
    const before = [new Date(hour.getTime() - YOUNG), new Date(now.getTime() - YOUNG)] as const;
    // The sums of no rows are empty, and engines hand sums back in different shapes.
    const row = await db.row<Record<keyof Ended, unknown>>(ENDED, [hour, hour, ...before, ...before, from]);
    return {
      ended: Number(row?.ended ?? 0),
      sent: Number(row?.sent ?? 0),
      handedOver: Number(row?.handedOver ?? 0),
      delivered: Number(row?.delivered ?? 0),
      daySent: Number(row?.daySent ?? 0),
      dayFailed: Number(row?.dayFailed ?? 0),
      dayHandedOver: Number(row?.dayHandedOver ?? 0),
      dayDelivered: Number(row?.dayDelivered ?? 0),
    };
  };

  const waiting = async (): Promise<{ waiting: number; oldestWaiting: Date | null }> => {
    const row = await db.row<{ n: number; oldest: Date | string | null }>(
      `SELECT COUNT(*) AS n, MIN(created_at) AS oldest FROM notification_message WHERE state IN (?, ?, ?)`,
      [...openStates],
    );
    return { waiting: Number(row?.n ?? 0), oldestWaiting: row?.oldest ? new Date(row.oldest) : null };
  };

  const read = async (span: number, now: Date): Promise<Figures> => ({
    ...(await waiting()),
    ...(await ended(new Date(now.getTime() - span), now)),
  });

  return {
    /** What alarms need: the last hour and a quarter. */
    delivery: (now: Date): Promise<Delivery> => read(HOUR + YOUNG, now),
    /** The same and the last 24 hours. */
    day: (now: Date): Promise<Figures> => read(DAY, now),
  };
};

export type FigureQueries = ReturnType<typeof createFigures>;
