import { birthIn } from '../../core/typed-dates.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { CardQueries } from './card.queries.js';
import type { FundPageOf } from './fund-page.queries.js';
import type { ParticipationQuery } from './participation.schema.js';
import type { ProfileOf } from './participant.queries.js';
import { paths } from './paths.js';
import { presentFound, presentPerson } from './person.presenter.js';
import { MOST, type PersonQueries } from './person.queries.js';
import type { PersonOpenForm, PersonSearchForm } from './person.schema.js';
import { OVER, type PersonService } from './person.service.js';

interface Parts {
  readonly clock: Clock;
  readonly people: PersonQueries;
  readonly service: PersonService;
  readonly profile: ProfileOf;
  readonly cards: CardQueries;
  readonly fundPage: FundPageOf;
}

const TITLE = 'Người tham gia';

/** Officers look a person up, name a purpose, and read the record. */
export const personController = (parts: Parts) => {
  const { people, service } = parts;

  const results = async ({ so, hoTen, ngaySinh }: PersonSearchForm, { actor }: Pick<PageRequest, 'actor'>) => {
    const asked = { number: so, name: hoTen, birthDate: birthIn(ngaySinh) ?? '' };
    const found = await people.search(asked, actor);
    return { asked: { so, hoTen, ngaySinh }, found: found.map(presentFound), most: MOST };
  };

  const frame = { title: TITLE, action: paths.people, openAction: paths.personOpen };
  const form: Handler = () => page('records/people', frame);

  const search = async (request: PageRequest<PersonSearchForm>): Promise<Reply> =>
    page('records/people', { ...frame, ...(await results(request.input, request)) }, { confidential: true });

  /** The results again: what was searched for came along with the purpose. */
  const again: Handler = async (request) => {
    const typed = (name: string): string => String(request.retry?.values[name] ?? '');
    const asked = { so: typed('so'), hoTen: typed('hoTen'), ngaySinh: typed('ngaySinh') };
    return page('records/people', { ...frame, ...(await results(asked, request)) }, { confidential: true });
  };

  const open = async ({ input, actor }: PageRequest<PersonOpenForm>): Promise<Reply> =>
    redirect(paths.person(await service.open(input.nguoi, input.mucDich, actor)));

  const show = async ({ params, input, actor, session }: PageRequest<ParticipationQuery>): Promise<Reply> => {
    const id = params['opening'] ?? '';
    const opened = await service.read(id, input.loai, actor);
    const profile = opened && (await parts.profile(opened.person.insuranceNumber));
    if (!profile) {
      session.flash({ kind: 'warn', text: OVER });
      return redirect(paths.people);
    }
    const today = dayOf(parts.clock.now());
    const cards = await parts.cards.cardsOf(profile.insuranceNumber);
    const participation = await parts.fundPage(profile.insuranceNumber, input.loai);
    const data = { opening: { ...opened, id }, profile, cards, participation };
    return page('records/person', presentPerson(data, input.loai, today));
  };

  return { form, search, again, open, show };
};
