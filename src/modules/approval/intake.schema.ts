import { z } from 'zod';
import { single } from '../../core/form-values.js';
import { version } from './assessment.schema.js';
import { parseScan } from './list.rules.js';

const NUMBER = /^\d{5,6}\/\d{4}\/\d{5}$/;
const raw = z.object({
  soHoSo: z.preprocess(single, z.string()),
  maSo: z.preprocess(single, z.string()),
  maQr: z.preprocess(single, z.string()),
});

/** Both numbers of a dossier; what a scanner read from its QR fills in what was not typed. */
const both = raw.transform(({ soHoSo, maSo, maQr }) => {
  const scanned = parseScan(maQr.slice(0, 500));
  return {
    soHoSo: soHoSo.replace(/\s/g, '') || scanned.number,
    maSo: maSo.replace(/[\s.]/g, '') || scanned.insuranceNumber,
  };
});

const checked = z.object({
  soHoSo: z.string().regex(NUMBER, 'Nhập đủ số hồ sơ ghi trên tờ khai, ví dụ 00412/2026/04802, hoặc quét mã QR.'),
  maSo: z.string().regex(/^\d{10}$/, 'Nhập đủ 10 chữ số của mã số BHXH, ví dụ 4811223344.'),
});

/** "Nhận hồ sơ của cơ quan khác": exact dossier number and insurance number. */
export const intakeSchema = both.pipe(checked);
export type IntakeInput = z.infer<typeof intakeSchema>;

/** The same, confirmed. */
export const intakeConfirmSchema = checked.extend({ phienBan: version });
export type IntakeConfirmInput = z.infer<typeof intakeConfirmSchema>;
