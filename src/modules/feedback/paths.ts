const FORM = '/phan-anh';
const TRACK = '/phan-anh/tra-cuu';
const OWN = '/ca-nhan/phan-anh';
const WORK = '/can-bo/phan-anh';

const withQuery = (path: string, params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `${path}?${new URLSearchParams(filled).toString()}` : path;
};

/** Pages of one case for whoever sent it: `base` is the address of the case, opened by a pass or by the account. */
const casePages = (base: string) => ({
  show: base,
  supply: `${base}/bo-sung`,
  reopen: `${base}/mo-lai`,
  rate: `${base}/danh-gia`,
  solved: `${base}/da-giai-quyet`,
  file: (id: string): string => `${base}/tep/${id}`,
});
export type CasePages = ReturnType<typeof casePages>;

/** Every address of the module. */
export const paths = {
  home: '/',
  login: '/dang-nhap',
  form: FORM,
  /** The form begun by another page: what it brings is sealed in the mark. */
  filled: (mark: string): string => withQuery(FORM, { tu: mark }),
  sent: (mark: string): string => `${FORM}/da-gui/${mark}`,
  track: TRACK,
  /** One case for a guest who knew code and phone: the pass holds neither, and lives for half an hour. */
  tracked: (pass: string): CasePages => casePages(`${TRACK}/${pass}`),
  own: (params: Readonly<Record<string, string>> = {}): string => withQuery(OWN, params),
  ownCase: (id: string): CasePages => casePages(`${OWN}/${id}`),
} as const;

/** `from` is the list the officer came from; it travels along so that Thoát leads back to the very same row. */
const withFrom = (path: string, from: string | undefined): string =>
  from && from !== WORK ? withQuery(path, { tu: from }) : path;

/** Pages of officers. */
export const workPaths = {
  list: (params: Readonly<Record<string, string>> = {}): string => withQuery(WORK, params),
  csv: (params: Readonly<Record<string, string>> = {}): string => withQuery(`${WORK}/danh-sach.csv`, params),
  intake: `${WORK}/moi`,
  templates: `${WORK}/mau-tra-loi`,
  template: (id: string): string => `${WORK}/mau-tra-loi/${id}`,
  case: (id: string, from?: string): string => withFrom(`${WORK}/${id}`, from),
  slip: (id: string): string => `${WORK}/${id}/phieu`,
  file: (id: string, fileId: string): string => `${WORK}/${id}/tep/${fileId}`,
  classify: (id: string): string => `${WORK}/${id}/phan-loai`,
  assign: (id: string): string => `${WORK}/${id}/giao`,
  take: (id: string): string => `${WORK}/${id}/nhan`,
  release: (id: string): string => `${WORK}/${id}/thoi`,
  ask: (id: string): string => `${WORK}/${id}/hoi`,
  note: (id: string): string => `${WORK}/${id}/ghi-chu`,
  answer: (id: string): string => `${WORK}/${id}/tra-loi`,
  merge: (id: string): string => `${WORK}/${id}/gop`,
  spam: (id: string): string => `${WORK}/${id}/khong-xu-ly`,
  redirect: (id: string): string => `${WORK}/${id}/chuyen-theo-luat`,
  resend: (id: string, messageId: string): string => `${WORK}/${id}/tin-nhan/${messageId}/gui-lai`,
} as const;

/** The list a page was opened from. Anything but a local address of the list counts as the plain list. */
export const safeFrom = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 1_000) return WORK;
  return /^\/can-bo\/phan-anh(\/giam-sat|\/moi-phoi-hop)?(\?[\w\-.~%&=+!*'(),:;@/$]*)?$/.test(value) ? value : WORK;
};

const INVITED = `${WORK}/moi-phoi-hop`;
const WATCHED = `${WORK}/giam-sat`;
const FIGURES = `${WORK}/thong-ke`;
const TOPICS = '/can-bo/quan-tri/linh-vuc-phan-anh';

/** Coordination, monitors, figures, and what administrators set. */
export const watchPaths = {
  /** Cases to which an office is invited. */
  invited: (params: Readonly<Record<string, string>> = {}): string => withQuery(INVITED, params),
  accept: (id: string): string => `${INVITED}/${id}/nhan-loi`,
  reply: (id: string): string => `${INVITED}/${id}/tra-loi`,
  invite: (id: string): string => `${WORK}/${id}/moi`,
  withdraw: (id: string, invitation: string): string => `${WORK}/${id}/moi/${invitation}/rut`,
  extend: (id: string): string => `${WORK}/${id}/gia-han`,
  evidence: (id: string): string => `${WORK}/${id}/ho-so.zip`,
  /** Cases that a unit watches. */
  watched: (params: Readonly<Record<string, string>> = {}): string => withQuery(WATCHED, params),
  urge: (id: string): string => `${WATCHED}/${id}/don-doc`,
  watchedEvidence: (id: string): string => `${WATCHED}/${id}/ho-so.zip`,
  figures: (params: Readonly<Record<string, string>> = {}): string => withQuery(FIGURES, params),
  figuresCsv: (params: Readonly<Record<string, string>> = {}): string => withQuery(`${FIGURES}/thong-ke.csv`, params),
  figuresXlsx: (params: Readonly<Record<string, string>> = {}): string => withQuery(`${FIGURES}/thong-ke.xlsx`, params),
  topics: TOPICS,
  topic: (code: string): string => `${TOPICS}/${code}`,
} as const;
