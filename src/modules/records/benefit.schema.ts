import { z } from 'zod';
import { benefitKinds, benefitSlugs } from './benefit.rules.js';

/** The tab, the first unless another is named, and before which month payments are listed. */
export const benefitQuery = z.object({
  nhom: z
    .string()
    .catch('')
    .transform((slug) => benefitKinds.find((kind) => benefitSlugs[kind] === slug) ?? 'lump_sum'),
  truoc: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

export type BenefitQuery = z.infer<typeof benefitQuery>;
