import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { page, type PageRequest, type Reply } from '../../core/http/route.js';
import { paths, visitsPath } from './paths.js';
import type { ReportLinks } from './report.rules.js';
import { presentOneVisit } from './visit.presenter.js';
import type { VisitQueries } from './visit.queries.js';
import { yearOf } from './visit.rules.js';
import type { VisitsQuery } from './visit.schema.js';
import { presentVisits, type VisitHrefs } from './visits.presenter.js';

interface Parts {
  readonly clock: Clock;
  readonly settings: DatedSettings;
  readonly visits: VisitQueries;
}

/** The pages of the book for whoever may read it: the person himself, or an officer who has opened the record. */
export const visitPagesOf = ({ clock, settings, visits }: Parts) => {
  const limitOn = async (day: string): Promise<number> =>
    (await settings.number(settingNames.baseSalary, day)) * (await settings.number(settingNames.copaymentFactor, day));

  return {
    list: async (insuranceNumber: string, { nam, muc }: VisitsQuery, hrefs: VisitHrefs) => {
      const today = dayOf(clock.now());
      const year = nam ?? yearOf(today);
      const papersShown = muc === 'giay';
      const [years, paperYears, rows, papers, copaymentLimit] = await Promise.all([
        visits.yearsOf(insuranceNumber),
        visits.paperYearsOf(insuranceNumber),
        papersShown ? [] : visits.visitsOf(insuranceNumber, year),
        papersShown ? visits.papersOf(insuranceNumber, year) : [],
        limitOn(year === yearOf(today) ? today : `${year}-12-31`),
      ]);
      const asked = { year, papersShown, years, paperYears, visits: rows, papers, copaymentLimit };
      return presentVisits(asked, today, hrefs);
    },
    one: async (insuranceNumber: string, id: string) => {
      const visit = await visits.visit(insuranceNumber, id);
      if (!visit) throw new NotFoundError('Không tìm thấy lượt khám này trong sổ khám chữa bệnh.');
      const [lines, papers] = await Promise.all([visits.linesOf(visit), visits.papersIn(insuranceNumber, visit)]);
      return { ...presentOneVisit(visit, lines, papers), year: visit.year };
    },
  };
};

/** Sổ khám chữa bệnh: a year a page, and each visit on its own. */
export const visitController = (pages: ReturnType<typeof visitPagesOf>, reportLink: ReportLinks) => {
  const hrefs = { list: visitsPath, visit: paths.visit };
  const numberOf = ({ actor }: Pick<PageRequest, 'actor'>): string => actor.attributes['insuranceNumber'] ?? '';
  return {
    list: async (request: PageRequest<VisitsQuery>): Promise<Reply> =>
      page('records/visits', await pages.list(numberOf(request), request.input, hrefs)),
    show: async (request: PageRequest): Promise<Reply> => {
      const data = await pages.one(numberOf(request), request.params['id'] ?? '');
      const report = reportLink({ topic: 'treatment', subject: [data.title, data.facility].join(', ') });
      return page('records/visit', { ...data, back: visitsPath(data.year), report });
    },
  };
};
