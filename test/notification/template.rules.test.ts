import { describe, expect, it } from 'vitest';
import type { TemplateName, TemplateVariables } from '../../src/contracts/notification.js';
import { render } from '../../src/modules/notification/message.rules.js';
import { templates } from '../../src/modules/notification/templates.js';

/** The longest values that each place can hold. */
const LONGEST: TemplateVariables = {
  'dossier-declared': { dossierNumber: '99999/2026/96999', lastDay: '30/12/2026' },
  'dossier-reminder': { dossierNumber: '99999/2026/96999', lastDay: '30/12/2026' },
  'dossier-handed-in': { dossierNumber: '99999/2026/96999' },
  'account-opened': { insuranceNumber: '048190001234', password: 'W'.repeat(16), fullName: 'Nguyễn Phước '.repeat(9) },
  'dossier-refused': {
    dossierNumber: '99999/2026/96999',
    shortReason: 'Anh chan dung mo, khong thay ro mat, hay chup lai noi du sang',
    fullReason: 'Ảnh chân dung mờ. '.repeat(100),
    repairCode: 'WWWWWWWW',
    repairLink: `https://ansinh.example/dang-ky/sua/${'x'.repeat(22)}`,
    fullName: 'Nguyễn Phước '.repeat(9),
  },
  otp: { code: '999999', purpose: 'đăng nhập trên một thiết bị mới của bạn' },
  'password-changed': { time: '30/12/2026 23:59' },
  'password-expiry': { days: '365', lastDay: '30/12/2026' },
  'declaration-for-holder': { dossierNumber: '99999/2026/96999' },
  'new-device': { device: 'Samsung Internet trên Android, máy tính bảng', time: '30/12/2026 23:59' },
  'account-locked': { time: '30/12/2026 23:59' },
  'password-reset': { insuranceNumber: '048190001234', password: 'W'.repeat(16), fullName: 'Nguyễn Phước '.repeat(9) },
  'password-reset-letter': { time: '30/12/2026 23:59' },
  'phone-changed': { newPhone: '0912•••678', time: '30/12/2026 23:59' },
  'phone-registered': { insuranceNumber: '048190001234', time: '30/12/2026 23:59' },
  'contact-changed': { what: 'số điện thoại, thư điện tử, địa chỉ', time: '30/12/2026 23:59' },
  'account-closed': { insuranceNumber: '048190001234', time: '30/12/2026 23:59' },
  'number-found': { insuranceNumber: '048190001234' },
  'card-checked': { time: '30/12/2026 23:59', result: 'mã đã dùng hết lượt' },
  'guardian-registered': { ward: '4811•••344', time: '30/12/2026 23:59' },
  'guardian-ended': { ward: '4811•••344', time: '30/12/2026 23:59' },
  'ward-registered': { guardian: '4811•••344', time: '30/12/2026 23:59' },
  'ward-ended': { guardian: '4811•••344', time: '30/12/2026 23:59' },
  'change-received': { dossierNumber: '99999/2026/96999', what: 'ngừng sử dụng tài khoản' },
  'change-refused': {
    dossierNumber: '99999/2026/96999',
    shortReason: 'Anh chan dung mo, khong thay ro mat, hay chup lai noi du sang',
    fullReason: 'Ảnh chân dung mờ. '.repeat(100),
    fullName: 'Nguyễn Phước '.repeat(9),
  },
  'support-letter': {
    code: 'HT-WWWWWWWW',
    from: 'Nguyễn Phước '.repeat(9),
    contact: `${'w'.repeat(60)}@vidu.vn`,
    subject: 'Hỏi về thẻ '.repeat(12),
    text: 'Tôi muốn hỏi. '.repeat(200),
  },
  'support-letter-copy': {
    code: 'HT-WWWWWWWW',
    subject: 'Hỏi về thẻ '.repeat(12),
    text: 'Tôi muốn hỏi. '.repeat(200),
  },
  'feedback-received': { code: 'PA-WWWWWWWW', title: 'Hỏi về thẻ '.repeat(12), lastDay: '30/12/2026' },
  'feedback-question': { code: 'PA-WWWWWWWW' },
  'feedback-extended': { code: 'PA-WWWWWWWW', lastDay: '30/12/2026', reason: 'Cần hồ sơ giấy. '.repeat(30) },
  'feedback-answered': { code: 'PA-WWWWWWWW' },
  'feedback-merged': { code: 'PA-WWWWWWWW', into: 'PA-MMMMMMMM' },
  'feedback-follow-up': { code: 'PA-WWWWWWWW' },
  'feedback-redirected': { code: 'PA-WWWWWWWW' },
};

const names = Object.keys(templates) as TemplateName[];
const url = 'https://ansinh.example';

const sms = <Name extends TemplateName>(name: Name, variables: TemplateVariables[Name] = LONGEST[name]): string =>
  render('sms', name, variables, url).content.text;

const ONE_SEGMENT = /^[A-Za-z0-9 @$_!"#%&'()*+,\-./:;<=>?]{1,160}$/;

describe('every SMS', () => {
  it.each(names)('%s is one segment of ASCII with the longest values', (name) => {
    expect(sms(name)).toMatch(ONE_SEGMENT);
  });

  it.each(names)('%s stays one segment whatever comes in', (name) => {
    const { secrets } = templates[name];
    const hostile = 'Lý do [rất dài] {~^|\\`}\r\nđọc tại https://lua.dao/x '.repeat(20);
    const values = Object.entries(LONGEST[name]).map(([key, value]) => [
      key,
      (secrets as readonly string[]).includes(key) ? value : hostile,
    ]);
    expect(sms(name, Object.fromEntries(values) as TemplateVariables[typeof name])).toMatch(ONE_SEGMENT);
  });

  it.each(names)('%s holds no link', (name) => {
    expect(sms(name)).not.toMatch(/https?:|www\.|\.vn\b|\.example/i);
  });
});

describe('the words that people and testers rely on', () => {
  it('account: number, one-time password, 72 hours', () => {
    const text = sms('account-opened', {
      insuranceNumber: '4811223344',
      password: 'K7P2XQ9M',
      fullName: 'Trần Thị Bình',
    });
    expect(text).toMatch(/^Tai khoan: 4811223344\. Mat khau: K7P2XQ9M /);
    expect(text).toContain('dung mot lan');
    expect(text).toContain('72 gio');
  });

  it('OTP: code first', () => {
    expect(sms('otp', { code: '123456', purpose: 'đổi mật khẩu' })).toMatch(/^Ma OTP: 123456 de doi mat khau\./);
  });

  it('reminder: last day', () => {
    expect(sms('dossier-reminder', { dossierNumber: '00411/2026/04801', lastDay: '26/03/2026' })).toContain(
      'Han cuoi 26/03/2026',
    );
  });

  it('refusal: leads to what can be done', () => {
    const letter = render('email', 'dossier-refused', LONGEST['dossier-refused'], url).content;
    expect(letter.text).toContain('Sửa hồ sơ: https://');
    expect(letter.text).toContain('số hồ sơ giữ nguyên');
  });

  it('refusal: number, short reason, repair code', () => {
    const text = sms('dossier-refused', {
      ...LONGEST['dossier-refused'],
      shortReason: 'Ảnh mờ',
      repairCode: 'AB2CD3EF',
    });
    for (const part of ['99999/2026/96999', 'Anh mo', 'AB2CD3EF']) expect(text).toContain(part);
  });

  it('a reason of 60 characters is not cut', () => {
    const shortReason = 'Anh chan dung mo va toi, khong ro mat. Chup lai cho du sang.';
    expect(shortReason).toHaveLength(60);
    expect(sms('dossier-refused', { ...LONGEST['dossier-refused'], shortReason })).toContain(shortReason);
  });
});

describe('letters', () => {
  it('never carry the password', () => {
    const { content, shown } = render(
      'email',
      'account-opened',
      { ...LONGEST['account-opened'], password: 'K7P2XQ9M' },
      url,
    );
    expect(JSON.stringify([content, shown])).not.toContain('K7P2XQ9M');
    expect(content.text).toContain('048190001234');
    expect(content.text).toContain('https://ansinh.example/dang-nhap');
  });

  it('escape what people typed and refuse other links', () => {
    const variables = {
      ...LONGEST['dossier-refused'],
      fullReason: '<script>alert("x")</script>',
      repairLink: 'javascript:alert(1)',
    };
    const { html = '' } = render('email', 'dossier-refused', variables, url).content;
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href="javascript');
  });

  it.each(names)('%s has a subject, a text and a page with language and title', (name) => {
    const { subject, text, html } = render('email', name, LONGEST[name], url).content;
    expect(subject).toMatch(/\S/);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text.length).toBeGreaterThan(80);
    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('<h1>');
    expect(`${subject}${text}${html}`).not.toContain('undefined');
  });
});

describe('a variable that was not given', () => {
  it.each(names)('%s is refused by name instead of saying "undefined"', (name) => {
    for (const channel of ['sms', 'email'] as const) {
      const wanted = Object.keys(LONGEST[name]).filter((variable) => {
        const without = { ...LONGEST[name], [variable]: undefined };
        try {
          const { content, shown } = render(channel, name, without, url);
          expect(`${content.text}${content.html ?? ''}${shown}`).not.toContain('undefined');
          return false;
        } catch (error) {
          expect((error as Error).message).toBe(`template ${name}: variable ${variable} is missing`);
          return true;
        }
      });
      expect(wanted.length).toBeGreaterThan(0);
    }
  });
});

describe('the text that is shown to officers', () => {
  it.each(names)('%s hides every secret in both channels', (name) => {
    const secrets = (templates[name].secrets as readonly string[]).map((key) => LONGEST[name][key as never] as string);
    for (const channel of ['sms', 'email'] as const)
      for (const secret of secrets) expect(render(channel, name, LONGEST[name], url).shown).not.toContain(secret);
  });
});
