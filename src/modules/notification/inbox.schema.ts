import { z } from 'zod';

/** `?den=0912345678` shows the messages of one recipient. */
export const inboxQuery = z.object({ den: z.string().trim().max(254).catch('') });
export type InboxQuery = z.infer<typeof inboxQuery>;
