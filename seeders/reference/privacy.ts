import type { Clock } from '../../src/core/clock.js';
import type { Table } from '../../src/core/db/table.js';
import { newId } from '../../src/core/ids.js';
import type { TextRow } from '../../src/modules/privacy/consent.model.js';
import { hashOf } from '../../src/modules/privacy/consent.rules.js';

type Text = Pick<TextRow, 'code' | 'title' | 'body' | 'legalBasis' | 'needsConsent'>;

const TASK = 'Nhiệm vụ của cơ quan nhà nước theo Luật Bảo hiểm xã hội 41/2024/QH15 và Nghị định 164/2025/NĐ-CP';

/** The purposes to begin with, in plain words. An office that needs others adds versions of its own. */
const TEXTS: readonly Text[] = [
  {
    code: 'giao-dich-dien-tu',
    title: 'Đăng ký và giao dịch điện tử',
    body: 'Cơ quan BHXH dùng mã số BHXH, họ tên, ngày sinh, giới tính, số giấy tờ, địa chỉ, số điện thoại và thư điện tử của bạn để mở tài khoản, xác nhận là bạn và báo kết quả.\nTờ khai không nộp bị xóa sau 10 ngày. Dữ liệu của tài khoản giữ đến khi bạn ngừng sử dụng.',
    legalBasis: TASK,
    needsConsent: false,
  },
  {
    code: 'anh-giay-to',
    title: 'Ảnh cá nhân và ảnh giấy tờ',
    body: 'Ảnh chân dung và ảnh giấy tờ dùng để cán bộ đối chiếu với bạn và giấy tờ gốc. Đây là dữ liệu nhạy cảm: ảnh được mã hóa, mỗi lần cán bộ xem đều ghi nhật ký và bạn thấy được ở trang Ai đã xem.\nẢnh của tờ khai hết hạn hoặc bị từ chối mà không sửa sẽ bị xóa.',
    legalBasis: TASK,
    needsConsent: false,
  },
  {
    code: 'nhat-ky',
    title: 'Nhật ký đăng nhập và xử lý',
    body: 'Hệ thống ghi lại lúc đăng nhập, thiết bị, địa chỉ mạng và mọi thao tác của cán bộ trên dữ liệu của bạn, để phát hiện người lạ và để bạn biết ai đã xem.',
    legalBasis: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và quy định về an toàn hệ thống thông tin',
    needsConsent: false,
  },
  {
    code: 'tin-moi',
    title: 'Nhận tin và hướng dẫn mới qua thư điện tử',
    body: 'Nếu bạn đồng ý, cơ quan BHXH gửi thư về chính sách mới, thay đổi mức đóng và cách dùng chức năng mới đến thư điện tử của bạn, mỗi tháng nhiều nhất hai thư.\nThông báo về hồ sơ và tài khoản của chính bạn vẫn được gửi, không phụ thuộc lựa chọn này.',
    legalBasis: 'Sự đồng ý của bạn, rút lại được bất cứ lúc nào',
    needsConsent: true,
  },
  {
    code: 'khao-sat',
    title: 'Mời góp ý về chất lượng phục vụ',
    body: 'Nếu bạn đồng ý, sau khi hồ sơ xong cơ quan BHXH có thể mời bạn đánh giá bằng vài câu hỏi ngắn. Câu trả lời được tổng hợp, không dùng để xét quyền lợi.',
    legalBasis: 'Sự đồng ý của bạn, rút lại được bất cứ lúc nào',
    needsConsent: true,
  },
];

/** May run again: a purpose that is there stays as the office has it. */
export const seedTexts = async (texts: Table<TextRow>, clock: Clock): Promise<void> => {
  const known = new Set((await texts.many({}, { columns: ['code'] })).map(({ code }) => code));
  const rows = TEXTS.filter(({ code }) => !known.has(code));
  await texts.insertMany(
    rows.map((text) => ({ id: newId(), ...text, version: 1, validFrom: clock.now(), hash: hashOf(text) })),
  );
};
