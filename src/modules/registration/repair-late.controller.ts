import { dateTime } from '../../core/http/format.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { DossierRow } from './dossier.model.js';
import type { FormChecks } from './form-check.service.js';
import { typedText, type RawForm } from './form01.schema.js';
import { paths } from './paths.js';
import type { RepairLinks } from './repair-link.service.js';
import { declaredValues, typedRows } from './repair.presenter.js';
import type { RepairQueries } from './repair.queries.js';
import { changedFields } from './repair.rules.js';

export interface LateParts {
  readonly links: RepairLinks;
  readonly checks: FormChecks;
  readonly corrections: RepairQueries;
}

export const secretIn = ({ params }: Pick<PageRequest, 'params'>): string => params['secret'] ?? '';

/** The way on from **Gửi lại hồ sơ**: the sheet to be signed anew, or the word that the officer goes on. */
export const sent = ({ state }: Pick<DossierRow, 'state'>, sentSecret: string): Reply =>
  redirect(state === 'declared' ? paths.received(sentSecret) : paths.resent(sentSecret));

/** What stands behind a link that was used, or never was one. */
export const repairLateController = ({ links, checks, corrections }: LateParts) => {
  /** Whether this very form has been sent already. */
  const isSame = (dossier: DossierRow, typed: Readonly<Record<string, string>>): boolean => {
    const { data } = checks.parse({ ...declaredValues(dossier), ...typed, agency: dossier.agencyCode });
    return data !== undefined && changedFields(dossier, data).length === 0;
  };

  /** Nothing typed is lost, and whoever pressed twice lands where the first press led. */
  const late = async (request: PageRequest, raw?: RawForm): Promise<Reply> => {
    const sentSecret = links.sentSecretOf(secretIn(request));
    const dossier = await links.corrected(sentSecret);
    const typed = typedText(raw ?? {});
    if (dossier && raw && isSame(dossier, typed)) return sent(dossier, sentSecret);
    const at = dossier && (await corrections.correctedAt(dossier.id));
    const title = 'Liên kết sửa hồ sơ không còn hiệu lực';
    const data = { title, at: at ? dateTime(at) : '', rows: typedRows(typed), paths };
    return page('registration/repair-late', data, { status: raw ? 409 : 404, confidential: true });
  };

  const resent: Handler = async (request) => {
    const dossier = await links.corrected(secretIn(request));
    if (!dossier) return late(request);
    const data = { title: 'Đã gửi lại hồ sơ', number: dossier.number, paths };
    return page('registration/resent', data, { confidential: true });
  };

  return { late, resent };
};
