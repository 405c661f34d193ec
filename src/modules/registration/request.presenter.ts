import type { CodePurpose, CodeState } from '../../contracts/auth.js';
import { stateTags, type ChangedField, type DossierChange } from '../../contracts/registration.js';
import { date, dateTime, maskEmail, maskPhone } from '../../core/http/format.js';
import type { OwnRequest } from './own-request.queries.js';
import { paths } from './paths.js';
import { fieldWords, requestWords, WITHDRAWN, type Contact, type RequestKind } from './request.rules.js';

const MASKS: Readonly<Record<ChangedField, (value: string) => string>> = {
  phone: maskPhone,
  email: maskEmail,
  address: (line) => line,
};

export const NONE = 'Chưa có';

/** Contact data as it may be read over a shoulder. */
export const masked = (field: ChangedField, value: string): string => MASKS[field](value) || NONE;

export const contactRows = (contact: Contact): Readonly<Record<ChangedField, string>> => ({
  phone: masked('phone', contact.phone),
  email: masked('email', contact.email),
  address: masked('address', contact.address),
});

/** Who acts next, or how it ended; the same words on the own page and in tracking. */
export const nextOfRequest = (
  request: Pick<OwnRequest, 'kind' | 'state' | 'decidedAt' | 'reason' | 'purgedAt'>,
  office: string,
): string => {
  const stays = request.kind === 'change' ? 'Thông tin giữ như cũ.' : 'Tài khoản vẫn dùng như thường.';
  switch (request.state) {
    case 'in_review':
      return `Cán bộ của ${office} đang xem yêu cầu. Bạn không cần làm gì thêm.`;
    case 'approved':
      return request.kind === 'change'
        ? `Thông tin mới có hiệu lực từ ngày ${date(request.decidedAt)}.`
        : `Tài khoản đã ngừng sử dụng từ ngày ${date(request.decidedAt)}. Khi cần dùng lại, bạn đăng ký mới.`;
    case 'refused':
      if (request.purgedAt) return `${stays} Yêu cầu đã quá hạn lưu nên nội dung đã xóa.`;
      return request.reason === WITHDRAWN ? stays : `${stays} Bạn xem lý do rồi gửi yêu cầu khác khi sẵn sàng.`;
    default:
      return `Cán bộ của ${office} sẽ nhận và xem yêu cầu. Bạn không cần làm gì thêm.`;
  }
};

const TAKEN_BACK = { kind: 'off', icon: 'dash-circle', text: 'Đã rút' } as const;

/** Where it stands; what its owner took back was refused by nobody. */
export const tagOfRequest = ({ state, reason }: Pick<OwnRequest, 'state' | 'reason'>) =>
  state === 'refused' && reason === WITHDRAWN ? TAKEN_BACK : stateTags[state];

/** Why an officer refused it. */
export const refusalOf = ({ state, reason }: Pick<OwnRequest, 'state' | 'reason'>): string =>
  state === 'refused' && reason !== WITHDRAWN ? (reason ?? '') : '';

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** An own request with state, what it asks for, and who acts next. */
export const toRequestView = (request: OwnRequest, office: string) => {
  const { id, number, kind, state } = request;
  const open = state !== 'approved' && state !== 'refused';
  const changes = JSON.parse(request.changes ?? '[]') as DossierChange[];
  return {
    id,
    number,
    kind,
    open,
    title: capital(requestWords[kind]),
    tag: tagOfRequest(request),
    asked: dateTime(request.declaredAt),
    changes: changes.map(({ field, from, to }) => ({
      label: fieldWords[field],
      from: masked(field, from),
      to: masked(field, to),
    })),
    next: nextOfRequest(request, office),
    reason: refusalOf(request),
    withdraw: paths.withdraw(id),
  };
};
export type RequestView = ReturnType<typeof toRequestView>;

/** One code of a confirmation: what it is for, and the field in which it is typed. */
export interface CodeField {
  readonly purpose: CodePurpose;
  readonly name: 'maOtp' | 'maOtpMoi';
  readonly label: string;
}

/** A request that is confirmed by codes: where its pages are and what they ask. */
export interface CodeStep {
  readonly kind: RequestKind;
  readonly title: string;
  /** Whoever has no open confirmation is sent there. */
  readonly start: string;
  readonly confirm: string;
  readonly resend: string;
  readonly fields: readonly CodeField[];
}

/** The page on which the codes are typed. */
export const toCodePage = (step: CodeStep, states: readonly CodeState[], now: Date) => ({
  title: step.title,
  step,
  challenge: states[0]?.id ?? '',
  several: states.length > 1,
  codes: states.map(({ to, triesLeft, expiresAt, resendAt }, index) => ({
    ...step.fields[index],
    which: index,
    to,
    triesLeft,
    expiresAt,
    expired: expiresAt <= now,
    waitSeconds: Math.max(0, Math.ceil((resendAt.getTime() - now.getTime()) / 1_000)),
  })),
});
