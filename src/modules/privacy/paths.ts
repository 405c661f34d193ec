const TEXTS = '/quyen-rieng-tu';
const TEXT_LIST = '/can-bo/quan-tri/van-ban-dong-y';

/** Every address of this module. */
export const paths = {
  seen: '/ca-nhan/ai-da-xem',
  myData: '/ca-nhan/du-lieu-cua-toi',
  myDataJson: '/ca-nhan/du-lieu-cua-toi.json',
  myDataPdf: '/ca-nhan/du-lieu-cua-toi.pdf',
  journal: '/can-bo/nhat-ky',
  journalOfPerson: '/can-bo/nhat-ky/nguoi',
  consents: '/ca-nhan/dong-y',
  withdraw: '/ca-nhan/dong-y/rut-lai',
  texts: TEXTS,
  text: (code: string, version: number | string): string => `${TEXTS}/${code}/${version}`,
  textList: TEXT_LIST,
  editText: (code: string): string => `${TEXT_LIST}/${code}`,
  retention: '/can-bo/quan-tri/luu-giu',
  retentionTrial: '/can-bo/quan-tri/luu-giu/chay-thu',
} as const;

/** A page of a list, from the row with this number on. */
export const olderThan = (path: string, below: number): string => `${path}?truoc=${below}`;

/** An address with those parts of a filter that are filled in. */
export const withQuery = (path: string, params: Readonly<Record<string, string>>): string => {
  const filled = Object.entries(params).filter(([, value]) => value !== '');
  return filled.length ? `${path}?${new URLSearchParams(filled).toString()}` : path;
};
