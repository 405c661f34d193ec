import { auth } from '../../src/modules/auth/module.js';
import { notification } from '../../src/modules/notification/module.js';
import { organisation } from '../../src/modules/organisation/module.js';
import { openHouse, type House, type HouseOptions } from '../kit/house.js';

/** The house with only what sign-in needs, and the demo people. */
export const openAuth = (options: HouseOptions = {}): Promise<House> =>
  openHouse({ demo: true, modules: [organisation, notification, auth], ...options });

export const AN = '4812345678';
export const AN_PHONE = '0912345678';
export const AN_PASSWORD = 'Ansinh#2026';

/** The newest code that was sent to this phone. */
export const otpFor = async (house: House, phone: string): Promise<string> => {
  await house.settle();
  const sms = (await house.messages({ to: phone, channel: 'sms' }))
    .filter(({ text }) => text.startsWith('Ma OTP: '))
    .at(-1);
  return /^Ma OTP: (\d{6})/.exec(sms?.text ?? '')?.[1] ?? '';
};

/** Signs in from a fresh browser (or the given one) and hands back the answer. */
export const signIn = (house: House, soDinhDanh: string, matKhau: string, browser = house.browser()) =>
  browser.submit('/dang-nhap', { soDinhDanh, matKhau });
