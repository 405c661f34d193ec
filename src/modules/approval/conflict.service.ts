import type { DossierQueries } from '../../contracts/registration.js';
import { time } from '../../core/http/format.js';
import { ConflictError } from '../../core/errors.js';
import type { Clock } from '../../core/clock.js';
import { decidedWords } from './dossier.rules.js';
import { momentWords } from './duration.rules.js';

/** Runs an act on a dossier; when somebody was first, the refusal says who and when. */
export type Guarded = <T>(id: string, agencies: readonly string[], act: () => Promise<T>) => Promise<T>;

export const createGuard =
  (dossiers: DossierQueries, clock: Clock): Guarded =>
  async (id, agencies, act) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      // The loser's own view is old: what is there now tells who won.
      const dossier = await dossiers.find(id, agencies);
      const words = dossier && decidedWords(dossier, momentWords(dossier.decidedAt, clock.now()));
      throw words ? new ConflictError(`${words}. Bạn xem được, không đánh giá lại.`) : error;
    }
  };

/** Refuses an act on a version that is no longer the newest. */
export const requireVersion = (
  dossier: { version: number; reviewerName: string | null; reviewedAt: Date | null },
  seen: number,
): void => {
  if (dossier.version === seen) return;
  const who = dossier.reviewerName
    ? ` ${dossier.reviewerName} đang xử lý${dossier.reviewedAt ? ` từ ${time(dossier.reviewedAt)}` : ''}.`
    : '';
  throw new ConflictError(`Hồ sơ này vừa được thay đổi.${who} Xem lại thông tin dưới đây rồi làm lại.`);
};
