import { z } from 'zod';
import { FUNDS } from './participation.rules.js';

/** The tab; an address that names none opens the first. */
export const participationQuery = z.object({ loai: z.enum(FUNDS).catch('bhxh') });

export type ParticipationQuery = z.infer<typeof participationQuery>;

/** Which year is to be confirmed; what is no year is one without data. */
export const confirmationQuery = z.object({ nam: z.coerce.number().int().catch(0) });

export type ConfirmationQuery = z.infer<typeof confirmationQuery>;
