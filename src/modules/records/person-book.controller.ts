import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { BenefitQuery } from './benefit.schema.js';
import type { benefitPageOf } from './benefit.controller.js';
import { benefitSlugs } from './benefit.rules.js';
import { benefitsAt, paths, visitsAt } from './paths.js';
import { OVER, type OpenedPerson, type PersonService } from './person.service.js';
import type { visitPagesOf } from './visit.controller.js';
import type { VisitsQuery } from './visit.schema.js';

interface Parts {
  readonly people: PersonService;
  readonly benefitPage: ReturnType<typeof benefitPageOf>;
  readonly visitPages: ReturnType<typeof visitPagesOf>;
}

/** Benefits and visits of a person whom an officer has opened; every look is written down with what it was at. */
export const personBookController = ({ people, benefitPage, visitPages }: Parts) => {
  /** Answers with `work` for the person of this opening; back to the search when it has run out. */
  const within = async <Input>(
    { params, actor, session }: PageRequest<Input>,
    what: string,
    work: (opened: OpenedPerson, opening: string) => Promise<Reply>,
  ): Promise<Reply> => {
    const opening = params['opening'] ?? '';
    const opened = await people.read(opening, what, actor);
    if (opened) return work(opened, opening);
    session.flash({ kind: 'warn', text: OVER });
    return redirect(paths.people);
  };

  const frame = ({ person, purpose }: OpenedPerson, opening: string) => ({
    person: { name: person.fullName, purpose, href: paths.person(opening), search: paths.people },
  });

  const benefits = (request: PageRequest<BenefitQuery>): Promise<Reply> =>
    within(request, `thong-tin-huong/${benefitSlugs[request.input.nhom]}`, async (opened, opening) => {
      const href = benefitsAt(paths.personBenefits(opening));
      const data = await benefitPage(opened.person.insuranceNumber, request.input, href);
      return page('records/person-benefits', { ...data, ...frame(opened, opening) });
    });

  const visits = (request: PageRequest<VisitsQuery>): Promise<Reply> =>
    within(request, `kham-benh/${request.input.nam ?? 'nam-nay'}`, async (opened, opening) => {
      const hrefs = {
        list: visitsAt(paths.personVisits(opening)),
        visit: (id: string) => paths.personVisit(opening, id),
      };
      const data = await visitPages.list(opened.person.insuranceNumber, request.input, hrefs);
      return page('records/person-visits', { ...data, ...frame(opened, opening) });
    });

  const visit = (request: PageRequest): Promise<Reply> => {
    const id = request.params['id'] ?? '';
    return within(request, `kham-benh/${id}`, async (opened, opening) => {
      const data = await visitPages.one(opened.person.insuranceNumber, id);
      const back = visitsAt(paths.personVisits(opening))(data.year);
      return page('records/person-visit', { ...data, ...frame(opened, opening), back });
    });
  };

  return { benefits, visits, visit };
};
