import type { CaseRow } from './case.model.js';
import { isOpen } from './state.rules.js';

/** Why a case gets no more time; nothing where it may. */
export const noExtension = (row: Pick<CaseRow, 'state' | 'extendedAt' | 'answerBy'>, now: Date): string | undefined => {
  if (!isOpen(row.state)) return 'Phản ánh đã được trả lời hoặc đóng nên không gia hạn.';
  if (row.extendedAt) return 'Phản ánh này đã được gia hạn một lần, không gia hạn thêm.';
  if (row.state === 'waiting_citizen') return 'Đang chờ người dân bổ sung, thời hạn đang dừng nên chưa cần gia hạn.';
  return now > row.answerBy ? 'Đã quá hạn trả lời nên không gia hạn được nữa.' : undefined;
};
