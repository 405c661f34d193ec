import { z } from 'zod';

/** From which row on a list goes on; anything but a number is the first page. */
export const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined);

export const placeSchema = z.object({ truoc: place });
export type PlaceInput = z.infer<typeof placeSchema>;
