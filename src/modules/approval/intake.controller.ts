import type { Agencies } from '../../contracts/organisation.js';
import type { Dossier } from '../../contracts/registration.js';
import { date, dateTime } from '../../core/http/format.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import type { IntakeConfirmInput, IntakeInput } from './intake.schema.js';
import type { IntakeService } from './intake.service.js';
import { paths } from './paths.js';
import type { Scope } from './scope.queries.js';

export interface IntakeController {
  readonly form: Handler;
  /** Shows what would be received, for a second look. */
  readonly find: Handler<IntakeInput>;
  readonly receive: Handler<IntakeConfirmInput>;
}

const TITLE = 'Nhận hồ sơ của cơ quan khác';

const confirmPage = (dossier: Dossier, agencyName: string) => ({
  title: TITLE,
  dossier,
  rows: [
    { label: 'Số hồ sơ', value: dossier.number },
    { label: 'Mã số BHXH', value: dossier.insuranceNumber },
    { label: 'Họ và tên', value: dossier.fullName },
    { label: 'Ngày sinh', value: dossier.birthDate },
    { label: 'Kê khai lúc', value: dateTime(dossier.declaredAt) },
    { label: 'Hạn nộp', value: date(dossier.lastDay) },
    { label: 'Cơ quan đang giữ', value: agencyName },
  ],
  action: paths.receiveConfirm,
  back: paths.receive,
  list: paths.list(),
});

/** Any office must serve: a declared dossier of another agency is taken over by both its numbers. */
export const createIntakeController = (intake: IntakeService, scope: Scope, agencies: Agencies): IntakeController => {
  const inOwnScope = async ({ agencyCode }: Dossier, { actor }: Pick<PageRequest, 'actor'>): Promise<boolean> =>
    (await scope.of(actor)).includes(agencyCode);
  return {
    form: () => page('approval/receive', { title: TITLE, action: paths.receive, list: paths.list() }),
    find: async (request) => {
      const dossier = await intake.find(request.input.soHoSo, request.input.maSo, request.actor);
      if (await inOwnScope(dossier, request)) return redirect(paths.dossier(dossier.id));
      const holder = await agencies.find(dossier.agencyCode);
      return page('approval/receive-confirm', confirmPage(dossier, holder?.name ?? dossier.agencyCode));
    },
    receive: async (request) => {
      const { soHoSo, maSo, phienBan } = request.input;
      const dossier = await intake.find(soHoSo, maSo, request.actor);
      await intake.receive(dossier, phienBan, request.actor);
      request.session.flash({
        kind: 'ok',
        text: `Đã nhận hồ sơ ${dossier.number} về ${request.actor.attributes['agencyName'] ?? 'cơ quan của bạn'}.`,
      });
      return redirect(paths.dossier(dossier.id));
    },
  };
};
