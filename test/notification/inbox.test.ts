import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messenger, type Messenger } from '../../src/contracts/notification.js';
import { notification } from '../../src/modules/notification/module.js';
import { organisation } from '../../src/modules/organisation/module.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;
let port: Messenger;

beforeAll(async () => {
  house = await openHouse({ modules: [organisation, notification] });
  port = house.app.modules
    .find(({ definition }) => definition.id === 'notification')
    ?.parts.provides?.get(messenger.key) as Messenger;
});
afterAll(() => house.close());

const otp = (key: string, to: string, code = '123456') =>
  port.queue({ template: 'otp', channel: 'sms', to, key, variables: { code, purpose: 'đổi mật khẩu' } });

describe('/dev/tin-nhan', () => {
  it('is empty at first, in a kind sentence', async () => {
    const page = await house.browser().get('/dev/tin-nhan');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Chưa có tin nào');
  });

  it('shows what was sent in full, newest first', async () => {
    await otp('first', '0912345678', '111111');
    await otp('second', '0912345679', '222222');
    await house.settle();
    const { text } = await house.browser().get('/dev/tin-nhan');
    expect(text).toContain('Ma OTP: 111111 de doi mat khau');
    expect(text.indexOf('222222')).toBeLessThan(text.indexOf('111111'));
  });

  it('shows the messages of one recipient', async () => {
    const { text } = await house.browser().get('/dev/tin-nhan?den=0912345678');
    expect(text).toContain('111111');
    expect(text).not.toContain('222222');
  });

  it('escapes what was typed by people', async () => {
    const variables = {
      dossierNumber: '00001/2026/04801',
      shortReason: 'x',
      fullReason: '<b onclick=1>Ảnh</b>',
      repairCode: 'ABCDEFGH',
      repairLink: 'https://x.vn/s',
      fullName: 'A',
    };
    await port.queue({ template: 'dossier-refused', channel: 'email', to: 'a@vidu.vn', key: 'escape', variables });
    await house.settle();
    const { text } = await house.browser().get('/dev/tin-nhan?den=a%40vidu.vn');
    expect(text).not.toContain('<b onclick');
    expect(text).toContain('&lt;b onclick');
  });

  it('shows why a message was not sent, without its secret', async () => {
    await otp('wrong', '0412345678', '333333');
    await house.settle();
    const { text } = await house.browser().get('/dev/tin-nhan');
    expect(text).toContain('Số sai');
    expect(text).toContain('Ma OTP: •••');
    expect(text).not.toContain('333333');
  });
});
