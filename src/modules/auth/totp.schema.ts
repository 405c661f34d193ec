import { z } from 'zod';
import { RECOVERY_PATTERN } from './totp.rules.js';

const compact = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .normalize('NFKC')
        .replace(/[\s.-]+/g, '')
        .toUpperCase()
    : '';

const sixDigits = /^\d{6}$/;

/** A code of the application alone. */
export const appCodeForm = z.object({
  maXacThuc: z.preprocess(
    compact,
    z
      .string()
      .min(1, 'Hãy nhập mã xác thực gồm 6 chữ số trong ứng dụng.')
      .refine(
        (code) => code === '' || sixDigits.test(code),
        'Mã xác thực gồm đúng 6 chữ số. Hãy xem lại trong ứng dụng.',
      ),
  ),
});
export type AppCodeForm = z.infer<typeof appCodeForm>;

/** A code of the application or a recovery code. */
export const factorForm = z.object({
  maXacThuc: z.preprocess(
    compact,
    z
      .string()
      .min(1, 'Hãy nhập mã xác thực trong ứng dụng, hoặc một mã dự phòng.')
      .refine(
        (code) => code === '' || sixDigits.test(code) || RECOVERY_PATTERN.test(code),
        'Mã xác thực gồm 6 chữ số; mã dự phòng gồm 10 chữ và số. Hãy xem lại và nhập lại.',
      ),
  ),
});
export type FactorForm = z.infer<typeof factorForm>;
