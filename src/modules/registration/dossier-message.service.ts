import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { date } from '../../core/http/format.js';
import type { DossierRow } from './dossier.model.js';

type Told = Pick<DossierRow, 'id' | 'number' | 'agencyCode' | 'lastDay' | 'phone' | 'email'>;

/** Messages to the person who declared, and to the holder of an account under that number. All join the unit of work. */
export const dossierMessages = (messenger: Messenger) => {
  const tell = (template: 'dossier-declared' | 'dossier-reminder', key: string, dossier: Told): Promise<void> => {
    const variables = { dossierNumber: dossier.number, lastDay: date(dossier.lastDay) };
    const { id, agencyCode } = dossier;
    return messenger.tell(dossier, { template, key, variables, agencyCode, subject: { kind: 'dossier', id } });
  };
  return {
    declared: (dossier: Told): Promise<void> => tell('dossier-declared', `declared:${dossier.id}`, dossier),
    /** The same dossier after its correction; the version keeps one correction apart from the next. */
    declaredAgain: (dossier: Told & Pick<DossierRow, 'version'>): Promise<void> =>
      tell('dossier-declared', `declared:${dossier.id}:${dossier.version}`, dossier),
    /** Goes on without a new paper: a line by e-mail is enough, no SMS. */
    handedIn: async ({ id, number, agencyCode, email, version }: Told & Pick<DossierRow, 'version'>): Promise<void> => {
      if (!email) return;
      await messenger.queue({
        template: 'dossier-handed-in',
        channel: 'email',
        to: email,
        variables: { dossierNumber: number },
        key: `handed-in:${id}:${version}`,
        agencyCode,
        subject: { kind: 'dossier', id },
      });
    },
    /** `today` keeps the message of one day apart from that of another. */
    reminder: (dossier: Told, today: string): Promise<void> =>
      tell('dossier-reminder', `reminder:${dossier.id}:${today}`, dossier),
    /** Somebody declared under a number that has an account: its holder reads so at the phone on file. */
    holder: async (accounts: Accounts, dossier: Told & Pick<DossierRow, 'insuranceNumber'>): Promise<void> => {
      const account = await accounts.byInsuranceNumber(dossier.insuranceNumber);
      if (!account) return;
      await messenger.queue({
        template: 'declaration-for-holder',
        channel: 'sms',
        to: account.phone,
        variables: { dossierNumber: dossier.number },
        key: `holder:${dossier.id}`,
        agencyCode: dossier.agencyCode,
        subject: { kind: 'dossier', id: dossier.id },
      });
    },
  };
};
