import { clean, fold } from '../../core/text.js';

/** How people write in chats, folded, and what they mean by it. */
const SHORTHAND: Readonly<Record<string, string>> = {
  ...{ k: 'khong', ko: 'khong', kg: 'khong', kh: 'khong', hk: 'khong', hok: 'khong', hong: 'khong', khum: 'khong' },
  ...{ dc: 'duoc', dx: 'duoc', dk: 'dang ky', dki: 'dang ky', dky: 'dang ky', dnhap: 'dang nhap', dn: 'dang nhap' },
  ...{ login: 'dang nhap', logout: 'dang xuat', tk: 'tai khoan', acc: 'tai khoan', account: 'tai khoan' },
  ...{ mk: 'mat khau', mkhau: 'mat khau', pass: 'mat khau', password: 'mat khau', pw: 'mat khau' },
  ...{ sdt: 'so dien thoai', dt: 'dien thoai', dthoai: 'dien thoai', bh: 'bao hiem', bhiem: 'bao hiem' },
  ...{ ct: 'cong ty', cty: 'cong ty', nv: 'nhan vien', cb: 'can bo', cq: 'co quan' },
  ...{ bn: 'bao nhieu', bnhieu: 'bao nhieu', nhiu: 'nhieu', ntn: 'nhu the nao', j: 'gi', z: 'vay', v: 'vay', r: 'roi' },
  ...{ bv: 'benh vien', kcb: 'kham chua benh', gt: 'giay to', hs: 'ho so', tg: 'thoi gian', ng: 'nguoi', vs: 'voi' },
  ...{ nld: 'nguoi lao dong', tnld: 'tai nan lao dong', bnn: 'benh nghe nghiep', hgd: 'ho gia dinh', tn: 'tu nguyen' },
  ...{ app: 'ung dung', mail: 'email', gmail: 'email', hotline: 'tong dai', lm: 'lam', trc: 'truoc', cx: 'cung' },
  ...{ bik: 'biet', bit: 'biet', mun: 'muon', ck: 'chuyen khoan', gd: 'gia dinh', tgian: 'thoi gian', dchi: 'dia chi' },
  ...{ tt: 'thong tin', qtrinh: 'qua trinh', cmt: 'cmnd', hsd: 'han su dung', sms: 'tin nhan', ts: 'thai san' },
};

/** What is one thing although it is written in several words or ways: words to the one that stands for it. */
const SAME: readonly (readonly [string, string])[] = (
  [
    ['masobhxh', 'ma so bao hiem xa hoi|ma so bao hiem|ma so bhxh|ma bao hiem|ma bhxh|ma so bh|ma so'],
    ['masothue', 'ma so thue'],
    ['giaodich', 'giao dich dien tu'],
    ['matphi', 'mat phi|mat tien|ton tien|ton phi|thu phi|le phi|mien phi'],
    ['hai', '2'],
    ['ba', '3'],
    ['bon', '4'],
    ['sobhxh', 'so bao hiem xa hoi|so bao hiem|so bhxh'],
    ['bhxh', 'bao hiem xa hoi|bao hiem xh'],
    ['bhyt', 'bao hiem y te|bao hiem yt|bao hiem suc khoe'],
    ['bhtn', 'bao hiem that nghiep|tro cap that nghiep|tien that nghiep|that nghiep'],
    ['email', 'thu dien tu|dia chi thu'],
    ['cancuoc', 'can cuoc cong dan|the can cuoc|can cuoc|cccd|so dinh danh|dinh danh ca nhan|dinh danh'],
    ['cmnd', 'chung minh nhan dan|chung minh thu|chung minh'],
    ['matkhau', 'mat khau|mat ma'],
    ['otp', 'ma xac thuc|ma xac nhan|ma otp'],
    ['nganhang', 'tai khoan ngan hang|so tai khoan|ngan hang|the atm|atm'],
    ['taikhoan', 'tai khoan'],
    ['dangky', 'dang ki|dang ky'],
    ['dangnhap', 'dang nhap|truy cap vao'],
    ['dangxuat', 'dang xuat|thoat ra|bi thoat|bi vang ra|vang ra'],
    ['sodt', 'so dien thoai|so dt|sim dien thoai|sim|so thue bao'],
    ['dienthoai', 'dien thoai|smartphone|iphone|android'],
    ['thaisan', 'thai san|sinh con|sinh em be|sinh de|de con|nghi de|mang thai|nghi sinh|co bau|bau bi|vo de|vo sinh'],
    ['huu', 'luong huu|huu tri|nghi huu|ve huu|huu'],
    ['motlan', 'mot lan|1 lan|mot cuc|1 cuc'],
    ['omdau', 'om dau|nghi om|nghi benh|bi om|bi benh'],
    ['tainan', 'tai nan lao dong|tai nan'],
    ['benhnghe', 'benh nghe nghiep'],
    ['tutuat', 'tu tuat|tien tuat|mai tang|qua doi|tu vong|chet|nguoi than mat|tro cap tuat'],
    ['hogd', 'ho gia dinh|ca nha'],
    ['hocsinh', 'hoc sinh|sinh vien|di hoc'],
    ['treem', 'tre em|em be|so sinh|con nho|chau nho|tre nho|cho con|cua con|cho be|be so sinh|tre so sinh'],
    ['kham', 'kham chua benh|kham benh|di kham|di vien|nhap vien|nam vien|chua benh'],
    ['benhvien', 'benh vien|co so y te|phong kham|tram y te'],
    ['congty', 'cong ty|doanh nghiep|don vi|noi lam viec|cho lam'],
    ['no', 'no bao hiem|cham dong|tron dong'],
    ['giahan', 'gia han'],
    ['diachi', 'dia chi'],
    ['tongdai', 'tong dai|duong day nong|so nong|tu van vien|nhan vien tu van'],
    ['phananh', 'phan anh|kien nghi|khieu nai|gop y|phan nan|to cao'],
    ['luadao', 'lua dao|mao danh|gia mao|gia danh'],
    ['ungdung', 'ung dung'],
    ['thaydoi', 'thay doi|doi sang|cap nhat|chinh sua|sua doi|doi|sua'],
    ['caplai', 'cap lai|xin lai|lam lai'],
    ['nghiviec', 'nghi viec|nghi lam|thoi viec|het hop dong'],
    ['odau', 'o dau|cho nao|noi nao|di dau'],
    ['baonhieu', 'bao nhieu|may tien|nhieu it'],
    ['baolau', 'bao lau|lau khong|may ngay'],
    ['khinao', 'bao gio|mung may|ngay may|ngay nao|hom nao|khi nao|luc nao|may gio'],
    ['cach', 'nhu the nao|the nao|lam sao|lam the nao|kieu gi|cach nao|bang cach|ra sao|sao de'],
    ['thubay', 'thu bay|thu 7|cuoi tuan'],
    ['mangtheo', 'mang theo|dem theo|cam theo'],
    ['sai', 'khong dung|khong chinh xac|bi sai|sai sot|nham'],
    ['nhan', 'nhan duoc|nhan tien'],
  ] as const
).flatMap(([word, ways]) => ways.split('|').map((way) => [fold(way), word] as const));

/** Words of two syllables that mean something else than their syllables. */
const COMPOUNDS = `thủ tục|giấy tờ|hồ sơ|tờ khai|thông tin|cá nhân|yêu cầu|nhân viên|cán bộ|chức năng|tin nhắn|hình ảnh|
chân dung|quyền lợi|mức đóng|mức hưởng|tỷ lệ|tỉ lệ|phần trăm|tiền lương|lương cơ sở|gián đoạn|liên tục|trái tuyến|chuyển viện|
bảo lưu|dưỡng sức|quá trình|thời gian|tham gia|tra cứu|tình trạng|hợp lệ|từ chối|kết quả|sử dụng|hết hạn|hiệu lực|thiết bị|
hệ thống|dữ liệu|đồng ý|riêng tư|an toàn|giám hộ|ủy quyền|hằng tháng|hàng tháng|trợ cấp|chế độ|điều kiện|nhà nước|cơ quan|đại lý|
điểm thu|ngày sinh|họ tên|lao động|tự do|tốt nghiệp|hộ chiếu|kết hôn|giấy phép|lái xe|lãi suất|chủ tịch|
chuyển khoản|tiết kiệm|nhân thọ|xe máy|ô tô|đại học|việc làm|ban đầu|hộ nghèo|cận nghèo|quyết định|tài liệu|nghĩa vụ|quân sự|
con dấu|chữ ký|máy tính|tạm trú|thường trú|trước hạn|bệnh nặng|lịch sử|giới tính|quốc tịch|nước ngoài|văn phòng|xác nhận|
xác minh|cảnh báo|đăng bài|thanh toán|biên lai|hóa đơn|số tiền|tiền mặt`
  .split('|')
  .map((words) => fold(words.trim()))
  .map((way) => [way, way.replaceAll(' ', '')] as const);

/** Words that a question can do without. */
const FILLERS =
  `ở sao tôi em mình bạn anh chị cháu bác cô chú cho hỏi xin ạ à ơi nhé nha là thì mà gì nào vậy đi của và khi đến
với bị ra vào phải muốn hay đã rồi những các này đó kia trên trong để sẽ cũng biết giúp dùm giùm ad admin mọi người đang lại nữa
được cần nên theo về từ cái còn oke ok alo u ừ hihi bằng nhỉ chưa thực hiện tiếp thế như làm vui lòng giải đáp`.split(
    /\s+/,
  );
const EMPTY = new Set(FILLERS.map(fold));
const EMPTY_AS_TYPED = new Set(FILLERS);

/** Words that tell what kind of answer is wanted: they help to choose, but name nothing. */
const WEAK = new Set([
  'ai',
  'odau',
  'baonhieu',
  'baolau',
  'khinao',
  'cach',
  'khong',
  'co',
  'mot',
  'nhan',
  'bao',
  'lau',
]);

/** A word folded, and whether its marks tell that it is no filler: "vay" in a text with marks is not "vậy". */
export interface Word {
  readonly folded: string;
  readonly certain: boolean;
}

/** The words of a text; digits and signs are no words. */
export const wordsOf = (text: string): Word[] => {
  const typed = clean(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !/^\d{3,}$/.test(word));
  const marked = typed.some((word) => fold(word) !== word);
  return typed.map((word) => ({ folded: fold(word), certain: marked && !EMPTY_AS_TYPED.has(word) }));
};

/** Shorthand written out. */
export const spelledOut = (words: readonly Word[]): Word[] =>
  words.flatMap((word) =>
    Object.hasOwn(SHORTHAND, word.folded)
      ? (SHORTHAND[word.folded] ?? '').split(' ').map((folded) => ({ folded, certain: false }))
      : [word],
  );

const byFirst = new Map<string, { readonly way: readonly string[]; readonly word: string }[]>();
for (const [way, word] of [...SAME, ...COMPOUNDS].sort(([a], [b]) => b.split(' ').length - a.split(' ').length)) {
  const words = way.split(' ');
  const first = words[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), { way: words, word }]);
}

/** Puts together what belongs together, the longest first: "bao hiem xa hoi" is "bhxh". */
const joined = (words: readonly Word[]): Word[] => {
  const result: Word[] = [];
  for (let at = 0; at < words.length;) {
    const [word, ways] = [words[at], byFirst.get(words[at]?.folded ?? '')];
    const found = ways?.find(({ way }) => way.every((part, index) => words[at + index]?.folded === part));
    if (found) result.push({ folded: found.word, certain: true });
    else if (word) result.push(word);
    at += found?.way.length ?? 1;
  }
  return result;
};

/** What words are about: ways of saying one thing made one, no fillers. */
export const terms = (words: readonly Word[]): string[] =>
  joined(spelledOut(words))
    .filter(({ folded, certain }) => certain || !EMPTY.has(folded))
    .map(({ folded }) => folded);

export const weightOfKind = (term: string): number => (WEAK.has(term) ? 0.25 : 1);

const ABOUT_PLACES = new Set(
  'dia chi dau so dien thoai sdt tim gan day may gio lam viec co khong nhan kham bhyt bao hiem y te lien he nam'.split(
    ' ',
  ),
);

/** What names a place or an article in a question: its words as the search of the portal takes them. */
export const nameWordsIn = (text: string): string[] =>
  wordsOf(text)
    .filter(({ folded, certain }) => (certain || !EMPTY.has(folded)) && !ABOUT_PLACES.has(folded))
    .map(({ folded }) => folded);

/** Every word that the tables above know: never taken for a slip of the finger. */
export const houseWords: readonly string[] = [
  ...new Set([
    ...Object.keys(SHORTHAND),
    ...Object.values(SHORTHAND).flatMap((words) => words.split(' ')),
    ...[...SAME, ...COMPOUNDS].flatMap(([way, word]) => [...way.split(' '), word]),
    ...EMPTY,
  ]),
];
