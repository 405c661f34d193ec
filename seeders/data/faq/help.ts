import { DATA_LAW, GUIDE, LETTER, LETTER_1, type FaqGroup } from './entry.js';

/** Privacy and safety. */
export const privacyFaq: FaqGroup = {
  code: 'rieng-tu',
  entries: [
    {
      code: 'ai-da-xem-du-lieu',
      question: 'Ai đã xem dữ liệu của tôi?',
      asks: ['Cán bộ xem hồ sơ của tôi có biết được không', 'Nhật ký truy cập dữ liệu cá nhân', 'Kiểm tra ai mở hồ sơ của tôi'],
      answer: `Đăng nhập, chọn Ai đã xem: bạn thấy cơ quan, vai trò, lúc nào, xem gì và vì sao. Cán bộ phải có mục đích mới mở được hồ sơ của bạn, và mỗi lần mở đều ghi lại.`,
      source: `${GUIDE}; ${DATA_LAW}`,
      link: ['/ca-nhan/ai-da-xem', 'Ai đã xem'],
    },
    {
      code: 'tai-du-lieu-cua-toi',
      question: 'Tôi muốn tải toàn bộ dữ liệu của mình thì làm sao?',
      asks: ['Xuất dữ liệu cá nhân', 'Tải dữ liệu dạng PDF JSON', 'Cổng đang giữ những thông tin gì về tôi'],
      answer: `Đăng nhập, chọn Dữ liệu của tôi: trang liệt kê mọi thứ cổng đang giữ về bạn và cho tải về dạng PDF hoặc JSON.`,
      source: DATA_LAW,
      link: ['/ca-nhan/du-lieu-cua-toi', 'Dữ liệu của tôi'],
    },
    {
      code: 'dong-y-rut-lai',
      question: 'Tôi đồng ý hoặc rút lại đồng ý dùng dữ liệu ở đâu?',
      asks: ['Rút lại sự đồng ý', 'Không muốn nhận tin quảng bá', 'Quyền của tôi với dữ liệu cá nhân'],
      answer: `Đăng nhập, chọn Đồng ý, riêng tư. Không có mục nào được chọn sẵn; bạn đồng ý từng mục và rút lại bất cứ lúc nào, quyền lợi không bị ảnh hưởng. Những việc luật giao cho cơ quan BHXH thì được thông báo, không hỏi đồng ý.`,
      source: DATA_LAW,
      link: ['/ca-nhan/dong-y', 'Đồng ý, riêng tư'],
    },
    {
      code: 'yeu-cau-ve-du-lieu-bao-lau',
      question: 'Yêu cầu sửa, xóa dữ liệu cá nhân được giải quyết trong bao lâu?',
      asks: ['Thời hạn trả lời yêu cầu về dữ liệu', 'Xóa dữ liệu cá nhân', 'Hạn chế xử lý dữ liệu'],
      answer: `Yêu cầu của bạn được trả lời trong 2 ngày làm việc. Việc rút lại, hạn chế hoặc phản đối xử lý được làm trong 15 ngày (20 ngày khi có bên khác cùng xử lý), gia hạn nhiều nhất một lần 15 ngày. Dữ liệu mà luật buộc phải giữ thì không xóa được, bạn sẽ được giải thích.`,
      source: DATA_LAW,
      link: ['/quyen-rieng-tu', 'Quyền riêng tư'],
    },
    {
      code: 'anh-giay-to-co-an-toan',
      question: 'Ảnh căn cước của tôi có được giữ an toàn không?',
      asks: ['Ảnh giấy tờ lưu ở đâu', 'Sợ lộ ảnh căn cước', 'Ảnh tải lên có bị xóa không'],
      answer: `Ảnh được mã hóa khi lưu, bỏ thông tin vị trí, và chỉ cán bộ xử lý hồ sơ mới mở được; mỗi lần mở đều ghi nhật ký. Ảnh của tờ khai quá hạn hoặc hồ sơ bị từ chối mà không sửa sẽ bị xóa.`,
      source: `${GUIDE}; ${DATA_LAW}`,
      link: ['/quyen-rieng-tu', 'Quyền riêng tư'],
    },
    {
      code: 'lua-dao-gia-mao',
      question: 'Có người tự xưng cán bộ BHXH gọi điện xin OTP, chuyển tiền?',
      asks: ['Nhận được cuộc gọi nói là cán bộ BHXH', 'Tổng đài gọi xác minh thông tin có thật không', 'Lừa đảo mạo danh bảo hiểm xã hội', 'Tin nhắn có đường link lạ', 'Gọi điện yêu cầu cài app', 'Bị hỏi mật khẩu'],
      answer: `Đó là dấu hiệu lừa đảo. Cơ quan BHXH không bao giờ hỏi mật khẩu hay mã OTP, không yêu cầu chuyển tiền, không gửi đường liên kết trong SMS. Bạn hãy tắt máy, không bấm liên kết, gọi {insurer_hotline} để hỏi lại. Nếu đã lỡ đưa mã, hãy đổi mật khẩu ngay và báo công an.`,
      source: GUIDE,
      link: ['/quen-mat-khau', 'Đặt lại mật khẩu'],
    },
    {
      code: 'can-bo-xem-duoc-gi',
      question: 'Trợ lý ảo có lưu lại câu hỏi của tôi không?',
      asks: ['Chat có bị lưu không', 'Nội dung trò chuyện có riêng tư không', 'Chatbot giữ thông tin của tôi không'],
      answer: `Cuộc trò chuyện chỉ nằm trên trang bạn đang mở, đóng trang là mất. Câu hỏi chưa trả lời được thì được giữ lại không kèm thông tin người hỏi, các dãy số bị che, để biên tập viên viết câu trả lời. Bạn không cần và không nên nhập họ tên hay số giấy tờ vào đây.`,
      source: GUIDE,
    },
  ],
};

/** How to get help. */
export const helpFaq: FaqGroup = {
  code: 'ho-tro',
  entries: [
    {
      code: 'goi-tong-dai',
      question: 'Số tổng đài là bao nhiêu, gọi lúc nào được?',
      asks: ['Gọi số nào để hỏi', 'Liên hệ ai để được giúp', 'Gọi điện hỏi bảo hiểm xã hội', 'Hotline BHXH', 'Tổng đài làm việc mấy giờ', 'Muốn gặp nhân viên tư vấn', 'Nói chuyện với người thật'],
      answer: `Tổng đài: {insurer_hotline}. Trang Hỗ trợ ghi giờ trực và cho biết hiện có người trực hay không; trên điện thoại bạn chạm vào số để gọi. Ngoài giờ trực bạn gửi Email hoặc hỏi trợ lý ảo.`,
      source: LETTER_1,
      link: ['/ho-tro', 'Hỗ trợ'],
    },
    {
      code: 'gui-email-hoi',
      question: 'Gửi câu hỏi qua email như thế nào?',
      asks: ['Email của cơ quan BHXH', 'Gửi thư hỏi', 'Địa chỉ thư điện tử để hỏi'],
      answer: `Vào Hỗ trợ, chọn Email: điền biểu mẫu trên trang hoặc mở chương trình thư của bạn. Sau khi gửi bạn nhận mã thư để nhắc lại khi hỏi tiếp. Không ghi mật khẩu, mã OTP trong thư.`,
      source: LETTER_1,
      link: ['/ho-tro/thu-dien-tu', 'Gửi Email'],
    },
    {
      code: 'phan-anh-kien-nghi',
      question: 'Tôi muốn phản ánh, kiến nghị thì gửi ở đâu?',
      asks: ['Tôi muốn góp ý', 'Khiếu nại cán bộ', 'Góp ý về thái độ phục vụ', 'Gửi phản ánh đến BHXH', 'Phàn nàn về nhân viên'],
      answer: `Bạn gửi đến cơ quan BHXH nào cũng được: tại quầy, qua tổng đài {insurer_hotline}, qua Email, hoặc mục Phản ánh kiến nghị của trang Hỗ trợ khi mục này có trên trang. Giám đốc cơ quan tiếp nhận chịu trách nhiệm giải quyết đến cùng, kể cả khi việc liên quan nơi khác.`,
      source: `${LETTER}, mục 5`,
      link: ['/ho-tro', 'Hỗ trợ'],
    },
    {
      code: 'bi-day-sang-noi-khac',
      question: 'Cơ quan BHXH bảo tôi về nơi tham gia để giải quyết, có đúng không?',
      asks: ['Bị yêu cầu về quê làm thủ tục', 'Cán bộ đùn đẩy sang cơ quan khác', 'Nơi tiếp nhận không giải quyết'],
      answer: `Với phản ánh, kiến nghị thì không đúng. Công văn 3717/BHXH-CNTT nghiêm cấm đùn đẩy trách nhiệm hoặc yêu cầu người dân liên hệ cơ quan BHXH nơi tham gia; nơi tiếp nhận phải chủ động phối hợp để giải quyết. Hãy gọi {insurer_hotline} và cho biết ngày giờ, nơi bạn đến.`,
      source: `${LETTER}, mục 5`,
    },
    {
      code: 'chuc-nang-cua-cong',
      question: 'Cổng này có những chức năng gì?',
      asks: ['An Sinh dùng để làm gì', 'Đăng nhập xem được những gì', 'Các tính năng của hệ thống'],
      answer: `Không cần đăng nhập: đăng ký, tra cứu hồ sơ, sáu trang tra cứu, tin tức, hỗ trợ. Sau khi đăng nhập: Quản lý cá nhân, Thẻ BHYT, Quá trình tham gia BH, Thông tin hưởng, Sổ khám chữa bệnh, Ai đã xem, đổi mật khẩu và thay đổi thông tin.`,
      source: LETTER_1,
      link: ['/', 'Trang chủ'],
    },
    {
      code: 'tin-nhan-tu-cong',
      question: 'Cổng gửi cho tôi những tin nhắn nào?',
      asks: ['SMS từ bảo hiểm xã hội có thật không', 'Có tờ khai dùng mã số của tôi là sao', 'Nhận được tin nhắn lạ về hồ sơ'],
      answer: `Cổng gửi SMS khi: ghi nhận tờ khai, nhắc hạn nộp, duyệt hoặc từ chối hồ sơ, mã OTP, mật khẩu lần đầu, đổi thông tin, thẻ bị kiểm tra. SMS viết không dấu và không bao giờ có đường liên kết. Nếu SMS báo có tờ khai dùng mã số của bạn mà không phải bạn khai, hãy báo ngay cơ quan BHXH; tài khoản của bạn chưa đổi gì khi cán bộ chưa duyệt.`,
      source: GUIDE,
    },
    {
      code: 'trang-bi-loi',
      question: 'Trang báo lỗi, tải mãi không xong thì làm gì?',
      asks: ['Không vào được web', 'Hệ thống bị lỗi', 'Trang trắng', 'Mạng chậm không gửi được'],
      answer: `Đợi một phút rồi tải lại trang; những gì bạn đã nhập trong biểu mẫu thường vẫn được giữ. Nếu trang báo hệ thống tạm bận, các trang công khai vẫn dùng được. Cổng chạy được cả khi trình duyệt tắt JavaScript. Nếu lỗi lặp lại, hãy gửi Email kèm giờ xảy ra và tên trang.`,
      source: GUIDE,
      link: ['/ho-tro/thu-dien-tu', 'Gửi Email'],
    },
  ],
};
