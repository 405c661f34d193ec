import { Op } from 'sequelize';
import type { Audit } from '../../core/audit/audit.js';
import { DAY, dayOf, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError } from '../../core/errors.js';
import { newSecret } from '../../core/ids.js';
import type { CardKeys } from './card-key.service.js';
import type { CardQueries, StoredCard } from './card.queries.js';
import { inOrder, parseCardNumber, phaseOf } from './card.rules.js';
import type { CardUseRow } from './card-use.model.js';
import type { CardUseQueries } from './card-use.queries.js';
import { USE_LIFETIME } from './card-use.rules.js';

export interface CardUseParts {
  readonly uses: Table<CardUseRow>;
  readonly cards: CardQueries;
  readonly queries: CardUseQueries;
  readonly keys: CardKeys;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Whose card is shown, and by which account. */
export interface Holder {
  readonly insuranceNumber: string;
  readonly accountId: string;
}

/** A card is shown instead of the paper. */
export interface CardUseService {
  /** The card in force of this person that may be shown; undefined when there is none. */
  cardToShow(insuranceNumber: string): Promise<StoredCard | undefined>;
  /** A new code for five minutes; those before live out theirs. ConflictError without a card to show. */
  start(holder: Holder): Promise<void>;
  due(): Promise<number>;
  /** Forgets uses a day after their end: until then a late check still finds whom to tell. */
  sweep(): Promise<number>;
}

const NONE = 'Bạn không có thẻ BHYT còn giá trị để dùng ở đây. Hãy xem lại trang Thẻ BHYT.';

export const createCardUses = (parts: CardUseParts): CardUseService => {
  const { uses, cards, queries, keys, uow, audit, clock } = parts;
  const over = () => ({ expiresAt: { [Op.lt]: new Date(clock.now().getTime() - DAY) } });

  const cardToShow: CardUseService['cardToShow'] = async (insuranceNumber) => {
    const today = dayOf(clock.now());
    const card = inOrder(await cards.cardsOf(insuranceNumber), today)[0];
    if (!card || phaseOf(card, today) !== 'current') return undefined;
    return (await queries.openIn(parseCardNumber(card.number)?.provinceCode ?? '')) ? card : undefined;
  };

  return {
    cardToShow,
    start: async ({ insuranceNumber, accountId }) => {
      const card = await cardToShow(insuranceNumber);
      if (!card) throw new ConflictError(NONE);
      const [id, createdAt] = [newSecret(), clock.now()];
      const expiresAt = new Date(createdAt.getTime() + USE_LIFETIME);
      const codeHash = keys.hashOf(keys.codeOf(id));
      const row = { id, cardId: card.id, insuranceNumber, accountId, codeHash, createdAt, expiresAt };
      await uow.run(async () => {
        await uses.insert({ ...row, checks: 0, lastCheckedAt: null });
        const subject = { kind: 'card', id: card.id };
        await audit.record({ action: 'records.card-shown', subject, person: insuranceNumber });
      });
    },
    due: () => uses.count(over()),
    sweep: () => uow.run(() => uses.remove(over())),
  };
};
