import type { Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import { redirect, type Handler } from '../../core/http/route.js';
import type { AssistQueries } from './assist.queries.js';
import { formController, type FormParts, type FormPlace } from './form.controller.js';
import type { OwnDossierQueries } from './own-dossier.queries.js';
import { paths } from './paths.js';
import { sheetsOf } from './sheet.controller.js';

export interface AssistParts extends FormParts {
  readonly agencies: Agencies;
  readonly queries: OwnDossierQueries;
  readonly printing: AssistQueries;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

const NO_DESK = 'Cơ quan của bạn không nhận hồ sơ. Hướng dẫn người dân đến cơ quan BHXH tiếp nhận.';
const OWN = 'Đây là mã số BHXH của chính bạn. Hãy tự kê khai ở trang Đăng ký, hoặc nhờ cán bộ khác kê khai hộ.';

/** The desk: the agency is the officer's own, and nobody declares there for himself. */
const deskOf = ({ agencies, queries, declarations }: AssistParts): FormPlace => ({
  view: 'registration/assist',
  title: 'Kê khai hộ',
  given: async ({ attributes }) => {
    const office = await agencies.find(attributes['agencyCode'] ?? '');
    if (!office?.receives) throw new ForbiddenError(NO_DESK);
    return { agency: office.code };
  },
  objections: ({ insuranceNumber }, { attributes }) =>
    attributes['insuranceNumber'] === insuranceNumber ? [{ field: 'insuranceNumber', message: OWN }] : [],
  declaredBy: ({ name }) => name,
  done: async (secret, { session }) => {
    const dossier = await queries.byReceivedHash(declarations.hashOf(secret));
    if (!dossier) throw new NotFoundError();
    session.flash({ kind: 'ok', text: `Đã kê khai hộ, hồ sơ ${dossier.number}. In tờ khai để người dân ký rồi nộp.` });
    return redirect(paths.dossier(dossier.id));
  },
});

/** An officer fills form 01 in for a person at the desk, and prints it for the signature. */
export const assistController = (parts: AssistParts) => {
  const { agencies, printing, uow, audit } = parts;
  const { pdfOf } = sheetsOf(parts);

  const sheet: Handler = async ({ params, actor }) => {
    const scope = await agencies.subtree(actor.attributes['agencyCode'] ?? '');
    const dossier = await printing.printable(params['id'] ?? '', scope);
    if (!dossier) throw new NotFoundError();
    await uow.run(() =>
      audit.record({
        action: 'registration.sheet-printed',
        subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
        person: dossier.insuranceNumber,
        purpose: `Xử lý hồ sơ ${dossier.number}`,
      }),
    );
    return pdfOf(dossier);
  };

  return { ...formController(parts, deskOf(parts)), sheet };
};
