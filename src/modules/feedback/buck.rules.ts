import { fold } from '../../core/text.js';

/** The rule as it stands beside an answer that breaks it. */
export const BUCK_RULE =
  'Cơ quan tiếp nhận giải quyết đến cùng, không hướng dẫn người dân sang cơ quan khác (mục 5 công văn 3717/BHXH-CNTT). Cần cơ quan khác thì mời phối hợp, rồi trả lời kết quả.';

/** Part of an answer; `wrong` sends the citizen elsewhere. */
export interface Passage {
  readonly text: string;
  readonly wrong: boolean;
}

/** An office that is not the one that writes, as far as words can tell. Texts are folded: no marks, lower case. */
const OFFICE =
  '(?:co quan|don vi|phong|chi nhanh|van phong|tru so|noi|bo phan)? ?(?:bhxh|bao hiem xa hoi|bhyt|bao hiem y te)|bao hiem (?:huyen|quan|tinh|thanh pho|phuong|xa|noi)|phuong|huyen|dai ly|co quan|don vi|noi (?:ban |ong ba |ong |ba |anh chi |minh )?(?:da |dang )?(?:tham gia|cu tru|lam viec|cap the|dong|kham)|dia phuong|benh vien|co so (?:kham|y te)|cong ty|doanh nghiep|nguoi su dung lao dong|uy ban|ubnd|so noi vu|so y te|trung tam (?:dich vu )?viec lam|ngan hang';

/** What the reader is told to do there. */
const GO =
  '(?:lien he|lh|lien lac|hoi|gap|den|toi|ra|len|sang|qua|ve|goi(?: dien)?(?: cho| den| toi)?|(?:lam don )?gui(?: don| ho so| phan anh| kien nghi| yeu cau| thu| van ban)?(?: lai)?(?: cho| den| toi| ve| sang)?|nop(?: don| ho so| phan anh)?(?: lai)?(?: cho| den| toi| tai| o)?|lam viec (?:voi|tai)|phan anh (?:voi|den|toi|tai|len)|kien nghi (?:voi|den|toi)|de nghi (?:voi|den|toi)|trao doi (?:voi|truc tiep voi)|yeu cau)';

/** Who is told to: the reader, openly or by a word that only speaks to him. */
const READER =
  '(?:ban|ong ba|ong|ba|anh chi|anh|chi|nguoi dan|cong dan|(?:bac|chau|co|chu|em)|quy (?:khach hang|khach|vi|ong ba|ban)|khach hang|nguoi tham gia|nguoi lao dong|nguoi gui)';
const URGING = '(?:hay|vui long|xin|de nghi|moi|can|phai|nen|co the|yeu cau|huong dan|kinh moi|kinh de nghi|truc tiep)';

const between = '(?: [a-z0-9]+){0,6}?';

/** Sentences that send away, each with the reason why it is here. */
const AWAY: readonly RegExp[] = [
  // "Bạn vui lòng liên hệ cơ quan BHXH nơi tham gia", "đề nghị ông bà đến BHXH quận để được giải quyết".
  new RegExp(`\\b${URGING}(?: ${READER})?(?: [a-z]+){0,2}? ${GO}${between} (?:${OFFICE})\\b`),
  new RegExp(`\\b${READER}(?: ${URGING})?(?: truc tiep| tu)? ${GO}${between} (?:${OFFICE})\\b`),
  // A sentence that begins with it speaks to the reader.
  new RegExp(`^(?:do do |vi vay |vay |truong hop nay |noi dung nay |viec nay )?${GO}${between} (?:${OFFICE})\\b`),
  // "... để được giải quyết", whoever goes there.
  new RegExp(
    `\\b${GO}${between} (?:${OFFICE})\\b.{0,60}\\b(?:de (?:duoc|biet|hoi|giai quyet|xu ly|huong dan|lam|xin|nop|cap|dieu chinh|bo sung)|giai dap|huong dan)\\b`,
  ),
  // "không thuộc thẩm quyền của chúng tôi".
  /\bkhong (?:thuoc|nam trong)(?: ve)? (?:tham quyen|trach nhiem|nhiem vu|chuc nang|pham vi|dia ban|quan ly)\b/,
  /\bkhong (?:phai|co) (?:la )?(?:tham quyen|trach nhiem)(?: cua)?(?: (?:co quan|don vi|chung toi|bhxh|giai quyet))/,
  /\b(?:khong (?:the )?giai quyet duoc|khong du tham quyen|khong co tham quyen)\b/,
  /\bthuoc (?:tham quyen|trach nhiem|pham vi)(?: [a-z]+){0,3} (?:co quan|don vi|bhxh|noi) (?:[a-z]+ )?(?:khac|noi)\b/,
  /\b(?:chuyen|tra lai|ban giao)(?: [a-z]+){0,6} (?:cho |sang |den |toi |ve )(?:co quan|don vi|bhxh|noi) (?:khac|noi|quan ly|[a-z ]{0,12}khac)\b/,
  /\b(?:co quan|don vi|noi) khac (?:se |moi |co trach nhiem )?(?:giai quyet|xu ly|tra loi)\b/,
  /\b(?:tu|chu dong) (?:lien he|lien lac|lam viec)\b/,
];

/** What an office has done or does itself is no sending away: "Chúng tôi đã liên hệ BHXH Hải Châu". */
const OWN_DEED =
  /\b(?:chung toi|bhxh [a-z ]{2,24}|co quan [a-z ]{2,30}|can bo|don vi [a-z ]{2,20})\s(?:da|se|dang|cung|vua)\s(?:[a-z]+ ){0,3}?(?:lien he|lien lac|phoi hop|gui|moi|de nghi|yeu cau|lam viec|trao doi|chuyen|hoi|goi|den|toi|kiem tra)\b/;
/** Nobody has to go: "bạn không cần đến cơ quan BHXH". */
const NO_NEED = /\b(?:khong (?:can|phai|yeu cau)|chua can|khoi phai|khong nhat thiet)\b/;

/** Words of the sentence with single blanks: signs say nothing here. */
const plain = (sentence: string): string =>
  fold(sentence)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What lies ready at a counter. */
const FETCH =
  '(?:ky )?(?:nhan|lay|linh|lanh)(?: lai)?(?: (?!bhxh)[a-z0-9]+){0,2}? (?:the|so|to roi|giay|quyet dinh|ket qua|tien|tro cap|luong|ban sao|phieu)';
const COME = '(?:den|toi|ra|len|qua|sang|ve|ghe|lien he)';
const COUNTER =
  '(?: (?:truc tiep|tru so|van phong|bo phan|mot cua|tiep nhan|tra ket qua|quay(?: so)?(?: \\d+)?|cua|tai|o))*';
/** Between the office and the thing: when, and what to bring; nothing that is asked or done elsewhere. */
const WHEN = '(?: (?!(?:bhxh|bao|hoi|lien|sang|qua|nop|gui|lam|giai|huong)\\b)[a-z0-9]+)';
/** Whoever is to be helped there, and not only handed something, is passed on all the same. */
const NO_MORE = '(?!.*\\bde (?:duoc )?(?:giai quyet|giai dap|huong dan|xu ly|hoi|lam)\\b)';

/** An appointment to fetch something at an office of our own; `own` as on letters: "BHXH cơ sở Thanh Khê". */
const fetching = (own: readonly string[]): RegExp => {
  const towns = own.map((name) => plain(name).replace(/^(?:bhxh|bao hiem xa hoi)(?: co so| thanh pho| tinh)? /, ''));
  const levels = '(?: (?:co so|thanh pho|tp|tinh|quan|huyen))?';
  const named = towns.length ? `|(?:bhxh|bao hiem xa hoi)${levels} (?:${towns.join('|')})` : '';
  const office = `(?:(?:tru so|van phong|co quan|don vi|quay)(?: cua)? chung toi${named})`;
  const there = `${COME}${COUNTER} ${office}${WHEN}{0,12}? ${FETCH}`;
  const first = `${COME} ${FETCH}${WHEN}{0,6}? (?:tai|o)${COUNTER} ${office}`;
  return new RegExp(`\\b(?:${there}|${first})\\b${NO_MORE}(?: (?:va|roi|sau do|hoac))?`, 'g');
};

const sendsAway = (sentence: string, fetched: RegExp): boolean => {
  const words = plain(sentence);
  if (!AWAY.some((rule) => rule.test(words))) return false;
  if (OWN_DEED.test(words) || NO_NEED.test(words)) return false;
  const rest = words.replace(fetched, '').replace(/ +/g, ' ').trim();
  return AWAY.some((rule) => rule.test(rest));
};

/** Sentences and what stands between them; put together they are the text again. */
const sentences = (text: string): string[] => text.match(/[^.!?;\n]+(?:[.!?;]+(?=\s|$)|[.!?;]|\n+)?\s*/gu) ?? [];

/** The answer cut into sentences, those marked that send the citizen elsewhere. `own`: names of the offices that answer for it. */
export const passagesOf = (text: string, own: readonly string[] = []): Passage[] => {
  const fetched = fetching(own);
  return sentences(text).map((sentence) => ({ text: sentence, wrong: sendsAway(sentence, fetched) }));
};

export const passesTheBuck = (text: string, own: readonly string[] = []): boolean =>
  passagesOf(text, own).some(({ wrong }) => wrong);
