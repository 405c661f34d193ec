import type { Agencies, DatedSettings } from '../../contracts/organisation.js';
import { settingNames } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Office } from '../../core/module.js';
import type { OfficeSettings } from './settings.js';

interface Parts {
  readonly agencies: Agencies;
  readonly settings: DatedSettings;
  readonly clock: Clock;
}

const textOr = (settings: DatedSettings, name: string, day: string): Promise<string> =>
  settings.text(name, day).catch(() => '');

/** The office behind this installation: its agency, with hotline and e-mail from the environment or the dated settings. */
export const officeOf =
  (own: OfficeSettings, { agencies, settings, clock }: Parts) =>
  async (): Promise<Office> => {
    const today = dayOf(clock.now());
    const agency = await agencies.own();
    return {
      name: agency?.name ?? 'Cơ quan BHXH',
      address: agency?.address ?? '',
      hours: agency?.openingHours ?? '',
      hotline: own.OFFICE_HOTLINE ?? (await textOr(settings, settingNames.insurerHotline, today)),
      email: own.OFFICE_EMAIL ?? (await textOr(settings, settingNames.officeEmail, today)),
    };
  };
