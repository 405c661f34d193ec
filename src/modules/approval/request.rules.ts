import type { ContactChange } from '../../contracts/records.js';
import type { ChangedField, Dossier, DossierKind } from '../../contracts/registration.js';

/** What the holder of an account asks for on-line. */
export type RequestKind = Exclude<DossierKind, 'new'>;

export const isRequest = (dossier: Dossier): dossier is Dossier & { kind: RequestKind } => dossier.kind !== 'new';

export const fieldWords: Readonly<Record<ChangedField, string>> = {
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
};

type Asked = Pick<Dossier, 'changes'>;

export const wanted = ({ changes }: Asked, field: ChangedField): string | undefined =>
  changes.find((change) => change.field === field)?.to;

/** The phone the person has once the dossier is approved. */
export const phoneAfter = (dossier: Asked & Pick<Dossier, 'phone'>): string =>
  wanted(dossier, 'phone') ?? dossier.phone;

/** New contact data, the changed parts only; an empty e-mail address is none. */
export const changedContact = (dossier: Asked & Pick<Dossier, 'insuranceNumber'>): ContactChange => {
  const [phone, email, address] = [wanted(dossier, 'phone'), wanted(dossier, 'email'), wanted(dossier, 'address')];
  return {
    insuranceNumber: dossier.insuranceNumber,
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email: email === '' ? null : email }),
    ...(address !== undefined && { address }),
  };
};

/** What follows when an account is no longer used, for the officer who confirms it. */
export const stopConsequences = [
  'Tài khoản đóng ngay, mọi thiết bị đang đăng nhập bị thoát.',
  'Người dân được báo qua SMS và thư điện tử.',
  'Mã số BHXH, thẻ BHYT, quá trình tham gia và quyền lợi không thay đổi.',
  'Yêu cầu thay đổi thông tin đang chờ được hủy.',
  'Muốn dùng lại, người dân kê khai đăng ký như lần đầu.',
] as const;

/** Whether the same officer who put a new portrait into the dossier would give the person a new phone as well. */
export const needsSecond = (dossier: Asked, replacedPortrait: boolean): boolean =>
  replacedPortrait && wanted(dossier, 'phone') !== undefined;
