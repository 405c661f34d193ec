import { z } from 'zod';
import type { Day } from './clock.js';
import { clean, cleanLines } from './text.js';
import { dayIn } from './typed-dates.js';

/** The first value of a field, cleaned; whatever is no text counts as empty. */
export const single = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? clean(first) : '';
};

/** All values of a field, cleaned. */
export const several = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(single));

/** A text of several lines, cleaned. */
export const paragraphs = (value: unknown): string => (typeof value === 'string' ? cleanLines(value) : '');

/** A field whose digits people group with blanks, dots and dashes. */
export const digits = (value: unknown): string => single(value).replace(/[\s.-]/g, '');

/** A box that may be ticked, with whatever value. */
export const ticked = z.preprocess((value) => single(value) !== '', z.boolean());

/** The version of a thing that the sender had before him; `stale` says what to do where the field was changed. */
export const seenVersion = (stale: string) =>
  z.preprocess(
    single,
    z
      .string()
      .regex(/^\d{1,9}$/, stale)
      .transform(Number),
  );

const NO_DAY = 'Ngày này không có trong lịch. Hãy ghi theo dạng 16/03/2026.';

/** A day as it was typed, as yyyy-mm-dd. `missing` says what an empty field lacks; without it one may be empty. */
export const typedDay = (missing = '', wrong = NO_DAY) =>
  z.preprocess(
    single,
    z.string().transform((typed, context): Day => {
      const day = typed === '' && !missing ? '' : dayIn(typed);
      if (day === undefined) context.addIssue({ code: 'custom', message: typed === '' ? missing : wrong });
      return day ?? '';
    }),
  );
