import { z } from 'zod';

/** Variables of the environment: the office of this installation, and the largest file that may be uploaded. */
export const officeSchema = z.object({
  OFFICE_AGENCY: z
    .string()
    .regex(/^\d{5}$/, 'OFFICE_AGENCY must be an agency code of five digits, e.g. 04801')
    .default('04801'),
  OFFICE_HOTLINE: z.string().min(1).max(40).optional(),
  IMPORT_MAX_MB: z.coerce
    .number('IMPORT_MAX_MB must be a number')
    .int('IMPORT_MAX_MB must be a whole number')
    .min(1, 'IMPORT_MAX_MB must be 1 to 4096')
    .max(4_096, 'IMPORT_MAX_MB must be 1 to 4096')
    .default(200),
  OFFICE_EMAIL: z.email('OFFICE_EMAIL must be an e-mail address').optional(),
});

export type OfficeSettings = z.infer<typeof officeSchema>;
