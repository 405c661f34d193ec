import { z } from 'zod';

/** The year, this one unless another is named; and the second tab, papers. */
export const visitsQuery = z.object({
  nam: z
    .string()
    .regex(/^(19|20)\d\d$/)
    .optional()
    .catch(undefined),
  muc: z.literal('giay').optional().catch(undefined),
});

export type VisitsQuery = z.infer<typeof visitsQuery>;
