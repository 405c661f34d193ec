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

interface EndedRow {
  readonly channel: string;
  readonly state: string;
  readonly n: number | string;
  readonly lastHour: number | string;
  readonly handedBefore: number | string;
  readonly handed: number | string;
}

/** What arrived needs time to be told: the youngest quarter of an hour does not count. */
const YOUNG = 15 * MINUTE;

const total = (rows: readonly EndedRow[], column: 'n' | 'lastHour' | 'handedBefore' | 'handed'): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);

const isSent = ({ state }: EndedRow): boolean => state === 'sent' || state === 'delivered';
const isDelivered = ({ channel, state }: EndedRow): boolean => channel === 'sms' && state === 'delivered';
const isSms = ({ channel }: EndedRow): boolean => channel === 'sms';

/** Figures of delivery, read from one index each. */
export const createFigures = (db: Database) => {
  const ended = (from: Date, now: Date): Promise<EndedRow[]> =>
    db.rows<EndedRow>(
      `SELECT channel, state, COUNT(*) AS n,
          SUM(CASE WHEN ended_at >= ? THEN 1 ELSE 0 END) AS lastHour,
          SUM(CASE WHEN sent_at >= ? AND sent_at < ? THEN 1 ELSE 0 END) AS handedBefore,
          SUM(CASE WHEN sent_at IS NOT NULL THEN 1 ELSE 0 END) AS handed
        FROM notification_message WHERE ended_at >= ? GROUP BY channel, state`,
      [new Date(now.getTime() - HOUR), new Date(now.getTime() - HOUR - YOUNG), new Date(now.getTime() - YOUNG), from],
    );

  const waiting = async (): Promise<{ waiting: number; oldestWaiting: Date | null }> => {
    const row = await db.row<{ n: number; oldest: Date | string | null }>(
      `SELECT COUNT(*) AS n, MIN(created_at) AS oldest FROM notification_message WHERE state IN (?, ?, ?)`,
      [...openStates],
    );
    return { waiting: Number(row?.n ?? 0), oldestWaiting: row?.oldest ? new Date(row.oldest) : null };
  };

  const read = async (span: number, now: Date): Promise<Figures> => {
    const rows = await ended(new Date(now.getTime() - span), now);
    const [sent, arrived, sms] = [rows.filter(isSent), rows.filter(isDelivered), rows.filter(isSms)];
    return {
      ...(await waiting()),
      ended: total(rows, 'lastHour'),
      sent: total(sent, 'lastHour'),
      handedOver: total(sms, 'handedBefore'),
      delivered: total(arrived, 'handedBefore'),
      daySent: total(sent, 'n'),
      dayFailed: total(rows, 'n') - total(sent, 'n'),
      dayHandedOver: total(sms, 'handed'),
      dayDelivered: total(arrived, 'n'),
    };
  };

  return {
    /** What alarms need: the last hour and a quarter. */
    delivery: (now: Date): Promise<Delivery> => read(HOUR + YOUNG, now),
    /** The same and the last 24 hours. */
    day: (now: Date): Promise<Figures> => read(DAY, now),
  };
};

export type FigureQueries = ReturnType<typeof createFigures>;
