import type { Accounts, AccountSummary } from '../../contracts/auth.js';
import type { Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../core/errors.js';
import { isSameHash } from '../../core/keyring.js';
import { isOwn } from './assessment.rules.js';
import type { HelpTurnRow } from './help.model.js';
import type { HelpReason } from './help.rules.js';

/** An act on an account: which, who acts and why, and the stamp of what he saw. */
export interface HelpTarget {
  readonly accountId: string;
  readonly actor: Actor;
  readonly reason: HelpReason;
  readonly seen: string;
}

/** An account whose turn was taken. */
export interface TakenTurn {
  readonly account: AccountSummary;
  readonly turn: number;
}

export interface HelpTurns {
  /** Stands for what a page shows of the account; another one as soon as any of it changes. */
  stamp(account: AccountSummary, turn: number): string;
  /** In the unit of work of an opening. */
  begin(accountId: string): Promise<void>;
  /**
   * In the unit of work of the act: takes the next turn. ConflictError when the account is no longer what the officer
   * saw, when somebody else helped meanwhile, or when the same form comes twice.
   */
  take(target: HelpTarget): Promise<TakenTurn>;
}

export interface HelpTurnParts {
  readonly turns: Table<HelpTurnRow>;
  readonly accounts: Accounts;
  keyedHash(purpose: string, value: string): string;
}

const STALE = 'Tài khoản này vừa được hỗ trợ hoặc thay đổi ở nơi khác. Xem lại thông tin dưới đây rồi làm lại nếu cần.';
const OWN = 'Đây là tài khoản của chính bạn. Hãy nhờ cán bộ khác hỗ trợ.';

/** Nobody helps himself. */
export const refuseOwn = (account: AccountSummary, actor: Actor): void => {
  if (isOwn(actor.attributes['insuranceNumber'], account.insuranceNumber)) throw new ForbiddenError(OWN);
};

export const createHelpTurns = ({ turns, accounts, keyedHash }: HelpTurnParts): HelpTurns => {
  const stamp: HelpTurns['stamp'] = ({ id, phone, email, state, passwordKind }, turn) =>
    keyedHash('approval.help', [id, phone, email ?? '', state, passwordKind, turn].join('|'));
  return {
    stamp,
    begin: async (accountId) => void (await turns.insertNew({ accountId, turn: 0 })),
    take: async ({ accountId, actor, seen }) => {
      const account = await accounts.byId(accountId);
      const row = await turns.one({ accountId });
      if (!account || !row) throw new NotFoundError();
      refuseOwn(account, actor);
      if (!isSameHash(seen, stamp(account, row.turn))) throw new ConflictError(STALE);
      const turn = row.turn + 1;
      await turns.claim({ turn }, { accountId, turn: row.turn }, STALE);
      return { account, turn };
    },
  };
};
