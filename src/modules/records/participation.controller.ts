import type { Agencies } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { file, page, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { Block, ReportHead } from '../../core/pdf/report.js';
import type { Reportable } from '../../core/report-link.js';
import { presentConfirmation } from './confirmation.presenter.js';
import { yearsOf } from './confirmation.rules.js';
import type { ContributionOf } from './contribution.queries.js';
import type { FundPageOf } from './fund-page.queries.js';
import { presentHistory } from './history.presenter.js';
import type { PaperOf } from './paper.presenter.js';
import type { ProfileOf } from './participant.queries.js';
import type { ParticipationQueries, StoredParticipation } from './participation.queries.js';
import type { ConfirmationQuery, ParticipationQuery } from './participation.schema.js';

interface Parts {
  readonly clock: Clock;
  readonly agencies: Agencies;
  readonly profile: ProfileOf;
  readonly participations: ParticipationQueries;
  readonly contribution: ContributionOf;
  readonly fundPage: FundPageOf;
  /** Where a fault is reported; nowhere while no module takes reports. */
  reportLink(fault: Reportable): string | undefined;
}

const NOTHING = 'Chưa có thời gian tham gia nào được ghi cho mã số này, nên chưa có gì để tải.';

const numberOf = ({ actor }: Pick<PageRequest, 'actor'>): string => actor.attributes['insuranceNumber'] ?? '';

const send = async (name: string, { head, blocks }: { head: ReportHead; blocks: readonly Block[] }): Promise<Reply> => {
  const { reportPdf } = await import('../../core/pdf/report.js');
  return file('application/pdf', await reportPdf(head, blocks), { name });
};

/** Quá trình tham gia BH: one fund a page, and all of them on paper. */
export const participationController = (parts: Parts) => {
  /** The paper of a person, with every row; refused where there is nothing to print. */
  const load = async (number: string): Promise<{ paper: PaperOf; rows: readonly StoredParticipation[] }> => {
    const [profile, rows] = await Promise.all([parts.profile(number), parts.participations.all(number)]);
    if (!profile || rows.length === 0) throw new NotFoundError(NOTHING);
    const office = (await parts.agencies.own())?.name ?? '';
    return { paper: { profile, now: parts.clock.now(), office }, rows };
  };

  const show = async (request: PageRequest<ParticipationQuery>): Promise<Reply> => {
    const report = (subject: string) => parts.reportLink({ topic: 'participation', subject });
    return page('records/participation', await parts.fundPage(numberOf(request), request.input.loai, report));
  };

  const history: Handler = async (request) => {
    const { paper, rows } = await load(numberOf(request));
    return send(`qua-trinh-tham-gia-${paper.profile.insuranceNumber}.pdf`, presentHistory(paper, rows));
  };

  const confirmation = async (request: PageRequest<ConfirmationQuery>): Promise<Reply> => {
    const { paper, rows } = await load(numberOf(request));
    const year = request.input.nam;
    if (!yearsOf(rows).includes(year))
      throw new NotFoundError('Không có thời gian tham gia nào được ghi cho năm này. Hãy chọn năm khác.');
    const { contribution } = parts;
    const name = `dong-bao-hiem-${year}-${paper.profile.insuranceNumber}.pdf`;
    return send(name, await presentConfirmation(paper, rows, { year, contribution }));
  };

  return { show, history, confirmation };
};
