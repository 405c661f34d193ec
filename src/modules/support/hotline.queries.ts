import { settingNames, type DatedSettings, type Holidays, type OfficeContacts } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { dutyOf, dutyWords, standingAt } from './hotline.rules.js';

export interface HotlineParts {
  readonly settings: DatedSettings;
  readonly holidays: Holidays;
  readonly contacts: OfficeContacts;
  readonly clock: Clock;
}

/** The hotline as pages show it: number, duty, and whether somebody answers now. */
export interface Hotline {
  readonly number: string;
  readonly email: string;
  readonly duty: readonly { readonly days: string; readonly hours: string }[];
  /** Nothing where the duty cannot be read. */
  readonly now: { readonly open: boolean; readonly words: string } | undefined;
  /** Name of the public holiday of today; empty on other days. */
  readonly holiday: string;
}

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
