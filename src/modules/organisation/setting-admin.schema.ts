import { z } from 'zod';
import { single } from '../../core/form-values.js';

/** Longer than any value or day that can be right; what it must be depends on the setting. */
const LONGEST = 300;

const typed = z.preprocess(single, z.string().max(LONGEST, `Dài quá ${LONGEST} ký tự. Hãy ghi ngắn lại.`));

export const newValueForm = z.object({ phienBan: typed, giaTri: typed, tuNgay: typed, lyDo: typed });
export type NewValueInput = z.infer<typeof newValueForm>;

export const correctionForm = z.object({ giaTriCu: typed, giaTri: typed, lyDo: typed });
export type CorrectionInput = z.infer<typeof correctionForm>;

export const removalForm = z.object({ giaTriCu: typed, lyDoBo: typed });
export type RemovalInput = z.infer<typeof removalForm>;
