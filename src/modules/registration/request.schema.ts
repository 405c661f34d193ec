import { z } from 'zod';
import { clean } from '../../core/text.js';
import * as field from './field.rules.js';
import { checked, formKeyOf, textOf, type RawForm } from './form01.schema.js';

/** Fields of the request for other contact data; what is left empty stays as it is. */
export const CHANGE_FIELDS = ['phone', 'email', 'province', 'commune', 'street'] as const;

const unlessEmpty = (rule: (text: string) => field.Checked) => (text: string) =>
  clean(text) ? rule(text) : { value: '' };

const contact = {
  phone: checked(unlessEmpty(field.checkPhone)),
  email: checked(field.checkEmail),
};
const staying = z.object({ ...contact, province: z.string(), commune: z.string(), street: z.string() });
const moving = z.object({
  ...contact,
  province: checked(field.checkProvince),
  commune: checked(field.checkCommune),
  street: checked(field.checkStreet),
});
export type ChangeForm = z.infer<typeof moving>;

/** The checked form; an address is new as a whole or not at all. */
export const changeForm = (raw: RawForm) => {
  const texts = Object.fromEntries(CHANGE_FIELDS.map((name) => [name, textOf(raw, name)]));
  const moves = (['province', 'commune', 'street'] as const).some((name) => clean(textOf(raw, name)));
  return (moves ? moving : staying).safeParse(texts);
};

const COMMITMENT = 'Hãy đọc và đánh dấu vào ô cam kết để tiếp tục.';

export const stopForm = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({ commitment: textOf(raw, 'commitment'), formKey: formKeyOf(raw) ?? '' }))
  .pipe(z.object({ commitment: z.literal('yes', COMMITMENT), formKey: z.string() }));
export type StopForm = z.infer<typeof stopForm>;

/** Codes are typed with blanks, as they are read out. */
const code = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC').replace(/[\s.-]+/g, '') : ''),
  z
    .string()
    .min(1, 'Hãy nhập mã OTP gồm 6 chữ số trong tin nhắn.')
    .regex(/^(\d{6})?$/, 'Mã OTP gồm đúng 6 chữ số. Hãy xem lại tin nhắn và nhập lại.'),
);

/** Which confirmation a page belongs to: the newest one of the session counts. */
const challenge = z.string().max(64).catch('');

export const codeForm = z.object({ challenge, maOtp: code });
export const codePairForm = z.object({ challenge, maOtp: code, maOtpMoi: code });
export type CodeForm = z.infer<typeof codeForm> & { readonly maOtpMoi?: string };

export const resendForm = z.object({ which: z.enum(['0', '1']).catch('0') });
export type ResendForm = z.infer<typeof resendForm>;
