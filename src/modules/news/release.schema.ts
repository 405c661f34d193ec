import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { versionNumber } from './editor.schema.js';
import { momentIn } from './moment.rules.js';

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
