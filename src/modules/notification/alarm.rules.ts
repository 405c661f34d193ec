import { MINUTE } from '../../core/clock.js';
import type { HealthReport } from '../../core/module.js';

/** What can be wrong with delivery as a whole. */
export const alarmNames = ['failing', 'waiting', 'undelivered'] as const;
export type AlarmName = (typeof alarmNames)[number];

/** What alarms are judged by. */
export interface Delivery {
  /** Messages that ended within the last hour, and those of them that were sent. */
  readonly ended: number;
  readonly sent: number;
  /** Since when the longest waiting message has been there. */
  readonly oldestWaiting: Date | null;
  /** SMS handed over 75 to 15 minutes ago, and those of them that are known to have arrived. */
  readonly handedOver: number;
  readonly delivered: number;
}

/** An alarm in words. */
export interface Alarm {
  readonly name: AlarmName;
  readonly vi: string;
  readonly en: string;
}

/** Fewer than this say nothing. */
const ENOUGH = 10;
const SENT_PERCENT = 90;
const DELIVERED_PERCENT = 70;
const LONGEST_WAIT = 10 * MINUTE;

const percent = (part: number, whole: number): number => Math.floor((part * 100) / whole);
const below = (part: number, whole: number, bar: number): boolean => whole >= ENOUGH && part * 100 < whole * bar;

const failing = ({ ended, sent }: Delivery): Alarm => ({
  name: 'failing',
  vi: `Trong một giờ qua chỉ gửi được ${sent} trên ${ended} tin (${percent(sent, ended)}%). Xem cột Lý do rồi báo người quản trị.`,
  en: `Only ${sent} of ${ended} messages of the last hour were sent (${percent(sent, ended)}%).`,
});

const waiting = (minutes: number): Alarm => ({
  name: 'waiting',
  vi: `Có tin đã chờ ${minutes} phút mà chưa gửi được. Hãy báo người quản trị; việc gấp thì gọi cho người dân.`,
  en: `A message has been waiting for ${minutes} minutes.`,
});

const undelivered = ({ handedOver, delivered }: Delivery): Alarm => ({
  name: 'undelivered',
  vi: `Nhà mạng chỉ báo đã nhận ${delivered} trên ${handedOver} tin SMS gửi trong giờ trước (${percent(delivered, handedOver)}%). Hãy báo người quản trị hỏi nhà cung cấp SMS.`,
  en: `The provider confirmed only ${delivered} of ${handedOver} SMS of the hour before (${percent(delivered, handedOver)}%).`,
});

/** What is wrong now. Whether messages arrived is only known where the provider calls back. */
export const alarmsOf = (delivery: Delivery, now: Date, callsBack: boolean): Alarm[] => {
  const { ended, sent, oldestWaiting, handedOver, delivered } = delivery;
  const waited = oldestWaiting ? now.getTime() - oldestWaiting.getTime() : 0;
  return [
    ...(below(sent, ended, SENT_PERCENT) ? [failing(delivery)] : []),
    ...(waited > LONGEST_WAIT ? [waiting(Math.floor(waited / MINUTE))] : []),
    ...(callsBack && below(delivered, handedOver, DELIVERED_PERCENT) ? [undelivered(delivery)] : []),
  ];
};

/** The line of the doctor. */
export const reportOf = (alarms: readonly Alarm[]): HealthReport =>
  alarms.length === 0
    ? { ok: true, vi: 'Tin nhắn được gửi đều.', en: 'Messages go out as they should.' }
    : {
        ok: false,
        vi: `${alarms.map(({ vi }) => vi).join(' ')} Xem trang Tin nhắn.`,
        en: alarms.map(({ en }) => en).join(' '),
      };
