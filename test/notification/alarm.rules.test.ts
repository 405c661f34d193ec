import { describe, expect, it } from 'vitest';
import { alarmsOf, reportOf, type Delivery } from '../../src/modules/notification/alarm.rules.js';

const now = new Date('2026-03-16T02:00:00Z');
const well: Delivery = { ended: 100, sent: 100, oldestWaiting: null, handedOver: 100, delivered: 100 };
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const names = (delivery: Partial<Delivery>, callsBack = true): string[] =>
  alarmsOf({ ...well, ...delivery }, now, callsBack).map(({ name }) => name);

describe('alarms of delivery', () => {
  it.each<[Partial<Delivery>, string[]]>([
    [{}, []],
    [{ ended: 100, sent: 90 }, []],
    [{ ended: 100, sent: 89 }, ['failing']],
    [{ ended: 10, sent: 8 }, ['failing']],
    [{ ended: 9, sent: 0 }, []],
    [{ ended: 0, sent: 0 }, []],
    [{ oldestWaiting: ago(10) }, []],
    [{ oldestWaiting: ago(11) }, ['waiting']],
    [{ handedOver: 100, delivered: 70 }, []],
    [{ handedOver: 100, delivered: 69 }, ['undelivered']],
    [{ handedOver: 9, delivered: 0 }, []],
    [
      { ended: 20, sent: 1, oldestWaiting: ago(60), handedOver: 20, delivered: 0 },
      ['failing', 'waiting', 'undelivered'],
    ],
  ])('%j raise %j', (delivery, raised) => {
    expect(names(delivery)).toEqual(raised);
  });

  it('say nothing of arrival where nobody tells of it', () => {
    expect(names({ handedOver: 100, delivered: 0 }, false)).toEqual([]);
  });

  it('name the figures in both languages', () => {
    const [alarm] = alarmsOf({ ...well, ended: 40, sent: 10 }, now, true);
    expect(alarm?.vi).toBe(
      'Trong một giờ qua chỉ gửi được 10 trên 40 tin (25%). Xem cột Lý do rồi báo người quản trị.',
    );
    expect(alarm?.en).toContain('10 of 40');
    expect(reportOf(alarm ? [alarm] : [])).toMatchObject({ ok: false });
    expect(reportOf([])).toMatchObject({ ok: true });
  });
});
