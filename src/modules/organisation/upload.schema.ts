import { z } from 'zod';

/** One text; a repeated field or none at all counts as empty. */
const word = (most: number) => z.string().trim().max(most).catch('');

const id = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .catch('');

/** Faults of this form are told together with those of its file, by the service. */
export const uploadForm = z.object({ loai: word(40), cach: word(10), tepGiu: id });
export type UploadForm = z.infer<typeof uploadForm>;

export const uploadListSchema = z.object({ truoc: id });
export type UploadListInput = z.infer<typeof uploadListSchema>;
