import type { Agency } from '../../contracts/organisation.js';
import type { TrackedDossier } from '../../contracts/registration-tracking.js';
import type { FoundGroup } from './chat.queries.js';
import type { Corpus } from './corpus.queries.js';
import { presentAnswer, type FigureValues } from './faq.presenter.js';
import { packed, type Turn } from './talk.rules.js';

/** What the first page offers. */
export const STARTERS = [
  'Cách đăng ký tài khoản',
  'Quên mật khẩu',
  'Hồ sơ của tôi đến đâu rồi?',
  'Xem thẻ BHYT ở đâu?',
  'Cơ quan BHXH ở Đà Nẵng',
];

const WORDS = {
  hello:
    'Chào bạn. Bạn hỏi về đăng ký, tài khoản, thẻ BHYT, quá trình đóng, các chế độ hoặc nơi nộp hồ sơ; viết có dấu hay không dấu đều được.',
  thanks: 'Rất vui được giúp bạn. Cần thêm gì, bạn cứ hỏi tiếp.',
  about:
    'Tôi là trợ lý ảo của cổng An Sinh, trả lời từ mục Câu hỏi thường gặp và danh bạ cơ quan. Tôi không phải cán bộ và không xem được hồ sơ của bạn.',
  dossier: 'Để xem hồ sơ đang ở bước nào, hãy nhập số hồ sơ và số điện thoại đã khai. Hai số này không được lưu lại.',
  seen: 'Tình trạng hồ sơ đã hiện lúc bạn hỏi. Muốn xem lại, hãy nhập lại số hồ sơ và số điện thoại.',
  none: 'Câu này tôi chưa có câu trả lời. Bạn có thể:',
} as const;

export interface Surroundings {
  readonly corpus: Corpus;
  readonly figures: FigureValues;
  /** Offices and finds behind the keys of the talk. */
  readonly offices: ReadonlyMap<string, readonly Agency[]>;
  readonly found: ReadonlyMap<string, readonly FoundGroup[]>;
}

const officeOf = ({ name, address, phone, openingHours, latitude, longitude }: Agency) => ({
  name,
  address,
  phone,
  hours: openingHours,
  map:
    latitude === null || longitude === null
      ? undefined
      : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`,
});

const ANSWERED_ABOVE = 'Kết quả tìm kiếm đã hiện lúc bạn hỏi.';

/** One answer as the page shows it. */
const presentReply = (answer: string, { corpus, figures, offices, found }: Surroundings) => {
  const [kind = '', ...rest] = answer.split(':');
  const key = rest.join(':');
  if (kind === 'faq') {
    const row = corpus.byCode.get(key);
    return row
      ? { kind, faq: presentAnswer(row, figures) }
      : { kind: 'text', text: 'Câu trả lời này vừa được rút. Hãy hỏi lại.' };
  }
  if (kind === 'offices') return { kind, offices: (offices.get(key) ?? []).map(officeOf) };
  if (kind === 'found') {
    const groups = found.get(key);
    return groups ? { kind, groups } : { kind: 'text', text: ANSWERED_ABOVE };
  }
  return { kind: kind === 'none' || kind === 'dossier' ? kind : 'text', text: WORDS[kind as keyof typeof WORDS] ?? '' };
};

/** The talk for people, oldest first. */
export const presentTalk = (turns: readonly Turn[], around: Surroundings) =>
  turns.map(({ text, answer }, index) => ({
    text,
    last: index === turns.length - 1,
    reply: presentReply(answer, around),
  }));

/** Questions that are one tap away: what is near, and the page of dossiers where it fits. */
export const quickReplies = (turns: readonly Turn[], near: readonly string[], { corpus }: Surroundings): string[] =>
  turns.length === 0 ? STARTERS : near.flatMap((code) => corpus.byCode.get(code)?.question ?? []);

export const presentDossier = ({ number, tag, next, rows, reason }: TrackedDossier) => ({
  number,
  tag,
  next,
  rows,
  reason,
});

/** What was asked and answered, for a letter or a report. */
export const transcriptOf = (turns: readonly Turn[], { corpus }: Pick<Surroundings, 'corpus'>): string => {
  const said = turns.map(({ text, answer }) => {
    const code = answer.startsWith('faq:') ? answer.slice(4) : '';
    const replied =
      corpus.byCode.get(code)?.question ?? (answer === 'none' ? 'chưa có câu trả lời' : 'thông tin tra cứu');
    return `- Hỏi: ${text}\n  Trợ lý ảo: ${replied}`;
  });
  return said.length ? `Tôi đã hỏi trợ lý ảo:\n${said.join('\n')}` : '';
};

export const carried = packed;
