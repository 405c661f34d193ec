import type { Accounts, AccountSummary } from '../../contracts/auth.js';
import type { Agencies } from '../../contracts/organisation.js';
import type { MemberRegistry, RegistryEntry } from '../../contracts/records.js';
import type { Dossier, DossierQueries } from '../../contracts/registration.js';
import { NotFoundError, UnavailableError } from '../../core/errors.js';
import type { Contact } from './request.rules.js';

/** The holder of an account as the office has him at this moment. */
export interface OnFile {
  readonly account: AccountSummary;
  readonly contact: Contact;
  /** The registration behind the account; undefined where it is older than this portal. */
  readonly approved: Dossier | undefined;
  /** Undefined where the registry does not know him or does not answer. */
  readonly entry: RegistryEntry | undefined;
  /** The agency that decides what he asks for. */
  readonly agencyCode: string;
}

export interface OnFileParts {
  readonly accounts: Accounts;
  readonly agencies: Agencies;
  readonly registry: MemberRegistry;
  readonly dossiers: Pick<DossierQueries, 'approved'>;
}

/** What is asked for and shown has to work while the registry is away: the dossier knows most of it. */
const unlessAway = (error: unknown): undefined => {
  if (!(error instanceof UnavailableError)) throw error;
  return undefined;
};

/** What is known of the holder of an account, put together from account, registry and approved dossier. */
export const onFileQueries = ({ accounts, agencies, registry, dossiers }: OnFileParts) => ({
  of: async (insuranceNumber: string): Promise<OnFile> => {
    const account = await accounts.byInsuranceNumber(insuranceNumber);
    const approved = await dossiers.approved(insuranceNumber);
    const agencyCode = approved?.agencyCode ?? (await agencies.own())?.code;
    if (!account || !agencyCode) throw new NotFoundError();
    const entry = await registry.find(insuranceNumber).catch(unlessAway);
    const contact = {
      phone: account.phone,
      email: account.email ?? '',
      address: entry?.address || approved?.address || '',
    };
    return { account, contact, approved, entry, agencyCode };
  },
});
export type OnFileQueries = ReturnType<typeof onFileQueries>;
