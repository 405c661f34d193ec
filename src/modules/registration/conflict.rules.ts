import { dayOf } from '../../core/clock.js';
import { date, time } from '../../core/http/format.js';
import type { DossierRow } from './dossier.model.js';
import { WITHDRAWN } from './request.rules.js';

/** The newest line of a dossier's history. */
export interface LastEvent {
  readonly at: Date;
  readonly actorName: string;
  readonly title: string;
}

const when = (instant: Date, now: Date): string =>
  dayOf(instant) === dayOf(now) ? `lúc ${time(instant)}` : `lúc ${time(instant)} ngày ${date(instant)}`;

const decided = (dossier: DossierRow, verb: string, now: Date): string =>
  `${dossier.decidedByName ?? 'Cán bộ khác'} đã ${verb} hồ sơ này ${when(dossier.decidedAt ?? now, now)}. Bạn xem được, không đánh giá lại.`;

/** Why a step was refused: who was first and when, or what has to be done before. */
export const conflictSentence = (dossier: DossierRow, last: LastEvent | undefined, now: Date): string => {
  const first = last ? `${last.actorName} vừa làm trước ${when(last.at, now)} (${last.title}). ` : '';
  const again = 'Hãy tải lại trang để xem mới nhất.';
  switch (dossier.state) {
    case 'approved':
      return decided(dossier, 'duyệt', now);
    case 'refused':
      return decided(dossier, dossier.reason === WITHDRAWN ? 'rút' : 'từ chối', now);
    case 'expired':
      return `Hồ sơ này đã hết hạn sau ngày ${date(dossier.lastDay)} và đã xóa. Người dân cần kê khai lại.`;
    case 'declared':
      return dossier.lastDay < dayOf(now)
        ? `Hồ sơ này hết hạn nộp sau ngày ${date(dossier.lastDay)}. Người dân cần kê khai lại.`
        : `Hãy chọn Nộp hồ sơ trước. ${first}${again}`;
    case 'in_review':
      return `${dossier.reviewerName ?? 'Cán bộ khác'} đã nhận xử lý hồ sơ này ${when(dossier.reviewedAt ?? now, now)}. ${again}`;
    default:
      return `${first || 'Hồ sơ này vừa thay đổi. '}${again}`;
  }
};
