const FORM = '/phan-anh';
const TRACK = '/phan-anh/tra-cuu';
const OWN = '/ca-nhan/phan-anh';

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
