import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { isGroup } from './question.rules.js';

const LONGEST = 200;

/** What is looked for, or one group; a group that is not there counts as none. */
export const faqQuery = z.object({
  tim: z.preprocess(single, z.string().max(LONGEST, `Câu cần tìm dài quá ${LONGEST} ký tự. Hãy viết ngắn lại.`)),
  nhom: z.preprocess((value) => (isGroup(single(value)) ? single(value) : ''), z.string()),
});
export type FaqQuery = z.infer<typeof faqQuery>;
