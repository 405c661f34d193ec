/** A reason officers pick from the list. `short` goes into the SMS: ASCII, at most 60 characters, nothing personal. */
export interface RefusalTemplate {
  readonly id: string;
  readonly text: string;
  readonly short: string;
}

/** What the officer may mark as wrong: names of the declared data, and the words officer and citizen read. */
export const correctable = {
  insuranceNumber: 'Mã số BHXH',
  fullName: 'Họ và tên',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  paperNumber: 'Số CMND/CCCD/Hộ chiếu',
  address: 'Địa chỉ',
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  portrait: 'Ảnh cá nhân',
  front: 'Ảnh mặt trước giấy tờ',
  back: 'Ảnh mặt sau giấy tờ',
} as const;
export type Correctable = keyof typeof correctable;

/** Names under which the form asks for it, where they are not the same. */
const asked: Partial<Record<Correctable, readonly string[]>> = { address: ['province', 'commune', 'street'] };

/** The fields of form 01 behind what was marked as wrong. */
export const fieldsToCorrect = (marked: readonly Correctable[]): string[] =>
  marked.flatMap((name) => asked[name] ?? [name]);

/** Longest reason in an SMS. */
export const SHORT_REASON = 60;

const GENERIC = 'Xem ly do tren trang tra cuu ho so';

/** Cuts at a blank where there is one, so that no word is left half. */
const cutAtWord = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const blank = text.lastIndexOf(' ', length);
  return text.slice(0, blank > length / 2 ? blank : length).replace(/[\s,;:.-]+$/, '');
};

/**
 * The reason as the SMS may carry it. A picked reason has its own short words; free text is taken to ASCII (`ascii`
 * does that) and loses every number, mail address and the person's name (`ascii` form of it).
 */
export const shortReason = (template: RefusalTemplate | undefined, text: string, person: string): string => {
  if (template) return template.short;
  const words = person
    .split(' ')
    .filter(Boolean)
    .map((word) => word.replace(/[^A-Za-z0-9]/g, ''))
    .filter(Boolean);
  const name = words.length ? new RegExp(`\\b${words.join('\\s+')}\\b`, 'gi') : undefined;
  const bare = text
    .replace(/\S+@\S+/g, ' ')
    .replace(/[A-Za-z]?\d[\d./-]*/g, ' ')
    .replace(name ?? /$^/, ' ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return cutAtWord(bare, SHORT_REASON) || GENERIC;
};

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** The whole reason, as e-mail and tracking page show it: sentences, each with its full stop. */
export const fullReason = (template: RefusalTemplate | undefined, text: string): string =>
  [template?.text, text]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => sentence(part ?? ''))
    .join(' ');

/** Whether this officer declared the dossier: nobody decides his own. Officers without a number own none. */
export const isOwn = (officerNumber: string | undefined, insuranceNumber: string): boolean =>
  Boolean(officerNumber) && officerNumber === insuranceNumber;

/** Papers that prove who hands in the form. */
export const papers = ['Căn cước công dân, thẻ căn cước', 'Hộ chiếu', 'Giấy tờ khác có ảnh'] as const;
