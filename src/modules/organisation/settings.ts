import { z } from 'zod';

/** Variables of the environment that name the office of this installation. */
export const officeSchema = z.object({
  OFFICE_AGENCY: z
    .string()
    .regex(/^\d{5}$/, 'OFFICE_AGENCY must be an agency code of five digits, e.g. 04801')
    .default('04801'),
  OFFICE_HOTLINE: z.string().min(1).max(40).optional(),
  OFFICE_EMAIL: z.email('OFFICE_EMAIL must be an e-mail address').optional(),
});

export type OfficeSettings = z.infer<typeof officeSchema>;
