import { z } from 'zod';
import { instantAt, startOfDay } from '../../core/clock.js';
import { clean } from '../../core/text.js';
import { versionNumber } from './editor.schema.js';

const single = (value: unknown): string => (typeof value === 'string' ? clean(value) : '');

const MOMENT = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}) (\d{1,2})[:h.](\d{2})$/;

/** 16/03/2026 08:30 in Viet Nam; undefined for what the calendar or the clock does not have. */
const momentIn = (text: string): Date | undefined => {
  const [, date = '', month = '', year = '', hour = '', minute = ''] = MOMENT.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const noon = startOfDay(day).getTime() + 12 * 3_600_000;
  if (Number.isNaN(noon) || !new Date(noon).toISOString().startsWith(day)) return undefined;
  return Number(hour) < 24 && Number(minute) < 60 ? instantAt(day, Number(hour), Number(minute)) : undefined;
};

const UNREADABLE = 'Hãy ghi ngày và giờ theo dạng 16/03/2026 08:30.';

const moment = (required: boolean) =>
  z.preprocess(
    single,
    z.string().transform((value, context): Date | null => {
      if (value === '' && !required) return null;
      const found = momentIn(value);
      if (!found) context.addIssue({ code: 'custom', message: UNREADABLE });
      return found ?? null;
    }),
  );

export const publishForm = z.object({ phienBan: versionNumber, goLuc: moment(false) });
export type PublishInput = z.infer<typeof publishForm>;

export const scheduleForm = z.object({ phienBan: versionNumber, dangLuc: moment(true), goLuc: moment(false) });
export type ScheduleInput = z.infer<typeof scheduleForm>;

/** Buttons that need nothing but the number of the version that was looked at. */
export const stepForm = z.object({ phienBan: versionNumber });
export type StepInput = z.infer<typeof stepForm>;
