import { Op } from 'sequelize';
import type { AccountSummary, Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { countedHome } from '../../core/address.js';
import { attemptCounter, type AttemptRow } from '../../core/attempts.js';
import { dayOf, MINUTE, type Clock } from '../../core/clock.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError, TooManyError } from '../../core/errors.js';
import { dateTime } from '../../core/http/format.js';
import type { CardKeys } from './card-key.service.js';
import type { CardQueries, StoredCard } from './card.queries.js';
import { phaseOf } from './card.rules.js';
import type { CardUseRow } from './card-use.model.js';
import { MOST_CHECKS, VERDICT_OF, VERDICT_WORDS, type Asked, type Verdict } from './card-use.rules.js';
import type { ProfileOf } from './participant.queries.js';

export interface CardCheckParts {
  readonly uses: Table<CardUseRow>;
  readonly attempts: Table<AttemptRow>;
  readonly cards: CardQueries;
  readonly profile: ProfileOf;
  readonly keys: CardKeys;
  readonly accounts: Accounts;
  readonly messenger: Messenger;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  keyedHash(purpose: string, value: string): string;
}

/** What whoever checks a card gets to know. */
export interface Checked {
  readonly verdict: Verdict;
  readonly card?: { readonly fullName: string } & Pick<StoredCard, 'validFrom' | 'validTo'>;
}

/** Checks of shown cards, by anybody who was given the code. */
export interface CardCheckService {
  /** InvalidError when there is no such code; TooManyError when an address has typed too many. */
  check(asked: Asked, ip: string): Promise<Checked>;
  /** Removes counters that have run out. */
  sweep(): Promise<number>;
}

/** Typed codes that one address may send in a quarter of an hour, right ones too: a right one must buy no new guesses. */
const LIMIT = 40;
const WINDOW = 15 * MINUTE;

const refusal = (wait: number): TooManyError =>
  new TooManyError(
    Math.ceil(wait / 1_000),
    `Nơi này đã nhập ${LIMIT} mã trong 15 phút. Hãy quét mã QR, hoặc đợi ${Math.ceil(wait / MINUTE)} phút rồi nhập lại.`,
  );

const UNKNOWN = 'Không có mã này. Hãy nhìn lại từng chữ, hoặc nhờ người bệnh bấm Tạo mã mới.';
const PICTURE =
  'Đây là mã trên hình ảnh thẻ, chỉ cho biết những gì in trên thẻ. Hãy nhờ người bệnh mở Thẻ BHYT, chọn Sử dụng thẻ.';
const NOTHING = 'Mã gồm 9 chữ và số, ví dụ ABC-DEF-GH2. Hãy nhập lại, hoặc quét mã QR.';

const invalid = (message: string): InvalidError => new InvalidError([{ field: 'ma', message }]);

/** Whoever owns the card and whoever shows it hear of a check: by e-mail, by SMS where there is no address. */
const teller =
  ({ accounts, messenger, clock }: CardCheckParts) =>
  async (use: CardUseRow, verdict: Verdict): Promise<void> => {
    const found = [await accounts.byInsuranceNumber(use.insuranceNumber), await accounts.byId(use.accountId)];
    const people = new Map(found.flatMap((account) => (account ? [[account.id, account] as const] : [])));
    const tell = ({ id, email, phone }: AccountSummary): Promise<void> =>
      messenger.queue({
        template: 'card-checked',
        ...(email ? { channel: 'email', to: email } : { channel: 'sms', to: phone }),
        variables: { time: dateTime(clock.now()), result: VERDICT_WORDS[verdict] },
        key: `card-checked:${use.id}:${use.checks}`,
        subject: { kind: 'account', id },
      });
    for (const account of people.values()) await tell(account);
  };

export const createCardChecks = (parts: CardCheckParts): CardCheckService => {
  const { uses, attempts, cards, profile, keys, uow, audit, clock, keyedHash } = parts;
  const tell = teller(parts);
  const count = attemptCounter({ table: attempts, uow, clock, limit: LIMIT, window: WINDOW, refusal });

  /** Takes one of the answers that the code has, and tells of it in the same unit. */
  const answer = (id: string, way: Asked['kind'], verdict: Verdict): Promise<boolean> =>
    uow.run(async () => {
      if (!(await uses.increase('checks', { id, checks: { [Op.lt]: MOST_CHECKS } }))) return false;
      await uses.change({ lastCheckedAt: clock.now() }, { id });
      const use = await uses.one({ id });
      if (!use) return false;
      const words = VERDICT_WORDS[verdict];
      await audit.record({
        action: 'records.card-checked',
        subject: { kind: 'card', id: use.cardId },
        person: use.insuranceNumber,
        purpose: `Kiểm tra mã do người giữ thẻ đưa ra, kết quả: ${words}`,
        details: { way, result: words },
      });
      await tell(use, verdict);
      return true;
    });

  const checkUse = async (use: CardUseRow, way: Asked['kind']): Promise<Checked> => {
    const now = clock.now();
    if (use.expiresAt <= now) return { verdict: (await answer(use.id, way, 'late')) ? 'late' : 'spent' };
    const [list, person] = [await cards.cardsOf(use.insuranceNumber), await profile(use.insuranceNumber)];
    const card = list.find(({ id }) => id === use.cardId);
    const verdict = card && person ? VERDICT_OF[phaseOf(card, dayOf(now))] : 'withdrawn';
    if (!(await answer(use.id, way, verdict))) return { verdict: 'spent' };
    if (!card || !person) return { verdict };
    const { validFrom, validTo } = card;
    return { verdict, card: { fullName: person.fullName, validFrom, validTo } };
  };

  const byToken = async (token: string): Promise<Checked> => {
    const claims = keys.read(token);
    if (!claims) return { verdict: 'forged' };
    const use = await uses.one({ id: claims.id });
    return use ? checkUse(use, 'token') : { verdict: 'late' };
  };

  const byCode = async (code: string, ip: string): Promise<Checked> => {
    await count(keyedHash('records.card-attempt', countedHome(ip)));
    const use = await uses.one({ codeHash: keys.hashOf(code) });
    if (!use) throw invalid(UNKNOWN);
    return checkUse(use, 'code');
  };

  return {
    check: async (asked, ip) => {
      if (asked.kind === 'token') return byToken(asked.token);
      if (asked.kind === 'code') return byCode(asked.code, ip);
      throw invalid(asked.kind === 'picture' ? PICTURE : NOTHING);
    },
    sweep: () => uow.run(() => attempts.remove({ until: { [Op.lt]: clock.now() } })),
  };
};
