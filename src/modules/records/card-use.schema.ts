import { z } from 'zod';
import { clean } from '../../core/text.js';
import { askedFor } from './card-use.rules.js';

const LONGEST = 1_200;
const text = (value: unknown): string => (typeof value === 'string' ? clean(value.slice(0, LONGEST)) : '');

/** What is typed, scanned or pasted into the one field of the page that checks cards. */
export const cardCheckForm = z.object({
  ma: z.preprocess(text, z.string().min(1, 'Hãy nhập mã mà người bệnh đưa, hoặc quét mã QR.').transform(askedFor)),
});
export type CardCheckInput = z.infer<typeof cardCheckForm>;

/** The link in a QR code. */
export const cardCheckQuery = z.object({ ma: z.preprocess(text, z.string()) });
export type CardCheckQuery = z.infer<typeof cardCheckQuery>;
