import { describe, expect, it } from 'vitest';
import { isReachable, pauseAfter } from '../../src/modules/notification/message.rules.js';
import { tagOf } from '../../src/modules/notification/message.presenter.js';
import { clip } from '../../src/modules/notification/sms-text.rules.js';

const MINUTE = 60_000;

describe('pauses between tries', () => {
  it('are none, 1, 5, 5 ... minutes for four hours', () => {
    expect([1, 2, 3, 4, 5].map((attempt) => pauseAfter(attempt))).toEqual([
      0,
      MINUTE,
      5 * MINUTE,
      5 * MINUTE,
      5 * MINUTE,
    ]);
    const pauses: number[] = [];
    for (let attempt = 1; pauseAfter(attempt) !== undefined; attempt += 1) pauses.push(pauseAfter(attempt) ?? 0);
    const total = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(total).toBeLessThanOrEqual(240 * MINUTE);
    expect(total).toBeGreaterThan(234 * MINUTE);
  });

  it('give a silent provider a minute', () => {
    expect(pauseAfter(1, true)).toBe(MINUTE);
    expect(pauseAfter(4, true)).toBe(5 * MINUTE);
  });
});

describe('recipients', () => {
  it.each(['0912345678', '0322345678', '0871234567', '0551234567'])('%s is a mobile', (to) => {
    expect(isReachable('sms', to)).toBe(true);
  });
  it.each(['0412345678', '091234567', '09123456789', '84912345678', '', '0912345678; rm'])('%s is none', (to) => {
    expect(isReachable('sms', to)).toBe(false);
  });
  it.each(['a@b', 'a b@c.vn', 'a@c.vn,b@c.vn', 'a@c.vn\nBcc: x@y.vn', '<a@c.vn>'])('%j is no address', (to) => {
    expect(isReachable('email', to)).toBe(false);
  });
});

describe('cutting', () => {
  it('stops between words and says so', () => {
    expect(clip('Ảnh chân dung quá mờ và tối', 20)).toBe('Anh chan dung qua..');
    expect(clip('x'.repeat(30), 20)).toHaveLength(20);
    expect(clip('ngắn', 20)).toBe('ngan');
  });
});

describe('words of the states', () => {
  const row = {
    state: 'temporary-failure',
    channel: 'sms',
    nextTryAt: new Date('2026-03-16T02:05:00Z'),
    error: '',
  } as const;
  it('say when the next try comes', () => {
    expect(tagOf(row)).toEqual({ kind: 'work', icon: 'arrow-repeat', text: 'Thử lại lúc 09:05' });
  });
  it.each([
    ['created', 'Chờ gửi'],
    ['sending', 'Đang gửi'],
    ['sent', 'Đã gửi'],
    ['delivered', 'Đã nhận'],
    ['permanent-failure', 'Số sai'],
    ['technical-failure', 'Lỗi kỹ thuật'],
  ] as const)('%s is "%s"', (state, text) => {
    expect(tagOf({ ...row, state }).text).toBe(text);
  });
  it('tell an expired code from a wrong number', () => {
    expect(tagOf({ ...row, state: 'permanent-failure', error: 'quá hạn' }).text).toBe('Quá hạn');
    expect(tagOf({ ...row, state: 'permanent-failure', channel: 'email' }).text).toBe('Địa chỉ sai');
  });
});
