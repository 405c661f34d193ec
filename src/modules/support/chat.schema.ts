import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { LONGEST_QUESTION, unpacked } from './talk.rules.js';

/** The talk so far, as the page carries it. */
const talk = z.preprocess(
  (value) => (typeof value === 'string' ? value.slice(0, 8_000) : ''),
  z.string().transform(unpacked),
);

export const chatForm = z.object({
  chuyen: talk,
  cau: z.preprocess(
    single,
    z
      .string()
      .min(2, 'Hãy viết câu hỏi, ví dụ: quên mật khẩu thì làm sao?')
      .max(LONGEST_QUESTION, `Câu hỏi dài quá ${LONGEST_QUESTION} ký tự. Hãy hỏi từng ý ngắn.`),
  ),
});
export type ChatInput = z.infer<typeof chatForm>;

/** Number and phone are checked where dossiers are known. */
export const chatDossierForm = z.object({
  chuyen: talk,
  number: z.preprocess(single, z.string().max(40, 'Số hồ sơ chưa đúng dạng. Ví dụ 00412/2026/04802.')),
  phone: z.preprocess(single, z.string().max(40, 'Số điện thoại chưa đúng. Ví dụ 0905612347.')),
});
export type ChatDossierInput = z.infer<typeof chatDossierForm>;

export const chatTalkForm = z.object({ chuyen: talk });
export type ChatTalkInput = z.infer<typeof chatTalkForm>;
