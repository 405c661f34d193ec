import type { ChangedField, DossierChange, DossierKind } from '../../contracts/registration.js';
import { clean } from '../../core/text.js';

/** What the holder of an account asks for on-line. */
export type RequestKind = Exclude<DossierKind, 'new'>;

export const isRequest = <Row extends { kind: DossierKind }>(row: Row): row is Row & { kind: RequestKind } =>
  row.kind !== 'new';

/** What is asked for, as messages and pages name it. */
export const requestWords: Readonly<Record<RequestKind, string>> = {
  change: 'thay đổi thông tin',
  stop: 'ngừng sử dụng tài khoản',
};

export const fieldWords: Readonly<Record<ChangedField, string>> = {
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
};

/** Contact data of a person as the office has it; empty where it has none. */
export type Contact = Readonly<Record<ChangedField, string>>;

const FIELDS = ['phone', 'email', 'address'] as const satisfies readonly ChangedField[];

/** Case, blanks and commas make no other address. */
const bare = (text: string): string =>
  clean(text)
    .toLocaleLowerCase('vi')
    .replace(/[\s,.]+/gu, ' ');

/** What is asked for and differs from what is there: a field left empty and the same once more are no change. */
export const changesOf = (current: Contact, wanted: Contact): DossierChange[] =>
  FIELDS.flatMap((field) => {
    const [from, to] = [current[field], wanted[field]];
    return to === '' || bare(from) === bare(to) ? [] : [{ field, from, to }];
  });

/** Unique while a request is open, so that a person has one of each kind at a time. */
export const openKeyOf = (insuranceNumber: string, kind: RequestKind): string => `${insuranceNumber}:${kind}`;

/** Reason of a request that its own maker took back. */
export const WITHDRAWN = 'Người dân rút yêu cầu';

/** Who has taken it back, where an officer's name would stand. */
export const PERSON = 'Người dân';
