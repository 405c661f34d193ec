import { z } from 'zod';

/** Which card, and how far it is turned; anything else is the card in force, upright. */
export const cardQuery = z.object({
  the: z.uuid().optional().catch(undefined),
  xoay: z.enum(['0', '90', '180', '270']).catch('0').transform(Number),
});

export type CardQuery = z.infer<typeof cardQuery>;
