import { z } from 'zod';

/** From which line of the history a page goes on; anything but a number is the first page. */
export const deviceQuery = z.object({
  truoc: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});
export type DeviceQuery = z.infer<typeof deviceQuery>;
