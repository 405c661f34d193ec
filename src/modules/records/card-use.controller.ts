import type { Clock } from '../../core/clock.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { drawQr } from '../../core/qr.js';
import type { CardKeys } from './card-key.service.js';
import { initialsOf } from './card-token.rules.js';
import { presentUse } from './card-use.presenter.js';
import type { CardUseQueries, RunningUse } from './card-use.queries.js';
import type { CardUseService, Holder } from './card-use.service.js';
import type { StoredCard } from './card.queries.js';
import type { ProfileOf } from './participant.queries.js';
import { paths } from './paths.js';

export interface CardUseControllerParts {
  readonly clock: Clock;
  readonly queries: CardUseQueries;
  readonly service: CardUseService;
  readonly keys: CardKeys;
  readonly profile: ProfileOf;
  readonly publicUrl: string;
}

const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1_000);

/** **Sử dụng thẻ**: the card held out on a phone, for five minutes. */
export const cardUseController = (parts: CardUseControllerParts) => {
  const { clock, queries, service, keys, profile, publicUrl } = parts;
  const holderOf = ({ actor }: Pick<PageRequest, 'actor'>): Holder => ({
    insuranceNumber: actor.attributes['insuranceNumber'] ?? '',
    accountId: actor.id,
  });

  const linkOf = (use: RunningUse, card: StoredCard, fullName: string): string => {
    const token = keys.token({
      id: use.id,
      issuedAt: seconds(use.createdAt),
      expiresAt: seconds(use.expiresAt),
      initials: initialsOf(fullName),
      validFrom: card.validFrom,
      validTo: card.validTo,
    });
    return `${publicUrl}${paths.checkLink(token)}`;
  };

  const show: Handler = async (request) => {
    const { insuranceNumber, accountId } = holderOf(request);
    const now = clock.now();
    const [card, person, running, looks] = await Promise.all([
      service.cardToShow(insuranceNumber),
      profile(insuranceNumber),
      queries.running(insuranceNumber, accountId, now),
      queries.looks(insuranceNumber),
    ]);
    // A code of a card that was withdrawn meanwhile is not shown any more.
    const use = card && running?.cardId === card.id ? running : undefined;
    const qr = use && card && person && (await drawQr(linkOf(use, card, person.fullName), 'L'));
    const code = use ? keys.codeOf(use.id) : '';
    return page('records/card-use', presentUse({ card, use, code, qr, looks }, now));
  };

  const start: Handler = async (request) => {
    await service.start(holderOf(request));
    return redirect(paths.cardUse);
  };

  return { show, start };
};
