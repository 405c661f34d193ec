import { z } from 'zod';

const FUNDS = ['bhxh', 'bhtn', 'bhtnld', 'bhyt'] as const;

/** The tab; an address that names none opens the first. */
export const participationQuery = z.object({ loai: z.enum(FUNDS).catch('bhxh') });

export type ParticipationQuery = z.infer<typeof participationQuery>;
