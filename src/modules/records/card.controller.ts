import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { file, page, type PageRequest, type Reply } from '../../core/http/route.js';
import { cardPdf } from './card.pdf.js';
import { presentPicture } from './card-picture.presenter.js';
import { presentCard, type CardView } from './card.presenter.js';
import type { CardQueries } from './card.queries.js';
import { inOrder } from './card.rules.js';
import type { CardQuery } from './card.schema.js';
import type { CardUseService } from './card-use.service.js';
import type { EntitlementOf } from './entitlement.queries.js';
import type { ProfileOf } from './participant.queries.js';
import { paths, turnedPath } from './paths.js';
import type { ReportLinks } from './report.rules.js';

interface Parts {
  readonly clock: Clock;
  readonly settings: DatedSettings;
  readonly profile: ProfileOf;
  readonly cards: CardQueries;
  readonly entitlement: EntitlementOf;
  readonly uses: Pick<CardUseService, 'cardToShow'>;
  readonly reportLink: ReportLinks;
}

type Request = PageRequest<CardQuery>;

/** Thẻ BHYT: its data, what it entitles to, and its picture. */
export const cardController = ({ clock, settings, profile, cards, entitlement, uses, reportLink }: Parts) => {
  const numberOf = ({ actor }: Pick<Request, 'actor'>): string => actor.attributes['insuranceNumber'] ?? '';

  /** The card asked for, or the first in order; only cards of the signed-in person are looked at. */
  const load = async (request: Request, today: string): Promise<CardView | undefined> => {
    const { input } = request;
    const insuranceNumber = numberOf(request);
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

  /** Nothing is held out but the card in force, and only where its province has that. */
  const canShow = async (request: Request, { card }: CardView): Promise<boolean> =>
    (await uses.cardToShow(numberOf(request)))?.id === card.id;

  const pdf = async (request: Request): Promise<Reply> => {
    const today = dayOf(clock.now());
    const view = await load(request, today);
    if (!view) throw new NotFoundError('Chưa có thẻ BHYT nào được ghi cho mã số của bạn.');
    const drawn = await picture(view, { ...request.input, xoay: 0 }, today);
    const bytes = await cardPdf(presentCard(view, today), drawn, today);
    return file('application/pdf', bytes, { name: `the-bhyt-${view.profile.insuranceNumber}.pdf` });
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
      const card = presentCard(view, today);
      const subject = card.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
      return page(template, {
        ...card,
        report: reportLink({ topic: 'card', subject }),
        picture: await picture(view, input, today),
        turn,
        canShow: await canShow(request, view),
      });
    };

  return { show: show('records/card', paths.card), picture: show('records/card-picture', paths.cardPicture), pdf };
};
