import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { page, type PageRequest, type Reply } from '../../core/http/route.js';
import type { ReportLinks } from './report.rules.js';
import { presentBenefits, type BenefitHref } from './benefit.presenter.js';
import type { BenefitQueries } from './benefit.queries.js';
import type { BenefitQuery } from './benefit.schema.js';
import { benefitsPath } from './paths.js';

interface Parts {
  readonly clock: Clock;
  readonly settings: DatedSettings;
  readonly benefits: BenefitQueries;
}

/** After every month. */
const END = '9999-12';

/** The page of a group for whoever may read it: the person himself, or an officer who has opened the record. */
export const benefitPageOf =
  ({ clock, settings, benefits }: Parts) =>
  async (insuranceNumber: string, { nhom: kind, truoc }: BenefitQuery, href: BenefitHref) => {
    const monthly = kind === 'monthly';
    const [rows, payments, adjustments, hotline] = await Promise.all([
      benefits.benefitsOf(insuranceNumber, kind),
      monthly ? benefits.paymentsOf(insuranceNumber, truoc ?? END) : [],
      monthly ? benefits.adjustmentsOf(insuranceNumber) : [],
      settings.text(settingNames.insurerHotline, dayOf(clock.now())),
    ]);
    return presentBenefits({ kind, rows, payments, adjustments, back: Boolean(truoc), hotline }, href);
  };

/** Thông tin hưởng: one group of benefits a page. */
export const benefitController = (pageOf: ReturnType<typeof benefitPageOf>, reportLink: ReportLinks) => ({
  show: async ({ input, actor }: PageRequest<BenefitQuery>): Promise<Reply> => {
    const data = await pageOf(actor.attributes['insuranceNumber'] ?? '', input, benefitsPath);
    const benefits = data.benefits.map((row) => {
      const subject = [row.scheme, row.when, row.amount, row.decision].filter(Boolean).join(', ');
      return { ...row, report: reportLink({ topic: 'benefits', subject }) };
    });
    return page('records/benefits', { ...data, benefits });
  },
});
