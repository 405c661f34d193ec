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
