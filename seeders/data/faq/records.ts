import { GUIDE, LETTER, LETTER_1, SI_LAW, type FaqGroup } from './entry.js';

/** Working life, benefits received, visits. */
export const participationFaq: FaqGroup = {
  code: 'qua-trinh',
  entries: [
    {
      code: 'xem-qua-trinh-tham-gia',
      question: 'Xem quá trình đóng BHXH của tôi ở đâu?',
      asks: ['Tra cứu quá trình tham gia bảo hiểm', 'Kiểm tra thời gian đóng bảo hiểm', 'Tôi đóng bảo hiểm được bao nhiêu năm'],
      answer: `Đăng nhập, chọn Quá trình tham gia BH. Có bốn thẻ: BHXH, BHTN, BHTNLĐ-BNN, BHYT; mỗi thẻ ghi tổng thời gian và từng dòng. Chọn một dòng để xem thời gian, đơn vị, nghề nghiệp, chức vụ và mức đóng.`,
      source: LETTER_1,
      link: ['/ca-nhan/qua-trinh-tham-gia', 'Quá trình tham gia'],
    },
    {
      code: 'qua-trinh-bi-thieu-sai',
      question: 'Quá trình tham gia bị thiếu hoặc sai tháng thì làm thế nào?',
      asks: ['Số tháng đóng BHXH bị thiếu', 'Thiếu thời gian đóng bảo hiểm', 'Sai mức đóng, sai đơn vị', 'Dữ liệu hiển thị không đúng', 'Báo sai sót quá trình tham gia'],
      answer: `Đối chiếu với hợp đồng, bảng lương, sổ BHXH rồi báo cơ quan BHXH bất kỳ kèm giấy tờ, hoặc nhờ đơn vị nơi làm việc điều chỉnh. Cơ quan tiếp nhận phải chủ động phối hợp với nơi liên quan, không được yêu cầu bạn đến cơ quan khác.`,
      source: `${LETTER}, mục 5`,
    },
    {
      code: 'cong-ty-cham-dong',
      question: 'Công ty chậm đóng BHXH thì tôi biết bằng cách nào?',
      asks: ['Công ty có đóng bảo hiểm cho tôi đầy đủ không', 'Công ty trừ lương mà không đóng bảo hiểm', 'Công ty nợ bảo hiểm', 'Công ty trốn đóng bảo hiểm', 'Tháng chậm đóng là gì', 'Doanh nghiệp không đóng BHXH cho nhân viên'],
      answer: `Ở Quá trình tham gia, những tháng đơn vị chưa đóng được ghi riêng là thời gian chậm đóng và chưa tính là đã đóng cho đến khi đơn vị đóng xong. Từ 07/2025 đơn vị chậm đóng phải trả thêm 0,03 % mỗi ngày trên số chậm. Bạn hãy hỏi đơn vị, và báo cơ quan BHXH nếu không được trả lời.`,
      source: SI_LAW,
      link: ['/ca-nhan/qua-trinh-tham-gia', 'Quá trình tham gia'],
    },
    {
      code: 'lam-hai-cong-ty',
      question: 'Làm hai công ty cùng lúc thì thời gian đóng tính thế nào?',
      asks: ['Hai nơi cùng đóng bảo hiểm trùng tháng', 'Đóng trùng BHXH', 'Có hai sổ bảo hiểm'],
      answer: `Những tháng đóng trùng ở hai đơn vị chỉ tính một lần vào tổng thời gian. Trang Quá trình tham gia ghi rõ đoạn trùng. Nếu bạn có hai sổ hoặc hai mã số, hãy đến cơ quan BHXH để được gộp về một mã số.`,
      source: SI_LAW,
    },
    {
      code: 'nghi-khong-luong-co-tinh',
      question: 'Tháng nghỉ không lương có được tính đóng BHXH không?',
      asks: ['Nghỉ không lương 14 ngày', 'Tháng không làm có đóng bảo hiểm không', 'Nghỉ việc riêng dài ngày'],
      answer: `Tháng nào bạn nghỉ không hưởng lương từ 14 ngày làm việc trở lên thì tháng đó không đóng BHXH, nên không tính vào thời gian tham gia.`,
      source: SI_LAW,
    },
    {
      code: 'xac-nhan-thoi-gian-dong',
      question: 'Tôi lấy giấy xác nhận thời gian đóng BHXH ở đâu?',
      asks: ['In quá trình tham gia', 'Tải xác nhận đóng bảo hiểm C14-TS', 'Bản PDF quá trình đóng'],
      answer: `Ở trang Quá trình tham gia bạn tải được bản xác nhận hằng năm và toàn bộ quá trình dưới dạng PDF. Bản này do cổng An Sinh lập để bạn theo dõi; khi cần bản có dấu, hãy đề nghị cơ quan BHXH.`,
      source: GUIDE,
      link: ['/ca-nhan/qua-trinh-tham-gia', 'Quá trình tham gia'],
    },
    {
      code: 'mat-so-bhxh',
      question: 'Tôi mất sổ BHXH thì có ảnh hưởng gì không, xin cấp lại ở đâu?',
      asks: ['Cấp lại sổ bảo hiểm xã hội', 'Sổ BHXH bị rách', 'Sổ BHXH điện tử', 'Công ty cũ không trả sổ'],
      answer: `Dữ liệu đóng nằm trên hệ thống nên không mất theo sổ giấy. Bạn đề nghị cấp lại tại cơ quan BHXH bất kỳ: thủ tục 607A (không thay đổi thông tin) hoặc 608A (có thay đổi thông tin). Từ 13/02/2026 sổ BHXH còn được cấp bản điện tử.`,
      source: 'Danh mục thủ tục của BHXH Việt Nam; Thông tư 09/2026/TT-BTC',
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
  ],
};

export const benefitFaq: FaqGroup = {
  code: 'thong-tin-huong',
  entries: [
    {
      code: 'xem-thong-tin-huong',
      question: 'Xem các chế độ tôi đã hưởng ở đâu?',
      asks: ['Tra cứu tiền thai sản đã nhận', 'Xem quyết định hưởng', 'Thông tin hưởng gồm những gì'],
      answer: `Đăng nhập, chọn Thông tin hưởng. Có bốn thẻ: BHXH một lần; Ốm đau, thai sản và dưỡng sức phục hồi sức khỏe; BHXH hàng tháng; BHTN. Mỗi dòng có số và ngày quyết định, số tiền, nơi chi trả và tài khoản nhận (được che một phần).`,
      source: LETTER_1,
      link: ['/ca-nhan/thong-tin-huong', 'Thông tin hưởng'],
    },
    {
      code: 'chua-nhan-duoc-tien',
      question: 'Đã có quyết định mà tôi chưa nhận được tiền trợ cấp?',
      asks: ['Tiền thai sản chưa về', 'Bao lâu thì có tiền', 'Chưa thấy tiền thai sản về tài khoản', 'Tiền chế độ bao giờ có', 'Chậm chi trả trợ cấp'],
      answer: `Xem ở Thông tin hưởng: cách nhận, đơn vị chi trả và số tài khoản có đúng không. Nếu nhận qua nơi làm việc, hãy hỏi đơn vị trước. Nếu sai tài khoản hoặc đã quá ngày ghi trên quyết định, hãy gọi {insurer_hotline} hoặc đến cơ quan BHXH, mang theo số quyết định.`,
      source: GUIDE,
      link: ['/ca-nhan/thong-tin-huong', 'Thông tin hưởng'],
    },
    {
      code: 'doi-tai-khoan-nhan-luong-huu',
      question: 'Đổi tài khoản ngân hàng nhận lương hưu, trợ cấp như thế nào?',
      asks: ['Chuyển lương hưu sang ATM', 'Thay đổi hình thức lĩnh lương hưu', 'Nhận lương hưu bằng tiền mặt', 'Đổi số tài khoản nhận trợ cấp hằng tháng'],
      answer: `Đề nghị thay đổi hình thức lĩnh hoặc thông tin người hưởng tại cơ quan BHXH (thủ tục 639), mang căn cước và thông tin tài khoản chính chủ.`,
      source: 'Danh mục thủ tục của BHXH Việt Nam',
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'chuyen-noi-huong',
      question: 'Chuyển nơi nhận lương hưu sang tỉnh khác làm thế nào?',
      asks: ['Chuyển lương hưu vào Nam ở với con', 'Đổi nơi hưởng trợ cấp', 'Chuyển chỗ ở thì lĩnh lương hưu ở đâu'],
      answer: `Bạn nộp đề nghị chuyển nơi hưởng (thủ tục 635) tại cơ quan BHXH nơi đang ở hoặc nơi đang hưởng. Việc chuyển do hai cơ quan phối hợp, bạn không phải tự mang hồ sơ đi lại.`,
      source: `Danh mục thủ tục của BHXH Việt Nam; ${LETTER}, mục 5`,
    },
    {
      code: 'uy-quyen-linh-thay',
      question: 'Ủy quyền cho người khác lĩnh thay lương hưu được không?',
      asks: ['Nhờ con lĩnh hộ lương hưu', 'Giấy ủy quyền nhận trợ cấp'],
      answer: `Được. Bạn làm giấy ủy quyền theo thủ tục 652 (ủy quyền lĩnh thay các chế độ) tại cơ quan BHXH. Nếu nhận qua tài khoản ngân hàng của mình, bạn không cần ủy quyền.`,
      source: 'Danh mục thủ tục của BHXH Việt Nam',
    },
    {
      code: 'so-kham-chua-benh',
      question: 'Sổ khám chữa bệnh cho tôi biết những gì?',
      asks: ['Khám bệnh trong năm xem ở đâu', 'Xem lịch sử khám bệnh', 'Xem chi phí bảo hiểm đã trả khi đi khám', 'Lần khám bị thiếu', 'Khám bệnh các năm trước'],
      answer: `Đăng nhập, chọn Sổ khám chữa bệnh, chọn năm. Mỗi lần khám có ngày vào, ngày ra, tên bệnh và bảng chi phí: thành tiền, BHYT trả, bạn cùng chi trả, bạn tự trả. Các giấy như giấy ra viện, giấy nghỉ việc hưởng BHXH ở thẻ bên cạnh. Nếu có lần khám không phải của bạn, hãy báo ngay cơ quan BHXH.`,
      source: LETTER_1,
      link: ['/ca-nhan/so-kham-chua-benh', 'Sổ khám chữa bệnh'],
    },
  ],
};
