import type { Agencies, DatedSettings, Holidays, OfficeContacts } from '../../contracts/organisation.js';
import { settingNames } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Office } from '../../core/module.js';
import { hotlineQueries } from './hotline.queries.js';
import type { OfficeSettings } from './settings.js';

interface Parts {
  readonly settings: DatedSettings;
  readonly holidays: Holidays;
  readonly clock: Clock;
}

const textOr = (settings: DatedSettings, name: string, day: string): Promise<string> =>
  settings.text(name, day).catch(() => '');

/** Hotline and e-mail from the environment or the dated settings. */
export const contactsOf = (own: OfficeSettings, parts: Parts): OfficeContacts => {
  const { settings, clock } = parts;
  const current: OfficeContacts['current'] = async () => {
    const today = dayOf(clock.now());
    return {
      hotline: own.OFFICE_HOTLINE ?? (await textOr(settings, settingNames.insurerHotline, today)),
      email: own.OFFICE_EMAIL ?? (await textOr(settings, settingNames.officeEmail, today)),
    };
  };
  return { current, hotline: hotlineQueries({ ...parts, contacts: { current } }) };
};

/** The office behind this installation: its agency, and how it is reached. */
export const officeOf = (agencies: Agencies, contacts: OfficeContacts) => async (): Promise<Office> => {
  const agency = await agencies.own();
  return {
    name: agency?.name ?? 'Cơ quan BHXH',
    address: agency?.address ?? '',
    hours: agency?.openingHours ?? '',
    ...(await contacts.current()),
  };
};
