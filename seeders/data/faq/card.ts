import { GUIDE, HI_LAW, LETTER, LETTER_1, type FaqGroup } from './entry.js';

const CIRCULAR = 'Thông tư 09/2026/TT-BTC, hiệu lực 13/02/2026';

/** The health insurance card on the phone. */
export const cardFaq: FaqGroup = {
  code: 'the-bhyt',
  entries: [
    {
      code: 'xem-the-bhyt',
      question: 'Xem thẻ BHYT trên điện thoại ở đâu?',
      asks: ['Thẻ BHYT của tôi còn hạn không', 'Kiểm tra thẻ còn giá trị đến khi nào', 'Mở hình ảnh thẻ bảo hiểm y tế', 'Thẻ BHYT nằm ở mục nào', 'Thẻ BHYT điện tử', 'Xoay thẻ BHYT', 'Xem thẻ bảo hiểm trên mạng'],
      answer: `Đăng nhập, chọn Thẻ BHYT: bạn thấy mã thẻ, thời hạn, nơi đăng ký khám chữa bệnh ban đầu, thời điểm đủ 5 năm liên tục và quyền lợi. Chọn Xem thẻ Bảo hiểm y tế để mở hình ảnh hai mặt; nút Xoay giúp xoay ngang hình.`,
      source: LETTER_1,
      link: ['/ca-nhan/the-bhyt', 'Thẻ BHYT'],
    },
    {
      code: 'di-kham-dung-the-dien-tu',
      question: 'Đi khám bệnh dùng thẻ BHYT trên điện thoại thay thẻ giấy được không?',
      asks: ['Quên mang thẻ giấy đi khám', 'Bệnh viện có nhận thẻ điện tử không', 'Khám bệnh không có thẻ giấy'],
      answer: `Được. Hình ảnh thẻ BHYT được dùng thay thẻ giấy trên toàn quốc từ 01/06/2021. Từ 13/02/2026, cơ quan BHXH và cơ sở khám chữa bệnh không yêu cầu nộp thêm bản giấy khi bạn đã có thẻ điện tử. Hãy mang căn cước có ảnh để đối chiếu.`,
      source: `${LETTER}; ${CIRCULAR}`,
      link: ['/ca-nhan/the-bhyt', 'Thẻ BHYT'],
    },
    {
      code: 'su-dung-the-ma-qr',
      question: 'Nút Sử dụng thẻ và mã QR 5 phút để làm gì?',
      asks: ['Mã QR trên thẻ hết hạn', 'Đưa mã QR cho bệnh viện', 'Sử dụng thẻ là gì'],
      answer: `Sử dụng thẻ tạo một mã QR ký số chỉ sống 5 phút để cơ sở y tế quét và biết thẻ còn giá trị hay không, kèm lời nhắc xem giấy tờ có ảnh. Hết 5 phút bạn bấm lại để có mã mới; ảnh chụp màn hình cũ không dùng được. Mỗi lần kiểm tra bạn đều được báo.`,
      source: GUIDE,
    },
    {
      code: 'khong-thay-nut-su-dung-the',
      question: 'Vì sao tôi không thấy nút Sử dụng thẻ?',
      asks: ['Không có mục sử dụng thẻ', 'Nút sử dụng thẻ bị mất'],
      answer: `Nút này được bật theo tỉnh: theo công văn, các tỉnh thí điểm đầu tiên là Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên Huế, Đà Nẵng, Quảng Nam, Quảng Ngãi, Bình Định, Phú Yên và Kon Tum. Ở nơi chưa bật bạn vẫn xem được hình ảnh thẻ và mọi thông tin.`,
      source: LETTER,
    },
    {
      code: 'the-bhyt-het-han',
      question: 'Thẻ BHYT của tôi hết hạn, phải làm gì?',
      asks: ['Mua tiếp bảo hiểm y tế', 'Thẻ sắp hết hạn', 'Gia hạn thẻ bảo hiểm y tế', 'Thẻ hết giá trị sử dụng', 'Thẻ BHYT báo không còn giá trị'],
      answer: `Người đi làm: hỏi nơi làm việc, đơn vị đóng thì thẻ tự có kỳ mới. Hộ gia đình: đóng tiếp tại điểm thu, đại lý thu hoặc cơ quan BHXH, tốt nhất trước khi thẻ hết hạn để giữ thời gian liên tục. Nhóm do ngân sách hoặc quỹ BHXH đóng: hỏi cơ quan BHXH.
Trang Thẻ BHYT hiện cả thẻ hiện tại, thẻ kỳ sau và thẻ cũ.`,
      source: HI_LAW,
      link: ['/tra-cuu/diem-thu', 'Tìm điểm thu, đại lý thu'],
    },
    {
      code: 'mat-the-bhyt',
      question: 'Tôi làm mất hoặc hỏng thẻ BHYT giấy thì xin cấp lại ở đâu?',
      asks: ['Cấp lại thẻ bảo hiểm y tế', 'Mất thẻ BHYT', 'Thẻ rách hỏng'],
      answer: `Bạn không nhất thiết phải xin lại thẻ giấy: hình ảnh thẻ trong tài khoản dùng được khi đi khám. Nếu vẫn cần, đề nghị cấp lại tại cơ quan BHXH bất kỳ (thủ tục 612A, cấp lại thẻ BHYT do hỏng, mất).`,
      source: `Danh mục thủ tục của BHXH Việt Nam; ${CIRCULAR}`,
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'benh-vien-bao-the-sai',
      question: 'Bệnh viện báo thẻ của tôi không hợp lệ thì làm thế nào?',
      asks: ['Thẻ BHYT không quét được ở bệnh viện', 'Trục trặc thẻ khi đi khám', 'Đang ở viện mà thẻ lỗi', 'Cơ sở y tế từ chối thẻ'],
      answer: `Hãy nhờ cơ sở y tế kiểm tra lại bằng căn cước, và gọi ngay đường dây nóng {insurer_hotline}: trường hợp trục trặc thẻ khi đang khám được xử lý ngay. Cho biết bạn ở cơ sở nào và máy báo gì. Bạn giữ hóa đơn, giấy tờ khám để giải quyết quyền lợi sau nếu cần.`,
      source: `${LETTER}, mục 4`,
    },
    {
      code: 'y-nghia-ma-the',
      question: 'Các ký tự trên mã thẻ BHYT nghĩa là gì?',
      asks: ['Mã mức hưởng là số mấy', 'Ký hiệu HS4 DN4 GD4 trên thẻ', 'Đọc mã thẻ bảo hiểm y tế'],
      answer: `Trên thẻ cũ 15 ký tự: 2 chữ đầu là mã đối tượng (DN người lao động, HT hưu trí, TE trẻ em dưới 6 tuổi, GD hộ gia đình ...), ký tự thứ 3 là mức hưởng 1 đến 5, 2 số tiếp là mã tỉnh, 10 số cuối là mã số BHXH. Thẻ từ 01/04/2021 chỉ in 10 số của mã số BHXH và ghi riêng mức hưởng.`,
      source: 'Quyết định 1351/QĐ-BHXH và 1666/QĐ-BHXH',
    },
    {
      code: 'doi-noi-kham-ban-dau',
      question: 'Đổi nơi đăng ký khám chữa bệnh ban đầu như thế nào?',
      asks: ['Chuyển bệnh viện đăng ký ban đầu', 'Đổi nơi KCB ban đầu', 'Thay đổi nơi khám trên thẻ'],
      answer: `Người đi làm đề nghị qua nơi làm việc; người tham gia hộ gia đình và các nhóm khác đề nghị tại cơ quan BHXH hoặc điểm thu. Trước khi chọn, bạn xem cơ sở nào nhận đăng ký ban đầu ở trang tra cứu.`,
      source: HI_LAW,
      link: ['/tra-cuu/cskcb-kcb-bhyt', 'Tra cứu cơ sở khám chữa bệnh'],
    },
  ],
};
