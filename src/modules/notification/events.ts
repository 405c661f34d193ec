import { z } from 'zod';
import { defineEvent } from '../../core/contract.js';

/** A message waits; its content stays in the table, so that no secret lies in the outbox. */
const queued = z.object({ id: z.string() });

/** One event a channel, so that each has its own queue and neither waits for the other. */
export const smsQueued = defineEvent('notification.sms', queued);
export const emailQueued = defineEvent('notification.email', queued);
