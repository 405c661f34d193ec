import type { Agencies } from '../../contracts/organisation.js';
import type { DossierTracking } from '../../contracts/registration-tracking.js';
import type { Clock } from '../../core/clock.js';
import { InvalidError } from '../../core/errors.js';
import { isSameHash } from '../../core/keyring.js';
import { trackingForm, type TrackingForm } from './form01.schema.js';
import type { OwnDossierQueries } from './own-dossier.queries.js';
import { toRequestTracking } from './request-tracking.presenter.js';
import { isRequest } from './request.rules.js';
import { toTracking, type Tracking } from './tracking.presenter.js';

export interface TrackingParts {
  readonly clock: Clock;
  readonly agencies: Agencies;
  readonly queries: OwnDossierQueries;
  phoneHash(phone: string): string;
}

/** One sentence for a wrong number and a wrong phone alike: neither tells that the other is right. */
const NOT_FOUND =
  'Chưa tìm thấy hồ sơ với số hồ sơ và số điện thoại này. Kiểm tra lại cả hai như trên tờ khai, hoặc hỏi tổng đài.';

/** A dossier for whoever knows its number and its phone. */
export const trackingQueries = ({ clock, agencies, queries, phoneHash }: TrackingParts) => {
  const find = async ({ number, phone }: TrackingForm): Promise<Tracking> => {
    const dossier = await queries.byNumber(number);
    const asked = phoneHash(phone);
    if (!isSameHash(asked, dossier?.phoneHash ?? '0'.repeat(asked.length)) || !dossier)
      throw new InvalidError([{ field: 'number', message: NOT_FOUND }]);
    const agency = await agencies.find(dossier.agencyCode);
    return isRequest(dossier) ? toRequestTracking(dossier, agency) : toTracking(dossier, agency, clock.now());
  };

  const port: DossierTracking = {
    follow: async (typed) => {
      const parsed = trackingForm.safeParse(typed);
      if (parsed.success) return find(parsed.data);
      throw new InvalidError(
        parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message })),
      );
    },
  };
  return { find, port };
};

export type TrackingQueries = ReturnType<typeof trackingQueries>;
