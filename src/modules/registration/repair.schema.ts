import { z } from 'zod';
import { dossierNumberField, textOf, typedNumber } from './form01.schema.js';
import { normalCode } from './repair.rules.js';

/** **Số hồ sơ** and **Mã sửa hồ sơ** of the page that asks for the code. */
export const repairCodeForm = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({ number: typedNumber(raw), code: normalCode(textOf(raw, 'code')) }))
  .pipe(
    z.object({
      number: dossierNumberField,
      code: z
        .string()
        .min(1, { error: 'Hãy nhập mã sửa hồ sơ gồm 8 chữ và số, có trong SMS hoặc thư từ chối.', abort: true })
        .length(8, 'Mã sửa hồ sơ có đúng 8 chữ và số. Hãy nhập như trong SMS hoặc thư, tắt bộ gõ tiếng Việt.'),
    }),
  );
