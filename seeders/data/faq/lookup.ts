import { GUIDE, LETTER, LETTER_1, type FaqGroup } from './entry.js';

/** What anybody may look up. */
export const lookupFaq: FaqGroup = {
  code: 'tra-cuu',
  entries: [
    {
      code: 'tim-ma-so-bhxh',
      question: 'Tôi không biết mã số BHXH của mình, tìm ở đâu?',
      asks: ['Mã số BHXH nằm ở đâu trên thẻ', '10 số trên thẻ là gì', 'Xem mã số bảo hiểm xã hội', 'Quên mã số BHXH', 'Mã số BHXH ghi ở chỗ nào', 'Tra cứu mã số BHXH'],
      answer: `Có nhiều cách:
- 10 số cuối trên thẻ BHYT, hoặc mã số in trên sổ BHXH.
- Quét mã QR trên thẻ BHYT.
- Hỏi người phụ trách BHXH ở nơi làm việc.
- Tra cứu mã số BHXH trên cổng này, hoặc gọi {insurer_hotline}.
Nếu dữ liệu đã khớp, bạn chỉ cần dùng số căn cước 12 chữ số.`,
      source: LETTER_1,
      link: ['/tra-cuu/ma-so-bhxh', 'Tra cứu mã số BHXH'],
    },
    {
      code: 'can-cuoc-thay-ma-so',
      question: 'Số căn cước đã thay mã số BHXH chưa?',
      asks: ['Dùng CCCD thay mã số bảo hiểm', 'Mã số BHXH 10 số và số định danh 12 số', 'Có phải đổi mã số sang căn cước không'],
      answer: `Từ 01/08/2025, BHXH Việt Nam thống nhất dùng số định danh cá nhân (căn cước) thay mã số BHXH. Việc này làm tự động, bạn không phải khai báo và quyền lợi không đổi. Người chưa có dữ liệu khớp, người nước ngoài vẫn dùng mã số 10 chữ số. Cổng này nhận cả hai số.`,
      source: 'Thông báo của BHXH Việt Nam, áp dụng từ 01/08/2025',
    },
    {
      code: 'tra-cuu-khong-ra-ma-so',
      question: 'Tra cứu mã số BHXH không ra kết quả?',
      asks: ['Tìm mã số bị báo không thấy', 'Vì sao kết quả tra cứu bị che', 'Chưa tìm thấy kết quả phù hợp'],
      answer: `Để giữ an toàn, trang chỉ trả lời khi họ tên, ngày sinh và số giấy tờ (hoặc xã, phường) đều đúng, và kết quả được che một phần; số đầy đủ gửi đến điện thoại đã đăng ký. Một câu trả lời chung dùng cho mọi trường hợp không khớp. Hãy kiểm tra lại ngày sinh, số giấy tờ cũ, hoặc gọi {insurer_hotline}.`,
      source: GUIDE,
      link: ['/tra-cuu/ma-so-bhxh', 'Tra cứu lại'],
    },
    {
      code: 'tim-co-quan-bhxh',
      question: 'Tìm cơ quan BHXH gần tôi, địa chỉ và giờ làm việc ở đâu?',
      asks: ['Địa chỉ bảo hiểm xã hội', 'Cơ quan BHXH ở đâu', 'Giờ làm việc của bảo hiểm xã hội', 'Thứ bảy cơ quan BHXH có làm việc không'],
      answer: `Vào Tra cứu cơ quan BHXH, chọn tỉnh, thành phố: bạn có tên, địa chỉ, điện thoại, giờ làm việc và bản đồ. Bạn cũng có thể hỏi trợ lý ảo, ví dụ "cơ quan BHXH ở Đà Nẵng".`,
      source: LETTER_1,
      link: ['/tra-cuu/co-quan-bhxh', 'Tra cứu cơ quan BHXH'],
    },
    {
      code: 'tra-cuu-co-so-kham-chua-benh',
      question: 'Bệnh viện nào ký hợp đồng khám chữa bệnh BHYT?',
      asks: ['Tìm bệnh viện khám bảo hiểm', 'Cơ sở khám chữa bệnh BHYT gần đây', 'Bệnh viện này có nhận bảo hiểm y tế không'],
      answer: `Vào Tra cứu cơ sở ký hợp đồng khám, chữa bệnh BHYT, chọn tỉnh rồi xã, phường hoặc gõ tên bệnh viện. Danh sách ghi mã, tên, địa chỉ và cơ sở có nhận đăng ký ban đầu hay không.`,
      source: LETTER_1,
      link: ['/tra-cuu/cskcb-kcb-bhyt', 'Tra cứu cơ sở khám chữa bệnh'],
    },
    {
      code: 'noi-cap-giay-nghi-viec',
      question: 'Cơ sở nào được cấp giấy nghỉ việc hưởng BHXH?',
      asks: ['Xin giấy nghỉ ốm ở đâu được thanh toán', 'Phòng khám có cấp giấy nghỉ hưởng bảo hiểm không', 'Giấy nghỉ việc hưởng BHXH'],
      answer: `Chỉ cơ sở khám chữa bệnh đủ điều kiện mới cấp được giấy chứng nhận nghỉ việc hưởng BHXH. Bạn xem danh sách theo tỉnh ở trang tra cứu trước khi đi khám, tránh nhận giấy không dùng được.`,
      source: LETTER_1,
      link: ['/tra-cuu/cskcb-giay-nghi-viec', 'Tra cứu cơ sở cấp giấy'],
    },
    {
      code: 'tra-cuu-don-vi',
      question: 'Tra cứu công ty tôi có tham gia BHXH không?',
      asks: ['Công ty tôi mã đơn vị là gì', 'Kiểm tra đơn vị đóng bảo hiểm', 'Mã đơn vị của công ty', 'Tra cứu đơn vị tham gia BHXH'],
      answer: `Vào Tra cứu đơn vị tham gia BHXH, nhập tên, mã đơn vị hoặc mã số thuế. Trang cho biết tên, mã, địa chỉ, cơ quan BHXH quản lý và đơn vị còn tham gia hay không. Việc công ty có đóng cho bạn hay không thì xem ở Quá trình tham gia sau khi đăng nhập.`,
      source: LETTER_1,
      link: ['/tra-cuu/don-vi-tham-gia', 'Tra cứu đơn vị'],
    },
    {
      code: 'tim-diem-thu',
      question: 'Đóng BHXH tự nguyện, BHYT hộ gia đình ở đâu?',
      asks: ['Tìm đại lý thu bảo hiểm', 'Điểm thu BHXH tự nguyện', 'Mua bảo hiểm y tế ở chỗ nào'],
      answer: `Tại cơ quan BHXH hoặc các điểm thu, đại lý thu được cơ quan BHXH cho phép. Trang tra cứu ghi địa chỉ, người phụ trách và điện thoại của từng điểm. Luôn nhận biên lai khi đóng tiền.`,
      source: LETTER_1,
      link: ['/tra-cuu/diem-thu', 'Tìm điểm thu, đại lý thu'],
    },
    {
      code: 'ngay-sinh-chi-co-nam',
      question: 'Giấy tờ của tôi chỉ có năm sinh thì nhập thế nào?',
      asks: ['Không có ngày tháng sinh', 'Chỉ biết năm sinh', 'Nhập ngày sinh kiểu gì'],
      answer: `Bạn nhập đúng như giấy tờ: ngày/tháng/năm (12/05/1990), tháng/năm (05/1990) hoặc chỉ năm (1958). Cả ba cách đều được nhận.`,
      source: GUIDE,
    },
    {
      code: 'con-dung-cmnd',
      question: 'Tôi còn CMND 9 số thì đăng ký được không?',
      asks: ['Chứng minh nhân dân cũ', 'Chưa làm căn cước có đăng ký được không', 'CMND hết hạn'],
      answer: `Chứng minh nhân dân 9 số đã hết giá trị từ sau ngày 31/12/2024. Bạn nên làm căn cước trước rồi đăng ký. Số CMND cũ vẫn dùng được khi tra cứu hồ sơ trước đây.`,
      source: 'Luật Căn cước; Công văn 3717/BHXH-CNTT về giấy tờ xuất trình',
    },
    {
      code: 'quet-ma-qr-the',
      question: 'Tôi kiểm tra thẻ BHYT của người khác đưa ra bằng cách nào?',
      asks: ['Xác minh thẻ BHYT', 'Cơ sở y tế kiểm tra mã QR thẻ', 'Nhân viên bệnh viện kiểm tra thẻ'],
      answer: `Vào Xác minh thẻ, quét hoặc nhập mã của nút Sử dụng thẻ. Trang trả lời thẻ còn giá trị hay không, tên, ngày hết hạn và nhắc xem giấy tờ có ảnh; không cần đăng nhập. Mỗi lần kiểm tra, chủ thẻ được báo.`,
      source: `${LETTER}, mục 4; ${GUIDE}`,
      link: ['/xac-minh-the', 'Xác minh thẻ'],
    },
  ],
};
