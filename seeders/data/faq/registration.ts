import { GUIDE, LETTER, LETTER_1, type FaqGroup } from './entry.js';

/** Getting an account. */
export const registrationFaq: FaqGroup = {
  code: 'dang-ky',
  entries: [
    {
      code: 'dang-ky-tai-khoan',
      question: 'Làm thế nào để đăng ký tài khoản giao dịch điện tử?',
      asks: ['Đăng ký tài khoản', 'Cách tạo tài khoản', 'Mở tài khoản BHXH trên mạng', 'Muốn có tài khoản thì làm gì', 'Hướng dẫn đăng ký VssID, An Sinh', 'Đăng ký giao dịch điện tử cá nhân'],
      answer: `Bạn làm bốn bước:
- Chọn Đăng ký ngay ở trang chủ, chọn đối tượng Cá nhân rồi kê khai theo Mẫu số 01 (khoảng 5 phút).
- Chọn Ghi nhận, in tờ khai, ký và ghi rõ họ tên. Không có máy in thì cơ quan BHXH in giúp.
- Trong {declaration_days} ngày, nộp tờ khai và xuất trình căn cước hoặc hộ chiếu bản gốc tại cơ quan BHXH bất kỳ.
- Khi hồ sơ được duyệt, tên đăng nhập và mật khẩu lần đầu gửi đến điện thoại của bạn bằng SMS.
Đăng ký không mất phí.`,
      source: LETTER_1,
      link: ['/dang-ky', 'Đăng ký ngay'],
    },
    {
      code: 'dang-ky-can-giay-to-gi',
      question: 'Đăng ký cần chuẩn bị giấy tờ gì?',
      asks: ['Hồ sơ đăng ký gồm những gì', 'Cần mang theo giấy tờ nào để mở tài khoản', 'Chuẩn bị gì trước khi kê khai', 'Đi đăng ký mang theo những gì'],
      answer: `Khi kê khai trên mạng bạn cần: mã số BHXH, căn cước hoặc hộ chiếu còn hạn, một ảnh chân dung rõ mặt, ảnh chụp mặt trước và mặt sau của căn cước (hộ chiếu chỉ cần một mặt), số điện thoại đang dùng; thư điện tử nếu có.
Khi đến nộp bạn mang tờ khai đã ký và bản gốc của giấy tờ đã khai để cán bộ đối chiếu.`,
      source: LETTER_1,
      link: ['/dang-ky', 'Bắt đầu kê khai'],
    },
    {
      code: 'nop-to-khai-o-dau',
      question: 'Tôi nộp tờ khai ở đâu? Có phải về quê không?',
      asks: ['Nộp ở phường, xã được không', 'Nộp qua bưu điện hoặc qua mạng được không', 'Nộp hồ sơ đăng ký tại cơ quan nào', 'Nộp ở tỉnh khác được không', 'Tờ khai đem đến đâu', 'Nộp tại bàn đăng ký di động'],
      answer: `Bạn nộp ở bất kỳ cơ quan BHXH nào có nhận hồ sơ, tỉnh nào cũng được, không phải về nơi đăng ký hay nơi tham gia. Bạn cũng có thể nộp tại bàn đăng ký di động khi có ở gần nơi bạn ở hoặc làm việc.
Ở trang xác nhận sau khi kê khai có sẵn danh sách cơ quan gần bạn.`,
      source: LETTER,
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'han-nop-to-khai',
      question: 'Kê khai xong phải nộp trong bao lâu? Quá hạn thì sao?',
      asks: ['Thời hạn nộp hồ sơ đăng ký', 'Sau 10 ngày không nộp tờ khai thì thế nào', 'Tờ khai bị xóa', 'Hồ sơ hết hạn phải làm lại không'],
      answer: `Bạn có {declaration_days} ngày kể từ ngày kê khai, tính đến hết 24 giờ của ngày cuối. Hệ thống nhắc bạn bằng SMS trước khi hết hạn.
Quá hạn mà chưa nộp, tờ khai và ảnh tự động bị xóa. Bạn không bị phạt gì, chỉ cần kê khai lại khi sẵn sàng.`,
      source: LETTER_1,
      link: ['/dang-ky', 'Kê khai lại'],
    },
    {
      code: 'ho-so-den-dau',
      question: 'Hồ sơ đăng ký của tôi đang ở bước nào?',
      asks: ['Nộp rồi xem kết quả ở đâu', 'Tra cứu tình trạng hồ sơ', 'Xem hồ sơ đã duyệt chưa', 'Kiểm tra kết quả đăng ký', 'Bao giờ hồ sơ được duyệt'],
      answer: `Vào Tra cứu hồ sơ, nhập số hồ sơ ghi trên tờ khai (dạng 00412/2026/04802) và số điện thoại đã khai. Trang cho biết hồ sơ ở bước nào, ai làm tiếp, còn mấy ngày, và lý do nếu bị từ chối. Không cần đăng nhập.`,
      source: GUIDE,
      link: ['/dang-ky/tra-cuu', 'Tra cứu hồ sơ'],
    },
    {
      code: 'bao-lau-duoc-duyet',
      question: 'Nộp tờ khai xong bao lâu thì được duyệt?',
      asks: ['Mấy ngày có tài khoản', 'Thời gian xử lý hồ sơ đăng ký', 'Nộp rồi chờ bao nhiêu lâu'],
      answer: `Cơ quan BHXH được yêu cầu duyệt ngay khi nhận đủ hồ sơ tại quầy. Nếu hồ sơ cần kiểm tra thêm, bạn theo dõi ở trang Tra cứu hồ sơ; kết quả được báo bằng SMS và thư điện tử (nếu có).`,
      source: LETTER,
      link: ['/dang-ky/tra-cuu', 'Tra cứu hồ sơ'],
    },
    {
      code: 'ho-so-bi-tu-choi',
      question: 'Hồ sơ của tôi bị từ chối, tôi phải làm gì?',
      asks: ['Bị trả hồ sơ', 'Hồ sơ không hợp lệ sửa thế nào', 'Bị từ chối duyệt đăng ký', 'Mã sửa hồ sơ dùng làm gì', 'Sửa tờ khai bị trả lại'],
      answer: `SMS và trang Tra cứu hồ sơ ghi rõ lý do. Bạn sửa trên chính hồ sơ đó bằng mã sửa 8 ký tự trong SMS hoặc liên kết trong thư điện tử; các ô cần sửa đã được đánh dấu, số hồ sơ giữ nguyên.
Bạn có {refused_purge_days} ngày để sửa, sau đó thông tin và ảnh bị xóa. Chưa rõ phải sửa gì, hãy hỏi cơ quan BHXH gần nhất hoặc gọi {insurer_hotline}.`,
      source: LETTER_1,
      link: ['/dang-ky/sua-ho-so', 'Sửa hồ sơ'],
    },
    {
      code: 'khong-nhan-duoc-sms-mat-khau',
      question: 'Hồ sơ đã duyệt nhưng tôi không nhận được SMS mật khẩu?',
      asks: ['Tin nhắn mật khẩu không gửi về máy', 'Chưa thấy tin nhắn tài khoản', 'Duyệt rồi mà không có mật khẩu gửi về', 'Không nhận được mật khẩu lần đầu'],
      answer: `Trước hết kiểm tra số điện thoại đã khai còn hoạt động và hộp thư tin rác. Mật khẩu lần đầu có hiệu lực 72 giờ.
Nếu vẫn không có, hãy mang căn cước bản gốc đến cơ quan BHXH gần nhất: cán bộ xem được tình trạng gửi tin, gửi lại mật khẩu mới hoặc in thư mật khẩu cho bạn tại quầy.`,
      source: GUIDE,
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'mot-so-dien-thoai-may-nguoi',
      question: 'Một số điện thoại đăng ký được cho mấy người?',
      asks: ['Dùng chung số điện thoại với vợ chồng', 'Số điện thoại đã có người đăng ký', 'Hai người cùng một sđt'],
      answer: `Mỗi số điện thoại dùng cho một mã số BHXH, vì mật khẩu và mã OTP gửi đến số đó. Trẻ em và người được giám hộ thì dùng số của người giám hộ, ghi tại quầy.
Nếu số của bạn đã bị người khác dùng, hãy mang giấy tờ đến cơ quan BHXH để được kiểm tra.`,
      source: GUIDE,
    },
    {
      code: 'anh-chup-bi-loi',
      question: 'Ảnh của tôi không tải lên được, ảnh phải như thế nào?',
      asks: ['Ảnh bao nhiêu MB', 'Ảnh tải lên báo lỗi', 'Tải ảnh căn cước bị lỗi', 'Ảnh chân dung thế nào là hợp lệ', 'Ảnh mờ', 'Dung lượng ảnh tối đa'],
      answer: `Ảnh là tệp JPEG, PNG, WebP hoặc PDF, không quá 8 MB, cạnh ngắn ít nhất 400 điểm ảnh. Chụp nơi đủ sáng, không lóa, thấy rõ chữ và đủ bốn góc giấy tờ; ảnh chân dung rõ mặt, không đội mũ.
Nếu một ô khác có lỗi, các ảnh tốt vẫn được giữ 2 giờ, bạn không phải chọn lại.`,
      source: GUIDE,
    },
    {
      code: 'chua-co-ma-so-co-dang-ky-duoc',
      question: 'Tôi chưa có mã số BHXH thì có đăng ký được không?',
      asks: ['Chưa tham gia bảo hiểm có mở tài khoản được không', 'Không có mã số thì sao', 'Xin cấp mã số BHXH'],
      answer: `Tài khoản gắn với mã số BHXH nên bạn cần có mã số trước. Khi bạn nộp hồ sơ mà mã số chưa có trong hệ thống cấp mã số, cán bộ hướng dẫn bạn kê khai thủ tục cấp mã số ngay tại cơ quan BHXH.
Nhiều người đã có mã số mà không biết: hãy thử tra cứu trước.`,
      source: LETTER,
      link: ['/tra-cuu/ma-so-bhxh', 'Tra cứu mã số BHXH'],
    },
    {
      code: 'khong-biet-dung-may',
      question: 'Tôi không rành máy tính, ai giúp tôi đăng ký?',
      asks: ['Người già không biết dùng điện thoại đăng ký thế nào', 'Nhờ cán bộ kê khai hộ', 'Không có điện thoại thông minh'],
      answer: `Bạn mang căn cước và điện thoại nhận SMS đến cơ quan BHXH gần nhất hoặc bàn đăng ký di động. Cán bộ kê khai hộ, chụp ảnh, in tờ khai để bạn ký và duyệt ngay tại chỗ. Đại lý thu và người phụ trách BHXH ở nơi làm việc cũng có thể hướng dẫn bạn.`,
      source: LETTER,
      link: ['/tra-cuu/co-quan-bhxh', 'Tìm cơ quan BHXH'],
    },
    {
      code: 'to-chuc-dang-ky',
      question: 'Doanh nghiệp, tổ chức có đăng ký ở đây được không?',
      asks: ['Công ty đăng ký giao dịch điện tử', 'Đăng ký tài khoản cho đơn vị', 'Tài khoản tổ chức'],
      answer: `Hiện cổng này chỉ nhận đăng ký của đối tượng Cá nhân; các đối tượng khác ghi là chưa hỗ trợ. Đơn vị sử dụng lao động hãy liên hệ cơ quan BHXH đang quản lý đơn vị hoặc gọi {insurer_hotline} để được hướng dẫn.`,
      source: GUIDE,
    },
    {
      code: 'dang-ky-co-mat-phi',
      question: 'Đăng ký và sử dụng có mất tiền không?',
      asks: ['Phí đăng ký tài khoản', 'Dùng cổng này tốn bao nhiêu tiền', 'Có thu lệ phí không'],
      answer: `Không. Đăng ký, nhận tài khoản, xem thông tin và tra cứu trên cổng đều không mất phí. Cơ quan BHXH không thu tiền và không yêu cầu chuyển khoản để mở tài khoản; ai đòi tiền, bạn hãy báo ngay.`,
      source: GUIDE,
    },
  ],
};
