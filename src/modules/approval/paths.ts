/** Every address of the module. */
const LIST = '/can-bo/ho-so';
const HELP = '/can-bo/tai-khoan';
const SECOND = '/can-bo/cho-xac-nhan';
const REASONS = '/can-bo/quan-tri/mau-ly-do';

const query = (params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `?${new URLSearchParams(filled).toString()}` : '';
};

/** `from` is the list the officer came from; it travels along so that Thoát leads back to the very same row. */
const withFrom = (path: string, from: string | undefined): string =>
  from && from !== LIST ? path + query({ tu: from }) : path;

export const paths = {
  list: (params: Readonly<Record<string, string>> = {}): string => LIST + query(params),
  dossier: (id: string, from?: string): string => withFrom(`${LIST}/${id}`, from),
  handIn: (id: string): string => `${LIST}/${id}/nop`,
  take: (id: string): string => `${LIST}/${id}/nhan-xu-ly`,
  release: (id: string): string => `${LIST}/${id}/thoi-xu-ly`,
  assess: (id: string): string => `${LIST}/${id}/danh-gia`,
  confirm: (id: string, from?: string): string => withFrom(`${LIST}/${id}/xac-nhan`, from),
  duplicate: (id: string, other: string, from?: string): string => withFrom(`${LIST}/${id}/trung/${other}`, from),
  second: (params: Readonly<Record<string, string>> = {}): string => SECOND + query(params),
  secondOne: (id: string): string => `${SECOND}/${id}`,
  secondPicture: (id: string, index: number | string): string => `${SECOND}/${id}/anh/${index}`,
  secondConfirm: (id: string): string => `${SECOND}/${id}/xac-nhan`,
  secondReject: (id: string): string => `${SECOND}/${id}/khong-dong-y`,
  picture: (id: string, pictureId: string): string => `${LIST}/${id}/anh/${pictureId}`,
  viewer: (id: string, pictureId: string, from?: string): string =>
    withFrom(`${LIST}/${id}/xem-anh/${pictureId}`, from),
  rotate: (id: string, pictureId: string): string => `${LIST}/${id}/anh/${pictureId}/xoay`,
  replace: (id: string, kind: string, from?: string): string => withFrom(`${LIST}/${id}/thay-anh/${kind}`, from),
  resend: (id: string, messageId: string): string => `${LIST}/${id}/tin-nhan/${messageId}/gui-lai`,
  guidance: (id: string): string => `${LIST}/${id}/huong-dan`,
  reasons: REASONS,
  reason: (id: string): string => `${REASONS}/${id}`,
  receive: `${LIST}/nhan-ho-so`,
  receiveConfirm: `${LIST}/nhan-ho-so/xac-nhan`,
  help: HELP,
  helpAccount: (id: string): string => `${HELP}/${id}`,
  helpReset: (id: string): string => `${HELP}/${id}/mat-khau`,
  helpHanded: (id: string): string => `${HELP}/${id}/da-giao-thu`,
  helpPhone: (id: string): string => `${HELP}/${id}/so-dien-thoai`,
  helpPhoneConfirm: (id: string): string => `${HELP}/${id}/so-dien-thoai/xac-nhan`,
  helpPicture: (id: string, pictureId: string): string => `${HELP}/${id}/anh/${pictureId}`,
} as const;

/** The list a page was opened from. Anything but a local address of the list counts as the plain list. */
export const safeFrom = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 1_000) return LIST;
  return /^\/can-bo\/ho-so(\?[\w\-.~%&=+!*'(),:;@/$]*)?$/.test(value) ? value : LIST;
};
