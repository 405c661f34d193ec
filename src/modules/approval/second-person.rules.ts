import { isOwn } from './assessment.rules.js';
import { momentWords } from './duration.rules.js';

/** A proposal that is over, as whoever comes later needs it. */
interface Ended {
  readonly state: string;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

/** "Võ Minh Khoa đã xác nhận việc này lúc 09:14." */
export const endedWords = ({ state, decidedByName, decidedAt }: Ended, now: Date): string => {
  if (state === 'cancelled') return 'Việc này đã thay đổi sau khi được đề nghị, nên đề nghị không còn hiệu lực.';
  const act = state === 'confirmed' ? 'đã xác nhận' : 'không đồng ý';
  return `${decidedByName ?? 'Cán bộ khác'} ${act} việc này lúc ${momentWords(decidedAt, now)}.`;
};

interface Proposed {
  readonly proposedById: string;
  readonly insuranceNumber: string;
}

/** Why this officer cannot be the second person: nobody confirms what he proposed, nor what is for himself. */
export const barred = (
  { proposedById, insuranceNumber }: Proposed,
  officer: { readonly id: string; readonly number: string | undefined },
): string | undefined => {
  if (proposedById === officer.id) return 'Bạn là người đề nghị việc này. Cán bộ khác sẽ xác nhận.';
  if (isOwn(officer.number, insuranceNumber)) return 'Việc này là của chính bạn. Cán bộ khác sẽ xác nhận.';
  return undefined;
};
