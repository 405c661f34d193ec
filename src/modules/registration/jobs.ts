import type { Job } from '../../core/jobs/scheduler.js';
import type { Expiry } from './expiry.service.js';
import type { RepairAttempts } from './repair-attempt.service.js';

/** Work by the clock. Reminders go at 08:00; the later looks of the day catch up after a stop. */
export const registrationJobs = (expiry: Expiry, attempts: RepairAttempts): readonly Job[] => [
  { name: 'registration.reminders', every: '*/15 8-19 * * *', run: expiry.sendReminders },
  { name: 'registration.repair-attempts', every: '25 * * * *', run: async () => void (await attempts.sweep()) },
];
