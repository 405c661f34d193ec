import type { Accounts, AccountSummary } from '../../contracts/auth.js';
import type { Dossier, DossierPicture, DossierQueries } from '../../contracts/registration.js';
import type { Journal, JournalRow } from '../../core/audit/journal.js';
import type { Database } from '../../core/db/connection.js';
import { NotFoundError } from '../../core/errors.js';
import { helpLines } from './help.rules.js';
import type { AskRegistry, RegistryAnswer } from './registry.queries.js';

/** Everything the help page of one account shows. */
export interface HelpView {
  readonly account: AccountSummary;
  /** The approved registration, whatever agency it lies with. */
  readonly dossier: Dossier | undefined;
  readonly pictures: readonly DossierPicture[];
  readonly registry: RegistryAnswer;
  /** What was done at the desk, newest first. */
  readonly journal: readonly JournalRow[];
}

export interface HelpReads {
  /** By mã số BHXH or số định danh, both exact. */
  byNumber(number: string): Promise<AccountSummary | undefined>;
  /** NotFoundError when there is none. */
  account(id: string): Promise<AccountSummary>;
  /** How often it has been helped. */
  turn(accountId: string): Promise<number>;
  pictures(account: AccountSummary): Promise<Pick<HelpView, 'dossier' | 'pictures'>>;
  picture(account: AccountSummary, pictureId: string): Promise<{ dossier: Dossier; picture: DossierPicture }>;
  view(account: AccountSummary): Promise<HelpView>;
}

export interface HelpReadParts {
  readonly accounts: Accounts;
  readonly dossiers: DossierQueries;
  readonly askRegistry: AskRegistry;
  readonly journal: Journal;
  readonly db: Database;
}

/** Lines of history on the page. */
const LINES = 10;

export const createHelpReads = ({ accounts, dossiers, askRegistry, journal, db }: HelpReadParts): HelpReads => {
  const pictures: HelpReads['pictures'] = async ({ insuranceNumber }) => {
    const dossier = await dossiers.approved(insuranceNumber);
    const all = dossier ? await dossiers.pictures(dossier.id) : [];
    return { dossier, pictures: all.filter(({ current }) => current) };
  };
  return {
    byNumber: (number) => (number.length === 12 ? accounts.byCitizenId(number) : accounts.byInsuranceNumber(number)),
    account: async (id) => {
      const account = await accounts.byId(id);
      if (!account) throw new NotFoundError('Không có tài khoản này. Hãy nhập số của người dân để mở.');
      return account;
    },
    turn: async (accountId) => {
      const row = await db.row<{ turn: number }>('SELECT turn FROM approval_help_turn WHERE account_id = ?', [
        accountId,
      ]);
      return row?.turn ?? 0;
    },
    pictures,
    picture: async (account, pictureId) => {
      const found = await pictures(account);
      const picture = found.pictures.find(({ id }) => id === pictureId);
      if (!found.dossier || !picture) throw new NotFoundError('Ảnh này không còn. Tải lại trang để xem ảnh mới.');
      return { dossier: found.dossier, picture };
    },
    view: async (account) => ({
      account,
      ...(await pictures(account)),
      registry: await askRegistry(account.insuranceNumber),
      journal: await journal.list(
        { subject: { kind: 'account', id: account.id }, actions: helpLines },
        { limit: LINES },
      ),
    }),
  };
};
