import type { Hotline } from '../../contracts/organisation.js';
import { page, type Handler } from '../../core/http/route.js';
import type { Reportable } from '../../core/report-link.js';
import { SHEETS } from './faq.controller.js';
import { paths } from './paths.js';

export interface HelpParts {
  hotline(): Promise<Hotline>;
  reportLink(fault: Reportable): string | undefined;
}

/** The ways to get help. */
export const helpController = ({ hotline, reportLink }: HelpParts): { readonly show: Handler } => ({
  show: async () =>
    page('support/help', {
      title: 'Hỗ trợ',
      paths,
      sheets: SHEETS,
      hotline: await hotline(),
      // Only where some module takes reports.
      feedback: reportLink({ topic: 'support', subject: '' }),
    }),
});
