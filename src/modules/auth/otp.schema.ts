import { z } from 'zod';
import { CODE_LENGTH } from './otp.rules.js';

/** Codes are typed with blanks, as they are read out. */
export const codeField = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC').replace(/[\s.-]+/g, '') : ''),
  z
    .string()
    .min(1, 'Hãy nhập mã OTP gồm 6 chữ số trong tin nhắn.')
    .regex(new RegExp(`^(\\d{${CODE_LENGTH}})?$`), 'Mã OTP gồm đúng 6 chữ số. Hãy xem lại tin nhắn và nhập lại.'),
);

export const codeForm = z.object({ maOtp: codeField });
export type CodeForm = z.infer<typeof codeForm>;
