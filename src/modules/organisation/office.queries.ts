import type { Agencies, DatedSettings, OfficeContacts } from '../../contracts/organisation.js';
import { settingNames } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Office } from '../../core/module.js';
import type { OfficeSettings } from './settings.js';

interface Parts {
  readonly settings: DatedSettings;
  readonly clock: Clock;
}

const textOr = (settings: DatedSettings, name: string, day: string): Promise<string> =>
  settings.text(name, day).catch(() => '');

/** Hotline and e-mail from the environment or the dated settings. */
export const contactsOf = (own: OfficeSettings, { settings, clock }: Parts): OfficeContacts => ({
  current: async () => {
    const today = dayOf(clock.now());
    return {
      hotline: own.OFFICE_HOTLINE ?? (await textOr(settings, settingNames.insurerHotline, today)),
      email: own.OFFICE_EMAIL ?? (await textOr(settings, settingNames.officeEmail, today)),
    };
  },
});

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
