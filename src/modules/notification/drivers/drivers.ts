import type { Clock } from '../../../core/clock.js';
import type { Table } from '../../../core/db/table.js';
import type { UnitOfWork } from '../../../core/db/unit-of-work.js';
import type { ScreenRow } from '../screen.model.js';
import type { NotificationSettings } from '../settings.js';
import type { Driver } from './driver.js';
import { httpSmsDriver } from './http-sms.driver.js';
import { screenDriver } from './screen.driver.js';
import { smtpDriver } from './smtp.driver.js';

/** The driver of each channel, as the settings name it. */
export const drivers = (
  { sms, email }: NotificationSettings,
  parts: { uow: UnitOfWork; clock: Clock; screen: Table<ScreenRow> },
): { sms: Driver; email: Driver } => ({
  sms: sms.driver === 'http' ? httpSmsDriver(sms) : screenDriver('sms', parts),
  email: email.driver === 'smtp' ? smtpDriver(email) : screenDriver('email', parts),
});
