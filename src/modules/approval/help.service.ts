import type { Accounts, AccountSummary, PasswordWay } from '../../contracts/auth.js';
import type { Act, Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import type { HelpReads } from './help.queries.js';
import { helpPurpose, helpReasons, type helpActs, type HelpReason } from './help.rules.js';
import type { HelpOpenInput } from './help.schema.js';
import { refuseOwn, type HelpTarget, type HelpTurns } from './help-turn.service.js';

/** The audit entry of help with an account. */
export const helpAct = (
  action: keyof typeof helpActs,
  { id, insuranceNumber }: AccountSummary,
  purpose: string,
  details: Act['details'] = {},
): Act => ({
  action,
  subject: { kind: 'account', id, label: insuranceNumber },
  person: insuranceNumber,
  purpose,
  details,
});

export interface HelpService {
  /** The account behind an exact number, opened for a reason; InvalidError when there is none. */
  open(input: HelpOpenInput, actor: Actor): Promise<AccountSummary>;
  /** A new one-time password, by SMS or for the letter; a lock is lifted. Returns it in the clear, for the letter. */
  reset(target: HelpTarget, way: PasswordWay, paper: string): Promise<string>;
  /** The letter was given into the person's own hands. */
  handOver(account: AccountSummary, reason: HelpReason): Promise<void>;
}

export interface HelpParts {
  readonly reads: HelpReads;
  readonly turns: HelpTurns;
  readonly accounts: Accounts;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

const NONE =
  'Không có tài khoản nào của số này. Xem lại số trên giấy tờ; nếu người dân chưa đăng ký, hướng dẫn kê khai tờ khai.';

export const createHelpService = ({ reads, turns, accounts, uow, audit }: HelpParts): HelpService => ({
  open: async ({ so, mucDich, ghiChu }, actor) => {
    const account = await reads.byNumber(so);
    if (!account) throw new InvalidError([{ field: 'so', message: NONE }]);
    refuseOwn(account, actor);
    await uow.run(async () => {
      await turns.begin(account.id);
      await audit.record(helpAct('approval.help-opened', account, helpPurpose(mucDich, ghiChu)));
    });
    return account;
  },
  reset: async (target, way, paper) => {
    const password = await accounts.prepareFirstPassword();
    await uow.run(async () => {
      const { account, turn } = await turns.take(target);
      const { id, insuranceNumber } = account;
      const [key, subject] = [`${id}:${turn}`, { kind: 'account', id }];
      await accounts.resetPassword({ insuranceNumber, way, key, subject }, password);
      const details = { way, paper, unlocked: account.state === 'locked' };
      await audit.record(helpAct('approval.help-password-reset', account, helpReasons[target.reason], details));
    });
    return password.plain;
  },
  handOver: (account, reason) =>
    uow.run(() => audit.record(helpAct('approval.help-letter-handed', account, helpReasons[reason]))),
});
