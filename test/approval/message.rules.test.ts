import { describe, expect, it } from 'vitest';
import type { MessageSummary } from '../../src/contracts/notification.js';
import { canResend, resendingOf, shortReasonOf } from '../../src/modules/approval/message.rules.js';

const message = (set: Partial<MessageSummary> = {}): MessageSummary => ({
  id: '1',
  createdAt: new Date('2026-03-16T02:00:00Z'),
  channel: 'sms',
  template: 'dossier-handed-in',
  to: '0912•••678',
  state: 'sent',
  text: '',
  nextTryAt: null,
  tag: { kind: 'ok', icon: 'check2', text: 'Đã gửi' },
  ended: true,
  unreachable: false,
  secret: false,
  ...set,
});

describe('how a message is sent again', () => {
  it.each([
    ['dossier-handed-in', false, 'as-it-was'],
    ['change-refused', false, 'as-it-was'],
    ['account-opened', true, 'password'],
    ['password-reset', true, 'password'],
    ['dossier-refused', true, 'repair'],
    ['otp', true, undefined],
  ] as const)('%s', (template, secret, how) => {
    expect(resendingOf({ template, secret })).toBe(how);
  });

  it('is offered for what has ended and can be reached', () => {
    expect(canResend(message(), [])).toBe(true);
    expect(canResend(message({ ended: false }), [])).toBe(false);
    expect(canResend(message({ unreachable: true }), [])).toBe(false);
    expect(canResend(message({ template: 'otp', secret: true }), [])).toBe(false);
  });

  it('is offered for the newest secret only', () => {
    const first = message({ id: '1', template: 'account-opened', secret: true });
    const second = message({ id: '2', template: 'password-reset', secret: true });
    expect(canResend(first, [second, first])).toBe(false);
    expect(canResend(second, [second, first])).toBe(true);
    expect(canResend(message(), [message({ id: '2' }), message()])).toBe(true);
  });
});

describe('the short reason of a refusal that is sent again', () => {
  const picked = [
    { id: 'a', text: 'Ảnh mờ', short: 'Anh mo' },
    { id: 'b', text: 'Ảnh mờ và tối', short: 'Anh mo va toi' },
  ];
  it.each([
    ['Ảnh mờ.', 'Anh mo'],
    ['Ảnh mờ và tối. Chụp lại 0912345678.', 'Anh mo va toi'],
    ['Trần Thị Bình, số 048190001234 sai.', ', so sai'],
  ])('%s becomes %s', (reason, short) => {
    expect(shortReasonOf(reason, picked, 'Trần Thị Bình')).toBe(short);
  });
});
