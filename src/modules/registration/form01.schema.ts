import { z } from 'zod';
import type { PictureKind } from '../../contracts/registration.js';
import { clean } from '../../core/text.js';
import * as field from './field.rules.js';

/** Fields of form 01, under the names they carry in HTML. */
export const FORM_FIELDS = [
  'insuranceNumber',
  'fullName',
  'birthDate',
  'sex',
  'paperNumber',
  'phone',
  'email',
  'province',
  'commune',
  'street',
  'agency',
  'commitment',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** File fields of form 01, in the order of the page. */
export const PICTURE_FIELDS = ['portrait', 'front', 'back'] as const satisfies readonly PictureKind[];

/** Largest size of one file in bytes. */
export const MAX_BYTES = 8 * 1024 * 1024;

export type RawForm = Readonly<Record<string, unknown>>;

/** What a browser sent, before it is looked at: the checks need the day and the files, so the controller makes them. */
export const rawForm = z.record(z.string(), z.unknown());

/** A text field with its rule. */
export const checked = (rule: (text: string) => field.Checked) =>
  z.string().transform((text, context) => {
    const result = rule(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.fault });
    return z.NEVER;
  });

/** The schema of form 01 on a day (yyyy-mm-dd). */
export const form01 = (today: string) =>
  z.object({
    insuranceNumber: checked(field.checkInsuranceNumber),
    fullName: checked(field.checkName),
    birthDate: checked((text) => field.checkBirthDate(text, today)),
    sex: checked(field.checkSex).transform((sex) => sex as 'male' | 'female'),
    paperNumber: checked(field.checkPaperNumber),
    phone: checked(field.checkPhone),
    email: checked(field.checkEmail).transform((address) => address || null),
    province: checked(field.checkProvince),
    commune: checked(field.checkCommune),
    street: checked(field.checkStreet),
    agency: checked(field.checkAgency),
    commitment: checked(field.checkCommitment),
  });
export type Form01 = z.infer<ReturnType<typeof form01>>;

/** Text of one field: what is missing or came several times counts as empty. */
export const textOf = (raw: RawForm, name: string): string => {
  const value = raw[name];
  return typeof value === 'string' ? value : '';
};

/** The typed fields as plain text, complete. */
export const textsOf = (raw: RawForm): Record<FormField, string> =>
  Object.fromEntries(FORM_FIELDS.map((name) => [name, textOf(raw, name)])) as Record<FormField, string>;

/** What was typed, whatever the page: only text goes back into a form. */
export const typedText = (raw: RawForm): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const KEY = /^[A-Za-z0-9_-]{22}$/;

/** The hidden key of the form, or nothing when it is not one of ours. */
export const formKeyOf = (raw: RawForm): string | undefined => {
  const key = textOf(raw, 'formKey');
  return KEY.test(key) ? key : undefined;
};

/** A dossier number as it stands on the form. */
export const dossierNumberField = z
  .string()
  .min(1, 'Hãy nhập số hồ sơ ghi trên tờ khai, ví dụ 00412/2026/04802.')
  .regex(/^\d{5,6}\/\d{4}\/\d{5}$/, 'Số hồ sơ chưa đúng dạng. Hãy nhập như trên tờ khai, ví dụ 00412/2026/04802.');

/** Keyboards for digits have no slash: any other mark between the parts, or none, does as well. */
export const typedNumber = (raw: RawForm): string => {
  const typed = clean(textOf(raw, 'number')).replace(/\s/g, '');
  const [, running, year, agency] = /^(\d{5,6})(\d{4})(\d{5})$/.exec(typed.replace(/[/.-]/g, '')) ?? [];
  return running ? `${running}/${year}/${agency}` : typed;
};

/** Dossier number and phone of the tracking page. */
export const trackingForm = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({ number: typedNumber(raw), phone: textOf(raw, 'phone') }))
  .pipe(z.object({ number: dossierNumberField, phone: checked(field.checkPhone) }));
export type TrackingForm = z.infer<typeof trackingForm>;
