import {
  settingNames,
  type DatedSettings,
  type Holidays,
  type Hotline,
  type OfficeContacts,
} from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { dutyOf, dutyWords, standingAt } from './hotline.rules.js';

export interface HotlineParts {
  readonly settings: DatedSettings;
  readonly holidays: Holidays;
  readonly contacts: Pick<OfficeContacts, 'current'>;
  readonly clock: Clock;
}

/** Number, duty in words, and whether somebody answers at this moment. */
export const hotlineQueries =
  ({ settings, holidays, contacts, clock }: HotlineParts) =>
  async (): Promise<Hotline> => {
    const now = clock.now();
    const today = dayOf(now);
    const [text, holiday, { hotline, email }] = await Promise.all([
      settings.text(settingNames.hotlineHours, today).catch(() => ''),
      holidays.nameOf(today),
      contacts.current(),
    ]);
    const duty = dutyOf(text);
    return {
      number: hotline,
      email,
      duty: dutyWords(text),
      now: duty && standingAt(duty, now, holiday !== undefined),
      holiday: holiday ?? '',
    };
  };
