import { z } from 'zod';
import { clean } from '../../core/text.js';
import { isGroup } from './question.rules.js';

const one = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? clean(first) : '';
};

const LONGEST = 200;

/** What is looked for, or one group; a group that is not there counts as none. */
export const faqQuery = z.object({
  tim: z.preprocess(one, z.string().max(LONGEST, `Câu cần tìm dài quá ${LONGEST} ký tự. Hãy viết ngắn lại.`)),
  nhom: z.preprocess((value) => (isGroup(one(value)) ? one(value) : ''), z.string()),
});
export type FaqQuery = z.infer<typeof faqQuery>;
