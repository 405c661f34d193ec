import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { page, type PageRequest, type Reply } from '../../core/http/route.js';
import { presentPicture } from './card-picture.presenter.js';
import { presentCard, type CardView } from './card.presenter.js';
import type { CardQueries } from './card.queries.js';
import { inOrder } from './card.rules.js';
import type { CardQuery } from './card.schema.js';
import type { EntitlementOf } from './entitlement.queries.js';
import type { ProfileOf } from './participant.queries.js';
import { paths, turnedPath } from './paths.js';

interface Parts {
  readonly clock: Clock;
  readonly settings: DatedSettings;
  readonly profile: ProfileOf;
  readonly cards: CardQueries;
  readonly entitlement: EntitlementOf;
}

type Request = PageRequest<CardQuery>;

/** Thẻ BHYT: its data, what it entitles to, and its picture. */
export const cardController = ({ clock, settings, profile, cards, entitlement }: Parts) => {
  /** The card asked for, or the first in order; only cards of the signed-in person are looked at. */
  const load = async ({ input, actor }: Request, today: string): Promise<CardView | undefined> => {
    const insuranceNumber = actor.attributes['insuranceNumber'] ?? '';
    const [person, list] = await Promise.all([profile(insuranceNumber), cards.cardsOf(insuranceNumber)]);
    const sorted = inOrder(list, today);
    const card = input.the ? sorted.find(({ id }) => id === input.the) : sorted[0];
    if (input.the && !card) throw new NotFoundError('Không tìm thấy thẻ này trong hồ sơ của bạn.');
    if (!card || !person) return undefined;
    const others = sorted.filter(({ id }) => id !== card.id);
    return { card, others, profile: person, entitlement: await entitlement(card, today) };
  };

  const picture = async (view: CardView, input: CardQuery, today: string) => {
    const hotline = await settings.text(settingNames.insurerHotline, today);
    const level = view.entitlement?.level ?? view.card.level;
    return presentPicture({ card: view.card, profile: view.profile, level, hotline, degrees: input.xoay });
  };

  const show =
    (template: string, base: string) =>
    async (request: Request): Promise<Reply> => {
      const today = dayOf(clock.now());
      const view = await load(request, today);
      if (!view) {
        const hotline = await settings.text(settingNames.insurerHotline, today);
        return page('records/card-none', { title: 'Thẻ BHYT', hotline });
      }
      const { input } = request;
      const turn = turnedPath(base, (input.xoay + 90) % 360, input.the);
      return page(template, { ...presentCard(view, today), picture: await picture(view, input, today), turn });
    };

  return { show: show('records/card', paths.card), picture: show('records/card-picture', paths.cardPicture) };
};
