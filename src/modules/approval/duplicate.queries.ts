import type { Accounts, AccountSummary } from '../../contracts/auth.js';
import type { Dossier, DossierKind, DossierListRow, DossierQueries } from '../../contracts/registration.js';
import { phoneAfter } from './request.rules.js';

/** What stands in the way of a new account, or may. */
export interface Duplicates {
  readonly accountOfNumber: AccountSummary | undefined;
  /** The account that uses this phone, if it is another person's. */
  readonly accountOfPhone: AccountSummary | undefined;
  readonly related: readonly DossierListRow[];
}

export interface DuplicateQueries {
  of(dossier: Dossier): Promise<Duplicates>;
  /** Why this dossier cannot be approved, in a sentence; undefined when no account is in the way. */
  obstacle(dossier: Dossier): Promise<string | undefined>;
}

/** The sentences for an account that is in the way, shared by the page and the refusal of a decision. */
export const obstacleWords = (
  kind: DossierKind,
  { accountOfNumber, accountOfPhone }: Omit<Duplicates, 'related'>,
): string | undefined => {
  if (kind !== 'new' && !accountOfNumber)
    return 'Mã số BHXH này không còn tài khoản nên không duyệt yêu cầu được. Từ chối để người dân biết.';
  if (kind === 'new' && accountOfNumber)
    return 'Mã số BHXH này đã có tài khoản nên không duyệt đăng ký mới được. Hướng dẫn người dân đăng nhập, hoặc dùng Quên mật khẩu.';
  if (accountOfPhone)
    return 'Số điện thoại này đang dùng cho tài khoản của người khác nên không duyệt được. Từ chối hồ sơ để người dân đổi số điện thoại.';
  return undefined;
};

export const createDuplicateQueries = (accounts: Accounts, dossiers: DossierQueries): DuplicateQueries => {
  const accountsOf = async (dossier: Dossier): Promise<Omit<Duplicates, 'related'>> => {
    const ofPhone = await accounts.byPhone(phoneAfter(dossier));
    return {
      accountOfNumber: await accounts.byInsuranceNumber(dossier.insuranceNumber),
      accountOfPhone: ofPhone?.insuranceNumber === dossier.insuranceNumber ? undefined : ofPhone,
    };
  };
  return {
    of: async (dossier) => ({ ...(await accountsOf(dossier)), related: await dossiers.related(dossier) }),
    obstacle: async (dossier) => obstacleWords(dossier.kind, await accountsOf(dossier)),
  };
};
