import type { Agencies } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import { InvalidError } from '../../core/errors.js';
import { page, type Handler } from '../../core/http/route.js';
import { isSameHash } from '../../core/keyring.js';
import type { TrackingForm } from './form01.schema.js';
import type { OwnDossierQueries } from './own-dossier.queries.js';
import { paths } from './paths.js';
import { toRequestTracking } from './request-tracking.presenter.js';
import { isRequest } from './request.rules.js';
import { toTracking } from './tracking.presenter.js';

export interface TrackingParts {
  readonly clock: Clock;
  readonly agencies: Agencies;
  readonly queries: OwnDossierQueries;
  phoneHash(phone: string): string;
}

/** One sentence for a wrong number and a wrong phone alike: neither tells that the other is right. */
const NOT_FOUND =
  'Chưa tìm thấy hồ sơ với số hồ sơ và số điện thoại này. Kiểm tra lại cả hai như trên tờ khai, hoặc hỏi tổng đài.';

export const trackingController = ({ clock, agencies, queries, phoneHash }: TrackingParts) => {
  const form: Handler = ({ retry }) =>
    page('registration/tracking', { title: 'Tra cứu hồ sơ', paths, ...(retry && { retry }) });

  const show: Handler<TrackingForm> = async ({ input }) => {
    const dossier = await queries.byNumber(input.number);
    const asked = phoneHash(input.phone);
    if (!isSameHash(asked, dossier?.phoneHash ?? '0'.repeat(asked.length)) || !dossier)
      throw new InvalidError([{ field: 'number', message: NOT_FOUND }]);
    const agency = await agencies.find(dossier.agencyCode);
    const found = isRequest(dossier) ? toRequestTracking(dossier, agency) : toTracking(dossier, agency, clock.now());
    return page('registration/tracking', { title: `Hồ sơ ${dossier.number}`, paths, found }, { confidential: true });
  };

  return { form, show };
};
