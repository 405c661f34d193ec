const FAQ = '/ho-tro/cau-hoi-thuong-gap';
const CHAT = '/ho-tro/tro-ly-ao';
const LETTER = '/ho-tro/thu-dien-tu';
const QUESTIONS = '/can-bo/ho-tro/cau-hoi';
const CALLS = '/can-bo/ho-tro/duong-day-nong';
const GAPS = '/can-bo/ho-tro/chua-tra-loi';

const withQuery = (path: string, params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `${path}?${new URLSearchParams(filled).toString()}` : path;
};

/** Every address of this module. */
export const paths = {
  help: '/ho-tro',
  faq: FAQ,
  faqGroup: (group: string): string => withQuery(FAQ, { nhom: group }),
  faqSearch: (text: string): string => withQuery(FAQ, { tim: text }),
  answer: (code: string): string => `${FAQ}/${code}`,
  chat: CHAT,
  chatDossier: `${CHAT}/ho-so`,
  chatLetter: `${CHAT}/gui-thu`,
  letter: LETTER,
  letterSent: (mark: string): string => `${LETTER}/da-gui/${mark}`,
  questions: (params: Readonly<Record<string, string>> = {}): string => withQuery(QUESTIONS, params),
  newQuestion: `${QUESTIONS}/moi`,
  question: (id: string): string => `${QUESTIONS}/${id}`,
  publish: (id: string): string => `${QUESTIONS}/${id}/dang`,
  withdraw: (id: string): string => `${QUESTIONS}/${id}/rut`,
  version: (id: string, version: number | string): string => `${QUESTIONS}/${id}/ban/${version}`,
  gaps: (params: Readonly<Record<string, string>> = {}): string => withQuery(GAPS, params),
  gapDraft: (id: string): string => `${GAPS}/${id}/viet`,
  calls: (params: Readonly<Record<string, string>> = {}): string => withQuery(CALLS, params),
  call: (id: string): string => `${CALLS}/${id}`,
  closeCall: (id: string): string => `${CALLS}/${id}/dong`,
  gapDismiss: (id: string): string => `${GAPS}/${id}/bo-qua`,
} as const;
